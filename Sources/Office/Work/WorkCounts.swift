// The numbers above the work lists. Each stops counting at a maximum, so it costs the same however
// much work there is.

import Engine
import Ledger
import WorkTime

extension DeskReading {
    func workCounts(
        of viewer: Viewer, _ people: [PersonID], at now: LocalMinute
    ) throws -> Work.Counts {
        var counts = Work.Counts()
        let midnight = LocalMinute(startOf: now.day + 1)
        let open = Work.firstOpenDue(at: now, calendar: try calendar())
        for person in people {
            counts.mine += try count(
                "person = ? AND list = 'open'", [.text(person.rawValue)])
            counts.late += try count(
                "person = ? AND list = 'open' AND sortDue < ?",
                [.text(person.rawValue), SQLValue(open.rawValue)])
            counts.today += try count(
                "person = ? AND list = 'open' AND sortDue >= ? AND sortDue < ?",
                [
                    .text(person.rawValue), SQLValue(open.rawValue), SQLValue(midnight.rawValue),
                ])
            counts.offered += try count(
                "person = ? AND list = 'offered'", [.text(person.rawValue)])
            counts.waiting += try count(
                "person = ? AND list = 'waiting'", [.text(person.rawValue)])
        }
        for unit in viewer.ownUnits {
            counts.unit += try count("unit = ? AND list = 'open'", [.text(unit.rawValue)])
        }
        counts.cooperating = try count(
            from: "cooperation", "person = ?", [.text(viewer.person.rawValue)])
        return counts
    }

    private func count(
        from table: String = "workItem", _ condition: String, _ arguments: [SQLValue]
    ) throws -> Int {
        let row = try reader.row(
            """
            SELECT count(*) AS n FROM
            (SELECT 1 FROM \(table) WHERE \(condition) LIMIT \(Work.countMaximum)) AS bounded
            """,
            arguments)
        return try row?.int("n") ?? 0
    }
}
