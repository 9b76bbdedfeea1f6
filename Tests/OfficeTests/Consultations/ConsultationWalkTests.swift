// Questions and answers by chance on two nodes: rows and states that the ledger tells.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Consultations by chance` {
    private typealias Of = ConsultationSamples

    /// Writes the rows anew from the streams.
    private func rebuild(_ office: DossierTestOffice) async throws {
        _ = try await office.desk.store.write { transaction in
            try transaction.execute("DELETE FROM consultationPart", [])
            for row in try transaction.rows(
                "SELECT stream FROM streamHead WHERE stream LIKE 'consultation/%'")
            {
                let stream = try row.text("stream")
                var book: Consultations.Book?
                for entry in try transaction.entries(of: stream, after: 0, limit: 1_000) {
                    book = try .told(by: entry, after: book, zone: .indochina)
                }
                for consultation in try #require(book).consultations {
                    try Consultations.write(
                        consultation, of: String(stream.dropFirst("consultation/".count)),
                        in: "p", transaction)
                }
            }
        }
    }

    @Test(arguments: [7, 2_017, 61_019] as [UInt64])
    func `give rows that the ledger alone gives`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            var chance = DossierTestChance(seed: seed)
            let nodes = [office, try office.node()]
            var codes: [String] = []
            for _ in 0..<3 { codes.append(try await office.receive()) }
            var (done, refused) = (0, 0)
            for _ in 0..<120 {
                office.sources.set(office.now + chance.below(40))
                let (code, node) = (chance.pick(codes), chance.pick(nodes))
                let (number, place) = (chance.below(4) + 1, chance.below(2) + 1)
                let before = try await office.sequence()
                do {
                    switch chance.below(10) {
                    case 0...2:
                        let order = chance.pick(Consultations.Order.allCases)
                        try await node.consult(code, Of.draft(order) { $0.isBeyond = true })
                    case 3...6:
                        try await node.opine(
                            code, number, place: place, by: chance.pick(["ke", "ha", "tam"]))
                    case 7: try await node.withdraw(code, number, by: "chi")
                    default: _ = try await node.desk.makeRound(at: office.sources.now)
                    }
                    done += 1
                } catch is Consultations.Rejection {
                    refused += 1
                    #expect(try await office.sequence() == before, "refused leaves nothing")
                }
            }
            #expect(done > 30 && refused > 5, "\(done) \(refused)")
            for code in codes {
                let book = try await nodes[0].consultationBook(code)
                #expect(try await nodes[1].consultationBook(code) == book)
                for consultation in book.consultations where consultation.order == .sequential {
                    let (first, second) = (consultation.parts[0], consultation.parts[1])
                    let next = min(first.answer?.at ?? first.silentFrom, first.silentFrom)
                    #expect(second.turn.from == next, "asked when the one before was done")
                }
            }
            let lived = try await office.consultationRows()
            try await rebuild(office)
            #expect(try await office.consultationRows() == lived)
            try await office.isPetitionClean()
        }
    }

    @Test func `a book that was altered in its state row is named`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            for number in 1...8 {
                try await office.consult(code, Of.draft(.parallel, [Of.accounts]))
                try await office.opine(code, number, place: 1, by: "ke")
            }
            try await office.isPetitionClean()
            var book = try await office.consultationBook(code)
            book.apply(
                .silenceReported(
                    number: 1, place: 1, report: .init(at: office.now, to: "binh")))
            let forged = try StreamState.bytes(of: book)
            _ = try await office.desk.store.write {
                try $0.execute(
                    "UPDATE streamState SET state = ? WHERE stream = ?",
                    [.blob(forged), .text("consultation/\(code)")])
            }
            let report = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(
                report.findings == [ReplayFinding(.stateDiffers, stream: "consultation/\(code)")])
        }
    }
}
