// What a session must promise before it is used.

import Ledger

extension PostgresConnection {
    /// Sets the session's patience and asks the server whether a commit reaches the disk and
    /// whether texts are ordered by their bytes, as on every other store.
    /// - Parameter mayPause: whether the server lets a transaction be that does nothing for long.
    func prepareSession(patienceSeconds: Int, mayPause: Bool) throws {
        try submit("SET client_encoding = 'UTF8'")
        try submit("SET synchronous_commit = on")
        try submit("SET statement_timeout = '\(patienceSeconds * 6)s'")
        try submit("SET lock_timeout = '\(patienceSeconds * 2)s'")
        // A node that stops in the middle must not hold up the others for long. A snapshot holds up
        // nobody, and whoever copies it waits for another disk between two pages.
        let pauseSeconds = mayPause ? 0 : patienceSeconds * 6
        try submit("SET idle_in_transaction_session_timeout = '\(pauseSeconds)s'")
        _ = try settle()
        let row = try run(
            """
            SELECT current_setting('fsync') AS fsync,
                current_setting('full_page_writes') AS pages,
                pg_encoding_to_char(encoding)::text AS encoding, datcollate::text AS collation,
                'a'::text > 'Z'::text AS byBytes
            FROM pg_database WHERE datname = current_database()
            """
        ).rows.first
        guard let row else { throw LedgerStoreError.failed(detail: "no settings", sql: "") }
        for (column, setting) in [("fsync", "fsync"), ("pages", "full_page_writes")] {
            let found = try row.text(column)
            if found != "on" { throw LedgerStoreError.notDurable(setting: setting, found: found) }
        }
        let encoding = try row.text("encoding")
        if encoding != "UTF8" {
            throw LedgerStoreError.wrongSetting("encoding", found: encoding, wanted: "UTF8")
        }
        if try !row.bool("byBytes") {
            throw LedgerStoreError.wrongSetting(
                "locale", found: try row.text("collation"), wanted: "C")
        }
    }
}
