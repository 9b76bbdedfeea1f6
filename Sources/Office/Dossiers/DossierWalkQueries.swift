// The register of one unit in the order of receipt: read until a page is full.

import Engine
import Ledger
import WorkTime

extension Dossiers {
    /// A piece of SQL with its arguments.
    struct Query: Hashable, Sendable {
        var sql: String
        var arguments: [SQLValue]
    }

    /// What a row of the register shows.
    static let registerColumns = """
        d.code, d.title, d.applicant, d.office, d.status, d.channel, d.receivedAt, d.due,
        d.paused, d.endedAt, d.class, d.holder, d.step, d.enteredAt
        """

    /// The dossiers of one unit that a filter asks for, along an index that begins with the unit.
    struct Walk: Hashable, Sendable {
        private var condition = Condition()

        /// One walk for each unit the viewer sees. Every dossier was in its own office: whoever
        /// sees that needs of its units only what came to them from other offices.
        static func all(
            _ filter: Filter, for viewer: Viewer, _ organisation: People.Organisation,
            at now: LocalMinute
        ) -> [Walk] {
            let visible = Set(viewer.visibleUnits)
            var asked = filter.condition(at: now, receipt: "u.receivedAt")
            for word in filter.words { asked.add("d.folded LIKE ?", [.text("% \(word)%")]) }
            let walks = viewer.visibleUnits.map { unit in
                let house = organisation.office(of: unit)
                let isInside = house != unit && house.map(visible.contains) ?? false
                return (isInside, Walk(unit, guestsOnly: isInside, filter.isOpenOnly, asked))
            }
            return walks.filter { !$0.0 }.map(\.1) + walks.filter(\.0).map(\.1)
        }

        private init(_ unit: UnitID, guestsOnly: Bool, _ openOnly: Bool, _ asked: Condition) {
            condition.add("u.unit = ?", [.text(unit.rawValue)])
            // Of all guests there ever were, few are open: the sum keeps a database from walking
            // through the others.
            if guestsOnly { condition.add(openOnly ? "u.isGuest + 0 = 1" : "u.isGuest = 1") }
            if openOnly { condition.add("u.isOpen = 1") }
            condition.add(asked)
        }

        /// One row more than a page, newest first.
        func page(after key: WorkKey?, since floor: Int?) -> Query {
            var condition = condition
            if let key {
                condition.add(
                    "(u.receivedAt, u.dossier) < (?, ?)", [SQLValue(key.due), .text(key.dossier)])
            }
            condition.add("u.receivedAt >= ?", floor.map { SQLValue($0) })
            return Query(
                sql: """
                    SELECT \(registerColumns) FROM dossierUnit u CROSS JOIN dossier d
                    WHERE d.code = u.dossier AND \(condition.sql)
                    ORDER BY u.receivedAt DESC, u.dossier DESC LIMIT \(registerPage + 1)
                    """,
                arguments: condition.arguments)
        }

        /// Codes up to the maximum of a count. The order is that of the page, so that the count
        /// walks the same index: over all the office ever did, what is open is little.
        var codes: Query {
            let join = condition.readsDossier ? "CROSS JOIN dossier d" : ""
            let match = condition.readsDossier ? "d.code = u.dossier AND" : ""
            return Query(
                sql: """
                    SELECT u.dossier FROM dossierUnit u \(join)
                    WHERE \(match) \(condition.sql)
                    ORDER BY u.receivedAt DESC, u.dossier DESC LIMIT \(registerCountMaximum)
                    """,
                arguments: condition.arguments)
        }

        var count: Query {
            Query(
                sql: "SELECT count(*) AS n FROM (\(codes.sql)) AS bounded",
                arguments: codes.arguments)
        }
    }
}
