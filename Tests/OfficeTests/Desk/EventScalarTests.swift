// Scalars go into the ledger as they are, whatever container they stand in: the bytes of one value
// are the same wherever a feature puts it.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Scalars in events` {
    private struct Everything: Codable, Hashable {
        var text = "Đ"
        var flag = true
        var int = -1
        var int64: Int64 = .min
        var int32: Int32 = .max
        var int16: Int16 = -7
        var int8: Int8 = 8
        var uint: UInt = 9
        var uint64: UInt64 = 10
        var uint32: UInt32 = .max
        var uint16: UInt16 = .max
        var uint8: UInt8 = .max
        var double = 0.1
        var float: Float = 1.5
        var mark = PersonalMark(id: "a", digest: [UInt8](repeating: 3, count: 32))
        var person: PersonID = "an"
        var day = DayNumber(rawValue: 17_345)
        var role = People.Role.counter
        var nothing: Int?
        var some: Bool? = false
    }

    private static let expected: [String: PayloadValue] = [
        "text": "Đ", "flag": true, "int": -1, "int64": PayloadValue.int(Int64.min),
        "int32": 2_147_483_647,
        "int16": -7, "int8": 8, "uint": 9, "uint64": 10, "uint32": 4_294_967_295,
        "uint16": 65_535, "uint8": 255, "double": "0.1", "float": "1.5",
        "mark": .personal(
            PersonalReference(id: "a", digest: [UInt8](repeating: 3, count: 32))),
        "person": "an", "day": "2017-06-28", "role": "counter", "some": false,
    ]

    private func fields(_ value: some Encodable) throws -> [PayloadField] {
        guard case .nested(let payload) = try EventEncoding.value(of: value) else { return [] }
        return payload.fields.map { PayloadField(key: $0.key, value: $0.value) }
    }

    private struct PayloadField: Hashable {
        let key: String
        let value: PayloadValue
    }

    @Test func `each has one form, its keys stand in order, nothing is left out`() throws {
        let fields = try fields(Everything())
        #expect(fields.map(\.key) == Self.expected.keys.sorted())
        for field in fields { #expect(field.value == Self.expected[field.key], "\(field.key)") }
    }

    @Test func `in a list and alone they have the form they have under a key`() throws {
        #expect(try EventEncoding.value(of: [1, 2, 3]) == .list([1, 2, 3]))
        #expect(try EventEncoding.value(of: ["a", "b"]) == .list(["a", "b"]))
        #expect(try EventEncoding.value(of: [true, false]) == .list([true, false]))
        #expect(try EventEncoding.value(of: [UInt8(1), 2]) == .list([1, 2]))
        #expect(try EventEncoding.value(of: [0.5]) == .list(["0.5"]))
        #expect(try EventEncoding.value(of: PersonID("an")) == "an")
        #expect(try EventEncoding.value(of: [PersonID("an")]) == .list(["an"]))
    }

    @Test func `lists in lists, empty ones and empty values keep their shape`() throws {
        #expect(try EventEncoding.value(of: [[1], [], [2, 3]]) == .list([[1], [], [2, 3]]))
        #expect(try EventEncoding.value(of: [Int]()) == .list([]))
        #expect(try EventEncoding.value(of: [String: Int]()) == .nested(Payload()))
        #expect(
            try EventEncoding.value(of: ["b": [1], "a": []]) == .nested(["a": [], "b": [1]]))
    }

    @Test func `everything comes back as it was`() throws {
        let value = try EventEncoding.value(of: Everything())
        #expect(try EventDecoding.value(Everything.self, from: value) == Everything())
    }

    @Test func `what the ledger has no word for is a flaw`() throws {
        #expect(throws: EventEncoding.Flaw.self) {
            try EventEncoding.value(of: [UInt64.max])
        }
        #expect(throws: EventEncoding.Flaw.self) {
            try EventEncoding.value(of: ["a": UInt64.max])
        }
        #expect(throws: EventEncoding.Flaw.self) {
            try EventEncoding.value(of: [Int?.none, 1])
        }
        #expect(throws: EventEncoding.Flaw.self) {
            try EventEncoding.entry(of: ["a": 1, "b": 2], feature: "x")
        }
        #expect(throws: EventEncoding.Flaw.self) {
            try EventEncoding.entry(of: "a", feature: "x")
        }
    }

    @Test func `a large value with many keys is written in the order of its keys`() throws {
        var numbers: [String: Int] = [:]
        for number in 0..<500 { numbers["k\(number * 7919 % 500)"] = number }
        let fields = try fields(numbers)
        #expect(fields.map(\.key) == numbers.keys.sorted())
        for field in fields {
            #expect(field.value == .int(Int64(numbers[field.key] ?? -1)))
        }
    }
}
