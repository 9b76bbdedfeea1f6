// What was published, newest first, and what the form of sending offers. Open to everybody.

import Engine
import Ledger
import WorkTime

extension Petitions {
    public struct PublishedAnswer: Sendable, Encodable {
        public let code: String
        public let kind: Kind
        public let office: String
        public let publishedAt: LocalMinute
        public let title: String
        public let question: String
        public let answer: String
    }

    public struct PublishedPage: Sendable, Encodable {
        public let rows: [PublishedAnswer]
        public let next: String?
    }

    /// What the form of sending offers.
    public struct Offer: Sendable, Encodable {
        public struct Office: Sendable, Encodable {
            public let id: UnitID
            public let name: String
        }
        public let offices: [Office]
        public let terms: [Kind: Terms]
    }

    static let publishedSize = 20
}

extension Petitions.Kind: CodingKeyRepresentable {}

extension DeskReading {
    func petitionOffer(on day: DayNumber) throws -> Petitions.Offer {
        Petitions.Offer(
            offices: try petitionOffices(on: day).map { .init(id: $0.id, name: $0.name) },
            terms: Dictionary(
                uniqueKeysWithValues: Petitions.Kind.allCases.map { ($0, Petitions.terms(of: $0)) }
            ))
    }

    /// - Parameter after: `minute/code` of the last before the page.
    func publishedPetitions(after: String = "") throws -> Petitions.PublishedPage {
        var (condition, arguments) = ("1 = 1", [SQLValue]())
        let parts = after.split(separator: "/", maxSplits: 1)
        if parts.count == 2, let minute = Int(parts[0]) {
            condition = "(publishedAt, code) < (?, ?)"
            arguments = [SQLValue(minute), .text(String(parts[1]))]
        }
        let organisation = try organisation()
        let found = try rows(
            """
            SELECT code, office, kind, publishedAt, title, question, answer FROM petitionAnswer
            WHERE \(condition) ORDER BY publishedAt DESC, code DESC LIMIT ?
            """, arguments + [SQLValue(Petitions.publishedSize + 1)]
        ).map { row in
            let office = UnitID(try row.text("office"))
            return Petitions.PublishedAnswer(
                code: try row.text("code"),
                kind: Petitions.Kind(rawValue: try row.text("kind")) ?? .idea,
                office: organisation.units[office]?.name ?? office.rawValue,
                publishedAt: LocalMinute(rawValue: try row.int("publishedAt")),
                title: try row.text("title"), question: try row.text("question"),
                answer: try row.text("answer"))
        }
        let page = Array(found.prefix(Petitions.publishedSize))
        return Petitions.PublishedPage(
            rows: page,
            next: found.count > page.count
                ? page.last.map { "\($0.publishedAt.rawValue)/\($0.code)" } : nil)
    }
}
