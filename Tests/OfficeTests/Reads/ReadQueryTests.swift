// What the address of the book of looks asks for, and how its rows say where a page goes on.

import Engine
import Testing
import WorkTime

@testable import Office

@Suite struct `The address of the book of looks` {
    private static let today = DayNumber("2017-08-01") ?? DayNumber(rawValue: 0)

    private func query(_ pairs: [(String, String)]) throws -> Reads.Query {
        try Reads.query(
            Site.Form(pairs: pairs.map { (name: $0.0, value: $0.1) }), today: Self.today)
    }

    @Test func `asks for the last thirty days by itself`() throws {
        let query = try query([])
        #expect(query.span.first.text == "2017-07-03" && query.span.last == Self.today)
        #expect(query.span.count == 30)
        #expect(query.unit == nil && query.person == nil && !query.onlyUnusual)
    }

    @Test func `takes days, a unit, a reader and a key`() throws {
        let query = try query([
            ("from", "2017-01-01"), ("through", "2017-01-31"), ("unit", "p.mc"), ("person", "chi"),
            ("unusual", "1"), ("after", "17000/chi/p.mc"),
        ])
        #expect(query.span.count == 31)
        #expect(query.unit == "p.mc" && query.person == "chi")
        #expect(query.onlyUnusual && query.after == "17000/chi/p.mc")
    }

    @Test func `with a last day alone takes the thirty days before it`() throws {
        let query = try query([("through", "2017-03-31")])
        #expect(query.span.first.text == "2017-03-02" && query.span.last.text == "2017-03-31")
    }

    @Test(arguments: ["hôm nay", "2017-02-30", "2017-7-3", "'; --", "9999999"])
    func `refuses a day that is none`(_ text: String) {
        for name in ["from", "through"] {
            #expect(throws: Reads.Rejection.dayUnknown(text)) { try query([(name, text)]) }
        }
    }

    @Test func `refusals have a sentence in both languages`() {
        for refusal in [
            Reads.Rejection.mayNotSee, .unitUnknown("x"), .dayUnknown("x"),
        ] {
            #expect(refusal.sentence.vi != refusal.sentence.en)
            #expect(refusal.code.hasPrefix("reads."))
        }
        #expect(Reads.Rejection.mayNotSee.isNotFound)
        #expect(!Reads.Rejection.dayUnknown("x").isNotFound)
    }

    @Test func `every kind of paper and subject has a word`() throws {
        let texts = try Site.Texts.bundled()
        for language in Language.allCases {
            let keys =
                Reads.Paper.allCases.map { "reads.paper.\($0.rawValue)" }
                + Reads.SubjectKind.allCases.map { "readBook.kind.\($0.rawValue)" }
            for key in keys {
                #expect(!texts.text(key, language, []).contains("["), "\(key)")
            }
        }
    }
}
