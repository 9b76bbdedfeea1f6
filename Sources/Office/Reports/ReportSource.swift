// Where the sums come from: the daily counts of whole offices, or the register of some units.

import Engine
import Ledger
import WorkTime

extension Reports {
    /// A piece of SQL with its arguments. Gives rows `office, day, process, channel, received,
    /// early, onTime, late, unclassed`.
    struct Source {
        var sql: String
        var arguments: [SQLValue]

        init(_ limit: Limit, _ filter: Filter) {
            let (condition, arguments) = Self.narrowing(filter)
            let columns = "office, day, process, channel, received, early, onTime, late, unclassed"
            switch limit {
            case .all:
                sql = "SELECT \(columns) FROM dossierCount WHERE \(condition)"
                self.arguments = arguments
            case .offices(let offices):
                sql = """
                    SELECT \(columns) FROM dossierCount
                    WHERE office IN (\(Self.marks(offices))) AND \(condition)
                    """
                self.arguments = Self.values(offices) + arguments
            case .units(let units):
                self = Self.register(of: units, condition, arguments)
            }
        }

        /// One row a dossier that is open now, of no day, in the shape of the others and `isOpen`.
        init(openIn limit: Limit, _ filter: Filter) {
            let (condition, arguments) = Self.condition(limit, filter)
            sql = """
                SELECT office, 0 AS day, process, channel, 0 AS received, 0 AS early, 0 AS onTime,
                    0 AS late, 0 AS unclassed, 1 AS isOpen
                FROM dossier WHERE endedDay IS NULL AND \(condition)
                """
            self.arguments = arguments
        }

        /// One row a receipt and one an end, as the counts would have them.
        private static func register(
            of units: [UnitID], _ condition: String, _ arguments: [SQLValue]
        ) -> Source {
            let part = "\(visible(units)) AND \(condition)"
            let sql = """
                SELECT office, receivedDay AS day, process, channel, 1 AS received, 0 AS early,
                    0 AS onTime, 0 AS late, 0 AS unclassed
                FROM dossier WHERE \(part)
                UNION ALL
                SELECT office, endedDay AS day, process, channel, 0,
                    CASE WHEN class = 'early' THEN 1 ELSE 0 END,
                    CASE WHEN class = 'onTime' THEN 1 ELSE 0 END,
                    CASE WHEN class = 'late' THEN 1 ELSE 0 END,
                    CASE WHEN class IS NULL THEN 1 ELSE 0 END
                FROM dossier WHERE endedDay IS NOT NULL AND \(part)
                """
            let once = values(units) + arguments
            return Source(sql: sql, arguments: once + once)
        }

        private init(sql: String, arguments: [SQLValue]) {
            self.sql = sql
            self.arguments = arguments
        }

        /// Dossiers in which one of the units had a part.
        static func visible(_ units: [UnitID]) -> String {
            """
            dossier.code IN (SELECT u.dossier FROM dossierUnit AS u
                WHERE u.unit IN (\(marks(units))))
            """
        }

        /// Which dossiers of the register count.
        static func condition(
            _ limit: Limit, _ filter: Filter
        ) -> (sql: String, arguments: [SQLValue]) {
            let (condition, arguments) = narrowing(filter)
            return switch limit {
            case .all: (condition, arguments)
            case .offices(let offices):
                (condition + " AND office IN (\(marks(offices)))", arguments + values(offices))
            case .units(let units):
                (condition + " AND \(visible(units))", arguments + values(units))
            }
        }

        static func narrowing(_ filter: Filter) -> (sql: String, arguments: [SQLValue]) {
            var conditions = ["1 = 1"]
            var arguments: [SQLValue] = []
            if let office = filter.office {
                conditions.append("office = ?")
                arguments.append(.text(office.rawValue))
            }
            if let channel = filter.channel {
                conditions.append("channel = ?")
                arguments.append(.text(channel.rawValue))
            }
            return (conditions.joined(separator: " AND "), arguments)
        }

        /// A list that is empty must stay SQL: no unit is called nothing.
        static func marks(_ units: [UnitID]) -> String {
            units.isEmpty ? "''" : units.map { _ in "?" }.joined(separator: ", ")
        }

        static func values(_ units: [UnitID]) -> [SQLValue] { units.map { .text($0.rawValue) } }
    }
}
