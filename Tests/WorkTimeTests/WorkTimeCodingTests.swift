// Plain data are written and read as the texts people know; spoilt texts are refused.
import Foundation
import Testing
import WorkTime

@Suite struct WorkTimeCodingTests {
    func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    func value<Value: Decodable>(_ text: String, as type: Value.Type = Value.self) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    @Test func `values are single texts or numbers`() throws {
        #expect(try json([date("2017-07-03")]) == #"["2017-07-03"]"#)
        #expect(try json([clock("2017-07-03T09:00")]) == #"["2017-07-03T09:00"]"#)
        #expect(try json([MinuteOfDay.sameDayCutoff]) == #"["15:00"]"#)
        #expect(try json([Term.workingDays(5)]) == #"["5 working_days"]"#)
        #expect(try json([Instant(milliseconds: 7)]) == "[7]")
        #expect(try json([ZoneOffset.indochina]) == "[420]")
        #expect(try json(Bilingual(vi: "a", en: "b")) == #"{"en":"b","vi":"a"}"#)
    }

    @Test func `an event is read as the batch writes it`() throws {
        let text = #"{"at": "2017-03-01T09:10", "type": "received"}"#
        let event: ClockEvent = try value(text)
        #expect(event == ClockEvent(.received, at: clock("2017-03-01T09:10")))
        let open = ClockEvent(.dutyAsked, at: clock("2017-03-01T09:10"), cause: "fee")
        #expect(
            try json(open) == #"{"at":"2017-03-01T09:10","cause":"fee","type":"dutyAsked"}"#)
        #expect(try value(json(open)) == open)
    }

    @Test(arguments: [
        #"{"at": "2017-03-01", "type": "received"}"#, #"{"at": "2017-03-01T09:10"}"#,
        #"{"at": "2017-03-01T09:10", "type": "accepted"}"#, #"{"at": 5, "type": "received"}"#,
        #"{"type": "received"}"#, "[]", "null",
    ])
    func `a spoilt event is refused`(_ text: String) {
        #expect(throws: DecodingError.self) { try value(text, as: ClockEvent.self) }
    }

    @Test(arguments: ["\"2017-02-30\"", "\"\"", "17350", "null", "{}"])
    func `a spoilt date is refused`(_ text: String) {
        #expect(throws: DecodingError.self) { try value("[\(text)]", as: [DayNumber].self) }
    }

    @Test func `spoilt terms, times and zones are refused`() {
        #expect(throws: DecodingError.self) { try value(#"["5 weeks"]"#, as: [Term].self) }
        #expect(throws: DecodingError.self) { try value(#"["25:00"]"#, as: [MinuteOfDay].self) }
        #expect(throws: DecodingError.self) { try value("[2000]", as: [ZoneOffset].self) }
        #expect(throws: DecodingError.self) { try value("[1.5]", as: [Instant].self) }
        #expect(throws: DecodingError.self) { try value(#"["x"]"#, as: [LocalMinute].self) }
    }

    @Test func `a whole calendar survives its file`() throws {
        let version = CalendarVersion.vietnam
        let back: CalendarVersion = try value(json(version))
        #expect(back == version)
        #expect(try WorkCalendar([back]) == .vietnam)
        #expect(try WorkCalendar([back]).hashValue == WorkCalendar.vietnam.hashValue)
    }

    @Test func `policies, readings and explanations survive too`() throws {
        let policy = ClockPolicy(term: .halfDays(3), afterSupplement: .resume)
        #expect(try value(json(policy)) == policy)
        for story in ClockStory.days {
            let explanation = try DossierClock.explain(
                story.events, policy: story.policy, calendar: .vietnam)
            #expect(try value(json(explanation)) == explanation)
        }
    }

    @Test func `texts in two languages are chosen and joined`() {
        let text = Bilingual(vi: "một", en: "one")
        #expect(text[.vi] == "một" && text[.en] == "one")
        let joined = [text, Bilingual(vi: "hai", en: "two")].joined(separator: ", ")
        #expect(joined == Bilingual(vi: "một, hai", en: "one, two"))
        #expect(Language.allCases == [.vi, .en])
    }
}
