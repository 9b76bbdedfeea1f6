// Whatever a page can show has a name in both languages, and no two of a kind share one.
import Testing
import WorkTime

@Suite struct WorkTimeNameTests {
    func areDistinct(_ names: [Bilingual]) -> Bool {
        let whole = names.allSatisfy { !$0.vi.isEmpty && !$0.en.isEmpty }
        return whole && Set(names.map(\.vi)).count == names.count
            && Set(names.map(\.en)).count == names.count
    }

    @Test func `every list of cases has distinct names`() {
        #expect(areDistinct(Weekday.allCases.map(\.name)))
        #expect(areDistinct(DayKind.allCases.map(\.name)))
        #expect(areDistinct(DayConfidence.allCases.map(\.name)))
        #expect(areDistinct(RuleConfidence.allCases.map(\.name)))
        #expect(areDistinct(Timeliness.allCases.map(\.name)))
        #expect(areDistinct(ClockEvent.Kind.allCases.map(\.name)))
    }

    @Test func `the test of names can fail`() {
        let name = Bilingual(vi: "một", en: "one")
        #expect(!areDistinct([name, name]))
        #expect(!areDistinct([Bilingual(vi: "", en: "one")]))
        #expect(!areDistinct([name, Bilingual(vi: "hai", en: "one")]))
    }

    @Test func `an event opens, closes, ends or is the receipt`() {
        for kind in ClockEvent.Kind.allCases {
            let roles = [kind.opens, kind.closes, kind.ends, kind == .received]
            #expect(roles.count { $0 } == 1)
        }
    }

    @Test func `days and moments are said as people say them`() {
        #expect(
            date("2017-07-09").phrase
                == Bilingual(vi: "Chủ nhật ngày 09/07/2017", en: "Sunday 2017-07-09"))
        #expect(
            clock("2017-07-09T07:05").phrase
                == Bilingual(
                    vi: "07:05 Chủ nhật ngày 09/07/2017", en: "07:05 on Sunday 2017-07-09"))
        #expect(
            DaySpan(date("2017-07-09"), date("2017-07-10")).phrase
                == Bilingual(
                    vi: "từ ngày 09/07/2017 đến ngày 10/07/2017",
                    en: "from 2017-07-09 to 2017-07-10"))
    }

    @Test func `a span knows what it holds`() {
        let span = DaySpan(date("2017-07-09"), date("2017-07-11"))
        let empty = DaySpan(date("2017-07-11"), date("2017-07-09"))
        #expect(span.count == 3 && empty.count == 0)
        #expect(span.contains(date("2017-07-09")) && span.contains(date("2017-07-11")))
        #expect(!span.contains(date("2017-07-12")) && !span.contains(date("2017-07-08")))
        #expect(span.contains(empty) && !empty.contains(span) && span.contains(span))
        #expect(DaySpan(DayNumber(rawValue: .min), DayNumber(rawValue: .max)).count > 0)
    }
}
