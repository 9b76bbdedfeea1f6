// Which rows count for a viewer: pieces of SQL with their arguments. What may not be seen is left
// out by the query itself.

import Engine
import Ledger
import WorkTime

struct LatenessNarrowing {
    let limit: Reports.Limit
    let filter: Lateness.Filter

    typealias Condition = (sql: String, arguments: [SQLValue])

    /// Of the rows of lateness and of its parts: the viewer's, of the period and the office.
    var ended: Condition { ended("office", "dossier", "endedDay") }

    /// Of the list: those too that one cause and unit have a part in, from a place on.
    var listed: Condition {
        var (sql, arguments) = ended("lateness.office", "lateness.dossier", "lateness.endedDay")
        if filter.cause != nil || filter.unit != nil {
            sql += " AND EXISTS (SELECT 1 FROM latenessPart AS p WHERE p.dossier = lateness.dossier"
            if let cause = filter.cause {
                sql += " AND p.cause = ?"
                arguments.append(.text(cause.rawValue))
            }
            if let unit = filter.unit {
                sql += " AND p.unit = ?"
                arguments.append(.text(unit.rawValue))
            }
            sql += ")"
        }
        if let key = filter.after {
            sql += """
                 AND (lateness.endedDay < ?
                    OR (lateness.endedDay = ? AND lateness.dossier < ?))
                """
            arguments += [SQLValue(key.day), SQLValue(key.day), .text(key.code)]
        }
        return (sql, arguments)
    }

    /// Of the register: those the viewer sees, of the office.
    var open: Condition { visible("dossier.office", "dossier.code") }

    private func ended(_ office: String, _ code: String, _ day: String) -> Condition {
        let (sql, arguments) = visible(office, code)
        return (
            "\(sql) AND \(day) >= ? AND \(day) <= ?",
            arguments + [
                SQLValue(filter.period.first.number), SQLValue(filter.period.last.number),
            ]
        )
    }

    private func visible(_ office: String, _ code: String) -> Condition {
        var (sql, arguments): Condition =
            switch limit {
            case .all: ("1 = 1", [])
            case .offices(let offices):
                (
                    "\(office) IN (\(Reports.Source.marks(offices)))",
                    Reports.Source.values(offices)
                )
            case .units(let units):
                (
                    """
                    \(code) IN (SELECT u.dossier FROM dossierUnit AS u
                        WHERE u.unit IN (\(Reports.Source.marks(units))))
                    """, Reports.Source.values(units)
                )
            }
        if let asked = filter.office {
            sql += " AND \(office) = ?"
            arguments.append(.text(asked.rawValue))
        }
        return (sql, arguments)
    }
}
