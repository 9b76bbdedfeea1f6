// Random citizens rate and change on two nodes: the rows are those that the ledger alone gives.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Random citizens who rate` {
    /// Writes the rows anew from the streams.
    private func rebuild(_ office: DossierTestOffice) async throws {
        let memory = office.desk.memory
        _ = try await office.desk.store.write { transaction in
            for table in ["rating", "ratingAnswer"] {
                try transaction.execute("DELETE FROM \(table)")
            }
            let reading = DeskReading(reader: transaction, memory: memory, zone: .indochina)
            let streams = try transaction.rows(
                "SELECT stream FROM streamHead WHERE stream LIKE 'rating/%'"
            ).map { try $0.text("stream") }
            for stream in streams {
                var rating: Ratings.Rating?
                for entry in try transaction.entries(of: stream, after: 0, limit: 1_000) {
                    rating = try .told(by: entry, after: rating, zone: .indochina)
                }
                let code = String(stream.dropFirst("rating/".count))
                try Ratings.write(
                    try #require(rating), of: try reading.toldDossier(code).state.registration,
                    in: transaction)
            }
        }
    }

    private func answers(_ chance: inout DossierTestChance) -> [(String, String)] {
        ["time", "attitude", "visits", "guidance"].compactMap { key in
            let level = chance.pick(["satisfied", "fair", "unsatisfied", "satisfied", ""])
            return level.isEmpty && chance.below(3) == 0 ? nil : ("q.\(key)", level)
        }
    }

    @Test(arguments: [5, 2_017, 31_337])
    func `leave rows and states that the ledger tells`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            var chance = DossierTestChance(seed: seed)
            let nodes = [office, try office.node()]
            var codes: [String] = []
            for _ in 0..<4 {
                let code = try await office.receive()
                if chance.below(4) > 0 { try await office.finish(code) }
                codes.append(code)
            }
            var taken = 0
            for _ in 0..<60 {
                office.sources.set(office.now + chance.below(500))
                let node = chance.pick(nodes)
                let code = chance.pick(codes)
                guard let offer = try await node.details(code).rating else { continue }
                let answer = try await node.rate(
                    code, answers(&chance), comment: chance.pick(["", "Tốt", "Chậm <quá>"]),
                    proof: chance.below(9) == 0 ? "sai" : offer.proof)
                #expect(answer.status == .ok || answer.status == .unprocessableContent)
                if answer.status == .ok { taken += 1 }
            }
            #expect(taken > 3)
            for code in codes {
                let (here, there) = (
                    try await nodes[0].rating(code), try await nodes[1].rating(code)
                )
                #expect(here == there)
                if let here {
                    #expect(here.sheet.answers.count == 4)
                    #expect(here.changedAt.map { $0.day <= here.lastDay } ?? true)
                }
            }
            let lived = try await office.ratingRows()
            try await rebuild(office)
            #expect(try await office.ratingRows() == lived)
            let replay = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(replay.isClean, "\(replay.findings)")
            #expect(try await office.desk.store.read { try Verification.run($0) }.isClean)
        }
    }

    @Test func `a rating that was altered in its state row is named`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.finish(code)
            let proof = try await office.proof(of: code)
            for number in 0..<16 {
                var answers = DossierTestOffice.contented
                answers[0].1 = number.isMultiple(of: 2) ? "fair" : "unsatisfied"
                #expect(try await office.rate(code, answers, proof: proof).status == .ok)
            }
            let stream = "rating/\(code)"
            #expect(try await office.desk.read { try LedgerReplay.run($0) }.isClean)
            var rating = try #require(try await office.rating(code))
            rating.sheet.answers[0].level = .satisfied
            let forged = try StreamState.bytes(of: rating)
            _ = try await office.desk.store.write {
                try $0.execute(
                    "UPDATE streamState SET state = ? WHERE stream = ?",
                    [.blob(forged), .text(stream)])
            }
            let report = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(report.findings == [ReplayFinding(.stateDiffers, stream: stream)])
        }
    }
}

@Suite struct `Shapes of rating events` {
    /// What ledgers hold. A line here is never changed, only added to.
    @Test func `stay as they were first written`() throws {
        let at = try #require(LocalMinute("2017-07-10T09:00"))
        let sheet = Ratings.Sheet(
            questionnaire: 1, answers: [.init(question: "time", level: .fair)],
            comment: PersonalMark(id: "rating/PA-1/1", digest: Array(repeating: 7, count: 32)))
        for (event, type) in [
            (Ratings.Event.given(at: at, sheet: sheet), "rating.given"),
            (.changed(at: at, sheet: sheet), "rating.changed"),
        ] {
            let entry = try EventEncoding.entry(of: event, feature: "rating")
            #expect(entry.type == type)
            let back = try EventDecoding.event(
                Ratings.Event.self, entryType: entry.type, payload: entry.payload,
                feature: "rating")
            #expect(back == event)
            #expect(entry.payload.fields.map(\.key) == ["at", "sheet"])
            guard case .nested(let told)? = entry.payload.fields.last?.value else {
                Issue.record("no sheet")
                continue
            }
            #expect(told.fields.map(\.key) == ["answers", "comment", "questionnaire"])
        }
    }
}
