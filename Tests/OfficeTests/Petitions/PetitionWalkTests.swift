// Random senders and officers on two nodes: one holder, rows and states that the ledger tells.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Petitions by chance` {
    /// Writes the rows anew from the streams.
    private func rebuild(_ office: DossierTestOffice) async throws {
        let memory = office.desk.memory
        _ = try await office.desk.store.write { transaction in
            for table in ["petition", "petitionAnswer"] {
                try transaction.execute("DELETE FROM \(table)")
            }
            let reading = DeskReading(reader: transaction, memory: memory, zone: .indochina)
            for row in try transaction.rows(
                "SELECT stream FROM streamHead WHERE stream LIKE 'petition/%'")
            {
                var petition: Petitions.Petition?
                for entry in try transaction.entries(
                    of: try row.text("stream"), after: 0, limit: 1_000)
                {
                    petition = try .told(by: entry, after: petition, zone: .indochina)
                }
                let told = try #require(petition)
                try Petitions.write(
                    told, subject: try reading.sender(of: told)?.subject ?? "", in: transaction)
            }
        }
    }

    private static let people: [PersonID?] = [
        "anh", "pho", "binh", "chi", "tam", "ha", "ke", "giang", nil, "ha", "ha",
    ]

    private static func name(_ act: Petitions.Act) -> Petitions.ActName {
        switch act {
        case .assign: .assign
        case .ask: .ask
        case .reply: .reply
        case .answer: .answer
        case .refuse: .refuse
        case .forward: .forward
        case .publish: .publish
        case .conceal: .conceal
        }
    }

    /// Somebody with an act that the petition as it stands allows; ends are rare, so that the walk
    /// goes on.
    private func allowed(
        _ code: String, _ office: DossierTestOffice, _ chance: inout DossierTestChance
    ) async throws -> (act: Petitions.Act, person: PersonID?)? {
        let (petition, today) = (try await office.petitionState(code), office.now.day)
        let offered = try await office.desk.read { reading in
            try Self.people.map { person in
                Petitions.offered(to: try reading.hand(person, on: petition, today), on: petition)
            }
        }
        var found: [(act: Petitions.Act, person: PersonID?)] = []
        let ends = chance.below(6) == 0
        for (person, names) in zip(Self.people, offered) {
            for act in PetitionSamples.acts where names.contains(Self.name(act)) {
                let isEnd = [.answer, .refuse, .forward].contains(Self.name(act))
                // Nobody asks the holder.
                if case .ask(let asked?, _) = act, asked == petition.holder { continue }
                if !isEnd || ends { found.append((act, person)) }
            }
        }
        return found.isEmpty ? nil : chance.pick(found)
    }

    @Test(arguments: [1, 2_017, 31_337] as [UInt64])
    func `keep one holder, and rows that the ledger alone gives`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            var chance = DossierTestChance(seed: seed)
            let nodes = [office, try office.node()]
            var codes: [String] = []
            var (done, refused) = (0, 0)
            for _ in 0..<440 {
                office.sources.set(office.now + chance.below(400))
                if codes.isEmpty || chance.below(8) == 0 {
                    let kind = chance.pick(Petitions.Kind.allCases)
                    codes.append(try await office.petition(kind))
                    continue
                }
                let before = try await office.sequence()
                let code = chance.pick(codes)
                var turn: (act: Petitions.Act, person: PersonID?) = (
                    chance.pick(PetitionSamples.acts), chance.pick(Self.people)
                )
                if chance.below(4) > 0, let found = try await allowed(code, office, &chance) {
                    turn = found
                }
                do {
                    try await chance.pick(nodes).petitionAct(turn.act, on: code, by: turn.person)
                    done += 1
                } catch is Petitions.Rejection {
                    refused += 1
                    #expect(try await office.sequence() == before, "refused leaves nothing")
                }
            }
            #expect(done > 220 && refused > 10, "\(done) done, \(refused) refused")
            for code in codes {
                let state = try await nodes[0].petitionState(code)
                #expect(try await nodes[1].petitionState(code) == state)
                #expect((state.holder == nil) == (state.standing == .received))
                #expect((state.endedAt != nil) == state.standing.isEnded)
                #expect((state.question != nil) == (state.standing == .asked))
                #expect((state.publication != nil) == (state.publishedAt != nil))
                if state.publication != nil { #expect(state.standing == .answered) }
                #expect((state.ground != nil) == (state.standing == .refused))
            }
            let lived = try await office.petitionRows()
            try await rebuild(office)
            #expect(try await office.petitionRows() == lived)
            try await office.isPetitionClean()
        }
    }

    @Test func `a petition that was altered in its state row is named`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.petition()
            for number in 0..<16 {
                try await office.petitionAct(
                    .assign(number % 2 == 0 ? "ha" : "ke"), on: code, by: "anh")
            }
            let stream = "petition/\(code)"
            try await office.isPetitionClean()
            var petition = try await office.petitionState(code)
            petition.holder = "chi"
            let forged = try StreamState.bytes(of: petition)
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
