// What a changed calendar means elsewhere: stops, lists, other offices, the end of the calendar.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `A changed calendar` {
    private func preview(
        _ day: String, as person: PersonID, in office: DossierTestOffice
    ) async throws -> Calendars.Preview {
        let change = Calendars.Change(
            kind: .off, day: try #require(DayNumber(day)), name: "Nghỉ", basis: "TB 12")
        let (viewer, now) = (try await office.viewer(person), office.now)
        return try await office.desk.read { try $0.preview(of: change, for: viewer, at: now) }
    }

    /// NĐ 61/2018 Đ19k4: after a supplement the term begins again, by the calendar of that time.
    @Test func `counts the term that a supplement begins again`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let code = try await office.receive()
            try await office.perform(
                .askSupplement(code, 1, reason: "thiếu", papers: ["Giấy chứng sinh"]), by: "chi")
            try await office.closeDay("2017-07-06")
            #expect(try await office.round().moved == 1)
            let stopped = try await office.state(code)
            #expect(stopped.calendarMoves?.first?.before == nil, "no date runs")
            #expect(stopped.calendarMoves?.first?.due == nil)
            try office.set("2017-07-05T09:00")
            try await office.act(.receiveSupplement(1), on: code, by: "chi")
            let record = try await office.record(code, as: "chi")
            #expect(record.clock?.dueAt == LocalMinute("2017-07-10T17:30"))
            let told = record.happenings.first { $0.kind == .calendarTaken }
            #expect(told?.text == "TB 12/TB-UBND")
        }
    }

    @Test func `is what lists count the time left with`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let code = try await office.receive()
            let before = try await office.register(as: "chi").first
            #expect(before?.left.minutes == 1_380, "seven hours today and two days")
            try await office.closeDay("2017-07-04")
            _ = try await office.round()
            let after = try await office.register(as: "chi").first
            #expect(after?.code == code && after?.left.minutes == 1_380)
            #expect(after?.due == LocalMinute("2017-07-06T17:30"))
        }
    }

    @Test func `is shown beforehand in the order of the dates, to whom the offices are`()
        async throws
    {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let later = try await office.receive()
            let sooner = try await office.receive { $0.process = "XN-03" }
            let today = try await office.receive { $0.process = "CT-02" }
            let stopped = try await office.receive()
            try await office.act(.askDuty(1, reason: "thuế"), on: stopped, by: "chi")
            try await office.receive(by: "la") {
                $0.office = "r"
                $0.process = "CT-02"
            }
            let shown = try await preview("2017-07-04", as: "quantri", in: office)
            #expect(shown.rows.map(\.code) == [sooner, later])
            #expect(shown.rows.map(\.before.day.day) == [4, 5])
            #expect(shown.rows.map(\.due.day.day) == [5, 6])
            #expect(!shown.rows.map(\.code).contains(today))
            #expect(shown.count == 2, "what is stopped has no date")
            let all = try await preview("2017-07-05", as: "quantri", in: office)
            #expect(all.count == 1)
            await #expect(throws: Calendars.Rejection.mayNotAnnounce) {
                try await preview("2017-07-04", as: "la", in: office)
            }
        }
    }

    /// The calendar ends with 2027: a date behind it is not made up, and nobody else waits for it.
    @Test func `passes over a dossier whose date it cannot tell`() async throws {
        try await DossierTestOffice.run(at: "2027-12-29T09:00") { office in
            try await office.hireAdministrator()
            let bad = try await office.receive()
            let good = try await office.receive { $0.process = "CT-02" }
            try await office.advance(bad)
            try await office.closeDay("2027-12-31")
            let outcome = try await office.round()
            #expect(outcome.moved + outcome.failures.count == 2)
            #expect(try await office.state(good).calendar == 1)
            for failure in outcome.failures { #expect(failure.hasPrefix(bad), "\(failure)") }
            #expect(try await office.desk.store.read { try Verification.run($0) }.isClean)
        }
    }

    @Test func `follows later decisions one after the other`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let code = try await office.receive()
            for (index, day) in ["2017-07-05", "2017-07-06", "2017-07-07"].enumerated() {
                try await office.closeDay(day, key: "k\(index)")
                #expect(try await office.round().moved == 1)
            }
            let state = try await office.state(code)
            #expect(state.calendarMoves?.map(\.issue) == [1, 2, 3])
            #expect(state.calendarMoves?.map(\.due?.day.day) == [6, 7, 10])
            #expect(state.calendarMoves?.map(\.before?.day.day) == [5, 6, 7])
            // Two at once are one move to the newest.
            try await office.closeDay("2017-07-10", key: "x")
            try await office.closeDay("2017-07-11", key: "y")
            #expect(try await office.round().moved == 1)
            #expect(try await office.state(code).calendarMoves?.last?.issue == 5)
            #expect(try await office.state(code).calendarMoves?.last?.due?.day.day == 12)
        }
    }
}
