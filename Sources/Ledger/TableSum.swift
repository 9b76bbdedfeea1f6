// What the rows of a table sum up to.

import Crypto

/// How many rows a table has, and a digest over all their values in the order of the key: equal on
/// every store for equal rows.
public struct TableSum: Hashable, Sendable {
    public let table: String
    public let rows: Int
    public let digest: [UInt8]
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
