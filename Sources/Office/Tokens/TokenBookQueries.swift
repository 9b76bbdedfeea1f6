// Tokens of all people, for who administers: who has which, for what, until when.

import Engine
import Ledger
import WorkTime

extension Tokens {
    public struct BookRow: Sendable, Encodable {
        public let token: Listed
        /// Name of the person whose rights it has.
        public let owner: String
        let key: String

        private enum CodingKeys: String, CodingKey { case token, owner }
    }

    public struct Book: Sendable, Encodable {
        public let onlyLive: Bool
        public let rows: [BookRow]
        /// Where the next page begins; `nil` at the end.
        public let next: String?
    }

    static let bookPage = 50

    /// Only who administers sees that there is such a page.
    public enum BookRejection: Refusal, Hashable {
        case mayNotSee

        public var code: String { "tokens.mayNotSee" }
        public var isNotFound: Bool { true }
        public var sentence: Bilingual {
            Bilingual(
                vi: "Trang này dành cho người quản trị.",
                en: "This page is for administrators.")
        }
    }
}

extension DeskReading {
    /// - Parameter machine: Time of the machine, by which tokens end.
    func tokenBook(
        onlyLive: Bool, for viewer: Viewer, after: String = "", at machine: Instant
    ) throws -> Tokens.Book {
        let organisation = try organisation()
        guard organisation.mayAdminister(viewer.person, viewer.today) else {
            throw Tokens.BookRejection.mayNotSee
        }
        var condition = "1 = 1"
        var arguments: [SQLValue] = []
        if onlyLive {
            condition = "revoked = 0 AND expiresAt > ?"
            arguments.append(.integer(machine.milliseconds))
        }
        let parts = after.split(separator: "/", maxSplits: 1)
        if parts.count == 2, let issued = Int64(parts[0]) {
            condition += " AND (issuedAt, id) < (?, ?)"
            arguments += [.integer(issued), .text(String(parts[1]))]
        }
        let found = try rows(
            """
            SELECT id, person, name, scopes, issuedAt, expiresAt, revoked, usedAt
            FROM accessToken WHERE \(condition) ORDER BY issuedAt DESC, id DESC LIMIT ?
            """, arguments + [SQLValue(Tokens.bookPage + 1)]
        ).map { row in
            let token = try Tokens.listed(row, at: machine, zone: zone)
            return Tokens.BookRow(
                token: token,
                owner: organisation.people[token.person]?.name ?? token.person.rawValue,
                key: "\(try row.int64("issuedAt"))/\(token.id)")
        }
        let shown = Array(found.prefix(Tokens.bookPage))
        return Tokens.Book(
            onlyLive: onlyLive, rows: shown,
            next: found.count > shown.count ? shown.last?.key : nil)
    }
}
