// Dates become numbers and come back; texts that are no dates are refused.
import Testing
import WorkTime

@Suite struct DayNumberTests {
    static let known: [(String, Int32, Weekday)] = [
        ("1970-01-01", 0, .thursday),
        ("1969-12-31", -1, .wednesday),
        ("2000-02-29", 11_016, .tuesday),
        ("2017-07-03", 17_350, .monday),
        ("2027-12-31", 21_183, .friday),
        ("0000-03-01", -719_468, .wednesday),
        ("0001-01-01", -719_162, .monday),
        ("9999-12-31", 2_932_896, .friday),
    ]

    @Test(arguments: known)
    func `known dates have their number and weekday`(
        _ text: String, _ number: Int32, _ weekday: Weekday
    ) {
        let day = DayNumber(rawValue: number)
        #expect(DayNumber(text) == day)
        #expect(day.text == text)
        #expect(day.weekday == weekday)
    }

    @Test func `every day of eight centuries follows the one before it`() throws {
        var previous = try #require(DayNumber("1599-12-31"))
        var weekday = previous.weekday.rawValue
        while previous.year < 2_400 {
            let day = previous + 1
            let next =
                DayNumber(year: previous.year, month: previous.month, day: previous.day + 1)
                ?? DayNumber(year: previous.year, month: previous.month + 1, day: 1)
                ?? DayNumber(year: previous.year + 1, month: 1, day: 1)
            weekday = weekday % 7 + 1
            guard next == day, day.weekday.rawValue == weekday else {
                Issue.record("\(previous) is followed by \(day)")
                return
            }
            previous = day
        }
    }

    @Test(arguments: [
        "", "2017", "2017-7-3", "2017-02-29", "2017-13-01", "2017-00-10", "2017-01-00",
        "2017-01-32", "2100-02-29", " 2017-01-01", "2017-01-01 ", "2017-01-01T00:00", "17-01-01",
        "+2017-01-01", "٢٠١٧-٠١-٠١", "-99999999-01-01", "+9999999-01-01", "2017/01/01",
    ])
    func `what is not a date is refused`(_ text: String) {
        #expect(DayNumber(text) == nil)
    }

    @Test func `parts that make no date are refused`() {
        #expect(DayNumber(year: .max, month: 1, day: 1) == nil)
        #expect(DayNumber(year: 2017, month: .min, day: 1) == nil)
        #expect(DayNumber(year: 2017, month: 1, day: .max) == nil)
        #expect(DayNumber(year: 2017, month: 4, day: 31) == nil)
    }

    @Test(arguments: [Int32.min, -1, 0, 1, .max])
    func `the first and the last day there is can be written and read`(_ number: Int32) {
        let day = DayNumber(rawValue: number)
        #expect(DayNumber(day.text) == day)
    }

    @Test func `sums stop at the ends`() {
        let last = DayNumber(rawValue: .max)
        #expect(last + 1 == last)
        #expect(last + Int.max == last)
        #expect(last - Int.min == last)
        #expect(last + Int.min == DayNumber(rawValue: .min))
        #expect(last - DayNumber(rawValue: .min) == 4_294_967_295)
    }

    @Test func `a date is written as offices write it`() {
        #expect(DayNumber("2017-07-03")?.civil.officeText == "03/07/2017")
        #expect(Weekday.sunday.name == Bilingual(vi: "Chủ nhật", en: "Sunday"))
        #expect(Weekday.allCases.filter(\.isWeekend) == [.saturday, .sunday])
    }
}
