// The line at the desk: numbers of an office and a day, rights, replay; on both stores.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `A queue at the desk` {
    @Test func `numbers each office for itself, and each day anew`() async throws {
        try await DossierTestOffice.run { office in
            #expect(try await office.draw() == 1)
            #expect(try await office.draw(Queues.Wish(isPriority: true)) == 2)
            #expect(try await office.draw(in: "r") == 1)
            try office.set("2017-07-04T08:10")
            #expect(try await office.draw() == 1)
            let day = try await office.queueDay()
            #expect(day.tickets.count == 1 && day.day == DayNumber("2017-07-04"))
            #expect(
                try await office.number(
                    "SELECT count(*) AS n FROM streamHead WHERE stream LIKE 'queue/%'") == 3)
        }
    }

    @Test func `draws once for one key, and tells the same number`() async throws {
        try await DossierTestOffice.run { office in
            let first = try await office.draw(key: "k")
            try await office.draw()
            #expect(try await office.draw(key: "k") == first)
            #expect(try await office.queueDay().tickets.count == 2)
            await #expect(throws: DeskRefusal.keyUsedForOtherCommand) {
                try await office.draw(Queues.Wish(field: "Hộ tịch"), key: "k")
            }
        }
    }

    @Test func `knows the fields of the procedures that the office runs`() async throws {
        try await DossierTestOffice.run { office in
            var version = try #require(
                DossierTestSamples.processes.first { $0.code == "KS-01" })
            version.code = "DD-01"
            version.field = "Đất đai"
            try await office.publish(version)
            let day = office.now.day
            let inside = try await office.desk.read { try $0.queueFields(of: "p", on: day) }
            #expect(inside == ["Đất đai", "Hộ tịch"])
            let outside = try await office.desk.read { try $0.queueFields(of: "r", on: day) }
            #expect(outside == ["Hộ tịch"], "ward B has nobody who checks")
            await #expect(throws: Queues.Rejection.fieldUnknown) {
                try await office.draw(Queues.Wish(field: "Đất đai"), in: "r")
            }
            #expect(try await office.draw(Queues.Wish(field: "Đất đai")) == 1)
            await #expect(throws: Queues.Rejection.officeUnknown) {
                try await office.draw(in: "p.mc")
            }
            await #expect(throws: Queues.Rejection.officeUnknown) {
                try await office.draw(in: "khong-co")
            }
        }
    }

    /// Moment, whether somebody may draw, whether an officer may.
    @Test(arguments: [
        ("2017-07-03T05:00", false), ("2017-07-03T09:00", true), ("2017-07-03T22:00", false),
        ("2017-07-09T09:00", false),
    ])
    func `is open in the hours of the calendar`(_ moment: String, _ isOpen: Bool) async throws {
        try await DossierTestOffice.run(at: moment) { office in
            if isOpen {
                let first = try await office.draw()
                #expect(first == 1)
            } else {
                await #expect(throws: Queues.Rejection.closed) { try await office.draw() }
            }
            let next = try await office.draw(by: "chi")
            #expect(next == (isOpen ? 2 : 1))
        }
    }

    @Test func `is called by the counter of the office and by nobody else`() async throws {
        try await DossierTestOffice.run { office in
            try await office.draw()
            let before = try await office.sequence()
            for person: PersonID? in ["anh", "tam", "ha", "ke", "giang", "la", nil] {
                await #expect(throws: Queues.Rejection.mayNotCall) {
                    try await office.queueAct(.next(window: 1, field: "", ends: false), by: person)
                }
                if person != nil {
                    await #expect(throws: Queues.Rejection.mayNotCall) {
                        try await office.draw(by: person)
                    }
                }
            }
            #expect(try await office.sequence() == before)
            for person: PersonID in ["anh", "ha", "giang"] {
                await #expect(throws: Queues.Rejection.mayNotCall) {
                    _ = try await office.queueConsole(person)
                }
            }
            try await office.queueAct(.next(window: 1, field: "", ends: false), by: "binh")
            try await office.queueAct(.again(1), by: "chi")
            #expect(try await office.queueConsole("chi").here?.number == 1)
            let other = try await office.queueConsole("la")
            #expect(other.here == nil && other.figures.drawn == 0, "another office")
        }
    }

    @Test func `keeps in the ledger neither a person nor a reason`() async throws {
        try await DossierTestOffice.run { office in
            try await office.draw(Queues.Wish(field: "Hộ tịch", isPriority: true))
            #expect(
                try await office.number(
                    "SELECT count(*) AS n FROM personalValue WHERE stream LIKE 'queue/%'") == 0)
            let entries = try await office.desk.read {
                try $0.reader.entries(of: "queue/p/2017-07-03", after: 0)
            }
            #expect(entries.map(\.type) == ["queue.opened", "queue.drawn"])
            #expect(entries.map(\.actor) == ["", ""])
        }
    }

    @Test func `calls nobody on a day without numbers`() async throws {
        try await DossierTestOffice.run { office in
            await #expect(throws: Queues.Rejection.nobodyWaits) {
                try await office.queueAct(.next(window: 1, field: "", ends: true))
            }
            await #expect(throws: Queues.Rejection.unknown(1)) {
                try await office.queueAct(.again(1))
            }
            let console = try await office.queueConsole(window: nil)
            #expect(console.here == nil && console.line.isEmpty)
        }
    }
}

