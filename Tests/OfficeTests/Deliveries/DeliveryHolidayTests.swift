// National Day 2017: a Saturday. The deadline engine rests, the officer with the flowers does not.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `A delivery on 2 September` {
    private static let holiday = DeliverySamples.day("2017-09-02")

    /// A dossier received on Friday 1 September, ready on the same day, asked home for Saturday.
    private func friday(
        _ body: (DossierTestOffice, String) async throws -> Void
    ) async throws {
        try await DossierTestOffice.run(at: "2017-09-01T09:00") { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.askHome(code, by: nil) {
                $0.wish = DeliverySamples.moment("2017-09-02T08:00")
                $0.hasGift = true
            }
            try await office.schedule(code, "2017-09-02T08:00", officer: "chi")
            try await body(office, code)
        }
    }

    @Test func `is possible, with flowers and a card`() async throws {
        try await friday { office, code in
            try office.set("2017-09-02T08:10")
            let route = try await office.route("2017-09-02", as: "chi")
            #expect(route.isDayOff && route.stops.map(\.dossier) == [code])
            #expect(route.stops.first?.hasGift == true)
            try await office.order(.send, code, by: "chi")
            try office.set("2017-09-02T08:45")
            try await office.handOver(code, by: "chi") { $0.giftGiven = true }
            #expect(try await office.standing(code) == .delivered)
            #expect(try await office.state(code).status == .returned)
            #expect(try await office.state(code).instance?.endedAt == office.now)
        }
    }

    @Test func `and the deadline engine treats the day as off all the same`() async throws {
        #expect(try WorkCalendar.vietnam.isWorkingDay(Self.holiday) == false)
        #expect(WorkCalendar.vietnam.specialDay(on: Self.holiday)?.kind == .statutory)
        try await DossierTestOffice.run(at: "2017-09-01T09:00") { office in
            try await office.issue()
            let code = try await office.receive()
            // Two working days from Friday: Saturday to Monday are off.
            let due = try #require(try await office.details(code).appointment)
            #expect(due.day == DeliverySamples.day("2017-09-06"))
            try await office.askHome(code)
            try await office.schedule(code, "2017-09-02T08:00")
            #expect(try await office.details(code).appointment == due)
            let plain = try Deadline.due(
                .workingDays(2), received: office.now, calendar: .vietnam)
            #expect(plain == due)
        }
    }

    @Test func `hours of that day go into the sheet for compensatory leave`() async throws {
        try await friday { office, code in
            try office.set("2017-09-02T08:10")
            try await office.order(.send, code, by: "chi")
            try office.set("2017-09-02T08:45")
            try await office.handOver(code, by: "chi")
            let leave = try await office.leave(as: "binh", "2017-Q3")
            let line = try #require(leave.lines.first)
            #expect(leave.lines.count == 1 && leave.minutes == 35)
            #expect(line.person == "chi" && line.day == Self.holiday && line.visits == 1)
            #expect(line.holiday?.vi.contains("Quốc khánh") == true)
            #expect(try await office.leave(as: "binh", "2017-Q2").lines.isEmpty)
        }
    }

    @Test func `the citizen is told the slot and the code`() async throws {
        try await friday { office, code in
            let page = try await office.track(
                code, DossierTestOffice.digits, wantsJSON: false)
            #expect(page.text.contains("Thứ Bảy 02/09/2017, 08:00–11:00"))
            let door = try #require(try await office.doorCode(code))
            #expect(page.text.contains(Deliveries.spoken(door)))
        }
    }
}

@Suite struct `Time after the result is ready` {
    /// However late it is brought, and however often nobody was at home.
    @Test(arguments: [1, 10, 60])
    func `never counts as lateness`(_ days: Int) async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            let ready = try await office.details(code)
            #expect(ready.timeliness == .early)
            let mark = try await office.state(code).endMark
            try await office.askHome(code)
            for offset in [0, days / 2, days] {
                let day = DeliverySamples.day("2017-07-03") + offset
                let slot = try #require(
                    Deliveries.Plan().slots(from: day, .vietnam).first {
                        $0.end > office.now
                    })
                office.sources.set(slot.start)
                try await office.order(.schedule(slot.start, officer: "chi"), code)
                try await office.order(.send, code, by: "chi")
                try await office.order(.fail(.absent), code, by: "chi")
            }
            let slot = try #require(
                Deliveries.Plan().slots(from: office.now.day + 1, .vietnam).first)
            office.sources.set(slot.start)
            try await office.order(.schedule(slot.start, officer: "chi"), code)
            try await office.order(.send, code, by: "chi")
            try await office.handOver(code, by: "chi")
            let dossier = try await office.state(code)
            #expect(dossier.status == .returned && dossier.endMark == mark)
            #expect(try await office.details(code).timeliness == .early)
            let late = try await office.number("SELECT sum(late) AS n FROM dossierCount")
            #expect(late == 0)
            let early = try await office.number("SELECT sum(early) AS n FROM dossierCount")
            #expect(early == 1)
        }
    }
}

