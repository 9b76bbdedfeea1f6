// Runs a prepared statement through SQLite's own interface: values go in and rows come out without
// the boxes that general bindings need. That was half the time of a small command.

import GRDB
import GRDBSQLite
import Ledger

extension Database {
    /// Runs the statement to its end and returns its rows; those of a statement that is no query
    /// are none.
    func run(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow] {
        let statement = try cachedStatement(sql: sql)
        let handle = statement.sqliteStatement
        // Nothing stays bound: values may be personal and large.
        defer {
            sqlite3_reset(handle)
            sqlite3_clear_bindings(handle)
        }
        try bind(arguments, to: handle, sql)
        var rows: [SQLRow] = []
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW:
                rows.append(
                    SQLRow(columns: statement.columnNames, values: Self.values(of: handle)))
            case SQLITE_DONE: return rows
            default: throw flaw(sql)
            }
        }
    }

    private func bind(
        _ arguments: [SQLValue], to handle: OpaquePointer, _ sql: String
    ) throws {
        let wanted = Int(sqlite3_bind_parameter_count(handle))
        if wanted != arguments.count {
            throw DatabaseError(
                resultCode: .SQLITE_MISUSE,
                message: "wrong number of statement arguments: \(arguments.count) of \(wanted)",
                sql: sql)
        }
        for (index, argument) in arguments.enumerated() {
            let code = argument.bind(to: handle, at: CInt(index + 1))
            if code != SQLITE_OK { throw flaw(sql) }
        }
    }

    /// What the connection says of its last call.
    private func flaw(_ sql: String) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(sqliteConnection)),
            message: String(cString: sqlite3_errmsg(sqliteConnection)), sql: sql)
    }

    private static func values(of handle: OpaquePointer) -> [SQLValue] {
        let count = Int(sqlite3_column_count(handle))
        return [SQLValue](unsafeUninitializedCapacity: count) { buffer, initialized in
            for index in 0..<count {
                buffer.initializeElement(at: index, to: SQLValue(handle, column: CInt(index)))
            }
            initialized = count
        }
    }
}

extension SQLValue {
    /// SQLite copies texts and bytes before the call returns.
    fileprivate func bind(to handle: OpaquePointer, at index: CInt) -> CInt {
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch self {
        case .null: return sqlite3_bind_null(handle, index)
        case .integer(let number): return sqlite3_bind_int64(handle, index, number)
        case .real(let number): return sqlite3_bind_double(handle, index, number)
        case .text(var text):
            return text.withUTF8 { units in
                let bytes = UnsafeRawPointer(units.baseAddress)?.assumingMemoryBound(
                    to: CChar.self)
                return sqlite3_bind_text(
                    handle, index, bytes ?? Self.nothing, CInt(units.count), copied)
            }
        case .blob(let bytes):
            if bytes.isEmpty { return sqlite3_bind_zeroblob(handle, index, 0) }
            return bytes.withUnsafeBytes {
                sqlite3_bind_blob(handle, index, $0.baseAddress, CInt($0.count), copied)
            }
        }
    }

    /// An address that is not zero, which SQLite would take for NULL.
    private static var nothing: UnsafePointer<CChar>? { UnsafePointer(bitPattern: 1) }

    fileprivate init(_ handle: OpaquePointer, column: CInt) {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER: self = .integer(sqlite3_column_int64(handle, column))
        case SQLITE_FLOAT: self = .real(sqlite3_column_double(handle, column))
        case SQLITE_TEXT:
            let start = sqlite3_column_text(handle, column)
            let count = Int(sqlite3_column_bytes(handle, column))
            self = .text(
                String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
        case SQLITE_BLOB:
            let start = sqlite3_column_blob(handle, column)
            let count = Int(sqlite3_column_bytes(handle, column))
            self = .blob([UInt8](UnsafeRawBufferPointer(start: start, count: count)))
        default: self = .null
        }
    }
}
