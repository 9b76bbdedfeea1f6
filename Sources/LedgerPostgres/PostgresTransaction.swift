// Runs portable SQL on a PostgreSQL connection.

import Ledger

/// Reads inside one snapshot. Throws what the server said: whoever gave the snapshot turns it into
/// the common error, or reads again.
struct PostgresReader: LedgerReader {
    let connection: PostgresConnection

    func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow] {
        try connection.run(sql, arguments).rows
    }
}

/// Reads and writes of one command. The first statement that failed fails all that follow, as the
/// server itself does.
final class PostgresTransaction: LedgerTransaction {
    private let connection: PostgresConnection
    private(set) var failure: (any Error)?

    init(_ connection: PostgresConnection) {
        self.connection = connection
    }

    func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow] {
        try remembering { try connection.run(sql, arguments).rows }
    }

    @discardableResult
    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        try remembering { try connection.run(sql, arguments).changed }
    }

    func post(_ sql: String, _ arguments: [SQLValue]) throws {
        try remembering { try connection.submit(sql, arguments) }
    }

    /// Waits for what was posted.
    func settle() throws {
        try remembering { _ = try connection.settle() }
    }

    /// Keeps the failure as the server told it, and throws what every store would.
    private func remembering<T>(_ work: () throws -> T) throws -> T {
        if let failure { throw PostgresFailure.common(failure) }
        do {
            return try work()
        } catch {
            failure = error
            throw PostgresFailure.common(error)
        }
    }
}
