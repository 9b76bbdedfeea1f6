// `roviec clock --batch` line by line: the stories of the rules, and lines that tell no story.

import Foundation
import Testing
import WorkTime

@testable import Office

@Suite struct ClockBatchTests {
    /// One line: a term of working days and events written `type at`.
    static func line(_ term: Int, _ events: [String], unit: String = "working_day") -> String {
        let written = events.map { event in
            let parts = event.split(separator: " ")
            let cause = parts.count > 2 ? #", "cause": "\#(parts[2])""# : ""
            return #"{"type": "\#(parts[0])", "at": "\#(parts[1])"\#(cause)}"#
        }
        let list = written.joined(separator: ",")
        return #"{"term": \#(term), "unit": "\#(unit)", "events": [\#(list)]}"#
    }

    private func only(_ line: String) throws -> String {
        let (lines, flaws) = answers(ClockBatch.batch(), to: line)
        #expect(flaws == 0, "\(lines)")
        return try #require(lines.first)
    }

    @Test func `the keys stand in their order and what is not known is null`() throws {
        let running = Self.line(5, ["received 2017-07-03T09:00"])
        #expect(
            try only(running)
                == #"{"due": "2017-07-10", "class": null, "indexMinutes": null, "paused": false}"#)
    }

    @Test func `a supplement restarts the appointment and the index goes on`() throws {
        let events = [
            "received 2017-07-03T09:00", "supplementRequested 2017-07-05T10:00",
            "supplementReceived 2017-07-07T15:00", "finished 2017-07-13T16:00",
        ]
        let answer =
            #"{"due": "2017-07-14", "class": "early", "indexMinutes": 3000, "paused": false}"#
        #expect(try only(Self.line(5, events)) == answer)
        // The order in which the events are handed over decides nothing.
        #expect(try only(Self.line(5, events.reversed())) == answer)
    }

    @Test func `while a stop is open there is no date`() throws {
        let paused = Self.line(
            5, ["received 2017-07-03T09:00", "supplementRequested 2017-07-05T10:00"])
        #expect(
            try only(paused)
                == #"{"due": null, "class": null, "indexMinutes": null, "paused": true}"#)
    }

    @Test func `a duty pauses and what was left goes on`() throws {
        let story = Self.line(
            5,
            [
                "received 2017-07-03T09:00", "dutyAsked 2017-07-05T10:00 tax",
                "dutyDone 2017-07-07T15:00 tax",
            ])
        #expect(try object(only(story))["due"] as? String == "2017-07-12")
    }

    @Test func `one that ended inside a stop keeps the date from before it`() throws {
        let story = Self.line(
            5,
            [
                "received 2017-07-03T09:00", "dutyAsked 2017-07-05T10:00",
                "withdrawn 2017-08-01T09:00",
            ])
        let fields = try object(only(story))
        #expect(fields["due"] as? String == "2017-07-10")
        #expect(fields["class"] as? String == "early")
        #expect(fields["paused"] as? Bool == false)
        #expect(fields["indexMinutes"] as? Int == 420 + 480 + 120)
    }

    @Test func `on its day it is on time and the day after late`() throws {
        let received = "received 2017-07-03T09:00"
        let onTime = Self.line(5, [received, "finished 2017-07-10T23:59"])
        let late = Self.line(5, [received, "refused 2017-07-11T00:00"])
        #expect(try object(only(onTime))["class"] as? String == "onTime")
        #expect(try object(only(late))["class"] as? String == "late")
    }

    @Test(arguments: [
        ("calendar_day", "2017-07-10"), ("working_days", "2017-07-10"),
        ("working_hour", "2017-07-03T15:30"), ("working_minute", "2017-07-03T09:05"),
        ("half_day", "2017-07-05T17:30"), ("same_day", "2017-07-03"),
    ])
    func `other units are counted as terms are`(_ unit: String, _ due: String) throws {
        let story = Self.line(5, ["received 2017-07-03T09:00"], unit: unit)
        #expect(try object(only(story))["due"] as? String == due)
    }

    static let hostile: [(line: String, names: String)] = [
        ("", "JSON"), ("{}", "unit"), (#"{"term": 5, "unit": "working_day"}"#, "events"),
        (#"{"unit": "working_day", "events": []}"#, "term"),
        (line(5, []), "receipt"), (line(0, ["received 2017-07-03T09:00"]), "term"),
        (line(5, ["received 2017-07-03T09:00"], unit: "moon"), "moon"),
        (line(5, ["received 2017-07-03"]), "events[0].at"),
        (line(5, ["received 2017-07-03T09:00:30"]), "events[0].at"),
        (line(5, ["received 2017-07-03T09:00", "eaten 2017-07-04T09:00"]), "events[1].type"),
        (line(5, ["received 2017-07-03T09:00", "received 2017-07-04T09:00"]), "twice"),
        (line(5, ["received 2017-07-03T09:00", "finished 2017-07-02T09:00"]), "before"),
        (line(5, ["received 2017-07-03T09:00", "dutyDone 2017-07-04T09:00"]), "(duty)"),
        (
            line(
                5,
                [
                    "received 2017-07-03T09:00", "dutyAsked 2017-07-04T09:00 tax",
                    "dutyDone 2017-07-05T09:00 fee",
                ]), "(fee)"
        ),
        (line(5, ["received 1999-07-03T09:00"]), "1999-07-03"),
        (#"{"term": 5, "unit": "working_day", "events": {"at": 1}}"#, "events"),
        (#"{"term": 5, "unit": "working_day", "events": [null]}"#, "events[0]"),
        (#"{"term": 9223372036854775807, "unit": "working_hour", "events": []}"#, "working_hour"),
    ]

    @Test(arguments: hostile)
    func `a line that tells no story says why and the batch goes on`(
        _ line: String, _ names: String
    ) throws {
        let good = Self.line(5, ["received 2017-07-03T09:00"])
        let (lines, flaws) = answers(ClockBatch.batch(), to: "\(line)\n\(good)")
        #expect(flaws == 1)
        try #require(lines.count == 2)
        let error = try #require(try object(lines[0])["error"] as? String)
        #expect(error.contains(names), "\(error)")
        #expect(lines[1].contains("2017-07-10"))
    }
}
