// Reading the overdue list: the same dossiers as the register of what is overdue.

import Engine
import Ledger
import WorkTime

extension DeskReading {
    /// - Parameters:
    ///   - office: `nil` for all that the viewer sees.
    ///   - key: `due~code` of the last row before the page.
    /// - Throws: `Reports.Rejection.officeUnknown`; `tooManyRows` for a file that would not end.
    func overdue(
        ofOffice office: UnitID?, for viewer: Viewer, after key: String? = nil,
        isWhole: Bool = false, at now: LocalMinute
    ) throws -> Reports.Overdue {
        let organisation = try organisation()
        let limit = Reports.Limit(of: viewer, in: organisation)
        let offices = Reports.choices(limit, organisation, now.day)
        if let office, !offices.contains(where: { $0.id == office.rawValue }) {
            throw Reports.Rejection.officeUnknown(office.rawValue)
        }
        let filter = Reports.Filter(period: DaySpan(now.day, now.day), office: office)
        let maximum = isWhole ? Reports.sheetMaximum : Reports.overduePage
        var (condition, arguments) = Reports.Source.condition(limit, filter)
        condition += " AND endedDay IS NULL AND paused = 0 AND due < ?"
        arguments.append(SQLValue(LocalMinute(startOf: now.day).rawValue))
        let count =
            try rows("SELECT count(*) AS n FROM dossier WHERE \(condition)", arguments)
            .first?.int("n") ?? 0
        if isWhole, count > maximum { throw Reports.Rejection.tooManyRows }
        if let key {
            let last = try WorkKey("\(key)~0")
            condition += " AND (due, code) > (?, ?)"
            arguments += [SQLValue(last.due), .text(last.dossier)]
        }
        let found = try rows(
            """
            SELECT code, title, office, receivedAt, due, focalPoint, holder, step FROM dossier
            WHERE \(condition) ORDER BY due, code LIMIT ?
            """, arguments + [SQLValue(maximum + 1)])
        let calendar = try calendar()
        let page = try found.prefix(maximum).map {
            try Reports.OverdueRow($0, organisation, calendar, now)
        }
        let last = page.last.map { "\($0.due.rawValue)~\($0.code)" }
        return Reports.Overdue(
            at: now, office: office?.rawValue, offices: offices,
            isPartial: { if case .units = limit { true } else { false } }(), count: count,
            rows: page, next: found.count > maximum ? last : nil)
    }
}

extension Reports.OverdueRow {
    fileprivate init(
        _ row: SQLRow, _ organisation: People.Organisation, _ calendar: WorkCalendar,
        _ now: LocalMinute
    ) throws {
        let office = UnitID(try row.text("office"))
        let due = LocalMinute(rawValue: try row.int("due"))
        func name(_ column: String) throws -> String {
            organisation.people[PersonID(try row.text(column))]?.name ?? ""
        }
        self.init(
            code: try row.text("code"), title: try row.text("title"),
            office: organisation.units[office]?.name ?? office.rawValue,
            receivedAt: LocalMinute(rawValue: try row.int("receivedAt")), due: due,
            left: Work.TimeLeft(due: due, now: now, waits: false, calendar: calendar),
            focalPoint: try name("focalPoint"), holder: try name("holder"),
            step: try row.text("step"))
    }
}
