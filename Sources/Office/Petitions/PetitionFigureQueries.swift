// Adding petitions up by month of receipt.

import Engine
import Ledger
import WorkTime

extension DeskReading {
    /// - Throws: `Petitions.Rejection.mayNotCount`, or `Reports.Rejection.officeUnknown` for an
    ///   office that the viewer does not see.
    func petitionFigures(
        ofOffice asked: String, _ span: DaySpan, for viewer: Viewer, at now: LocalMinute
    ) throws -> Petitions.Figures {
        guard Petitions.mayCount(viewer) else { throw Petitions.Rejection.mayNotCount }
        let organisation = try organisation()
        let seen = viewer.overseenUnits.compactMap { organisation.units[$0] }
            .filter { $0.kind == .committee }
            .map { Petitions.Offer.Office(id: $0.id, name: $0.name) }
        let wanted = asked.isEmpty ? viewer.office : UnitID(asked)
        guard let office = seen.first(where: { $0.id == wanted }) else {
            throw Reports.Rejection.officeUnknown(wanted.rawValue)
        }
        let months = try petitionMonths(office.id, span, now)
        var total = Petitions.MonthFigures(month: 0)
        for month in months { total.add(month) }
        return Petitions.Figures(
            office: office.id, officeName: office.name, offices: seen, from: span.first,
            through: span.last, months: months, total: total)
    }

    private func petitionMonths(
        _ office: UnitID, _ span: DaySpan, _ now: LocalMinute
    ) throws -> [Petitions.MonthFigures] {
        func sum(_ condition: String) -> String { "SUM(CASE WHEN \(condition) THEN 1 ELSE 0 END)" }
        let open = Work.firstOpenDue(at: now, calendar: try calendar())
        return try rows(
            """
            SELECT month, count(*) AS received, \(sum("kind = 'conduct'")) AS conduct,
                \(sum("kind = 'regulation'")) AS regulation, \(sum("kind = 'idea'")) AS idea,
                \(sum("standing = 'answered'")) AS answered,
                \(sum("standing = 'refused'")) AS refused,
                \(sum("standing = 'forwarded'")) AS forwarded,
                \(sum("endedAt > due")) AS endedLate, \(sum("endedAt IS NULL")) AS isOpen,
                \(sum("endedAt IS NULL AND due < ?")) AS openLate
            FROM petition WHERE office = ? AND month >= ? AND month <= ?
            GROUP BY month ORDER BY month
            """,
            [
                SQLValue(open.rawValue), .text(office.rawValue),
                SQLValue(span.first.year * 100 + span.first.month),
                SQLValue(span.last.year * 100 + span.last.month),
            ]
        ).map { row in
            Petitions.MonthFigures(
                month: try row.int("month"), received: try row.int("received"),
                conduct: try row.int("conduct"), regulation: try row.int("regulation"),
                idea: try row.int("idea"), answered: try row.int("answered"),
                refused: try row.int("refused"), forwarded: try row.int("forwarded"),
                endedLate: try row.int("endedLate"), open: try row.int("isOpen"),
                openLate: try row.int("openLate"))
        }
    }
}
