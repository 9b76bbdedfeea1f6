// Reads the rows of a result in binary form.

import CPostgres
import Ledger

/// What one statement came to.
struct PostgresResult {
    let rows: [SQLRow]
    /// Rows that it changed.
    let changed: Int

    static let nothing = PostgresResult(rows: [], changed: 0)
}

extension PostgresResult {
    /// Copies everything; the caller clears the result.
    init(_ result: OpaquePointer?) throws(LedgerStoreError) {
        changed = PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
        let width = PQnfields(result)
        let columns = (0..<width).map { PQfname(result, $0).map { String(cString: $0) } ?? "" }
        let types = (0..<width).map { PQftype(result, $0) }
        var rows: [SQLRow] = []
        rows.reserveCapacity(Int(PQntuples(result)))
        for row in 0..<PQntuples(result) {
            var values: [SQLValue] = []
            values.reserveCapacity(columns.count)
            for column in 0..<width {
                values.append(try Self.value(result, row, column, types[Int(column)]))
            }
            rows.append(SQLRow(columns: columns, values: values))
        }
        self.rows = rows
    }

    private static func value(
        _ result: OpaquePointer?, _ row: Int32, _ column: Int32, _ type: Oid
    ) throws(LedgerStoreError) -> SQLValue {
        if PQgetisnull(result, row, column) == 1 { return .null }
        let length = Int(PQgetlength(result, row, column))
        let bytes = UnsafeRawBufferPointer(start: PQgetvalue(result, row, column), count: length)
        switch type {
        case PostgresType.int8, PostgresType.int4, PostgresType.int2:
            return .integer(signed(bytes))
        case PostgresType.bool: return .integer(bytes.first == 1 ? 1 : 0)
        case PostgresType.float8: return .real(Double(bitPattern: unsigned(bytes)))
        case PostgresType.float4:
            return .real(Double(Float(bitPattern: UInt32(truncatingIfNeeded: unsigned(bytes)))))
        case PostgresType.bytea: return .blob(Array(bytes))
        case PostgresType.text, PostgresType.varchar, PostgresType.bpchar,
            PostgresType.name, PostgresType.unknownText:
            return .text(String(decoding: bytes, as: UTF8.self))
        case PostgresType.void: return .null
        case PostgresType.numeric: return try numeric(bytes)
        default: throw .failed(detail: "a column has the unknown type \(type)", sql: "")
        }
    }

    private static func unsigned(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func signed(_ bytes: UnsafeRawBufferPointer) -> Int64 {
        let shift = UInt64(64 - 8 * bytes.count)
        return Int64(bitPattern: unsigned(bytes) << shift) >> Int64(shift)
    }

    /// Sums of whole numbers arrive as `numeric`: digits to the base 10,000, the weight of the
    /// first, sign and scale. One with a fraction becomes a real number.
    private static func numeric(
        _ bytes: UnsafeRawBufferPointer
    ) throws(LedgerStoreError) -> SQLValue {
        func word(_ index: Int) -> Int { Int(bytes[2 * index]) << 8 | Int(bytes[2 * index + 1]) }
        guard bytes.count >= 8, bytes.count == 8 + 2 * word(0) else {
            throw .failed(detail: "a numeric cannot be read", sql: "")
        }
        let weight = Int(Int16(truncatingIfNeeded: word(1)))
        let sign = word(2)
        if sign != 0, sign != 0x4000 { return .real(.nan) }
        let digits = (0..<word(0)).map { word(4 + $0) }
        if digits.count > weight + 1 || weight > 4 {
            var sum = 0.0
            for (index, digit) in digits.enumerated() {
                sum += Double(digit) * Self.power(weight - index)
            }
            return .real(sign == 0 ? sum : -sum)
        }
        var sum: Int64 = 0
        for index in 0...max(0, weight) {
            let digit = index < digits.count ? Int64(digits[index]) : 0
            let (product, first) = sum.multipliedReportingOverflow(by: 10_000)
            let (next, second) = product.addingReportingOverflow(digit)
            if first || second {
                throw .failed(detail: "a sum is too large", sql: "")
            }
            sum = next
        }
        return .integer(sign == 0 ? sum : -sum)
    }

    private static func power(_ exponent: Int) -> Double {
        var value = 1.0
        for _ in 0..<abs(exponent) { value *= 10_000 }
        return exponent < 0 ? 1 / value : value
    }
}
