// Citizens and officers write by chance on two nodes: rows and states that the ledger tells.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Messages by chance` {
    /// Writes the rows anew from the streams.
    private func rebuild(_ office: DossierTestOffice) async throws {
        _ = try await office.desk.store.write { transaction in
            try transaction.execute("DELETE FROM messageTalk", [])
            for row in try transaction.rows(
                "SELECT stream FROM streamHead WHERE stream LIKE 'message/%'")
            {
                let stream = try row.text("stream")
                var talk: Messages.Talk?
                for entry in try transaction.entries(of: stream, after: 0, limit: 1_000) {
                    talk = try .told(by: entry, after: talk, zone: .indochina)
                }
                try Messages.write(
                    try #require(talk), of: String(stream.dropFirst("message/".count)),
                    in: transaction)
            }
        }
    }

    @Test(arguments: [5, 2_017, 90_210] as [UInt64])
    func `give rows that the ledger alone gives`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            var chance = DossierTestChance(seed: seed)
            let nodes = [office, try office.node()]
            var codes: [String] = []
            for _ in 0..<4 { codes.append(try await office.receive()) }
            var (done, refused) = (0, 0)
            for _ in 0..<160 {
                office.sources.set(office.now + chance.below(90))
                let (code, node) = (chance.pick(codes), chance.pick(nodes))
                let hands = try await office.state(code).hands
                let before = try await office.sequence()
                do {
                    switch chance.below(10) {
                    case 0:
                        if try await office.state(code).instance?.items.isEmpty == false {
                            try await node.advance(code)
                        }
                    case 1...4: try await node.ask(about: code)
                    case 5...8: try await node.reply(about: code, by: chance.pick(hands))
                    default: try await node.reply(about: code, by: "ke")
                    }
                    done += 1
                } catch is Messages.Rejection {
                    refused += 1
                    #expect(try await office.sequence() == before, "refused leaves nothing")
                }
            }
            #expect(done > 60 && refused > 3, "\(done) \(refused)")
            for code in codes {
                let talk = try await nodes[0].talk(code)
                #expect(try await nodes[1].talk(code) == talk)
                let last = talk.turns.last { $0.by != nil }
                if let open = talk.open {
                    #expect(open.by == nil && open.at >= last?.at ?? open.at)
                }
                let waits = talk.turns.reversed().prefix { $0.by == nil }.count
                #expect(waits <= Messages.waitingMaximum && (waits > 0) == (talk.open != nil))
                let on = Set(try await office.state(code).hands)
                for person in DossierTestSamples.people {
                    let isThere = try await office.waitingCodes(for: person).contains(code)
                    if on.contains(person), talk.open != nil, !isThere {
                        // While work is offered, the list of who is offered it holds the message.
                        let offered = try await office.item(code).offer?.person
                        #expect(offered != nil && offered != person)
                    }
                    if talk.open == nil { #expect(!isThere) }
                }
            }
            let lived = try await office.talkRows()
            try await rebuild(office)
            #expect(try await office.talkRows() == lived)
            try await office.isPetitionClean()
        }
    }

    @Test func `a talk that was altered in its state row is named`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            for _ in 0..<16 {
                try await office.ask(about: code)
                try await office.reply(about: code, by: "chi")
                office.sources.set(office.now + 600)
            }
            try await office.isPetitionClean()
            var talk = try await office.talk(code)
            talk.turns[0].by = "anh"
            let forged = try StreamState.bytes(of: talk)
            _ = try await office.desk.store.write {
                try $0.execute(
                    "UPDATE streamState SET state = ? WHERE stream = ?",
                    [.blob(forged), .text("message/\(code)")])
            }
            let report = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(
                report.findings == [ReplayFinding(.stateDiffers, stream: "message/\(code)")])
        }
    }
}
