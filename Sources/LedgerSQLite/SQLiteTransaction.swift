// Runs portable SQL on a SQLite connection.

import GRDB
import Ledger

/// Reads on a connection.
struct SQLiteReader: LedgerReader {
    let database: Database

    func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow] {
        do {
            return try database.run(sql, arguments)
        } catch {
            throw LedgerStoreError.from(error)
        }
    }
}

/// Reads and writes of one command. Remembers the first statement that failed: PostgreSQL would
/// refuse everything after it, and so does this store, lest features rely on more.
final class SQLiteTransaction: LedgerTransaction {
    private let database: Database
    private(set) var failure: (any Error)?

    init(_ database: Database) {
        self.database = database
    }

    func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow] {
        try remembering { try database.run(sql, arguments) }
    }

    @discardableResult
    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        try remembering {
            _ = try database.run(sql, arguments)
            return database.changesCount
        }
    }

    private func remembering<T>(_ work: () throws -> T) throws -> T {
        if let failure { throw failure }
        do {
            return try work()
        } catch {
            let common = LedgerStoreError.from(error)
            failure = common
            throw common
        }
    }
}
