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
        from = text("from").flatMap { DayNumber($0) }
        through = text("to").flatMap { DayNumber($0) }
        timeliness = text("class").flatMap(Timeliness.init(rawValue:))
        state = text("state").flatMap(State.init(rawValue:))
        after = text("after")
    }

    /// Only dossiers that were in a unit of the viewer; then what the filter asks for.
    func condition(for viewer: Viewer, at now: LocalMinute) -> (sql: String, arguments: [SQLValue])
    {
        let marks = viewer.visibleUnits.map { _ in "?" }.joined(separator: ", ")
        var parts = [
            // Every dossier was in its own office: whoever sees that needs no look into the list.
            """
            (d.office IN (\(marks)) OR EXISTS (SELECT 1 FROM dossierUnit u
                WHERE u.dossier = d.code AND u.unit IN (\(marks))))
            """
        ]
        let visible = viewer.visibleUnits.map { SQLValue.text($0.rawValue) }
        var arguments = visible + visible
        func add(_ sql: String, _ value: SQLValue?) {
            guard let value else { return }
            parts.append(sql)
            arguments.append(value)
        }
        for word in Folding.fold(search).split(separator: " ").prefix(8) {
            add("d.folded LIKE ?", .text("%\(word.filter { $0 != "%" && $0 != "_" })%"))
        }
        add("d.office = ?", office.map { .text($0) })
        add("d.process = ?", process.map { .text($0) })
        add("d.field = ?", field.map { .text($0) })
        add("d.channel = ?", channel.map { .text($0.rawValue) })
        let byEnd = timeliness != nil || state == .resolved
        add("d.\(byEnd ? "endedDay" : "receivedDay") >= ?", from.map { SQLValue($0.number) })
        add("d.\(byEnd ? "endedDay" : "receivedDay") <= ?", through.map { SQLValue($0.number) })
        add("d.class = ?", timeliness.map { .text($0.rawValue) })
        switch state {
        case .open: parts.append("d.endedDay IS NULL")
        case .resolved: parts.append("d.endedDay IS NOT NULL")
        case .overdue:
            parts.append("d.endedDay IS NULL AND d.paused = 0")
            add("d.due < ?", SQLValue(LocalMinute(startOf: now.day).rawValue))
        case nil: break
        }
        return (parts.joined(separator: " AND "), arguments)
    }
}
