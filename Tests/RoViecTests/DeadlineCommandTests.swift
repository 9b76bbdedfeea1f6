// `roviec deadline` and `roviec clock`: dates on receipts, one by one and in batches.

import Foundation
import Testing

struct DeadlineCommandTests {
    @Test(arguments: [
        ("working_day", "2017-07-03T09:00", "3", "2017-07-06"),
        // The 1st of September is a Friday, the 4th stands in for the holiday on Saturday.
        ("working_day", "2017-09-01T09:00", "1", "2017-09-05"),
        ("calendar_day_rolled", "2017-07-03T09:00", "5", "2017-07-10"),
        ("working_minutes", "2017-07-03T11:30", "60", "2017-07-03T14:00"),
        // The day of receipt does not count, also when it is a Saturday.
        ("working_day", "2017-07-01T10:00", "1", "2017-07-03"),
    ])
    func `the date on the receipt is printed alone`(
        rule: String, received: String, limit: String, due: String
    ) async throws {
        let result = try await roviec(
            "deadline", "--rule", rule, "--received", received, "--limit", limit)
        #expect(result.status == 0 && result.complaint.isEmpty)
        #expect(result.output == due + "\n")
    }

    @Test func `what comes after three in the afternoon is due the next working day`() async throws
    {
        for (received, due) in [
            ("2017-07-03T15:00", "2017-07-03"), ("2017-07-03T15:01", "2017-07-04"),
            ("2017-07-07T16:00", "2017-07-10"),
        ] {
            let result = try await roviec(
                "deadline", "--rule", "same_day_15h", "--received", received)
            #expect(result.output == due + "\n", "\(received)")
        }
    }

    @Test func `the sum explains itself in both languages with the article of each line`()
        async throws
    {
        let result = try await roviec(
            "deadline", "--rule", "working_day", "--received", "2017-07-06T09:00", "--limit", "3",
            "--explain")
        let lines = result.lines
        #expect(lines.first == "2017-07-11" && lines.count > 2)
        let own = lines.dropFirst()
        #expect(own.count.isMultiple(of: 2))
        #expect(own.allSatisfy { $0.hasSuffix("]") })
        #expect(own.count { $0.hasPrefix("- ") } * 2 == own.count)
    }

    @Test(arguments: [
        ("1990-01-01T08:00", "3", "1990"), ("2015-12-31T08:00", "1", "2015"),
        ("2027-12-31T09:00", "1", "2028"), ("2099-07-03T09:00", "3", "2099"),
        ("9999-12-31T23:59", "3", "9999"), ("0001-01-01T00:00", "1", "0001"),
        ("2017-07-03T09:00", "9223372036854775807", "2028"),
    ])
    func `a day outside the calendar is an error and never a guess`(
        received: String, limit: String, year: String
    ) async throws {
        let result = try await roviec(
            "deadline", "--rule", "working_day", "--received", received, "--limit", limit)
        expectRefusal(
            result, naming: year, vi: "nằm ngoài lịch làm việc",
            en: "outside the working calendar")
    }

    @Test(arguments: ["0", "-5", "-9223372036854775808"])
    func `a limit of no days is refused with the rule that was meant`(limit: String) async throws {
        let result = try await roviec(
            "deadline", "--rule", "working_day", "--received", "2017-07-03T09:00",
            "--limit=\(limit)")
        expectRefusal(result, naming: "same_day", vi: "quá ngắn", en: "too short")
    }

    @Test(arguments: [
        "2017-02-29T09:00", "2017-13-01T09:00", "2017-07-03", "2017-07-03T25:00",
        "2017-07-03T09:60", "03/07/2017 09:00", "2017-7-3T9:00", "hôm nay", "",
        "2017-07-03T09:00Z", "２０１７-07-03T09:00",
    ])
    func `a moment that does not exist is refused`(received: String) async throws {
        let result = try await roviec(
            "deadline", "--rule", "working_day", "--received", received, "--limit", "3")
        expectRefusal(
            result, status: 2, naming: "--received", vi: "ngày giờ có thật",
            en: "day and time that exist")
    }

