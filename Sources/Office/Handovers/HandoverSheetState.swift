// The sheet as its stream tells it, and its rows.

import Engine
import Ledger
import WorkTime

extension Handovers {
    static func stream(of code: String) -> String { "\(feature)/\(code)" }

    static let migrations = [
        Migration(
            id: "handovers-1",
            statements: [
                """
                CREATE TABLE handoverSheet (
                    code TEXT NOT NULL PRIMARY KEY,
                    office TEXT NOT NULL,
                    way TEXT NOT NULL,
                    fromUnit TEXT NOT NULL,
                    toUnit TEXT NOT NULL,
                    at {{bigint}} NOT NULL,
                    person TEXT NOT NULL,
                    count {{bigint}} NOT NULL)
                """,
                """
                CREATE TABLE handoverUnit (
                    unit TEXT NOT NULL,
                    at {{bigint}} NOT NULL,
                    code TEXT NOT NULL,
                    PRIMARY KEY (unit, at, code))
                """,
                """
                CREATE TABLE handoverNumber (
                    office TEXT NOT NULL,
                    day {{bigint}} NOT NULL,
                    last {{bigint}} NOT NULL,
                    PRIMARY KEY (office, day))
                """,
            ])
    ]

    /// Written anew it is the same.
    static func write(_ sheet: Sheet, in transaction: any LedgerTransaction) throws {
        try transaction.execute(
            """
            INSERT INTO handoverSheet (code, office, way, fromUnit, toUnit, at, person, count)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
            [
                .text(sheet.code), .text(sheet.office.rawValue), .text(sheet.route.way.rawValue),
                .text(sheet.route.from.rawValue), .text(sheet.route.to.rawValue),
                SQLValue(sheet.at.rawValue), .text(sheet.by.rawValue), SQLValue(sheet.lines.count),
            ])
        for unit in [sheet.route.from, sheet.route.to] {
            try transaction.execute(
                """
                INSERT INTO handoverUnit (unit, at, code) VALUES (?, ?, ?)
                ON CONFLICT DO NOTHING
                """, [.text(unit.rawValue), SQLValue(sheet.at.rawValue), .text(sheet.code)])
        }
    }
}

extension Handovers.Sheet: ToldState {
    /// A sheet is one entry: it is never saved beside it.
    static var savedEvery: Int { 16 }

    /// A second entry: there is nothing to change about a sheet.
    private struct OutOfOrder: Error {}

    static func told(by entry: Entry, after state: Self?, zone: ZoneOffset) throws -> Self {
        let event = try EventDecoding.event(
            Handovers.Event.self, entryType: entry.type, payload: try entry.decodedPayload(),
            feature: Handovers.feature)
        guard case .recorded(let sheet) = event, state == nil else { throw OutOfOrder() }
        return sheet
    }
}
