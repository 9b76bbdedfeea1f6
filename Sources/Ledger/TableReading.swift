// Reads whole tables in pages, and what they sum up to.

import Crypto

/// How many rows a table has, and a digest over all their values in the order of the key: equal on
/// every store for equal rows.
public struct TableSum: Hashable, Sendable {
    public let table: String
    public let rows: Int
    public let digest: [UInt8]
}

extension SchemaTable {
    /// Rows in one page.
    static let pageSize = 500

    /// The rows after a key, in the order of the key; `nil` begins.
    func page(after key: [SQLValue]?, in reader: any LedgerReader) throws -> [SQLRow] {
        let keys = self.key.joined(separator: ", ")
        let marks = Array(repeating: "?", count: self.key.count).joined(separator: ", ")
        let condition = key == nil ? "" : "WHERE (\(keys)) > (\(marks))"
        return try reader.rows(
            """
            SELECT \(columns.joined(separator: ", ")) FROM \(name) \(condition)
            ORDER BY \(keys) LIMIT ?
            """,
            (key ?? []) + [SQLValue(Self.pageSize)])
    }

    /// Walks through the table page by page.
    /// - Returns: the sum of what was read.
    func read(
        in reader: any LedgerReader, _ each: ([SQLRow]) throws -> Void = { _ in }
    ) throws -> TableSum {
        var sum = TableSumming()
        var last: [SQLValue]?
        while true {
            let page = try page(after: last, in: reader)
            for row in page { sum.add(row) }
            if !page.isEmpty { try each(page) }
            guard page.count == Self.pageSize, let end = page.last else { break }
            last = try key.map { try end.value($0) }
        }
        return sum.sum(of: name)
    }

    public func rowCount(in reader: any LedgerReader) throws -> Int {
        try reader.row("SELECT count(*) AS number FROM \(name)")?.int("number") ?? 0
    }

    var insertion: String {
        let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        return "INSERT INTO \(name) (\(columns.joined(separator: ", "))) VALUES (\(marks))"
    }
}

struct TableSumming {
    private var rows = 0
    private var hasher = SHA256()

    mutating func add(_ row: SQLRow) {
        rows += 1
        var writer = ByteWriter()
        for value in row.values {
            switch value {
            case .null: writer.byte(0)
            case .integer(let number):
                writer.byte(1)
                writer.signed(number)
            case .real(let number):
                writer.byte(2)
                writer.unsigned(number.bitPattern)
            case .text(let text):
                writer.byte(3)
                writer.text(text)
            case .blob(let bytes):
                writer.byte(4)
                writer.blob(bytes)
            }
        }
        writer.bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    }

    func sum(of table: String) -> TableSum {
        TableSum(table: table, rows: rows, digest: [UInt8](hasher.finalize()))
    }
}
