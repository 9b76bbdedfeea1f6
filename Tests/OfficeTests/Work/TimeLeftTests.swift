// Time left around lunch, evenings, weekends and holidays, and that counts agree with states.

import Testing
import WorkTime

@testable import Office

@Suite struct `Time left over the day` {
    private static let calendar = WorkCalendar.vietnam

    private static func left(_ due: LocalMinute?, at now: LocalMinute) -> Work.TimeLeft {
        Work.TimeLeft(due: due, now: now, waits: false, calendar: calendar)
    }

    /// Offices work 8:00-12:00 and 13:30-17:30, Monday to Friday.
    @Test(arguments: [
        // Monday before the office opens, and the first minute.
        ("2017-07-03T06:00", "2017-07-03T08:00", Work.TimeLeft.State.today, 0),
        ("2017-07-03T06:00", "2017-07-03T08:01", .today, 1),
        ("2017-07-03T07:59", "2017-06-30T17:30", .late, 0),
        // Around lunch: nobody is late because of a pause.
        ("2017-07-03T11:30", "2017-07-03T12:00", .today, 30),
        ("2017-07-03T11:30", "2017-07-03T13:30", .today, 30),
        ("2017-07-03T11:30", "2017-07-03T14:00", .today, 60),
        ("2017-07-03T12:30", "2017-07-03T12:00", .today, 0),
        ("2017-07-03T13:30", "2017-07-03T12:00", .today, 0),
        ("2017-07-03T13:31", "2017-07-03T12:00", .late, -1),
        ("2017-07-03T12:30", "2017-07-03T11:59", .late, -1),
        ("2017-07-03T12:30", "2017-07-03T17:30", .today, 240),
        // The evening of the due day is still that day; midnight is not.
        ("2017-07-03T17:30", "2017-07-03T17:30", .today, 0),
        ("2017-07-03T23:59", "2017-07-03T17:30", .today, 0),
        ("2017-07-04T00:00", "2017-07-03T17:30", .late, 0),
        ("2017-07-03T18:00", "2017-07-03T17:29", .late, -1),
        ("2017-07-03T18:00", "2017-07-04T08:00", .soon, 0),
        ("2017-07-04T08:01", "2017-07-03T17:30", .late, -1),
        // Over a weekend nothing passes.
        ("2017-07-07T17:00", "2017-07-10T08:30", .soon, 60),
        ("2017-07-08T10:00", "2017-07-10T08:30", .soon, 30),
        ("2017-07-09T23:00", "2017-07-10T08:30", .soon, 30),
        ("2017-07-08T10:00", "2017-07-07T17:30", .late, 0),
        ("2017-07-08T10:00", "2017-07-08T09:00", .today, 0),
        ("2017-07-10T08:00", "2017-07-07T17:30", .late, 0),
        // National Day 2017 fell on a Saturday: Monday the 4th was free in lieu.
        ("2017-09-01T17:00", "2017-09-05T08:30", .soon, 60),
        ("2017-09-04T12:00", "2017-09-05T08:30", .soon, 30),
        // Lunar New Year 2018: 14 to 20 February.
        ("2018-02-13T17:00", "2018-02-21T09:00", .soon, 90),
        ("2018-02-13T08:00", "2018-02-21T17:30", .soon, 960),
        ("2018-02-13T08:00", "2018-02-22T08:01", .ok, 961),
        ("2018-02-17T08:00", "2018-02-13T17:30", .late, 0),
    ])
    func `counts working minutes alone`(
        _ now: String, _ due: String, _ state: Work.TimeLeft.State, _ minutes: Int
    ) throws {
        let left = Self.left(LocalMinute(due), at: try #require(LocalMinute(now)))
        #expect(left.state == state)
        #expect(left.minutes == minutes)
    }

    private func moment(_ chance: inout DossierTestChance) -> LocalMinute {
        let day = organisationDay("2017-08-25") + chance.below(20)
        // Often at the edges of the working day.
        let minute =
            chance.below(3) == 0
            ? chance.pick([0, 479, 480, 481, 719, 720, 721, 809, 810, 811, 1049, 1050, 1051, 1439])
            : chance.below(1440)
        return LocalMinute(startOf: day) + minute
    }

    @Test func `is the number of open minutes between the two, one by one`() throws {
        var chance = DossierTestChance(seed: 51)
        for _ in 0..<300 {
            let now = moment(&chance)
            let due = now + (chance.below(4 * 1440) - 2 * 1440)
            var count = 0
            var minute = min(now, due)
            while minute < max(now, due) {
                if try Self.calendar.isOpen(at: minute) { count += 1 }
                minute = minute + 1
            }
            let left = Self.left(due, at: now)
            #expect(left.minutes == (due < now ? -count : count), "\(now) \(due)")
        }
    }

    @Test func `never grows while time passes, and never gets better`() {
        var chance = DossierTestChance(seed: 52)
        let order: [Work.TimeLeft.State] = [.ok, .soon, .today, .late]
        for _ in 0..<40 {
            let due = moment(&chance)
            var (now, before) = (due + -5 * 1440, Int.max)
            var rank = 0
            while now < due + 3 * 1440 {
                let left = Self.left(due, at: now)
                let minutes = left.minutes ?? Int.max
                #expect(minutes <= before, "\(now) \(due)")
                let next = order.firstIndex(of: left.state) ?? -1
                #expect(next >= rank, "\(now) \(due) \(left.state)")
                (before, rank) = (minutes, next)
                now = now + 37
            }
        }
    }

    @Test func `counts take for late exactly what the list shows as late`() {
        var chance = DossierTestChance(seed: 53)
        var late = 0
        for _ in 0..<4000 {
            let now = moment(&chance)
            let due =
                chance.below(2) == 0
                ? moment(&chance) : LocalMinute(startOf: now.day) + chance.below(1440)
            let bound = Work.firstOpenDue(at: now, calendar: Self.calendar)
            #expect(bound <= now && bound.day == now.day)
            let isLate = Self.left(due, at: now).state == .late
            #expect((due < bound) == isLate, "\(now) \(due) \(bound)")
            late += isLate ? 1 : 0
        }
        #expect(late > 500 && late < 3500)
    }

    @Test func `is not guessed beyond the calendar`() throws {
        let now = try #require(LocalMinute("2017-07-03T09:00"))
        for text in [
            "2015-06-01T09:00", "2031-01-01T08:00", "0001-01-01T00:00", "9999-12-31T23:59",
        ] {
            #expect(Self.left(LocalMinute(text), at: now).state == .undated, "\(text)")
            let far = try #require(LocalMinute(text))
            #expect(Self.left(now, at: far).state == .undated)
            #expect(Work.firstOpenDue(at: far, calendar: Self.calendar) == far)
        }
        #expect(Self.left(LocalMinute(rawValue: .max), at: now).minutes == nil)
        #expect(Self.left(LocalMinute(rawValue: .min), at: now).minutes == nil)
    }
}
