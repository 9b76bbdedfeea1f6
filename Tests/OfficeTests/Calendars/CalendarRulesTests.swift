// What may be decided about days to come, and what is refused with its reason.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `A change of the calendar` {
    private static func day(_ text: String) -> DayNumber {
        DayNumber(text) ?? DayNumber(rawValue: 0)
    }

    /// Tuesday 4 July 2017, a working day; the Saturday of that week.
    private static let sound = Calendars.Change(
        kind: .off, day: day("2017-07-04"), pair: day("2017-07-08"), name: "Nghỉ hoán đổi",
        basis: "Thông báo 12/TB-UBND")

    private func decide(
        _ book: Calendars.Book = .init(), may: Bool = true,
        _ change: (inout Calendars.Change) -> Void = { _ in }
    ) throws -> [Calendars.Event] {
        var asked = Self.sound
        change(&asked)
        return try Calendars.decide(
            asked, on: book, by: "quantri", mayAnnounce: may,
            at: try #require(LocalMinute("2017-07-03T09:00")))
    }

    @Test func `makes the next issue, and its days hold`() throws {
        var book = Calendars.Book()
        for event in try decide() { book.apply(event) }
        #expect(book.last == 1)
        let calendar = try book.calendar(1)
        #expect(try !calendar.isWorkingDay(Self.day("2017-07-04")))
        #expect(try calendar.isWorkingDay(Self.day("2017-07-08")))
        #expect(try calendar.hours(of: Self.day("2017-07-08")) == .standard)
        #expect(calendar.label == "VN/1 CQ/1")
        #expect(try book.calendar(0) == .vietnam)
        #expect(calendar.specialDay(on: Self.day("2017-07-04"))?.source == "Thông báo 12/TB-UBND")
        // A later decision takes it back; the issue before stays as it was.
        let back = try Calendars.decide(
            .init(
                kind: .worked, day: Self.day("2017-07-04"), name: "Làm việc", basis: "TB 13"),
            on: book, by: "quantri", mayAnnounce: true,
            at: try #require(LocalMinute("2017-07-03T10:00")))
        for event in back { book.apply(event) }
        #expect(try book.calendar(2).isWorkingDay(Self.day("2017-07-04")))
        #expect(try book.calendar(2).isWorkingDay(Self.day("2017-07-08")))
        #expect(try !book.calendar(1).isWorkingDay(Self.day("2017-07-04")))
    }

    @Test func `is for administrators`() throws {
        #expect(throws: Calendars.Rejection.mayNotAnnounce) { try decide(may: false) }
    }

    private static let refused:
        [(@Sendable (inout Calendars.Change) -> Void, Calendars.Rejection)] =
            [
                ({ $0.name = "" }, .nameMissing),
                ({ $0.name = String(repeating: "ợ", count: 101) }, .nameTooLong),
                ({ $0.basis = "" }, .basisMissing),
                ({ $0.basis = String(repeating: "ợ", count: 201) }, .basisTooLong),
                ({ $0.day = day("2017-07-03") }, .dayPast(day("2017-07-03"), field: "day")),
                ({ $0.day = day("2017-06-30") }, .dayPast(day("2017-06-30"), field: "day")),
                ({ $0.pair = day("2017-07-01") }, .dayPast(day("2017-07-01"), field: "pair")),
                ({ $0.day = day("2017-07-09") }, .alreadyOff(day("2017-07-09"), field: "day")),
                ({ $0.pair = day("2017-07-05") }, .alreadyWorked(day("2017-07-05"), field: "pair")),
                ({ $0.day = day("2031-01-06") }, .dayOutside(day("2031-01-06"), field: "day")),
                (
                    {
                        $0.kind = .worked
                        $0.day = day("2017-07-08")
                    }, .pairOnlyForOff
                ),
                (
                    {
                        $0.kind = .worked
                        $0.pair = nil
                    }, .alreadyWorked(day("2017-07-04"), field: "day")
                ),
            ]

    @Test(arguments: refused.indices)
    func `is refused with its reason`(_ index: Int) throws {
        let (change, rejection) = Self.refused[index]
        #expect(throws: rejection) { try decide(.init(), change) }
        #expect(!rejection.sentence.vi.isEmpty && !rejection.sentence.en.isEmpty)
        #expect(rejection.code.hasPrefix("calendars."))
    }

    @Test func `is told by its stream as it was decided`() throws {
        let events = try decide()
        var book = Calendars.Book()
        for event in events { book.apply(event) }
        let entry = try EventEncoding.entry(of: events[0], feature: "calendar")
        #expect(entry.type == "calendar.announced")
        let again = try EventDecoding.event(
            Calendars.Event.self, entryType: entry.type, payload: entry.payload,
            feature: "calendar")
        #expect(again == events[0])
    }
}
