// What the office does by itself: times come once, late or not, and checkpoints follow.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `A round` {
    private func round(_ office: DossierTestOffice) async throws -> Rounds.Outcome {
        try await office.desk.makeRound(at: office.sources.now)
    }

    private func fired(
        _ office: DossierTestOffice, _ code: String
    ) async throws -> [FiredTimer] {
        try await office.state(code).instance?.firedTimers ?? []
    }

    /// Taken in at 09:00 and checked by `ha`, who has 480 working minutes from the handing over.
    private func checking(_ office: DossierTestOffice) async throws -> String {
        let code = try await office.receive()
        try await office.advance(code, times: 2)
        #expect(try await office.item(code).holder == "ha")
        return code
    }

    @Test func `reminds, notes the due time and escalates, each when it comes`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await checking(office)
            let due = try #require(try await office.item(code).due)
            let expected = try await office.item(code).timers
            #expect(expected.map(\.kind) == [.due, .escalation])
            for timer in expected {
                office.sources.set(timer.at + -1)
                #expect(try await round(office).dossiers == 0)
                office.sources.set(timer.at)
                #expect(try await round(office).dossiers == 1)
            }
            #expect(try await fired(office, code).map(\.kind) == [.due, .escalation])
            #expect(try await fired(office, code).first?.at == due)
            #expect(try await office.item(code).timers.isEmpty)
        }
    }

    @Test func `made twice lets nothing come twice`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await checking(office)
            try office.set("2017-07-20T09:00")
            #expect(try await round(office).dossiers == 1)
            let sequence = try await office.sequence()
            #expect(try await round(office) == Rounds.Outcome())
            #expect(try await office.sequence() == sequence)
            #expect(try await fired(office, code).count == 2)
        }
    }

    @Test func `leaves alone what waits for the citizen`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await checking(office)
            let item = try await office.item(code).id
            try await office.act(.askDuty(item, reason: "Nộp phí"), on: code, by: "ha")
            try office.set("2017-07-20T09:00")
            #expect(try await round(office).dossiers == 0)
            try await office.act(.confirmDuty(item), on: code, by: "ha")
            let due = try #require(try await office.item(code).due)
            #expect(due > office.now, "the wait moved the due time on")
            office.sources.set(due)
            #expect(try await round(office).dossiers == 1)
        }
    }

    @Test func `tells the timeline who had it and whom it told`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await checking(office)
            try office.set("2017-07-20T09:00")
            _ = try await round(office)
            let record = try await office.record(code, as: "binh")
            let told = record.happenings.filter { [.fellDue, .escalated].contains($0.kind) }
            #expect(told.map(\.who) == ["Người tam", "Người ha"])
            #expect(told.allSatisfy { $0.step == "Thẩm định hồ sơ" })
        }
    }

    @Test func `goes over more dossiers than fit on a page`() async throws {
        try await DossierTestOffice.run { office in
            let count = Rounds.pageSize + 7
            for number in 0..<count {
                try await office.receive { $0.process = "XN-03" }
                if number % 60 == 59 { office.sources.set(office.now + 1) }
            }
            try office.set("2017-07-20T09:00")
            #expect(try await round(office).dossiers == count)
            #expect(try await round(office).dossiers == 0)
            let replay = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(replay.isClean, "\(replay.findings)")
        }
    }

    @Test func `acts in the office's own name, which nobody can take`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await checking(office)
            try office.set("2017-07-20T09:00")
            _ = try await round(office)
            let last = try await office.desk.read {
                try $0.reader.entries(of: Dossiers.stream(of: code)).last
            }
            #expect(last?.actor == Rounds.actor.person.rawValue)
            let organisation = try await office.desk.read { try $0.organisation() }
            #expect(organisation.people[Rounds.actor.person] == nil)
        }
    }

    @Test func `writes a checkpoint an hour at most, and only when something was written`()
        async throws
    {
        try await DossierTestOffice.run { office in
            #expect(try await round(office).checkpoint == 1)
            try await office.receive()
            office.sources.set(office.now + 59)
            #expect(try await round(office).checkpoint == nil)
            office.sources.set(office.now + 1)
            #expect(try await round(office).checkpoint == 2)
            office.sources.set(office.now + 30)
            let report = try await office.desk.read { try Verification.run($0.reader) }
            #expect(report.checkpointCount == 2)
            #expect(report.isClean)
        }
    }

    @Test func `forgets keys after a week, so that an old form is a new act`() async throws {
        try await DossierTestOffice.run { office in
            try await office.receive(key: "cu")
            try office.set("2017-07-11T10:00")
            _ = try await round(office)
            let keys = try await office.number(
                "SELECT count(*) AS n FROM commandKey WHERE key = 'cu'")
            #expect(keys == 0)
        }
    }

    @Test func `two nodes at once let a time come once`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await checking(office)
            try office.set("2017-07-20T09:00")
            let other = Desk(store: office.desk.store, sources: office.desk.sources)
            let now = office.sources.now
            async let first = office.desk.makeRound(at: now)
            async let second = other.makeRound(at: now)
            let outcomes = try await [first, second]
            #expect(outcomes.allSatisfy { $0.failures.isEmpty })
            #expect(try await fired(office, code).count == 2)
        }
    }
}
