// What was filed by who showed an address. Found means allowed: a row counts only while the
// personal values that hold the address still stand.

import Engine
import Ledger
import WorkTime

extension Contacts {
    /// A filing, or the dossier that it became.
    public struct Row: Hashable, Sendable, Encodable {
        public let filing: String
        public let dossier: String?
        public let title: String
        public let since: LocalMinute
        public let standing: Filings.Standing
        /// Of the dossier.
        public let status: Dossiers.Status?
        let key: String

        private enum CodingKeys: String, CodingKey {
            case filing, dossier, title, since, standing, status
        }

        /// Under which it is opened and asked for.
        public var code: String { dossier ?? filing }
    }

    public struct List: Sendable, Encodable {
        /// The address as the page shows it.
        public let address: String
        public let rows: [Row]
        /// Where the next page begins; `nil` at the end.
        public let next: String?
    }
}

extension DeskReading {
    /// Newest first.
    /// - Parameter after: `minute/filing` of the last row before the page.
    func contactList(of address: Contacts.Address, after: String) throws -> Contacts.List {
        var condition = "l.contact = ?"
        var arguments: [SQLValue] = [.text(address.digest)]
        let parts = after.split(separator: "/", maxSplits: 1)
        if parts.count == 2, let minute = Int(parts[0]) {
            condition += " AND (l.since < ? OR (l.since = ? AND l.filing < ?))"
            arguments += [SQLValue(minute), SQLValue(minute), .text(String(parts[1]))]
        }
        let found = try rows(
            """
            SELECT l.filing AS filing, l.dossier AS dossier, l.since AS since, f.title AS title,
                f.standing AS standing, d.status AS status
            FROM contactLink l
            JOIN filing f ON f.code = l.filing
            LEFT JOIN dossier d ON d.code = l.dossier
            JOIN personalValue p ON p.id = l.personal AND p.erasedAt IS NULL
            WHERE \(condition) ORDER BY l.since DESC, l.filing DESC LIMIT ?
            """, arguments + [SQLValue(Contacts.pageSize + 1)]
        ).map { try Contacts.Row($0) }
        let page = Array(found.prefix(Contacts.pageSize))
        return Contacts.List(
            address: address.veiled, rows: page,
            next: found.count > page.count ? page.last?.key : nil)
    }

    /// The filing or dossier of a code, if it was filed by who showed the address.
    func contactRow(_ code: String, of address: Contacts.Address) throws -> Contacts.Row? {
        if code.count > Tracking.codeMaximum || code.contains("\0") { return nil }
        return try rows(
            """
            SELECT l.filing AS filing, l.dossier AS dossier, l.since AS since, f.title AS title,
                f.standing AS standing, d.status AS status
            FROM contactLink l
            JOIN filing f ON f.code = l.filing
            LEFT JOIN dossier d ON d.code = l.dossier
            JOIN personalValue p ON p.id = l.personal AND p.erasedAt IS NULL
            WHERE l.contact = ? AND (l.filing = ? OR l.dossier = ?) LIMIT 1
            """, [.text(address.digest), .text(code), .text(code)]
        ).first.map { try Contacts.Row($0) }
    }
}

extension Contacts.Row {
    init(_ row: SQLRow) throws {
        let (filing, since) = (try row.text("filing"), try row.int("since"))
        self.init(
            filing: filing, dossier: try row.optionalText("dossier"),
            title: try row.text("title"), since: LocalMinute(rawValue: since),
            standing: Filings.Standing(rawValue: try row.text("standing")) ?? .waiting,
            status: try row.optionalText("status").flatMap(Dossiers.Status.init(rawValue:)),
            key: "\(since)/\(filing)")
    }
}