@Suite struct `The sheet of hours on days off` {
    /// Carries one result from a minute to a minute.
    private func carry(
        _ office: DossierTestOffice, slot: String, from: String, to: String,
        officer: PersonID = "ha"
    ) async throws {
        let code = try await office.ready()
        try await office.askHome(code)
        try await office.schedule(code, slot, officer: officer)
        try office.set(from)
        try await office.order(.send, code, by: officer)
        try office.set(to)
        try await office.order(.fail(.absent), code, by: officer)
    }

    @Test func `adds up slots of a day and leaves out the time between`() async throws {
        try await DossierTestOffice.run(at: "2017-07-07T09:00") { office in
            try await office.issue()
            for (slot, from, to) in [
                ("2017-07-08T08:00", "2017-07-08T08:00", "2017-07-08T08:30"),
                ("2017-07-08T08:00", "2017-07-08T08:40", "2017-07-08T09:00"),
                ("2017-07-08T14:00", "2017-07-08T14:10", "2017-07-08T14:25"),
                ("2017-07-09T14:00", "2017-07-09T14:00", "2017-07-09T14:07"),
            ] {
                try await carry(office, slot: slot, from: from, to: to)
            }
            let leave = try await office.leave()
            #expect(leave.lines.map(\.minutes) == [60 + 15, 7])
            #expect(leave.lines.map(\.visits) == [3, 1])
            #expect(leave.lines.allSatisfy { $0.holiday == nil })
            #expect(leave.minutes == 82)
        }
    }

    @Test func `has no evening of a working day`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            try await carry(
                office, slot: "2017-07-03T17:30", from: "2017-07-03T17:30",
                to: "2017-07-03T18:30")
            #expect(try await office.leave().lines.isEmpty)
            #expect(try await office.number("SELECT count(*) AS n FROM deliveryAttempt") == 1)
        }
    }

    @Test func `follows the calendar of the house when it changes`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            try await office.hireAdministrator()
            var evening = Deliveries.usualSlots[0]
            evening.onHolidays = true
            try await office.plan(.setSlots([evening]))
            try await office.closeDay("2017-07-05")
            try await carry(
                office, slot: "2017-07-05T17:30", from: "2017-07-05T17:30",
                to: "2017-07-05T18:00")
            let line = try #require(try await office.leave().lines.first)
            #expect(line.minutes == 30 && line.holiday != nil)
        }
    }

    @Test func `shows others' hours to those who run or lead, one's own to anybody`() async throws {
        try await DossierTestOffice.run(at: "2017-07-07T09:00") { office in
            try await office.issue()
            for officer: PersonID in ["ha", "chi"] {
                try await carry(
                    office, slot: "2017-07-08T08:00", from: "2017-07-08T08:00",
                    to: "2017-07-08T08:20", officer: officer)
                try office.set("2017-07-07T09:00")
            }
            for (person, seen) in [
                ("chi", ["chi", "ha"]), ("binh", ["chi", "ha"]), ("anh", ["chi", "ha"]),
                ("ha", ["ha"]), ("tam", []), ("la", []), ("giang", []),
            ] as [(PersonID, [PersonID])] {
                let leave = try await office.leave(as: person)
                #expect(leave.lines.map(\.person) == seen, "\(person)")
            }
            for person: PersonID in ["la", "giang"] {
                await #expect(throws: Deliveries.Rejection.officeUnknown("p")) {
                    _ = try await office.leave(as: person, office: "p")
                }
            }
            #expect(try await office.leave(as: "ha", office: "p").isOwn)
        }
    }

    @Test func `downloads as a table that no spreadsheet takes for formulas`() throws {
        let lines = [
            Deliveries.LeaveLine(
                person: "ha", name: "=Người, \"ha\"", day: DeliverySamples.day("2017-09-02"),
                holiday: Bilingual(vi: "Quốc khánh", en: "National Day"), visits: 2,
                minutes: 75)
        ]
        let text = Deliveries.table(of: lines, heads: ["a", "b", "c", "d", "e", "f"]) {
            $0.holiday?.vi ?? ""
        }
        let rows = try CSVReading.rows(text)
        #expect(rows.count == 2)
        #expect(
            rows[1] == ["2017-09-02", "Quốc khánh", "ha", "'=Người, \"ha\"", "2", "75"])
    }
}
