// Opens a SQLite file so that what it commits is on the disk, and proves it.

import GRDB
import Ledger

enum SQLiteOpening {
    /// Connections that read beside the writer.
    static let readerMaximum = 4

    static func pool(path: String, patience: Double) throws(LedgerStoreError) -> DatabasePool {
        var configuration = Configuration()
        configuration.label = "ledger"
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(patience)
        configuration.maximumReaderCount = readerMaximum
        // Transactions are begun and ended by `GroupCommit`; a ROLLBACK that fails is repeated
        // there before the next commit instead of ending the process.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { database in
            // What the law erases must not survive in unused space of the file.
            try database.execute(sql: "PRAGMA secure_delete = ON")
            // A commit of several hundred commands stays in memory until it is written.
            try database.execute(sql: "PRAGMA cache_size = -16000")
            try database.execute(sql: "PRAGMA temp_store = MEMORY")
            // The writer copies the log back into the file when it has grown to 16 MB, not after
            // each 4 MB: pages that many commands change are then copied once.
            try database.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
        }
        do {
            let pool = try DatabasePool(path: path, configuration: configuration)
            try pool.writeWithoutTransaction(assertDurable)
            return pool
        } catch let error as LedgerStoreError {
            throw error
        } catch let error as DatabaseError {
            throw LedgerStoreError(error, path: path)
        } catch {
            throw .cannotOpen(path: path, detail: String(describing: error))
        }
    }

    /// The pool sets `synchronous` to NORMAL by itself, after `prepareDatabase`: with that, a
    /// power cut may take back what was answered. So it is set again here and read back.
    private static func assertDurable(_ database: Database) throws {
        try database.execute(sql: "PRAGMA synchronous = FULL")
        try expect("synchronous", "2", in: database)
        try expect("journal_mode", "wal", in: database)
        try expect("foreign_keys", "1", in: database)
    }

    private static func expect(
        _ setting: String, _ wanted: String, in database: Database
    ) throws {
        let found = try String.fetchOne(database, sql: "PRAGMA \(setting)") ?? "nothing"
        if found.lowercased() != wanted {
            throw LedgerStoreError.notDurable(setting: setting, found: found)
        }
    }
}
