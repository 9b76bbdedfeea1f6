// Settings of the installation itself, beside the ledger: whether it is a demo, and its start.

import Foundation
import Ledger
import WorkTime

/// A few values by name.
public struct OfficeSettings: Sendable {
    /// When the demo office's clock starts; `nil` in a real office.
    public var demoStart: Instant?
    public var demoAccounts: [Site.DemoAccount] = []

    public init(demoStart: Instant? = nil, demoAccounts: [Site.DemoAccount] = []) {
        self.demoStart = demoStart
        self.demoAccounts = demoAccounts
    }

    static let migrations = [
        Migration(
            id: "settings-1",
            statements: [
                "CREATE TABLE setting (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)"
            ])
    ]

    static func read(in reader: any LedgerReader) throws -> OfficeSettings {
        var settings = OfficeSettings()
        for row in try reader.rows("SELECT name, value FROM setting ORDER BY name") {
            let value = try row.text("value")
            switch try row.text("name") {
            case "demoStart":
                settings.demoStart = Int64(value).map { Instant(milliseconds: $0) }
            case "demoAccounts":
                settings.demoAccounts = try JSONDecoder().decode(
                    [Site.DemoAccount].self, from: Data(value.utf8))
            default: continue
            }
        }
        return settings
    }

    public func write(in transaction: any LedgerTransaction) throws {
        let accounts = String(
            decoding: try JSONEncoder().encode(demoAccounts), as: UTF8.self)
        var values = [("demoAccounts", accounts)]
        if let demoStart { values.append(("demoStart", String(demoStart.milliseconds))) }
        for (name, value) in values {
            try transaction.execute(
                """
                INSERT INTO setting (name, value) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value
                """,
                [.text(name), .text(value)])
        }
    }
}
