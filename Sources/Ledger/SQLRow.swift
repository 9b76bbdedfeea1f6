// A row of a result, read by column name.

/// One row of a result. Column names are compared without regard to ASCII case, because
/// PostgreSQL folds names that are not quoted. Reading a column that is not there, or as a kind
/// it does not have, throws `SQLRowError`: that is a mistake in the query, never in the input.
public struct SQLRow: Sendable {
    /// Names in the order of the query; shared by all rows of one result.
    public let columns: [String]
    public let values: [SQLValue]

    public init(columns: [String], values: [SQLValue]) {
        self.columns = columns
        self.values = values
    }

    public func value(_ column: String) throws(SQLRowError) -> SQLValue {
        if let index = columns.firstIndex(of: column) { return values[index] }
        let folded = column.utf8.map(Self.folded)
        let match = columns.firstIndex { $0.utf8.map(Self.folded) == folded }
        guard let match else { throw .noColumn(column, columns: columns) }
        return values[match]
    }

    public func int(_ column: String) throws(SQLRowError) -> Int {
        Int(try int64(column))
    }

    public func int64(_ column: String) throws(SQLRowError) -> Int64 {
        guard let value = try optionalInt64(column) else { throw .isNull(column) }
        return value
    }

    public func real(_ column: String) throws(SQLRowError) -> Double {
        switch try value(column) {
        case .real(let value): return value
        case .integer(let value): return Double(value)
        case let other: throw .wrongKind(column, wanted: "real", found: other.kind)
        }
    }

    public func text(_ column: String) throws(SQLRowError) -> String {
        guard let value = try optionalText(column) else { throw .isNull(column) }
        return value
    }

    public func blob(_ column: String) throws(SQLRowError) -> [UInt8] {
        guard let value = try optionalBlob(column) else { throw .isNull(column) }
        return value
    }

    /// Integer 0 is false and 1 is true; any other number is refused.
    public func bool(_ column: String) throws(SQLRowError) -> Bool {
        switch try int64(column) {
        case 0: return false
        case 1: return true
        case let other: throw .wrongKind(column, wanted: "0 or 1", found: String(other))
        }
    }

    public func optionalInt(_ column: String) throws(SQLRowError) -> Int? {
        try optionalInt64(column).map { Int($0) }
    }

    public func optionalInt64(_ column: String) throws(SQLRowError) -> Int64? {
        switch try value(column) {
        case .null: return nil
        case .integer(let value): return value
        case let other: throw .wrongKind(column, wanted: "integer", found: other.kind)
        }
    }

    public func optionalText(_ column: String) throws(SQLRowError) -> String? {
        switch try value(column) {
        case .null: return nil
        case .text(let value): return value
        case let other: throw .wrongKind(column, wanted: "text", found: other.kind)
        }
    }

    public func optionalBlob(_ column: String) throws(SQLRowError) -> [UInt8]? {
        switch try value(column) {
        case .null: return nil
        case .blob(let value): return value
        case let other: throw .wrongKind(column, wanted: "blob", found: other.kind)
        }
    }

    private static func folded(_ byte: UInt8) -> UInt8 {
        (65...90).contains(byte) ? byte + 32 : byte
    }
}

/// A query and the code that reads it disagree.
public enum SQLRowError: Error, Hashable, Sendable {
    case noColumn(String, columns: [String])
    case isNull(String)
    case wrongKind(String, wanted: String, found: String)
}
