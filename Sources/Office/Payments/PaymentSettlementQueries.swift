// The settlement of an office: what came in and was given back in a period, by procedure. Offices
// settle what they took for others each quarter at the latest (NĐ 61/2018, article 12(9)).

import Engine
import Ledger
import WorkTime

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
