// Runs portable SQL on a SQLite connection.

import Foundation
import GRDB
import Ledger

/// Reads on a connection.
struct SQLiteReader: LedgerReader {
    let database: Database

    func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow] {
        do {
            return try database.ledgerRows(sql, arguments)
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
        try remembering { try database.ledgerRows(sql, arguments) }
    }

    @discardableResult
    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        try remembering {
            try database.cachedStatement(sql: sql)
                .execute(arguments: StatementArguments(portable: arguments))
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

extension Database {
    fileprivate func ledgerRows(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow] {
        let statement = try cachedStatement(sql: sql)
        let columns = statement.columnNames
        let cursor = try Row.fetchCursor(
            statement, arguments: StatementArguments(portable: arguments))
        var rows: [SQLRow] = []
        while let row = try cursor.next() {
            let values = (0..<columns.count).map { SQLValue(row[$0] as DatabaseValue) }
            rows.append(SQLRow(columns: columns, values: values))
        }
        return rows
    }
}

extension SQLValue {
    fileprivate init(_ value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let number): self = .integer(number)
        case .double(let number): self = .real(number)
        case .string(let text): self = .text(text)
        case .blob(let data): self = .blob([UInt8](data))
        }
    }

    fileprivate var argument: (any DatabaseValueConvertible)? {
        switch self {
        case .null: nil
        case .integer(let number): number
        case .real(let number): number
        case .text(let text): text
        case .blob(let bytes): Data(bytes)
        }
    }
}

extension StatementArguments {
    /// A list of unlike values costs GRDB no key path each time, as a list of `DatabaseValue`
    /// would: that was a third of a small command. The type is written out because another
    /// initializer takes `[Any]` and fails on NULL.
    fileprivate init(portable values: [SQLValue]) {
        let unlike: [(any DatabaseValueConvertible)?] = values.map { $0.argument }
        self.init(unlike)
    }
}
