// Moments of the office clock, times of day, and the step from and to UTC.
import Testing
import WorkTime

@Suite struct LocalMinuteTests {
    @Test(arguments: [
        ("1970-01-01T00:00", 0), ("1970-01-01T00:01", 1), ("1969-12-31T23:59", -1),
        ("1969-12-31T00:00", -1_440), ("2017-07-03T09:00", 24_984_540),
    ])
    func `known moments have their number`(_ text: String, _ number: Int) {
        #expect(LocalMinute(text)?.rawValue == number)
        #expect(LocalMinute(rawValue: number).text == text)
    }

    @Test func `day and minute of day make the moment again`() {
        var random = WorkTimeRandom(seed: 1)
        for _ in 0..<2_000 {
            let moment = LocalMinute(rawValue: random.number(-90_000_000...90_000_000))
            #expect((0...1_439).contains(moment.minuteOfDay))
            #expect(LocalMinute(day: moment.day, minuteOfDay: moment.time) == moment)
            #expect(LocalMinute(moment.text) == moment)
        }
    }

    @Test(arguments: [
        "", "2017-07-03", "2017-07-03 09:00", "2017-07-03T9:00", "2017-07-03T09:60",
        "2017-07-03T24:01", "2017-07-03T25:00", "2017-07-03T09:00:00", "2017-07-03T09:00Z",
        "2017-02-30T09:00", "T09:00", "2017-07-03T-1:00",
    ])
    func `what is not a moment is refused`(_ text: String) {
        #expect(LocalMinute(text) == nil)
    }

    @Test func `24h is the beginning of the next day`() {
        #expect(LocalMinute("2017-12-31T24:00") == LocalMinute("2018-01-01T00:00"))
    }

    @Test func `moments beyond all dates do not trap`() {
        let last = LocalMinute(rawValue: .max)
        #expect(last.day == DayNumber(rawValue: .max))
        #expect(LocalMinute(rawValue: .min).day == DayNumber(rawValue: .min))
        #expect(last + 1 == last)
        #expect(LocalMinute(rawValue: .min) + .min == LocalMinute(rawValue: .min))
        #expect(!last.text.isEmpty)
    }

    @Test(arguments: [("00:00", 0), ("08:00", 480), ("15:00", 900), ("24:00", 1_440)])
    func `times of day are read and written`(_ text: String, _ minutes: Int) {
        #expect(MinuteOfDay(text)?.minutes == minutes)
        #expect(MinuteOfDay(minutes)?.text == text)
    }

    @Test func `times that no clock shows are refused`() {
        #expect(MinuteOfDay(-1) == nil)
        #expect(MinuteOfDay(1_441) == nil)
        #expect(MinuteOfDay(.max) == nil)
        for text in ["8:00", "08:0", "08:60", "24:01", "08-00", "", "08:00 "] {
            #expect(MinuteOfDay(text) == nil)
        }
    }
}

@Suite struct InstantTests {
    @Test func `seven hours lie between UTC and the office`() {
        let local = Instant(milliseconds: 0).local(in: .indochina)
        #expect(local.text == "1970-01-01T07:00")
        #expect(Instant(local, in: .indochina).milliseconds == 0)
    }

    @Test func `seconds are cut off on both sides of the epoch`() {
        #expect(Instant(milliseconds: 59_999).local(in: .indochina).text == "1970-01-01T07:00")
        #expect(Instant(milliseconds: 60_000).local(in: .indochina).text == "1970-01-01T07:01")
        #expect(Instant(milliseconds: -1).local(in: .indochina).text == "1970-01-01T06:59")
        #expect(Instant(milliseconds: -60_000).local(in: .indochina).text == "1970-01-01T06:59")
        #expect(Instant(milliseconds: -60_001).local(in: .indochina).text == "1970-01-01T06:58")
    }

    @Test func `every minute comes back from its instant`() throws {
        var random = WorkTimeRandom(seed: 2)
        for _ in 0..<1_000 {
            let zone = try #require(ZoneOffset(minutes: random.number(-1_440...1_440)))
            let local = LocalMinute(rawValue: random.number(-50_000_000...50_000_000))
            let instant = Instant(local, in: zone)
            #expect(instant.local(in: zone) == local)
            let late = Instant(milliseconds: instant.milliseconds + 59_999)
            #expect(late.local(in: zone) == local)
        }
    }

    @Test func `the ends of time do not trap`() {
        _ = Instant(milliseconds: .min).local(in: .indochina)
        _ = Instant(milliseconds: .max).local(in: .indochina)
        #expect(Instant(LocalMinute(rawValue: .min), in: .indochina).milliseconds == .min)
        #expect(Instant(LocalMinute(rawValue: .max), in: .indochina).milliseconds == .max)
        #expect(Instant(milliseconds: 1) < Instant(milliseconds: 2))
    }

    @Test func `no zone lies more than a day away`() {
        #expect(ZoneOffset(minutes: 420) == .indochina)
        #expect(ZoneOffset(minutes: 1_441) == nil)
        #expect(ZoneOffset(minutes: .min) == nil)
    }
}
