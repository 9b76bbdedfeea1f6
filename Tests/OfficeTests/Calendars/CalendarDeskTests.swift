// A change of the calendar at the desk: what is open moves with its reason, what ended stays.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

extension DossierTestOffice {
    /// Somebody who may change the calendar.
    func hireAdministrator() async throws {
        let position = People.Position(
            id: "p:quantri", unit: "p", code: "quan-tri", title: "Quản trị", isHead: false,
            roles: [.administer])
        let day = try #require(DayNumber("2016-01-01"))
        try await desk.perform(
            inOneCommit: [
                .people(.createPosition(position)),
                .people(.addPerson(.init(id: "quantri", name: "Người quản trị", isInvented: true))),
                .people(.appoint(.init(position: "p:quantri", person: "quantri", from: day))),
            ], by: nil, at: sources.now)
    }

    @discardableResult
    func closeDay(
        _ text: String, by person: PersonID = "quantri", pair: String? = nil, key: String? = nil
    ) async throws -> DeskAnswer {
        let change = Calendars.Change(
            kind: .off, day: try #require(DayNumber(text)), pair: pair.flatMap { DayNumber($0) },
            name: "Nghỉ theo thông báo", basis: "TB 12/TB-UBND")
        return try await desk.perform(
            .calendars(.announce(change)), by: Actor(person), at: sources.now, key: key,
            fingerprint: [1])
    }

    func round() async throws -> Rounds.Outcome {
        try await desk.makeRound(at: sources.now)
    }
}

@Suite struct `A day that the house closes` {
    /// KS-01 has two working days: due on Wednesday 5 July 2017.
    @Test func `moves what is open, once, and says why`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let code = try await office.receive()
            let before = try await office.record(code, as: "chi")
            #expect(before.clock?.dueAt == LocalMinute("2017-07-05T17:30"))
            try await office.closeDay("2017-07-05")
            let waiting = try await office.record(code, as: "chi")
            #expect(waiting.clock?.dueAt == before.clock?.dueAt, "not behind its back")
            #expect(try await office.round().moved == 1)
            let after = try await office.record(code, as: "chi")
            #expect(after.clock?.dueAt == LocalMinute("2017-07-06T17:30"))
            #expect(after.registration.appointment == before.clock?.dueAt, "as it was printed")
            let told = try #require(after.happenings.first { $0.kind == .calendarTaken })
            #expect(told.text == "17:30 05/07/2017 → 17:30 06/07/2017. TB 12/TB-UBND")
            let row = try await office.number(
                "SELECT due AS n FROM dossier WHERE code = ?", [.text(code)])
            #expect(row == LocalMinute("2017-07-06T17:30")?.rawValue)
            let sequence = try await office.sequence()
            #expect(try await office.round().moved == 0)
            #expect(try await office.sequence() == sequence)
        }
    }

    @Test func `is counted from by what comes afterwards`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            try await office.closeDay("2017-07-05", pair: "2017-07-08")
            let code = try await office.receive()
            let state = try await office.state(code)
            #expect(state.registration.appointment == LocalMinute("2017-07-06T17:30"))
            #expect(state.calendar == 1 && state.calendarMoves == nil)
            #expect(try await office.round().moved == 0)
            // The Saturday is worked in exchange.
            try office.set("2017-07-07T09:00")
            let later = try await office.state(try await office.receive())
            #expect(later.registration.appointment == LocalMinute("2017-07-10T17:30"))
        }
    }

    @Test func `leaves what ended as it was`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let ended = try await office.receive()
            try await office.act(.close(.withdrawn, reason: "x"), on: ended, by: "chi")
            let before = try await office.record(ended, as: "chi")
            let rows = try await office.dumpOfReadTables()
            try await office.closeDay("2017-07-05")
            #expect(try await office.round().moved == 0)
            let after = try await office.record(ended, as: "chi")
            #expect(after.clock == before.clock)
            #expect(try await office.dumpOfReadTables() == rows)
        }
    }

    @Test func `moves the work lists and the times of reminders with it`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let code = try await office.receive()
            try await office.advance(code, times: 2)
            let before = try await office.work(.mine, of: "ha").rows.first
            #expect(before?.due == LocalMinute("2017-07-04T09:00"))
            try await office.closeDay("2017-07-04")
            _ = try await office.round()
            let after = try await office.work(.mine, of: "ha").rows.first
            #expect(after?.due == LocalMinute("2017-07-05T09:00"))
            try office.set("2017-07-04T10:00")
            #expect(try await office.round().dossiers == 0, "nothing falls due on a day off")
        }
    }

    @Test func `moves hundreds in pages, and a second node finds nothing left`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let count = Rounds.calendarPageSize * 2 + 7
            for _ in 0..<count { try await office.receive() }
            try await office.closeDay("2017-07-05")
            let other = Desk(store: office.desk.store, sources: office.desk.sources)
            async let first = office.round().moved
            async let second = other.makeRound(at: office.sources.now).moved
            #expect(try await first + second >= count)
            let moves = try await office.number(
                "SELECT count(*) AS n FROM entry WHERE type = 'dossier.calendarTaken'")
            #expect(moves == count, "each once")
            let left = try await office.number(
                "SELECT count(*) AS n FROM dossier WHERE calendar = 0")
            #expect(left == 0)
            #expect(try await office.desk.store.read { try Verification.run($0) }.isClean)
            let replay = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(replay.isClean, "\(replay.findings)")
        }
    }

    @Test func `replay gives the same rows`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            var codes: [String] = []
            for step in 0..<6 {
                let code = try await office.receive()
                codes.append(code)
                try await office.advance(code, times: step % 4)
            }
            try await office.act(.askDuty(1, reason: "lệ phí"), on: codes[0], by: "chi")
            try await office.closeDay("2017-07-05")
            _ = try await office.round()
            try await office.closeDay("2017-07-07", key: "b")
            _ = try await office.round()
            try office.set("2017-07-04T09:00")
            try await office.act(.confirmDuty(1), on: codes[0], by: "chi")
            for code in codes { try await office.advance(code) }
            let lived = try await office.dumpOfReadTables()
            try await DossierRebuild.run(in: office)
            let told = try await office.dumpOfReadTables()
            for table in DossierTestOffice.readTables {
                #expect(told[table] == lived[table], "\(table)")
            }
        }
    }

    @Test func `is announced once with one key, and by nobody else`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let first = try await office.closeDay("2017-07-05", key: "k")
            #expect(try await office.closeDay("2017-07-05", key: "k") == first)
            for person: PersonID in ["chi", "anh", "la"] {
                await #expect(throws: Calendars.Rejection.mayNotAnnounce, "\(person)") {
                    try await office.closeDay("2017-07-06", by: person)
                }
            }
            #expect(try await office.desk.read { try $0.calendarBook().last } == 1)
        }
    }
}
