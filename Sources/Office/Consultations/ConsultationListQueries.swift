// The lists of consultations: what the own units are asked, and, for the head of the one-stop unit
// and who leads the office, who is silent. Both are told by the time: no round has to come first.

import Engine
import Ledger
import WorkTime

extension Consultations {
    public enum Tab: String, Sendable, Encodable, CaseIterable {
        case asked, silent
    }

    public struct Row: Sendable, Encodable, Hashable {
        public let dossier: String
        public let title: String
        public let number: Int
        public let place: Int
        /// Who is asked.
        public let name: String
        /// The unit that asks.
        public let askedBy: String
        public let from: LocalMinute
        public let due: LocalMinute
        public let silentFrom: LocalMinute
        public let isSilent: Bool
        public let left: Work.TimeLeft
        let key: String

        private enum CodingKeys: String, CodingKey {
            case dossier, title, number, place, name, askedBy, from, due, silentFrom, isSilent, left
        }
    }

    public struct List: Sendable, Encodable {
        public let tab: Tab
        public let rows: [Row]
        /// Whether there is a list of the silent for the viewer.
        public let seesSilent: Bool
        /// Where the next page begins; `nil` at the end.
        public let next: String?
    }
}

extension People.Organisation {
    /// Offices whose silences are the affair of the person: of which the person heads the one-stop
    /// unit, stands in for who does, or leads.
    func officesHearingSilence(_ person: PersonID, on day: DayNumber) -> [UnitID] {
        let names = [person] + absentees(of: person, on: day)
        let offices = names.flatMap { positions(of: $0, on: day) }.compactMap {
            office(of: $0.unit)
        }
        return Set(offices).filter { office in
            oneStopHead(of: office, on: day).map(names.contains) ?? false
                || positions(of: person, on: day).contains {
                    $0.roles.contains(.lead) && self.office(of: $0.unit) == office
                }
        }.sorted { $0.rawValue < $1.rawValue }
    }
}

extension DeskReading {
    func consultationList(
        _ tab: Consultations.Tab, for viewer: Viewer, after key: String = "", at now: LocalMinute
    ) throws -> Consultations.List {
        let organisation = try organisation()
        let offices = organisation.officesHearingSilence(viewer.person, on: now.day)
        let units =
            tab == .asked ? organisation.unitsAnswered(by: viewer.person, on: now.day) : offices
        let order = tab == .asked ? "due" : "silentFrom"
        let found = try rows(
            """
            SELECT c.dossier AS dossier, c.number AS number, c.place AS place, c.due AS due,
                c.fromAt AS fromAt, c.silentFrom AS silentFrom, d.title AS title
            FROM consultationPart c JOIN dossier d ON d.code = c.dossier
            WHERE c.isOpen = 1 AND d.endedDay IS NULL
                AND c.\(tab == .asked ? "unit" : "office") IN (\(marks(units)))
                AND c.\(tab == .asked ? "fromAt" : "silentFrom") <= ?
                AND (c.\(order), c.dossier, c.number, c.place) > (?, ?, ?, ?)
            ORDER BY c.\(order), c.dossier, c.number, c.place LIMIT ?
            """,
            units.map { .text($0.rawValue) } + [SQLValue(now.rawValue)]
                + Consultations.after(key) + [SQLValue(Consultations.pageSize + 1)])
        let shown = found.prefix(Consultations.pageSize)
        // All of the page at once: statements do not grow with its rows.
        let streams = Set(try shown.map { Consultations.stream(of: try $0.text("dossier")) })
        let books = try told(Consultations.Book.self, byStreams: streams.sorted())
        let rows = try shown.compactMap { try row($0, books, order, organisation, at: now) }
        return Consultations.List(
            tab: tab, rows: rows, seesSilent: !offices.isEmpty,
            next: found.count > Consultations.pageSize ? rows.last?.key : nil)
    }

    private func row(
        _ row: SQLRow, _ books: [String: Consultations.Book], _ order: String,
        _ organisation: People.Organisation, at now: LocalMinute
    ) throws -> Consultations.Row? {
        let (dossier, number) = (try row.text("dossier"), try row.int("number"))
        let place = try row.int("place")
        let book = books[Consultations.stream(of: dossier)]
        guard let consultation = book?.consultation(number), let part = consultation.part(place)
        else { return nil }
        let due = LocalMinute(rawValue: try row.int("due"))
        let silentFrom = LocalMinute(rawValue: try row.int("silentFrom"))
        func name(_ unit: UnitID) -> String { organisation.units[unit]?.name ?? unit.rawValue }
        return Consultations.Row(
            dossier: dossier, title: try row.text("title"), number: number, place: place,
            name: part.body.unit.map(name) ?? part.body.name,
            askedBy: name(consultation.unit),
            from: LocalMinute(rawValue: try row.int("fromAt")), due: due, silentFrom: silentFrom,
            isSilent: silentFrom <= now,
            left: Work.TimeLeft(due: due, now: now, waits: false, calendar: try calendar()),
            key: "\(try row.int(order))/\(number)/\(place)/\(dossier)")
    }

    /// How many questions wait for the viewer's units, and how many are silent in the viewer's
    /// office; counted up to `countMaximum`.
    func consultationCounts(
        for viewer: Viewer, at now: LocalMinute
    ) throws -> (asked: Int, silent: Int) {
        let organisation = try organisation()
        let units = organisation.unitsAnswered(by: viewer.person, on: now.day)
        let offices = organisation.officesHearingSilence(viewer.person, on: now.day)
        return (
            try count("unit", units, "fromAt", at: now),
            try count("office", offices, "silentFrom", at: now)
        )
    }

    private func count(
        _ column: String, _ units: [UnitID], _ moment: String, at now: LocalMinute
    ) throws -> Int {
        if units.isEmpty { return 0 }
        return try reader.row(
            """
            SELECT count(*) AS n FROM (SELECT 1 FROM consultationPart c
                JOIN dossier d ON d.code = c.dossier
                WHERE c.isOpen = 1 AND d.endedDay IS NULL AND c.\(moment) <= ?
                    AND c.\(column) IN (\(marks(units))) LIMIT ?) AS bounded
            """,
            [SQLValue(now.rawValue)] + units.map { .text($0.rawValue) }
                + [SQLValue(Consultations.countMaximum)])?.int("n") ?? 0
    }

    /// Never an empty list, which one of the stores does not know.
    private func marks(_ units: [UnitID]) -> String {
        units.isEmpty ? "NULL" : units.map { _ in "?" }.joined(separator: ", ")
    }
}

extension Consultations {
    /// What a page goes on from; a key that is none begins at the start.
    static func after(_ key: String) -> [SQLValue] {
        let parts = key.split(separator: "/", maxSplits: 3)
        guard parts.count == 4, let moment = Int(parts[0]), let number = Int(parts[1]),
            let place = Int(parts[2])
        else { return [SQLValue(0), .text(""), SQLValue(0), SQLValue(0)] }
        return [
            SQLValue(moment), .text(String(parts[3])), SQLValue(number), SQLValue(place),
        ]
    }
}
