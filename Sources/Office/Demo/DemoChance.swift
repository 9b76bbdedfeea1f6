// Chance with a fixed seed: the same demo office on every machine and in every year.

extension Demo {
    /// SplitMix64 (Steele, Lea and Flood, 2014): small, and the same on all platforms.
    struct Chance: Sendable {
        private var state: UInt64

        init(seed: UInt64) { state = seed }

        /// A stream of its own for a part of the demo, so that a change in one part moves no other.
        init(seed: UInt64, of part: String) {
            var mixed = seed
            for byte in part.utf8 { mixed = (mixed ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            state = mixed
        }

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }

        /// 0 ..< bound. The bias of the remainder is below one in a billion for our bounds.
        mutating func below(_ bound: Int) -> Int {
            bound > 1 ? Int(next() % UInt64(bound)) : 0
        }

        mutating func between(_ low: Int, _ high: Int) -> Int { low + below(high - low + 1) }

        /// True about `permille` times in a thousand.
        mutating func happens(_ permille: Int) -> Bool { below(1_000) < permille }

        mutating func pick<Element>(_ elements: [Element], else other: Element) -> Element {
            elements.isEmpty ? other : elements[below(elements.count)]
        }

        mutating func shuffle<Element>(_ elements: inout [Element]) {
            for last in stride(from: elements.count - 1, to: 0, by: -1) {
                elements.swapAt(last, below(last + 1))
            }
        }
    }
}
