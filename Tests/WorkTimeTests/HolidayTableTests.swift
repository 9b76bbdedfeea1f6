// The built-in table against the published list, row by row, where that list lies beside.
import Foundation
import Testing
import WorkTime

@Suite struct HolidayTableTests {
    static let list = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
        .appending(path: "shared/domain/one-stop/holidays-2016-2027.csv")

    static var isThere: Bool { FileManager.default.fileExists(atPath: list.path) }

    @Test(.enabled(if: isThere, "the published list is not beside the package"))
    func `every row of the published list is in the calendar and nothing else`() throws {
        let text = try String(contentsOf: Self.list, encoding: .utf8)
        let rows = text.split(whereSeparator: \.isNewline).dropFirst()
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        let calendar = WorkCalendar.vietnam
        let rules = calendar.specialDays(in: calendar.span)
        #expect(rows.count == rules.count)
        for (row, rule) in zip(rows, rules) {
            #expect(rule.day.text == row[0])
            #expect(rule.kind.rawValue == row[2])
            #expect(try calendar.isWorkingDay(rule.day) == (row[4] == "1"))
            #expect(rule.day.weekday.isWeekend == (row[5] == "yes"))
            let confidence = row[7] == "high" ? "confirmed" : row[7]
            #expect(rule.confidence.rawValue == confidence)
            if rule.pair == nil { #expect(rule.name.vi == row[3]) }
        }
    }
}
