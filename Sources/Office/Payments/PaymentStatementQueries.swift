// A statement beside the payments of an office: what each line is for.

import Engine
import Ledger
import WorkTime

extension Payments {
    /// The table that is shown before anything is written.
    public struct StatementTable: Sendable, Encodable {
        public let office: String
        public let lines: [MatchedLine]
        public let passedOver: Int

        public func count(_ match: Match) -> Int { lines.count { $0.match == match } }
        public var matched: [MatchedLine] { lines.filter { $0.match == .matched } }
        public var matchedAmount: Int { matched.reduce(0) { $0 + ($1.line.amount ?? 0) } }
    }

    private static let lookupMaximum = 200

    static func known(
        _ purposes: [String], of office: UnitID, _ reading: DeskReading
    ) throws -> [Known] {
        var found: [Known] = []
        var rest = purposes[...]
        while !rest.isEmpty {
            let part = rest.prefix(lookupMaximum)
            rest = rest.dropFirst(lookupMaximum)
            let marks = part.map { _ in "?" }.joined(separator: ", ")
            found += try reading.rows(
                """
                SELECT dossier, number, purpose, amount, askedAt, state, paidDay, reference
                FROM payment WHERE office = ? AND purpose IN (\(marks))
                ORDER BY purpose, number
                """,
                [.text(office.rawValue)] + part.map { .text($0) }
            ).map(known)
        }
        return found
    }

    private static func known(_ row: SQLRow) throws -> Known {
        Known(
            dossier: try row.text("dossier"), number: try row.int("number"),
            purpose: try row.text("purpose"), amount: try row.int("amount"),
            askedDay: LocalMinute(rawValue: try row.int("askedAt")).day,
            state: Payment.State(rawValue: try row.text("state")) ?? .open,
            paidDay: try row.optionalInt("paidDay").map(DayNumber.init(number:)),
            reference: try row.text("reference"))
    }
}

extension DeskReading {
    /// Only for who writes: whoever else would read other people's transfers.
    func statementTable(
        of statement: Payments.Statement, for viewer: Viewer
    ) throws -> Payments.StatementTable {
        let office = try paymentOffice(nil, for: viewer)
        if !(try organisation()).mayWritePayments(
            viewer.person, of: office.id, on: viewer.today)
        {
            throw Payments.Rejection.mayNotWrite
        }
        let purposes = Set(
            statement.lines.flatMap { Payments.purposes(in: $0.description, office: office.code) })
        let known = try Payments.known(purposes.sorted(), of: office.id, self)
        return Payments.StatementTable(
            office: office.name,
            lines: Payments.match(
                statement.lines, with: known, office: office.code, today: viewer.today),
            passedOver: statement.passedOver)
    }
}
