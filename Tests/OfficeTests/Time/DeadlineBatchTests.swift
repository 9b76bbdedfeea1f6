// `roviec deadline --batch` line by line: known dates, the object kept as it was, hostile lines.

import Foundation
import Testing
import WorkTime

@testable import Office

/// All answers of a batch to a text.
func answers(_ batch: LineBatch, to text: String) -> (lines: [String], flaws: Int) {
    var batch = batch
    let bytes = batch.take(Array(text.utf8)) + batch.finish()
    let lines = String(decoding: bytes, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return (lines.last == "" ? lines.dropLast() : lines, batch.flawCount)
}

/// Keys and texts of a line of JSON; fails where the line is none.
func object(_ line: String) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
    return try #require(value as? [String: Any])
}

@Suite struct DeadlineBatchTests {
    static let known: [(rule: String, received: String, limit: Int, due: String)] = [
        ("working_day", "2017-07-03T09:00", 3, "2017-07-06"),
        ("working_day", "2017-01-25T14:00", 5, "2017-02-08"),
        ("working_day", "2019-04-26T09:00", 3, "2019-05-04"),
        ("calendar_day_rolled", "2017-08-03T09:00", 30, "2017-09-05"),
        ("calendar_day_rolled", "2021-01-11T09:00", 30, "2021-02-17"),
        ("same_day_15h", "2017-07-03T15:00", 0, "2017-07-03"),
        ("same_day_15h", "2017-07-03T15:01", 0, "2017-07-04"),
        ("same_day_15h", "2017-09-01T15:30", 7, "2017-09-05"),
        ("working_minutes", "2026-05-18T10:30", 480, "2026-05-19T10:30"),
        ("working_minutes", "2026-08-21T17:00", 240, "2026-08-22T11:30"),
    ]

    @Test(arguments: known)
    func `a known line gets its known date and keeps what it had`(
        _ rule: String, _ received: String, _ limit: Int, _ due: String
    ) throws {
        let line =
            #"{"rule": "\#(rule)", "received": "\#(received)", "limit": \#(limit), "id": "ă/1"}"#
        let (lines, flaws) = answers(DeadlineBatch.batch(), to: line + "\n")
        #expect(lines == [line.dropLast() + #", "due": "\#(due)"}"#])
        #expect(flaws == 0)
    }

    @Test func `every term of the vectors agrees with the sum of a single date`() throws {
        for (rule, received, limit, due) in Self.known {
            let known = try #require(DeadlineRule(rawValue: rule))
            let moment = try #require(LocalMinute(received))
            let question = DeadlineQuestion(rule: known, received: moment, limit: limit)
            #expect(try question.due(calendar: .vietnam) == due)
            let sum = try question.explanation(calendar: .vietnam)
            #expect(due.hasPrefix(sum.due.day.text))
            #expect(!sum.lines.isEmpty)
        }
    }

    static let hostile: [(line: String, names: String)] = [
        ("", "JSON"), ("   ", "JSON"), ("nonsense", "JSON"), ("[]", "JSON"), ("null", "JSON"),
        ("7", "JSON"), ("{", "JSON"), ("{}", "rule"),
        (#"{"rule": "working_day"}"#, "received"),
        (#"{"rule": "working_day", "received": "2017-07-03T09:00"}"#, "limit"),
        (#"{"rule": "fortnight", "received": "2017-07-03T09:00", "limit": 3}"#, "fortnight"),
        (#"{"rule": 5, "received": "2017-07-03T09:00", "limit": 3}"#, "rule"),
        (#"{"rule": "working_day", "received": "03/07/2017", "limit": 3}"#, "received"),
        (#"{"rule": "working_day", "received": "2017-02-30T09:00", "limit": 3}"#, "received"),
        (#"{"rule": "working_day", "received": "2017-07-03", "limit": 3}"#, "received"),
        (#"{"rule": "working_day", "received": "2017-07-03T25:00", "limit": 3}"#, "received"),
        (#"{"rule": "working_day", "received": "2017-07-03T09:00:00", "limit": 3}"#, "received"),
        (#"{"rule": "working_day", "received": null, "limit": 3}"#, "received"),
        (#"{"rule": "working_day", "received": "2017-07-03T09:00", "limit": "3"}"#, "limit"),
        (#"{"rule": "working_day", "received": "2017-07-03T09:00", "limit": 2.5}"#, "limit"),
        (#"{"rule": "working_day", "received": "2017-07-03T09:00", "limit": true}"#, "limit"),
        (#"{"rule": "working_day", "received": "2017-07-03T09:00", "limit": 1e30}"#, "limit"),
        (#"{"rule": "working_day", "received": "2017-07-03T09:00", "limit": 0}"#, "0 working_days"),
        (#"{"rule": "working_day", "received": "2017-07-03T09:00", "limit": -4}"#, "-4"),
        (#"{"rule": "working_day", "received": "2015-12-31T09:00", "limit": 3}"#, "2015-12-31"),
        (#"{"rule": "working_day", "received": "2017-07-03T09:00", "limit": 99999}"#, "2028"),
        (
            #"{"rule": "calendar_day_rolled", "received": "2017-07-03T09:00", "limit": "#
                + "9223372036854775807}", "calendar"
        ),
        (
            #"{"rule": "working_minutes", "received": "2017-07-03T09:00", "limit": "#
                + "9223372036854775807}", "calendar"
        ),
    ]

    @Test(arguments: hostile)
    func `a line that is not understood says why and the batch goes on`(
        _ line: String, _ names: String
    ) throws {
        let good = #"{"rule": "working_day", "received": "2017-07-03T09:00", "limit": 3}"#
        let (lines, flaws) = answers(DeadlineBatch.batch(), to: "\(line)\n\(good)\n")
        #expect(flaws == 1)
        try #require(lines.count == 2)
        let error = try #require(try object(lines[0])["error"] as? String)
        #expect(error.contains(names), "\(error)")
        #expect(error.contains("Dòng 1: ") && error.contains("Line 1: "))
        #expect(lines[1].hasSuffix(#""due": "2017-07-06"}"#))
    }

    @Test func `a date that stands in the line is replaced, so answers can be asked again`() throws
    {
        let question = #"{"rule": "working_day", "received": "2017-07-03T09:00", "limit": 3}"#
        let first = answers(DeadlineBatch.batch(), to: question).lines[0]
        let again = answers(DeadlineBatch.batch(), to: first).lines[0]
        let fields = try object(again)
        #expect(fields["due"] as? String == "2017-07-06")
        #expect(fields.count == 4)
    }

    @Test func `broken UTF-8 and zero bytes are lines like any other`() throws {
        var batch = DeadlineBatch.batch()
        let bytes = batch.take([0xFF, 0xFE, 0x0A, 0x00, 0x0A, 0xC3, 0x0A]) + batch.finish()
        #expect(batch.flawCount == 3)
        #expect(String(decoding: bytes, as: UTF8.self).split(separator: "\n").count == 3)
    }

    @Test func `deep nesting is refused and does not end the program`() {
        let line = String(repeating: "[", count: 100_000)
        #expect(answers(DeadlineBatch.batch(), to: line).flaws == 1)
    }
}