@Suite struct `Queues by chance` {
    /// Acts that mostly fit: whoever is called is done, missed or called again.
    private func act(
        _ day: Queues.Day?, _ chance: inout DossierTestChance
    ) -> Queues.Act {
        let window = 1 + chance.below(3)
        guard let here = day?.called(at: window), chance.below(3) > 0 else {
            return .next(
                window: window, field: chance.pick(["", "", "Hộ tịch"]),
                ends: chance.below(2) == 0)
        }
        return chance.pick([.again(here.number), .notHere(here.number), .end(here.number)])
    }

    @Test(arguments: [1, 2_017, 31_337] as [UInt64])
    func `keep one person a window, no number twice, and what the ledger tells`(
        _ seed: UInt64
    ) async throws {
        try await DossierTestOffice.run { office in
            var chance = DossierTestChance(seed: seed)
            let nodes = [office, try office.node()]
            var (done, refused) = (0, 0)
            try await office.draw()
            for _ in 0..<220 {
                office.sources.set(office.now + chance.below(3))
                let node = chance.pick(nodes)
                if chance.below(5) < 2 {
                    try await node.draw(
                        Queues.Wish(
                            field: chance.pick(["", "Hộ tịch"]),
                            isPriority: chance.below(4) == 0), by: "binh")
                    continue
                }
                do {
                    try await node.queueAct(act(try await node.queueDay(), &chance))
                    done += 1
                } catch is Queues.Rejection {
                    refused += 1
                }
            }
            #expect(done > 60, "\(done) done, \(refused) refused")
            let day = try await office.queueDay()
            #expect(try await nodes[1].queueDay() == day)
            #expect(day.tickets.map(\.number) == Array(1...day.tickets.count))
            let windows = day.called.map { $0.window ?? 0 }
            #expect(Set(windows).count == windows.count)
            for ticket in day.tickets {
                #expect((ticket.endedAt != nil) == ticket.standing.isEnded)
                #expect(ticket.setBacks <= Queues.terms.setBacksMaximum)
                #expect(ticket.calls <= Queues.terms.callsMaximum)
                if ticket.standing == .called { #expect(ticket.window != nil) }
            }
            #expect(day.line().count == day.tickets.count { $0.standing == .waiting })
            try await office.isPetitionClean()
        }
    }

    @Test func `a day that was altered in its state row is named`() async throws {
        try await DossierTestOffice.run { office in
            for _ in 0..<Queues.Day.savedEvery { try await office.draw(by: "chi") }
            try await office.isPetitionClean()
            var day = try await office.queueDay()
            day.tickets[0].standing = .done
            let forged = try StreamState.bytes(of: day)
            _ = try await office.desk.store.write {
                try $0.execute(
                    "UPDATE streamState SET state = ? WHERE stream = ?",
                    [.blob(forged), .text("queue/p/2017-07-03")])
            }
            let report = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(
                report.findings == [ReplayFinding(.stateDiffers, stream: "queue/p/2017-07-03")])
        }
    }
}
