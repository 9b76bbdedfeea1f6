// The log of a dossier, for those who answer for the people that looked.

import Engine
import Ledger
import WorkTime

extension Reads {
    /// Who answers for what the people of an office look at.
    static let answering: Set<People.Role> = [.head, .lead, .administer]

    /// Units whose readers the viewer answers for.
    static func units(of viewer: Viewer) -> [UnitID] { viewer.units(where: answering) }

    static func maySee(_ viewer: Viewer) -> Bool { !units(of: viewer).isEmpty }
}

extension DeskReading {
    /// Heads, leaders and administrators of a unit that the dossier went through see who looked;
    /// for others there is no such page.
    func reads(of code: String, for viewer: Viewer) throws -> Reads.Log {
        guard try isFound(code, in: Reads.units(of: viewer)),
            let dossier = try reader.row(
                "SELECT title FROM dossier WHERE code = ?", [.text(code)])
        else { throw Dossiers.Rejection.unknown(code) }
        let organisation = try organisation()
        let found = try rows(
            """
            SELECT person, paper, first, last, times FROM personalRead
            WHERE subject = ? ORDER BY day DESC, last DESC, person, paper LIMIT ?
            """,
            [.text(code), SQLValue(Reads.rowMaximum)])
        let rows = try found.map { row in
            let person = PersonID(try row.text("person"))
            let last = LocalMinute(rawValue: try row.int("last"))
            let unit = organisation.positions(of: person, on: last.day).first?.unit
            return Reads.Row(
                name: organisation.people[person]?.name ?? person.rawValue,
                unit: unit.flatMap { organisation.units[$0]?.name } ?? "",
                paper: Reads.Paper(rawValue: try row.text("paper")) ?? .page,
                first: LocalMinute(rawValue: try row.int("first")), last: last,
                times: try row.int("times"))
        }
        return Reads.Log(code: code, title: try dossier.text("title"), rows: rows)
    }
}
