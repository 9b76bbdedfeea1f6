// Arguments as PostgreSQL takes them: numbers and bytes in binary, texts as they are.

import CPostgres
import Ledger

/// Identifiers of the types that travel (pg_type.dat).
enum PostgresType {
    static let bool: Oid = 16
    static let bytea: Oid = 17
    static let int8: Oid = 20
    static let int2: Oid = 21
    static let int4: Oid = 23
    static let text: Oid = 25
    static let float4: Oid = 700
    static let float8: Oid = 701
    static let unknown: Oid = 0
    static let bpchar: Oid = 1042
    static let varchar: Oid = 1043
    static let numeric: Oid = 1700
    static let name: Oid = 19
    static let unknownText: Oid = 705
    static let void: Oid = 2278
}

struct PostgresParameters {
    private(set) var types: [Oid] = []
    private(set) var lengths: [Int32] = []
    private(set) var formats: [Int32] = []
    /// All values one after another, each closed by a zero byte so that texts end.
    private var bytes: [UInt8] = []
    /// Where each value begins; nil for NULL.
    private var starts: [Int?] = []

    init(_ values: [SQLValue]) {
        types.reserveCapacity(values.count)
        for value in values { add(value) }
    }

    private mutating func add(_ value: SQLValue) {
        switch value {
        case .null: append(PostgresType.unknown, format: 0, nil)
        case .integer(let number):
            append(PostgresType.int8, format: 1, Self.bigEndian(UInt64(bitPattern: number)))
        case .real(let number):
            append(PostgresType.float8, format: 1, Self.bigEndian(number.bitPattern))
        case .text(let text): append(PostgresType.text, format: 0, Array(text.utf8))
        case .blob(let blob): append(PostgresType.bytea, format: 1, blob)
        }
    }

    private mutating func append(_ type: Oid, format: Int32, _ value: [UInt8]?) {
        types.append(type)
        formats.append(format)
        lengths.append(Int32(value?.count ?? 0))
        starts.append(value.map { _ in bytes.count })
        if let value {
            bytes += value
            bytes.append(0)
        }
    }

    private static func bigEndian(_ value: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: value >> (56 - 8 * UInt64($0))) }
    }

    /// What tells apart two preparations of one text.
    var signature: String {
        String(decoding: types.map { UInt8(truncatingIfNeeded: 48 + $0 % 61) }, as: UTF8.self)
    }

    var count: Int32 { Int32(types.count) }

    /// Pointers to the values, good inside the closure.
    func withPointers<T>(
        _ body: ([UnsafePointer<CChar>?]) throws -> T
    ) rethrows -> T {
        try bytes.withUnsafeBytes { raw in
            let base = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
            return try body(starts.map { start in start.flatMap { base?.advanced(by: $0) } })
        }
    }
}
