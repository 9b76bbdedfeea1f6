// Sheets that were written: the list of a viewer's units, and one to print again.

import Engine
import Ledger
import WorkTime

extension Handovers {
    public struct SheetRow: Sendable, Encodable {
        public let code: String
        public let fromName: String
        public let toName: String
        public let at: LocalMinute
        public let person: String
        public let count: Int
        let key: String
    }

    public struct SheetList: Sendable, Encodable {
        public let rows: [SheetRow]
        public let next: String?
    }

    public struct ShownLine: Sendable, Encodable {
        public let dossier: String
        public let title: String
        /// `nil` when it was erased by law, or the viewer may not find the dossier.
        public let applicant: String?
        public let papers: Int
        public let giver: String
        public let receiver: String
    }

    /// A sheet as it is printed.
    public struct ShownSheet: Sendable, Encodable {
        public let sheet: Sheet
        public let officeName: String
        public let fromName: String
        public let toName: String
        public let by: String
        public let lines: [ShownLine]
    }
}

extension DeskReading {
    /// Sheets of units that the viewer may see, the latest first.
    /// - Parameter after: The key of the last row before the page.
    func handoverSheets(for viewer: Viewer, after: String) throws -> Handovers.SheetList {
        let parts = after.split(separator: "/", maxSplits: 1)
        let bound = parts.count == 2 ? Int(parts[0]) : nil
        let marks = viewer.visibleUnits.map { _ in "?" }.joined(separator: ", ")
        if viewer.visibleUnits.isEmpty { return Handovers.SheetList(rows: [], next: nil) }
        let organisation = try organisation()
        let found = try rows(
            """
            SELECT s.code, s.fromUnit, s.toUnit, s.at, s.person, s.count
            FROM (SELECT DISTINCT at, code FROM handoverUnit
                  WHERE unit IN (\(marks)) AND (at, code) < (?, ?)
                  ORDER BY at DESC, code DESC LIMIT ?) u
            JOIN handoverSheet s ON s.code = u.code
            ORDER BY s.at DESC, s.code DESC
            """,
            viewer.visibleUnits.map { .text($0.rawValue) } + [
                SQLValue(bound ?? Dossiers.sortLast),
                .text(bound == nil ? "" : String(parts[1])), SQLValue(Handovers.pageSize + 1),
            ]
        ).map { row in
            let (code, at) = (try row.text("code"), try row.int("at"))
            let person = PersonID(try row.text("person"))
            return Handovers.SheetRow(
                code: code, fromName: organisation.name(of: UnitID(try row.text("fromUnit"))),
                toName: organisation.name(of: UnitID(try row.text("toUnit"))),
                at: LocalMinute(rawValue: at),
                person: organisation.people[person]?.name ?? person.rawValue,
                count: try row.int("count"), key: "\(at)/\(code)")
        }
        let shown = Array(found.prefix(Handovers.pageSize))
        return Handovers.SheetList(
            rows: shown, next: found.count > shown.count ? shown.last?.key : nil)
    }

    func handoverSheet(_ code: String, for viewer: Viewer) throws -> Handovers.ShownSheet {
        guard
            let sheet = try told(Handovers.Sheet.self, by: Handovers.stream(of: code))?.state,
            viewer.visibleUnits.contains(sheet.route.from)
                || viewer.visibleUnits.contains(sheet.route.to)
        else { throw Handovers.Rejection.unknown(code) }
        let organisation = try organisation()
        func name(_ person: PersonID) -> String {
            organisation.people[person]?.name ?? person.rawValue
        }
        return Handovers.ShownSheet(
            sheet: sheet, officeName: organisation.name(of: sheet.office),
            fromName: organisation.name(of: sheet.route.from),
            toName: organisation.name(of: sheet.route.to), by: name(sheet.by),
            lines: try sheet.lines.map { line in
                let dossier = try toldDossier(line.dossier).state
                let isFound = try mayFind(line.dossier, viewer)
                return Handovers.ShownLine(
                    dossier: line.dossier, title: dossier.registration.title,
                    applicant: try isFound ? applicant(of: dossier)?.name : nil,
                    papers: line.papers, giver: name(line.giver), receiver: name(line.receiver))
            })
    }
}

extension People.Organisation {
    func name(of unit: UnitID) -> String { units[unit]?.name ?? unit.rawValue }
}
