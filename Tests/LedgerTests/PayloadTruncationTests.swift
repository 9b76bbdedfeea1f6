// Bytes of payloads cut, lengthened and flipped: what decodes is exactly what was encoded.

import Foundation
import Ledger
import Testing

@Suite struct PayloadTruncationTests {
    @Test(arguments: UInt64(300)...312)
    func `no payload cut short reads as another payload`(seed: UInt64) throws {
        var chance = SeededChance(seed: seed)
        for _ in 0..<40 {
            let bytes = try chance.payload().encoded()
            for length in bytes.indices {
                #expect(throws: PayloadError.self) {
                    try Payload(decoding: Array(bytes[..<length]))
                }
            }
            #expect(throws: PayloadError.trailingBytes(1)) { try Payload(decoding: bytes + [0]) }
            #expect(throws: PayloadError.trailingBytes(bytes.count)) {
                try Payload(decoding: bytes + bytes)
            }
        }
    }

    /// One value has one encoding, so a changed byte can never pass for the same content.
    @Test(arguments: UInt64(320)...326)
    func `one flipped bit is refused or reads as something else`(seed: UInt64) throws {
        var chance = SeededChance(seed: seed)
        for _ in 0..<12 {
            let payload = chance.payload()
            let bytes = try payload.encoded()
            for place in bytes.indices {
                for bit in 0..<8 {
                    var other = bytes
                    other[place] ^= 1 << UInt8(bit)
                    guard let read = try? Payload(decoding: other) else { continue }
                    #expect(try read.encoded() == other)
                    #expect(try read.encoded() != bytes)
                }
            }
        }
    }

    @Test func `different payloads never share their bytes`() throws {
        var chance = SeededChance(seed: 331)
        var seen: [[UInt8]: Payload] = [:]
        for _ in 0..<4000 {
            let payload = chance.payload()
            let bytes = try payload.encoded()
            if let earlier = seen[bytes] { #expect(earlier == payload) }
            seen[bytes] = payload
        }
        #expect(seen.count > 1000)
    }

    @Test func `the order of keys counts, as it was written`() throws {
        let one = try Payload([("a", 1), ("b", 2)])
        let other = try Payload([("b", 2), ("a", 1)])
        #expect(one != other)
        #expect(try one.encoded() != other.encoded())
        #expect(try Payload(decoding: other.encoded()).fields.map(\.key) == ["b", "a"])
    }

    @Test(arguments: [Int64.min, -1 << 62, -65, -64, -1, 0, 1, 63, 64, 8191, 8192, 1 << 62, .max])
    func `numbers at the edges come back, in the fewest bytes`(number: Int64) throws {
        let bytes = try Payload([("n", .int(number))]).encoded()
        #expect(try Payload(decoding: bytes).int("n") == number)
        let zigzag = UInt64(bitPattern: (number << 1) ^ (number >> 63))
        let groups = max(1, (64 - zigzag.leadingZeroBitCount + 6) / 7)
        #expect(bytes.count == 5 + groups)
        // The same number with a group of nothing behind it.
        var longer = bytes
        longer[longer.count - 1] |= 0x80
        longer.append(0)
        #expect(throws: PayloadError.self) { try Payload(decoding: longer) }
    }

    @Test(arguments: ["", "$", "$bytes", "$a"])
    func `keys that exports use for marks are refused by every way in`(key: String) {
        #expect(throws: PayloadError.badKey(key)) { try Payload([(key, 1)]) }
        var payload = Payload()
        #expect(throws: PayloadError.badKey(key)) { try payload.append(key, true) }
        let units = Array(key.utf8)
        let bytes: [UInt8] = [1, 1, UInt8(units.count)] + units + [1]
        #expect(throws: PayloadError.badKey(key)) { try Payload(decoding: bytes) }
    }

    /// Two spellings of one letter read the same to people, so they are one key.
    @Test func `a key spelt with two marks is the key spelt with one`() throws {
        let composed = "h\u{1EC7}"
        let decomposed = "h\u{65}\u{323}\u{302}"
        try #require(composed == decomposed && Array(composed.utf8) != Array(decomposed.utf8))
        #expect(throws: PayloadError.self) { try Payload([(composed, 1), (decomposed, 2)]) }
        var bytes: [UInt8] = [1, 2]
        for key in [composed, decomposed] {
            bytes += [UInt8(key.utf8.count)] + Array(key.utf8) + [1]
        }
        #expect(throws: PayloadError.self) { try Payload(decoding: bytes) }
    }

    @Test(arguments: UInt64(340)...349)
    func `JSON of any payload is read by another reader as the same values`(seed: UInt64) throws {
        var chance = SeededChance(seed: seed)
        for _ in 0..<60 {
            let payload = chance.payload()
            let data = Data(payload.json.utf8)
            let object = try JSONSerialization.jsonObject(with: data)
            expectSame(.nested(payload), object)
            #expect(
                !payload.json.utf8.contains { $0 < 0x20 }, "one line, no raw control characters")
        }
    }

    private func expectSame(_ value: PayloadValue, _ object: Any) {
        let fields = object as? [String: Any]
        switch value {
        case .int(let number): #expect((object as? NSNumber)?.int64Value == number)
        case .bool(let truth): #expect(object as? Bool == truth)
        case .text(let text): #expect(object as? String == text)
        case .bytes(let bytes):
            #expect((fields?["$bytes"] as? String)?.utf8.count == bytes.count * 2)
        case .personal(let reference): #expect(fields?["$personal"] as? String == reference.id)
        case .list(let values):
            let items = object as? [Any] ?? []
            #expect(items.count == values.count)
            for (value, item) in zip(values, items) { expectSame(value, item) }
        case .nested(let payload):
            #expect(fields?.count == payload.fields.count)
            for field in payload.fields {
                if let item = fields?[field.key] {
                    expectSame(field.value, item)
                } else {
                    Issue.record("JSON lacks \(field.key)")
                }
            }
        }
    }

    @Test func `personal references are found however deep, in order`() throws {
        func reference(_ id: String) -> PayloadValue {
            .personal(PersonalReference(id: id, salt: PersonalValueTests.salt, value: id))
        }
        let payload: Payload = [
            "a": reference("1"), "b": [reference("2"), [reference("3")]],
            "c": .nested(["d": [.nested(["e": reference("4")])], "f": reference("5")]),
        ]
        #expect(payload.personalReferences.map(\.id) == ["1", "2", "3", "4", "5"])
        let again = try Payload(decoding: payload.encoded())
        #expect(again.personalReferences == payload.personalReferences)
    }
}
