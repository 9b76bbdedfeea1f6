// Payloads: what is encoded is decoded, one value has one encoding, hostile bytes are refused.

import Foundation
import Ledger
import Testing

@Suite struct PayloadTests {
    @Test(arguments: UInt64(1)...20)
    func `every payload comes back from its bytes`(seed: UInt64) throws {
        var chance = SeededChance(seed: seed)
        for _ in 0..<200 {
            let payload = chance.payload()
            let bytes = try payload.encoded()
            let decoded = try Payload(decoding: bytes)
            #expect(decoded == payload)
            #expect(try decoded.encoded() == bytes)
        }
    }

    @Test(arguments: UInt64(100)...120)
    func `damaged bytes are refused or read as what they then say`(seed: UInt64) throws {
        var chance = SeededChance(seed: seed)
        var refused = 0
        for _ in 0..<400 {
            var bytes = try chance.payload().encoded()
            for _ in 0...chance.number(below: 3) {
                let place = chance.number(below: bytes.count)
                switch chance.number(below: 4) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &chance)
                case 1: bytes.insert(UInt8.random(in: 0...255, using: &chance), at: place)
                case 2: bytes[place] ^= 1 << UInt8(chance.number(below: 8))
                default: bytes.removeSubrange(place...)
                }
                if bytes.isEmpty { bytes = [1] }
            }
            do {
                let again = try Payload(decoding: bytes).encoded()
                #expect(again == bytes)
            } catch {
                refused += 1
            }
        }
        #expect(refused > 50)
    }

    @Test(arguments: UInt64(200)...210)
    func `noise is refused without a trap`(seed: UInt64) {
        var chance = SeededChance(seed: seed)
        for _ in 0..<1000 {
            let noise = [PayloadCoding.version] + chance.bytes(upTo: 64)
            if let payload = try? Payload(decoding: noise) {
                #expect((try? payload.encoded()) == noise)
            }
        }
    }

    @Test(
        arguments: [
            ([], PayloadError.truncated(at: 0)),
            ([2, 0], .unknownEncoding(2)),
            ([1], .truncated(at: 1)),
            ([1, 0, 0], .trailingBytes(1)),
            ([1, 5], .lengthBeyondEnd(at: 1)),
            ([1, 0x81, 0x00, 0, 0], .notCanonical(at: 1)),
            ([1, 1, 1, 0x61, 9, 0], .unknownTag(9, at: 4)),
            ([1, 1, 2, 0x61, 0xFF, 0], .invalidUTF8(at: 2)),
            ([1, 1, 2, 0xC0, 0x80, 0], .invalidUTF8(at: 2)),
            ([1, 1, 0, 0], .badKey("")),
            ([1, 1, 1, 0x24, 0], .badKey("$")),
            ([1, 2, 1, 0x61, 0, 1, 0x61, 0], .duplicateKey("a")),
            ([1, 1, 1, 0x61, 7, 0, 1, 2, 3], .truncated(at: 6)),
            ([1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 2], .numberTooLarge(at: 1)),
            (
                [1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1],
                .lengthBeyondEnd(at: 1)
            ),
        ] as [([UInt8], PayloadError)])
    func `hostile bytes get a named refusal`(bytes: [UInt8], error: PayloadError) {
        #expect(throws: error) { try Payload(decoding: bytes) }
    }

    @Test func `depth is bounded in both directions`() throws {
        var payload: Payload = ["end": true]
        for _ in 0..<PayloadCoding.depthMaximum { payload = ["in": .nested(payload)] }
        #expect(try Payload(decoding: payload.encoded()) == payload)
        payload = ["in": .nested(payload)]
        let tooDeep = PayloadError.tooDeep(maximum: PayloadCoding.depthMaximum)
        #expect(throws: tooDeep) { try payload.encoded() }
        var lists: PayloadValue = []
        for _ in 0..<PayloadCoding.depthMaximum { lists = [lists] }
        let deepLists = try Payload([("l", lists)])
        #expect(throws: tooDeep) { try deepLists.encoded() }
        let bomb: [UInt8] = [1, 1, 1, 0x61] + Array(repeating: [5, 1], count: 5000).flatMap { $0 }
        #expect(throws: tooDeep) { try Payload(decoding: bomb) }
    }

    @Test func `what a stream has come to may be larger than an entry`() throws {
        let state: Payload = ["b": .bytes(Array(repeating: 7, count: PayloadCoding.sizeMaximum))]
        let bytes = try state.encoded(maximum: PayloadCoding.stateMaximum)
        #expect(bytes.count > PayloadCoding.sizeMaximum)
        #expect(throws: PayloadError.self) { try Payload(decoding: bytes) }
        let read = try Payload(decoding: bytes, maximum: PayloadCoding.stateMaximum)
        #expect(read == state)
        #expect(throws: PayloadError.tooLarge(bytes: bytes.count, maximum: bytes.count - 1)) {
            try state.encoded(maximum: bytes.count - 1)
        }
    }

    @Test func `size is bounded in both directions`() throws {
        let big: Payload = ["b": .bytes(Array(repeating: 7, count: PayloadCoding.sizeMaximum))]
        #expect(throws: PayloadError.self) { try big.encoded() }
        let bytes = Array(repeating: UInt8(1), count: PayloadCoding.sizeMaximum + 1)
        #expect(
            throws: PayloadError.tooLarge(
                bytes: bytes.count, maximum: PayloadCoding.sizeMaximum)
        ) { try Payload(decoding: bytes) }
    }

    @Test func `many keys are checked in linear time`() throws {
        var bytes: [UInt8] = [1, 0xB0, 0xEA, 0x01]
        for number in 0..<30_000 {
            let key = Array(String(number).utf8)
            bytes += [UInt8(key.count)] + key + [1]
        }
        let time = try ContinuousClock().measure {
            let payload = try Payload(decoding: bytes)
            #expect(payload.fields.count == 30_000)
        }
        #expect(time < .seconds(5))
    }

    @Test func `the bytes of version 1 never change`() throws {
        let payload: Payload = [
            "n": -3, "yes": true, "t": "đ", "b": .bytes([255]), "l": [1, "a"],
            "in": .nested(["x": false]),
        ]
        let expected: [UInt8] = [
            1, 6, 1, 0x6E, 2, 5, 3, 0x79, 0x65, 0x73, 1, 1, 0x74, 3, 2, 0xC4, 0x91, 1, 0x62, 4, 1,
            255, 1, 0x6C, 5, 2, 2, 2, 3, 1, 0x61, 2, 0x69, 0x6E, 6, 1, 1, 0x78, 0,
        ]
        #expect(try payload.encoded() == expected)
    }

    @Test func `JSON is valid and keeps the order`() throws {
        let payload: Payload = [
            "z": "a\"\\\n\u{1}đ", "a": .bytes([1, 254]), "l": [1, true], "n": .nested([:]),
        ]
        let json = payload.json
        #expect(
            json == """
                {"z":"a\\"\\\\\\n\\u0001đ","a":{"$bytes":"01fe"},"l":[1,true],"n":{}}
                """)
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        #expect(object?["z"] as? String == "a\"\\\n\u{1}đ")
    }

    @Test func `reading a value names the key and what stands there`() throws {
        let payload: Payload = ["age": 3]
        #expect(try payload.int("age") == 3)
        #expect(try payload.optionalText("name") == nil)
        #expect(throws: PayloadError.missing(key: "name")) { try payload.text("name") }
        #expect(throws: PayloadError.wrongKind(key: "age", wanted: "text", found: "int")) {
            try payload.optionalText("age")
        }
        #expect(throws: PayloadError.wrongKind(key: "age", wanted: "list", found: "int")) {
            try payload.list("age")
        }
        #expect(throws: PayloadError.duplicateKey("a")) { try Payload([("a", 1), ("a", 2)]) }
    }
}
