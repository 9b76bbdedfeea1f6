// Chance that repeats: the same seed gives the same values.

import Ledger

/// SplitMix64.
struct SeededChance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func number(below bound: Int) -> Int {
        Int.random(in: 0..<bound, using: &self)
    }

    mutating func bytes(upTo length: Int) -> [UInt8] {
        (0..<number(below: length + 1)).map { _ in UInt8.random(in: 0...255, using: &self) }
    }

    mutating func text() -> String {
        let pieces = ["", "a", "đ", "Nguyễn", "hồ sơ", "\u{0}", "\"", "\\", "𝔘", "\n", "e\u{301}"]
        return (0..<number(below: 5)).map { _ in pieces[number(below: pieces.count)] }.joined()
    }

    mutating func int64() -> Int64 {
        let edges: [Int64] = [0, 1, -1, 63, 64, -64, -65, 127, 128, .max, .min]
        if number(below: 3) == 0 { return edges[number(below: edges.count)] }
        return Int64(bitPattern: next()) >> Int64(number(below: 63))
    }

    mutating func payload(depth: Int = 0) -> Payload {
        var payload = Payload()
        for index in 0..<number(below: 6) {
            // An index keeps keys apart; appending cannot fail.
            try? payload.append("\(index)k\(text())", value(depth: depth))
        }
        return payload
    }

    mutating func value(depth: Int) -> PayloadValue {
        switch number(below: depth < 5 ? 7 : 5) {
        case 0: return .int(int64())
        case 1: return .bool(number(below: 2) == 0)
        case 2: return .text(text())
        case 3: return .bytes(bytes(upTo: 40))
        case 4:
            let digest = (0..<32).map { _ in UInt8.random(in: 0...255, using: &self) }
            return .personal(PersonalReference(id: text(), digest: digest))
        case 5: return .list((0..<number(below: 4)).map { _ in value(depth: depth + 1) })
        default: return .nested(payload(depth: depth + 1))
        }
    }
}
