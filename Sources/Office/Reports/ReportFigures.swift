// The read value of the page of figures: one set of sums cut in four ways.

import Engine
import ProcessModel
import WorkTime

extension Reports {
    /// What /reports shows, and what a program gets.
    public struct Figures: Hashable, Sendable, Encodable {
        public var from: DayNumber
        public var through: DayNumber
        public var office: String?
        public var channel: Dossiers.Channel?
        /// When it was reckoned; what is in progress is judged then, or at the end of the period.
        public var at: LocalMinute
        public var total: Sums
        public var byOffice: [Row]
        public var byField: [Row]
        public var byProcess: [Row]
        public var byMonth: [Row]
        public var form06: [Form06]
        /// Identities of form 06 that do not hold; must be empty.
        public var broken: [String]
        /// Offices that the viewer may choose from.
        public var offices: [Choice]
        /// Only dossiers of the viewer's own units are counted.
        public var isPartial: Bool
    }

    public struct Choice: Hashable, Sendable, Encodable {
        public var id: String
        public var name: String
    }

    /// Adds up everything of one page on one snapshot.
    public static func figures(
        _ reading: DeskReading, _ filter: Filter, limit: Limit, now: LocalMinute
    ) throws -> Figures {
        let organisation = try reading.organisation()
        let cells = try cells(reading, filter, limit: limit, now: now)
        let names = try processNames(reading)
        let byField = rows(cells, id: { names[$0.process]?.field ?? "" }, name: { $0 })
        let total = cells.map(\.sums).sum()
        let form = byField.map { Form06(name: $0.name, $0.sums) } + [Form06(name: "", total)]
        return Figures(
            from: filter.period.first, through: filter.period.last,
            office: filter.office?.rawValue, channel: filter.channel, at: now, total: total,
            byOffice: rows(
                cells, id: { $0.office.rawValue },
                name: { organisation.units[UnitID($0)]?.name ?? $0 }),
            byField: byField,
            byProcess: rows(
                cells, id: { $0.process.rawValue },
                name: { names[ProcessCode($0)]?.title ?? $0 }),
            byMonth: try months(reading, filter, limit: limit), form06: form,
            broken: form.flatMap(\.broken), offices: choices(limit, organisation, now.day),
            isPartial: { if case .units = limit { true } else { false } }())
    }

    /// Cells that share an identifier become one row; the largest number of receipts first.
    static func rows(
        _ cells: [Cell], id: (Cell) -> String, name: (String) -> String
    ) -> [Row] {
        Dictionary(grouping: cells, by: id)
            .map { Row(id: $0.key, name: name($0.key), sums: $0.value.map(\.sums).sum()) }
            .sorted { a, b in
                a.sums.taken == b.sums.taken ? a.id < b.id : a.sums.taken > b.sums.taken
            }
    }

    static func choices(
        _ limit: Limit, _ organisation: People.Organisation, _ day: DayNumber
    ) -> [Choice] {
        let offices: [UnitID] =
            switch limit {
            case .all: organisation.units.values.filter { $0.kind == .committee }.map(\.id)
            case .offices(let offices): offices
            case .units(let units): Array(Set(units.compactMap { organisation.office(of: $0) }))
            }
        return offices.compactMap { organisation.units[$0] }
            .sorted { ($0.level == .ward ? 1 : 0, $0.name) < ($1.level == .ward ? 1 : 0, $1.name) }
            .map { Choice(id: $0.id.rawValue, name: $0.name) }
    }
}
