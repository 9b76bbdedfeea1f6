// A filter of the register as a condition in portable SQL.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension Dossiers.Filter {
    /// No name is longer, and stores bound the length of a pattern.
    private static let searchMaximum = 200

    /// Reads the query of an address; what cannot be understood is left out.
    /// - Parameter value: The value of a name of the query.
    init(query value: (String) -> String?) {
        func text(_ name: String) -> String? { value(name).flatMap { $0.isEmpty ? nil : $0 } }
        self.init()
        search = String((text("q") ?? "").prefix(Self.searchMaximum))
        office = text("office")
        process = text("process")
        field = text("field")
        channel = text("channel").flatMap(Dossiers.Channel.init(rawValue:))
        focalPoint = text("focal")
        from = text("from").flatMap { DayNumber($0) }
        through = text("to").flatMap { DayNumber($0) }
        timeliness = text("class").flatMap(Timeliness.init(rawValue:))
        state = text("state").flatMap(State.init(rawValue:))
        after = text("after")
    }

    /// What the filter asks of a dossier beside its words and its units.
    /// - Parameter receipt: The column that holds the minute of receipt in the query at hand.
    func condition(at now: LocalMinute, receipt: String) -> Dossiers.Condition {
        var condition = Dossiers.Condition()
        condition.add("d.office = ?", office.map { .text($0) })
        condition.add("d.process = ?", process.map { .text($0) })
        condition.add("d.field = ?", field.map { .text($0) })
        condition.add("d.channel = ?", channel.map { .text($0.rawValue) })
        condition.add("d.focalPoint = ?", focalPoint.map { .text($0) })
        if timeliness != nil || state == .resolved {
            condition.add("d.endedDay >= ?", from.map { SQLValue($0.number) })
            condition.add("d.endedDay <= ?", through.map { SQLValue($0.number) })
            condition.add("d.endedDay IS NOT NULL")
        } else {
            condition.add(
                "\(receipt) >= ?", from.map { SQLValue(LocalMinute(startOf: $0).rawValue) })
            condition.add(
                "\(receipt) < ?",
                through.map { SQLValue(LocalMinute(startOf: $0 + 1).rawValue) })
        }
        condition.add("d.class = ?", timeliness.map { .text($0.rawValue) })
        if state == .overdue {
            condition.add("d.paused = 0")
            condition.add("d.due < ?", SQLValue(LocalMinute(startOf: now.day).rawValue))
        }
        return condition
    }

    /// Only what is still open is asked for.
    var isOpenOnly: Bool { state == .open || state == .overdue }

    /// The words typed, each of which must begin a word of the dossier.
    var words: [String] { Array(Folding.words(search).prefix(8)) }
}

extension Dossiers {
    /// Conditions that hold together, with their arguments, in portable SQL.
    struct Condition: Hashable, Sendable {
        private(set) var parts: [String] = []
        private(set) var arguments: [SQLValue] = []

        mutating func add(_ sql: String, _ values: [SQLValue] = []) {
            parts.append(sql)
            arguments += values
        }

        /// Nothing is asked where there is no value.
        mutating func add(_ sql: String, _ value: SQLValue?) {
            if let value { add(sql, [value]) }
        }

        mutating func add(_ other: Condition) {
            parts += other.parts
            arguments += other.arguments
        }

        var sql: String { parts.isEmpty ? "1 = 1" : parts.joined(separator: " AND ") }

        /// Whether the row of the dossier itself must be looked at.
        var readsDossier: Bool { parts.contains { $0.hasPrefix("d.") } }

        static func marks(_ count: Int) -> String {
            Array(repeating: "?", count: count).joined(separator: ", ")
        }
    }
}
