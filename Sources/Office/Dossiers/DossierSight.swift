// Through which units and by which words a dossier is found: rows beside the register.

import Engine
import Ledger

extension Dossiers {
    /// The words of a dossier: its keys (code, applicant, telephone) and those of its title.
    struct Words: Hashable, Sendable {
        var keys: [String]
        var title: [String]

        init(code: String, name: String, phone: String, title: String) {
            keys = Folding.words("\(code) \(name) \(phone)")
            self.title = Folding.words(title)
        }

        /// Reads the text of a row back, or of a row of an earlier release.
        init(text: String, title: String) {
            self.title = Folding.words(title)
            let all = Folding.words(text)
            keys = Array(all.dropLast(self.title.count))
        }

        /// As the register keeps it: a space before each word, so that a word is found by how it
        /// begins.
        var text: String { (keys + title).map { " \($0)" }.joined() }
    }
}

/// Writes the rows beside the register.
struct DossierSight {
    let transaction: any LedgerTransaction
    let organisation: People.Organisation

    /// The unit may find the dossier; nothing happens when it could before.
    func add(_ unit: UnitID, to code: String, receivedBy office: UnitID) throws {
        let house = organisation.office(of: unit) ?? unit
        try transaction.post(
            """
            INSERT INTO dossierUnit (unit, dossier, receivedAt, isOpen, isGuest)
            SELECT ?, d.code, d.receivedAt, CASE WHEN d.endedDay IS NULL THEN 1 ELSE 0 END, ?
            FROM dossier d WHERE d.code = ? ON CONFLICT DO NOTHING
            """,
            [.text(unit.rawValue), SQLValue(house != office), .text(code)])
        if house == office { return }
        let sql = "SELECT folded, title FROM dossier WHERE code = ?"
        guard let row = try transaction.row(sql, [.text(code)]) else { return }
        try add(try words(of: row).keys, of: code, in: house)
    }

    /// Keeps the words of a dossier under an office.
    func add(_ words: [String], of code: String, in office: UnitID) throws {
        let words = Set(words).sorted()
        if words.isEmpty { return }
        try transaction.post(
            """
            INSERT INTO dossierWord (office, word, dossier)
            VALUES \(words.map { _ in "(?, ?, ?)" }.joined(separator: ", "))
            ON CONFLICT DO NOTHING
            """,
            words.flatMap { [.text(office.rawValue), .text($0), .text(code)] })
    }

    /// The lists of open dossiers let it go, or take it back.
    func setOpen(_ isOpen: Bool, _ code: String) throws {
        try transaction.post(
            "UPDATE dossierUnit SET isOpen = ? WHERE dossier = ?",
            [SQLValue(isOpen), .text(code)])
    }

    func words(of row: SQLRow) throws -> Dossiers.Words {
        Dossiers.Words(text: try row.text("folded"), title: try row.text("title"))
    }
}

extension DossierSight {
    static let chunk = 500

    /// Whether dossiers of an earlier release await their words.
    static func isFilling(_ reader: any LedgerReader) throws -> Bool {
        try reader.row("SELECT code FROM dossier WHERE folded >= '!' LIMIT 1") != nil
    }

    /// Gives words to dossiers of earlier releases, so many that other writers hardly wait.
    func fillChunk() throws {
        let rows = try transaction.rows(
            """
            SELECT code, office, folded, title FROM dossier WHERE folded >= '!'
            ORDER BY code LIMIT \(Self.chunk)
            """)
        for row in rows {
            let (code, office) = (try row.text("code"), UnitID(try row.text("office")))
            let words = try words(of: row)
            try add(words.keys, of: code, in: office)
            let units = try transaction.rows(
                "SELECT unit FROM dossierUnit WHERE dossier = ?", [.text(code)])
            for unit in try units.map({ UnitID(try $0.text("unit")) }) {
                let house = organisation.office(of: unit) ?? unit
                if house == office { continue }
                try add(words.keys, of: code, in: house)
                try transaction.post(
                    "UPDATE dossierUnit SET isGuest = 1 WHERE unit = ? AND dossier = ?",
                    [.text(unit.rawValue), .text(code)])
            }
            try transaction.post(
                "UPDATE dossier SET folded = ? WHERE code = ?", [.text(words.text), .text(code)])
        }
    }
}
