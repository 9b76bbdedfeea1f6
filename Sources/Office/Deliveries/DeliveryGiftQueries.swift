// Presents that were given, by the money that bears them and by month.

import Engine
import Ledger
import WorkTime

extension Deliveries {
    public struct GiftLine: Hashable, Sendable, Encodable {
        /// Empty where none was set on the day.
        public let centre: String
        /// The first day of the month.
        public let month: DayNumber
        public let count: Int
        /// In đồng, by the cost of one on the day of each.
        public let amount: Int
    }

    public struct GiftReport: Sendable, Encodable {
        public let office: String
        public let officeName: String
        public let from: DayNumber
        public let through: DayNumber
        public let lines: [GiftLine]

        public var count: Int { lines.reduce(0) { $0 + $1.count } }
        public var amount: Int { lines.reduce(0) { $0 + $1.amount } }
    }

    /// Comma-separated values after RFC 4180 with a mark of UTF-8.
    static func giftTable(of lines: [GiftLine], heads: [String]) -> String {
        let rows = lines.map { line in
            [
                String(line.month.text.prefix(7)), Payments.cell(line.centre),
                String(line.count), String(line.amount),
            ].joined(separator: ",")
        }
        let head = heads.map(Payments.cell).joined(separator: ",")
        return "\u{FEFF}" + ([head] + rows).map { $0 + "\r\n" }.joined()
    }
}

extension DeskReading {
    func deliveryGifts(
        ofOffice asked: String?, _ span: DaySpan, for viewer: Viewer
    ) throws -> Deliveries.GiftReport {
        let office = try deliveryOffice(asked, for: viewer)
        let lines = try rows(
            """
            SELECT month, centre, count(*) AS n, sum(cost) AS amount FROM deliveryGift
            WHERE office = ? AND day BETWEEN ? AND ?
            GROUP BY month, centre ORDER BY month, centre
            """,
            [
                .text(office.id.rawValue), SQLValue(span.first.number),
                SQLValue(span.last.number),
            ]
        ).map { row in
            Deliveries.GiftLine(
                centre: try row.text("centre"), month: DayNumber(number: try row.int("month")),
                count: try row.int("n"), amount: try row.int("amount"))
        }
        return Deliveries.GiftReport(
            office: office.id.rawValue, officeName: office.name, from: span.first,
            through: span.last, lines: lines)
    }
}
