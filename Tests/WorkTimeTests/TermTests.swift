// Terms are written to files and read back; hostile amounts and units are refused.
import Testing
import WorkTime

@Suite struct TermTests {
    static let pairs: [(Term, String)] = [
        (.workingDays(5), "5 working_days"),
        (.workingMinutes(480), "480 working_minutes"),
        (.halfDays(1), "1 half_days"),
        (.calendarDays(30), "30 calendar_days"),
        (.sameDay, "same_day"),
        (.workingDays(-3), "-3 working_days"),
    ]

    @Test(arguments: pairs)
    func `a term is read back from its text`(_ term: Term, _ text: String) {
        #expect(term.text == text)
        #expect(Term(text) == term)
    }

    @Test func `the singular and hours are read too`() {
        #expect(Term("1 working_day") == .workingDays(1))
        #expect(Term("8 working_hours") == .workingMinutes(480))
        #expect(Term(amount: 1, unit: "half_day") == .halfDays(1))
        #expect(Term(amount: 0, unit: "same_day") == .sameDay)
    }

    @Test(arguments: [
        "", "5", "working_days", "5  working_days", " 5 working_days", "5 working_days ",
        "+5 working_days", "5.5 working_days", "5 weeks", "1 same_day", "Same_Day",
        "99999999999999999999 working_days", "9223372036854775807 working_hours",
    ])
    func `what is not a term is refused`(_ text: String) {
        #expect(Term(text) == nil)
    }

    @Test func `terms are said in both languages`() {
        #expect(Term.workingDays(1).phrase == Bilingual(vi: "1 ngày làm việc", en: "1 working day"))
        #expect(Term.workingMinutes(120).phrase.vi == "2 giờ làm việc")
        #expect(Term.workingMinutes(90).phrase.en == "90 working minutes")
        #expect(Term.sameDay.phrase[.vi] == "trong ngày")
    }

    @Test func `only minutes and halves end at a minute`() {
        #expect(Term.workingDays(1).endsWithDay)
        #expect(Term.calendarDays(1).endsWithDay)
        #expect(Term.sameDay.endsWithDay)
        #expect(!Term.workingMinutes(1).endsWithDay)
        #expect(!Term.halfDays(1).endsWithDay)
    }
}
