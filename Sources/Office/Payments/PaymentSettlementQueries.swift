// The settlement of an office: what came in and was given back in a period, by procedure. Offices
// settle what they took for others each quarter at the latest (NĐ 61/2018, article 12(9)).

import Engine
import Ledger
import WorkTime

extension Payments {
    public struct SettlementLine: Hashable, Sendable, Encodable {
        public let process: String
        public let title: String
        public let received: Int
        public let receivedCount: Int
        public let refunded: Int
        public let refundedCount: Int
        public var net: Int { received - refunded }

        private enum CodingKeys: String, CodingKey {
            case process, title, received, receivedCount, refunded, refundedCount
        }
    }

    public struct Settlement: Sendable, Encodable {
        public let office: String
        public let officeName: String
        public let from: DayNumber
        public let through: DayNumber
        public let at: LocalMinute
        public let lines: [SettlementLine]
        /// Asked and not paid now.
        public let openCount: Int
        public let openAmount: Int

        public var received: Int { lines.reduce(0) { $0 + $1.received } }
        public var receivedCount: Int { lines.reduce(0) { $0 + $1.receivedCount } }
        public var refunded: Int { lines.reduce(0) { $0 + $1.refunded } }
        public var refundedCount: Int { lines.reduce(0) { $0 + $1.refundedCount } }
        public var net: Int { received - refunded }
    }

    /// Money that came or went, as the exported list tells it.
    public struct Movement: Hashable, Sendable {
        public let day: DayNumber
        public let isRefund: Bool
        public let dossier: String
        public let number: Int
        public let title: String
        public let amount: Int
        public let way: Way?
        public let receipt: String
        public let reference: String
        public let reason: String
    }

    /// More rows are no list that anybody reads; a shorter period has fewer.
    static let movementsMaximum = 20_000
}

extension DeskReading {
    /// - Parameter asked: `nil` for the viewer's own office.
    func settlement(
        ofOffice asked: String?, _ span: DaySpan, for viewer: Viewer, at now: LocalMinute
    ) throws -> Payments.Settlement {
        let office = try paymentOffice(asked, for: viewer)
        let id = SQLValue.text(office.id.rawValue)
        let lines = try rows(
            """
            SELECT process, sum(received) AS received, sum(receivedCount) AS receivedCount,
                sum(refunded) AS refunded, sum(refundedCount) AS refundedCount,
                (SELECT max(title) FROM payment AS p
                    WHERE p.office = c.office AND p.process = c.process) AS title
            FROM paymentCount AS c WHERE office = ? AND day BETWEEN ? AND ?
            GROUP BY office, process ORDER BY process
            """,
            [id, SQLValue(span.first.number), SQLValue(span.last.number)]
        ).map {
            Payments.SettlementLine(
                process: try $0.text("process"), title: try $0.optionalText("title") ?? "",
                received: try $0.int("received"), receivedCount: try $0.int("receivedCount"),
                refunded: try $0.int("refunded"), refundedCount: try $0.int("refundedCount"))
        }
        let open = try rows("SELECT count, amount FROM paymentOpen WHERE office = ?", [id]).first
        return Payments.Settlement(
            office: office.id.rawValue, officeName: office.name, from: span.first,
            through: span.last, at: now, lines: lines, openCount: try open?.int("count") ?? 0,
            openAmount: try open?.int("amount") ?? 0)
    }

    /// Everything that the sums of a settlement were added up from, by day.
    func movements(
        ofOffice asked: String?, _ span: DaySpan, for viewer: Viewer
    ) throws -> [Payments.Movement] {
        let office = SQLValue.text(try paymentOffice(asked, for: viewer).id.rawValue)
        let span = [SQLValue(span.first.number), SQLValue(span.last.number)]
        let limit = SQLValue(Payments.movementsMaximum + 1)
        let received = try rows(
            """
            SELECT dossier, number, title, amount, paidDay, way, receipt, reference, reason
            FROM payment WHERE office = ? AND paidDay BETWEEN ? AND ?
            ORDER BY paidDay, dossier, number LIMIT ?
            """, [office] + span + [limit]
        ).map { try Self.movement($0, day: "paidDay", isRefund: false) }
        let refunded = try rows(
            """
            SELECT dossier, number, title, amount, day, reference, reason FROM paymentRefund
            WHERE office = ? AND day BETWEEN ? AND ?
            ORDER BY day, dossier, number, ordinal LIMIT ?
            """, [office] + span + [limit]
        ).map { try Self.movement($0, day: "day", isRefund: true) }
        if received.count + refunded.count > Payments.movementsMaximum {
            throw Payments.Rejection.tooManyRows
        }
        // Stable: what came stands before what went on the same day.
        return (received + refunded).enumerated().sorted {
            ($0.element.day.number, $0.offset) < ($1.element.day.number, $1.offset)
        }.map(\.element)
    }

    private static func movement(
        _ row: SQLRow, day: String, isRefund: Bool
    ) throws -> Payments.Movement {
        Payments.Movement(
            day: DayNumber(number: try row.int(day)), isRefund: isRefund,
            dossier: try row.text("dossier"), number: try row.int("number"),
            title: try row.text("title"), amount: try row.int("amount"),
            way: isRefund ? nil : try row.optionalText("way").flatMap(Payments.Way.init),
            receipt: isRefund ? "" : try row.text("receipt"),
            reference: try row.text("reference"), reason: try row.text("reason"))
    }
}
