// The lists of the office and their numbers; found means allowed.

import Engine
import Ledger
import WorkTime

/// A condition on the table and its values.
private struct PetitionScope {
    var condition: String
    var arguments: [SQLValue]

    func and(_ more: String, _ values: [SQLValue] = []) -> PetitionScope {
        PetitionScope(
            condition: "\(condition) AND \(more)", arguments: arguments + values)
    }

    static func marks(_ count: Int) -> String {
        Array(repeating: "?", count: count).joined(separator: ", ")
    }
}

extension DeskReading {
    /// - Parameter after: The key of the last row before the page.
    func petitions(
        _ tab: Petitions.Tab, for viewer: Viewer, after: String = "", at now: LocalMinute
    ) throws -> Petitions.List {
        let charge = try organisation().petitionCharge(
            of: viewer.person, in: viewer.office, on: viewer.today)
        let tabs: [Petitions.Tab] = charge.kinds.isEmpty ? [.mine] : Petitions.Tab.allCases
        let tab = tabs.contains(tab) ? tab : .mine
        let found = try page(tab, scope(of: tab, viewer, charge), after, now)
        let shown = Array(found.prefix(Petitions.pageSize))
        return Petitions.List(
            tab: tab, tabs: tabs, counts: try petitionCounts(viewer, charge, now), rows: shown,
            next: found.count > shown.count ? shown.last?.key : nil,
            mayCount: Petitions.mayCount(viewer))
    }

    private func scope(
        of tab: Petitions.Tab, _ viewer: Viewer, _ charge: Petitions.Charge
    ) -> PetitionScope {
        if tab == .mine {
            let people = ([viewer.person] + viewer.absentees).map { SQLValue($0.rawValue) }
            let marks = PetitionScope.marks(people.count)
            return PetitionScope(
                condition: "list = 'open' AND (holder IN (\(marks)) OR asked IN (\(marks)))",
                arguments: people + people)
        }
        let list = tab == .ended ? "ended" : tab == .incoming ? "incoming" : "open"
        return wholeOffice(viewer, charge).and("list = ?", [.text(list)])
    }

    private func wholeOffice(
        _ viewer: Viewer, _ charge: Petitions.Charge
    ) -> PetitionScope {
        PetitionScope(condition: "office = ?", arguments: [.text(viewer.office.rawValue)])
            .and(
                charge.kinds.isEmpty
                    ? "1 = 0" : "kind IN (\(PetitionScope.marks(charge.kinds.count)))",
                charge.kinds.map { .text($0.rawValue) })
    }

    private func page(
        _ tab: Petitions.Tab, _ scope: PetitionScope, _ after: String, _ now: LocalMinute
    ) throws -> [Petitions.Row] {
        let (order, sign) = tab == .ended ? ("DESC", "<") : ("ASC", ">")
        var scope = scope
        let parts = after.split(separator: "/", maxSplits: 1)
        if parts.count == 2, let minute = Int(parts[0]) {
            scope = scope.and(
                "(sortAt, code) \(sign) (?, ?)", [SQLValue(minute), .text(String(parts[1]))])
        }
        let (organisation, calendar) = (try organisation(), try calendar())
        return try rows(
            """
            SELECT code, kind, standing, subject, receivedAt, due, since, holder, unit, asked,
                endedAt, sortAt
            FROM petition WHERE \(scope.condition)
            ORDER BY sortAt \(order), code \(order) LIMIT ?
            """, scope.arguments + [SQLValue(Petitions.pageSize + 1)]
        ).map { try Petitions.Row($0, organisation, calendar, now) }
    }

    private func petitionCounts(
        _ viewer: Viewer, _ charge: Petitions.Charge, _ now: LocalMinute
    ) throws -> Petitions.Counts {
        func count(_ scope: PetitionScope) throws -> Int {
            try rows(
                """
                SELECT count(*) AS n FROM (SELECT code FROM petition WHERE \(scope.condition)
                    LIMIT ?) AS bounded
                """, scope.arguments + [SQLValue(Petitions.countMaximum)]
            ).first?.int("n") ?? 0
        }
        func number(_ tab: Petitions.Tab) throws -> Int {
            try count(scope(of: tab, viewer, charge))
        }
        let open = Work.firstOpenDue(at: now, calendar: try calendar())
        let late = wholeOffice(viewer, charge)
            .and("list IN ('incoming', 'open') AND due < ?", [SQLValue(open.rawValue)])
        return Petitions.Counts(
            mine: try number(.mine), incoming: try number(.incoming), open: try number(.open),
            late: try count(late))
    }
}
