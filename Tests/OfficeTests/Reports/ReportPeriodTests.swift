// Periods: parts of a year fit together without a gap, and queries mean what they say.

import Foundation
import Testing
import WorkTime

@testable import Office

@Suite struct `Periods of reports` {
    private func span(_ text: String) throws -> DaySpan {
        try #require(Reports.Period(text), "\(text)").span
    }

    /// One after the other they are the whole: no day twice, none left out.
    private func expectFit(_ parts: [String], _ whole: String) throws {
        let spans = try parts.map(span)
        let all = try span(whole)
        #expect(spans.first?.first == all.first)
        #expect(spans.last?.last == all.last)
        for (earlier, later) in zip(spans, spans.dropFirst()) {
            #expect(later.first == earlier.last + 1, "\(whole)")
        }
    }

    @Test(arguments: [1600, 1900, 1999, 2000, 2016, 2017, 2020, 2100, 9998])
    func `halves, quarters and months make up their year`(_ year: Int) throws {
        let months = (1...12).map { "\(year)-\($0 < 10 ? "0" : "")\($0)" }
        try expectFit(["\(year)-H1", "\(year)-H2"], "\(year)")
        try expectFit((1...4).map { "\(year)-Q\($0)" }, "\(year)")
        try expectFit(months, "\(year)")
        try expectFit(Array(months[0..<3]), "\(year)-Q1")
        try expectFit(Array(months[9..<12]), "\(year)-Q4")
        try expectFit(["\(year)-Q3", "\(year)-Q4"], "\(year)-H2")
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let february = try span("\(year)-02")
        #expect(february.last - february.first == (isLeap ? 28 : 27))
        #expect(try span("\(year)").last - span("\(year)").first == (isLeap ? 365 : 364))
    }

    @Test(arguments: [
        "2017-h1", "2017-q1", "2017 ", " 2017", "2017-H", "2017-H12", "2017-Q0", "2017--1",
        "2017-1a", "2017-H1-", "20170", "999", "twok", "2017-+1", "2017-06-", "\u{0}2017",
        "2017\u{0}", "2017/06", "2017–06", "١٢٣٤", "2017-０1", "2017-H1\u{301}",
    ])
    func `text that is almost a period is none`(_ text: String) {
        #expect(Reports.Period(text) == nil)
    }

    @Test func `the last year that a calendar writes is named or refused, never a crash`() {
        for text in ["9999", "9999-H2", "9999-12", "0000", "0001", "0001-01"] {
            if let period = Reports.Period(text) {
                #expect(period.span.first <= period.span.last, "\(text)")
            }
        }
    }

    @Test(arguments: ["2017-01-01", "2017-01-31", "2017-03-15", "2017-08-01", "2017-12-31"])
    func `what can be chosen has begun, names itself and can be parsed again`(
        _ text: String
    ) throws {
        let day = try #require(DayNumber(text))
        let choices = Reports.Period.choices(on: day)
        #expect(choices.first?.text == "2017")
        #expect(choices.last?.text == "2016")
        for choice in choices {
            #expect(Reports.Period(choice.text) == choice)
            #expect(choice.span.first <= day)
        }
        let names = choices.map(\.name)
        #expect(Set(names.map(\.vi)).count == names.count)
        #expect(Set(names.map(\.en)).count == names.count)
        let months = choices.filter { $0.text.count == 7 && !$0.text.contains("H") }
            .filter { !$0.text.contains("Q") }
        #expect(months.count == day.month)
    }

    @Test func `each refusal names what was written, in both languages`() {
        let all: [Reports.Rejection] = [
            .periodUnknown("2017-13"), .channelUnknown("fax"), .officeUnknown("x"),
        ]
        for (rejection, words) in zip(all, ["2017-13", "fax", "x"]) {
            #expect(rejection.sentence.vi.contains("“\(words)”"))
            #expect(rejection.sentence.en.contains("“\(words)”"))
            #expect(rejection.sentence.vi != rejection.sentence.en)
        }
        #expect(Set(all.map(\.code)).count == 3)
        #expect(all.map(\.isNotFound) == [false, false, true])
    }
}
