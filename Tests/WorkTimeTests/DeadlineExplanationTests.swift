// Sums shown line by line: rules, articles, names of the days left out, marks of confidence.
import Testing
import WorkTime

@Suite struct DeadlineExplanationTests {
    func explain(
        _ term: Term, _ received: String, cutoff: MinuteOfDay = .sameDayCutoff
    ) throws -> DeadlineExplanation {
        try Deadline.explain(
            term, received: clock(received), calendar: .vietnam, cutoff: cutoff)
    }

    @Test func `a term across Tết names every day of it`() throws {
        let lines = try explain(.workingDays(5), "2017-01-25T14:00").lines
        #expect(
            lines.map(\.rule) == [
                .startsNextDay, .startsNextDay, .weeklyRest, .holidays, .endsWithLastDay,
            ])
        let first = lines[0].sentence
        #expect(first.vi.hasPrefix("Tiếp nhận lúc 14:00 thứ Tư ngày 25/01/2017; "))
        #expect(first.vi.hasSuffix("thời hạn tính từ ngày kế tiếp."))
        #expect(first.en.hasPrefix("Received at 14:00 on Wednesday 2017-01-25; "))
        #expect(first.en.hasSuffix("the term is counted from the next day."))
        #expect(lines[1].sentence.vi == "Cộng 5 ngày làm việc.")
        #expect(lines[1].amount == .workingDays(5))
        #expect(lines[2].amount == .calendarDays(4))
        #expect(
            lines[3].days.map(\.day.text) == [
                "2017-01-26", "2017-01-27", "2017-01-30", "2017-01-31", "2017-02-01",
            ])
        for name in ["29 Tết", "Giao thừa", "Mùng ba", "Mùng bốn", "Mùng năm"] {
            #expect(lines[3].sentence.vi.contains(name))
        }
        #expect(lines[4].sentence.vi.hasPrefix("Hẹn trả kết quả: 17:30 thứ Tư ngày 08/02/2017"))
    }

    @Test func `days counted and left out add up to the days between`() throws {
        var random = WorkTimeRandom(seed: 31)
        let span = DaySpan(date("2016-01-01"), date("2027-06-30"))
        for _ in 0..<800 {
            let received = random.moment(in: span)
            let n = random.number(1...40)
            let explanation = try Deadline.explain(
                .workingDays(n), received: received, calendar: .vietnam)
            var out = 0
            for line in explanation.lines {
                if case .calendarDays(let days) = line.amount { out += days }
            }
            #expect(n + out == explanation.due.day - received.day)
        }
    }

    @Test func `an exchanged Saturday is named where it counts`() throws {
        let lines = try explain(.workingDays(5), "2018-12-28T09:00").lines
        let exchanged = lines.filter { $0.rule == .exchangedDays }
        #expect(exchanged.map { $0.days.map(\.day.text) } == [["2018-12-31"], ["2019-01-05"]])
        #expect(exchanged.map(\.amount) == [.calendarDays(1), .workingDays(1)])
        #expect(exchanged[1].sentence.vi.contains("05/01/2019 Làm bù cho ngày 31/12/2018"))
        #expect(lines.contains { $0.sentence.vi.contains("01/01/2019 Tết Dương lịch") })
    }

    @Test func `a sum that rests on an unconfirmed day says so`() throws {
        let lines = try explain(.workingDays(2), "2025-12-31T09:00").lines
        let exchanged = try #require(lines.first { $0.rule == .exchangedDays })
        #expect(exchanged.dayConfidence == .unconfirmed)
        #expect(exchanged.sentence.vi.contains("chưa xác nhận"))
        #expect(exchanged.sentence.en.contains("unconfirmed"))
        let projected = try explain(.workingDays(1), "2027-09-01T09:00").lines
        let holidays = try #require(projected.first { $0.rule == .holidays })
        #expect(holidays.dayConfidence == .projection)
        #expect(holidays.sentence.vi.contains("02/09/2027 Quốc khánh (dự kiến)"))
    }

    @Test func `calendar days that end on a day off are moved and the holidays named`() throws {
        let lines = try explain(.calendarDays(30), "2017-08-03T09:00").lines
        #expect(
            lines.map(\.rule) == [
                .startsNextDay, .startsNextDay, .movesToWorkingDay, .weeklyRest, .holidays,
                .endsWithLastDay,
            ])
        #expect(lines[2].from == clock("2017-09-02T00:00"))
        #expect(lines[2].sentence.vi.contains("thứ Bảy ngày 02/09/2017"))
        #expect(lines[4].days.map(\.day.text) == ["2017-09-02", "2017-09-04"])
        let straight = try explain(.calendarDays(30), "2017-07-03T09:00").lines
        #expect(straight.map(\.rule) == [.startsNextDay, .startsNextDay, .endsWithLastDay])
    }

    @Test func `the same day tells which side of the cut-off it was`() throws {
        let inTime = try explain(.sameDay, "2017-07-03T15:00")
        #expect(inTime.lines.map(\.rule) == [.sameDay, .endsWithLastDay])
        #expect(inTime.lines[0].sentence.vi.contains("không sau 15:00"))
        let late = try explain(.sameDay, "2017-07-03T15:01")
        #expect(late.lines[0].sentence.vi.contains("trả vào ngày làm việc tiếp theo"))
        #expect(late.due.text == "2017-07-04T17:30")
        let early = try #require(MinuteOfDay("10:00"))
        #expect(
            try explain(.sameDay, "2017-07-03T10:01", cutoff: early).due.text
                == "2017-07-04T17:30")
        #expect(
            try explain(.sameDay, "2017-07-03T10:00", cutoff: early).due.text
                == "2017-07-03T17:30")
    }

    @Test func `hours run at once and end at their minute`() throws {
        let explanation = try explain(.workingMinutes(120), "2026-05-22T16:30")
        #expect(
            explanation.lines.map(\.rule) == [
                .startsAtOnce, .startsAtOnce, .weeklyRest, .endsWithLastDay,
            ])
        #expect(
            explanation.lines[1].sentence
                == Bilingual(
                    vi: "Cộng 2 giờ làm việc.", en: "Add 2 working hours."))
        #expect(explanation.lines[3].sentence.vi == "Hạn: 09:00 thứ Hai ngày 25/05/2026.")
    }

    @Test(arguments: TimeRule.allCases)
    func `every rule has its article and says how firm it is`(_ rule: TimeRule) {
        #expect(!rule.article.vi.isEmpty && !rule.article.en.isEmpty)
        let line = ExplanationLine(rule, vi: "câu", en: "sentence")
        #expect(line.article == rule.article)
        #expect(line.confidence == rule.confidence)
        #expect(!line.confidence.name.vi.isEmpty)
        #expect(line.dayConfidence == .confirmed)
    }

    @Test func `what is law is told apart from what is practice`() {
        #expect(TimeRule.startsNextDay.article.vi == "Bộ luật Dân sự 2015, Điều 147")
        #expect(TimeRule.restartsAfterSupplement.confidence == .law)
        #expect(TimeRule.indexSubtractsStops.confidence == .practice)
        #expect(TimeRule.lateStaysLate.confidence == .design)
    }
}
