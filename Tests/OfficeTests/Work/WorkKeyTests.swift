// The key of the next page: what it reads, what it refuses, how it sorts.

import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Keys of the next page` {
    @Test func `come back as they were written`() throws {
        for due in [0, 7, 24_981_090, Dossiers.sortLast] {
            let key = try WorkKey(WorkKey.text(due, "PA-170703-0001", 12))
            #expect(key.due == due)
            #expect(key.dossier == "PA-170703-0001")
            #expect(key.item == 12)
            #expect(key.arguments == [SQLValue(due), .text("PA-170703-0001"), SQLValue(12)])
        }
        let first = try WorkKey(nil)
        #expect(first.due == -1 && first.dossier.isEmpty && first.item == 0)
    }

    @Test func `sort as text the way they sort as numbers`() {
        let dues = [9, 10, 99, 100, 24_981_090, Dossiers.sortLast]
        let keys = dues.map { WorkKey.text($0, "A", 1) }
        #expect(keys == keys.sorted())
    }

    @Test(arguments: [
        "", "~", "~~", "1~2", "1~a~b", "a~b~1", "1~b~1~2", "99999999999999999999999~a~1",
        "1~a~99999999999999999999999", "0x1~a~1", " 1~a~1", "1~a~1 ", "%00~%00~%00",
        "1';DROP TABLE dossier--", "\u{0}~\u{0}~\u{0}", "１~a~１",
    ])
    func `are refused when they are something else`(_ text: String) {
        #expect(throws: DeskRefusal.unknown(text)) { try WorkKey(text) }
    }

    @Test func `of chance never crash`() {
        var chance = DossierTestChance(seed: 11)
        let characters = Array("0123456789~-+abcđ\u{0}'\"% ")
        for _ in 0..<2000 {
            let text = String((0..<chance.below(24)).map { _ in chance.pick(characters) })
            if let key = try? WorkKey(text) {
                #expect(
                    text == "\(text.prefix { $0 != "~" })~\(key.dossier)~"
                        + String(text.reversed().prefix { $0 != "~" }.reversed()))
            }
        }
    }
}

@Suite struct `Time left` {
    private let calendar = WorkCalendar.vietnam

    /// Now is Monday, 3 July 2017, 09:00.
    @Test(arguments: [
        ("2017-07-03T08:59", Work.TimeLeft.State.late, -1),
        ("2017-06-30T17:30", .late, -60),
        ("2017-07-03T09:00", .today, 0), ("2017-07-03T17:30", .today, 420),
        ("2017-07-04T17:30", .soon, 900), ("2017-07-05T09:00", .soon, 960),
        ("2017-07-05T09:01", .ok, 961),
    ])
    func `is counted in working minutes`(
        _ due: String, _ state: Work.TimeLeft.State, _ minutes: Int
    ) throws {
        let left = Work.TimeLeft(
            due: LocalMinute(due), now: try #require(LocalMinute("2017-07-03T09:00")),
            waits: false, calendar: calendar)
        #expect(left.state == state)
        #expect(left.minutes == minutes)
    }

    @Test func `is unknown without a date, while waiting and beyond the calendar`() throws {
        let now = try #require(LocalMinute("2017-07-03T09:00"))
        let undated = Work.TimeLeft(due: nil, now: now, waits: false, calendar: calendar)
        #expect(undated.state == .undated && undated.minutes == nil)
        let waiting = Work.TimeLeft(due: now, now: now, waits: true, calendar: calendar)
        #expect(waiting.state == .waiting && waiting.minutes == nil)
        let far = Work.TimeLeft(
            due: LocalMinute("2999-01-01T08:00"), now: now, waits: false, calendar: calendar)
        #expect(far.state == .undated)
    }
}