    @Test(arguments: ["working_days", "WORKING_DAY", "tuần", ""])
    func `a rule that is not known is answered with those that are`(rule: String) async throws {
        let result = try await roviec(
            "deadline", "--rule", rule, "--received", "2017-07-03T09:00", "--limit", "3")
        expectRefusal(
            result, status: 2, naming: "working_day, calendar_day_rolled, same_day_15h",
            vi: "phải là một trong", en: "must be one of")
    }
}

struct BatchCommandTests {
    private static let good =
        #"{"rule": "working_day", "received": "2017-07-03T09:00", "limit": 3}"#

    private func answers(_ result: CommandResult) throws -> [[String: Any]] {
        try result.lines.map { line in
            try #require(
                try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    @Test func `a clean batch answers each line with the same object and its date`() async throws {
        let input = [Self.good, Self.good.replacing("3}", with: "4}")].joined(separator: "\n")
        let result = try await roviec("deadline", "--batch", input: input)
        #expect(result.status == 0 && result.complaint.isEmpty)
        let answers = try answers(result)
        #expect(answers.map { $0["due"] as? String } == ["2017-07-06", "2017-07-07"])
        #expect(answers.map { $0["limit"] as? Int } == [3, 4])
    }

    @Test func `no input is no answer and no error`() async throws {
        for command in ["deadline", "clock"] {
            let result = try await roviec(command, "--batch")
            #expect(result.status == 0 && result.output.isEmpty && result.complaint.isEmpty)
        }
    }

    private static let flaws: [(line: String, names: String)] = [
        ("", "JSON"), ("null", "JSON"), ("[1]", "JSON"), ("{", "JSON"), ("xin chào", "JSON"),
        (#"{"rule": "working_day"}"#, "received"),
        (#"{"rule": "week", "received": "2017-07-03T09:00", "limit": 3}"#, "working_day"),
        (#"{"rule": "working_day", "received": "2017-02-30T09:00", "limit": 3}"#, "received"),
        (#"{"rule": "working_day", "received": "2017-07-03T09:00"}"#, "limit"),
        (#"{"rule": "working_day", "received": "2017-07-03T09:00", "limit": 1.5}"#, "limit"),
        (#"{"rule": "working_day", "received": "2017-07-03T09:00", "limit": "3"}"#, "limit"),
        (#"{"rule": "working_day", "received": "2017-07-03T09:00", "limit": null}"#, "limit"),
        (#"{"rule": "working_day", "received": "2017-07-03T09:00", "limit": 1e400}"#, "limit"),
        (#"{"rule": "working_day", "received": "2017-07-03T09:00", "limit": -3}"#, "same_day"),
        (#"{"rule": "working_day", "received": "2099-07-03T09:00", "limit": 3}"#, "2027"),
        (String(repeating: "[", count: 100_000), "JSON"),
    ]

    @Test func `lines with a flaw name their number in both languages and the rest goes on`()
        async throws
    {
        let lines = Self.flaws.flatMap { [$0.line, Self.good] }
        let result = try await roviec(
            "deadline", "--batch", input: lines.joined(separator: "\n"))
        #expect(result.status == 1 && !result.isKilled)
        let answers = try answers(result)
        try #require(answers.count == lines.count)
        for (index, flaw) in Self.flaws.enumerated() {
            let number = 2 * index + 1
            let error = try #require(answers[2 * index]["error"] as? String, "\(flaw.line)")
            #expect(error.contains("Dòng \(number): ") && error.contains("Line \(number): "))
            #expect(error.contains(flaw.names), "\(error)")
            #expect(answers[2 * index + 1]["due"] as? String == "2017-07-06")
        }
    }

    @Test func `bytes that are no text are refused at their line`() async throws {
        let input = Array(Self.good.utf8) + [0x0A, 0xFF, 0xFE, 0x0A, 0x00, 0x0A]
        let result = try await CommandProcess.run(["deadline", "--batch"], input: input)
        #expect(result.status == 1)
        let answers = try answers(result)
        #expect(answers.count == 3 && answers[0]["due"] != nil)
        #expect(answers[1]["error"] != nil && answers[2]["error"] != nil)
    }

    @Test func `a line longer than allowed is refused and the next is read`() async throws {
        let long = String(repeating: "a", count: (1 << 20) + 1)
        let longer = String(repeating: "{\"rule\":", count: 300_000)
        let input = [long, Self.good, longer, Self.good].joined(separator: "\r\n")
        let result = try await roviec("deadline", "--batch", input: input)
        let answers = try answers(result)
        try #require(answers.count == 4)
        for index in [0, 2] {
            let error = answers[index]["error"] as? String ?? ""
            #expect(error.contains("Dòng \(index + 1): dòng dài quá 1048576 byte"))
            #expect(error.contains("the line is longer than 1048576 bytes"))
        }
        #expect(answers[1]["due"] as? String == "2017-07-06")
        #expect(answers[3]["due"] as? String == "2017-07-06")
    }

    @Test func `a date that the line carries already is replaced, never doubled`() async throws {
        let line = Self.good.replacing("}", with: #", "due": "2001-01-01"}"#)
        let result = try await roviec("deadline", "--batch", input: line)
        #expect(result.output.ranges(of: "\"due\"").count == 1)
        #expect(try answers(result)[0]["due"] as? String == "2017-07-06")
    }
}

struct ClockCommandTests {
    private func line(_ events: String, term: String = "3", unit: String = "working_day") -> String
    {
        #"{"term": \#(term), "unit": "\#(unit)", "events": [\#(events)]}"#
    }

    private static let received = #"{"at": "2017-07-03T09:00", "type": "received"}"#

    private func answer(_ line: String) async throws -> (status: Int32, fields: [String: Any]) {
        let result = try await roviec("clock", "--batch", input: line)
        let first = Data((result.lines.first ?? "").utf8)
        let fields = try JSONSerialization.jsonObject(with: first) as? [String: Any]
        return (result.status, try #require(fields))
    }

    @Test func `a supplement gives the full term again, and the clock says when it waits`()
        async throws
    {
        let asked = #"{"at": "2017-07-04T09:00", "type": "supplementRequested"}"#
        let brought = #"{"at": "2017-07-10T09:00", "type": "supplementReceived"}"#
        let waiting = try await answer(line("\(Self.received), \(asked)"))
        #expect(waiting.status == 0 && waiting.fields["paused"] as? Bool == true)
        #expect(waiting.fields["due"] is NSNull)
        let again = try await answer(line("\(Self.received), \(asked), \(brought)"))
        #expect(again.fields["paused"] as? Bool == false)
        #expect(again.fields["due"] as? String == "2017-07-13")
    }

    @Test func `a finished dossier is classed, an open one is not`() async throws {
        let open = try await answer(line(Self.received))
        #expect(open.fields["class"] is NSNull && open.fields["due"] as? String == "2017-07-06")
        for (at, name) in [("2017-07-05T09:00", "early"), ("2017-07-10T09:00", "late")] {
            let end = #"{"at": "\#(at)", "type": "finished"}"#
            let ended = try await answer(line("\(Self.received), \(end)"))
            #expect(ended.fields["class"] as? String == name)
        }
    }

    @Test(arguments: [
        (#"{"term": 3, "unit": "tuần", "events": []}"#, "working_day"),
        (#"{"term": 3, "unit": "working_day"}"#, "events"),
        (#"{"unit": "working_day", "events": []}"#, "term"),
        (#"{"term": "ba", "unit": "working_day", "events": []}"#, "term"),
        (#"{"term": 3, "unit": "working_day", "events": [{"at": "x", "type": "received"}]}"#, "at"),
        (
            #"{"term": 3, "unit": "working_day", "events": [{"at": "2017-07-03T09:00"}]}"#,
            "type"
        ),
        (
            #"""
            {"term": 3, "unit": "working_day", "events": \#
            [{"at": "2099-07-03T09:00", "type": "received"}]}
            """#, "2027"
        ),
    ])
    func `what the clock does not understand is named`(line: String, names: String) async throws {
        let (status, fields) = try await answer(line)
        let error = try #require(fields["error"] as? String)
        #expect(status == 1 && error.contains("Dòng 1: ") && error.contains("Line 1: "))
        #expect(error.contains(names), "\(error)")
    }

    @Test func `time that runs backwards is refused and not reckoned with`() async throws {
        let early = #"{"at": "2017-07-01T09:00", "type": "finished"}"#
        let (status, fields) = try await answer(line("\(Self.received), \(early)"))
        #expect(status == 1 && fields["error"] is String)
    }
}
