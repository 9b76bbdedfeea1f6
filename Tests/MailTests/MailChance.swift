// Chance that is the same on each run, and texts drawn with it.

struct MailChance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 2 &+ 1 }

    mutating func next() -> UInt64 {
        // SplitMix64.
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func number(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

    mutating func one<T>(of values: [T]) -> T { values[number(below: values.count)] }

    /// Any scalars there are, often those that mean something to mail.
    mutating func text(maximum: Int) -> String {
        var scalars = String.UnicodeScalarView()
        for _ in 0..<number(below: maximum + 1) {
            if number(below: 3) > 0 {
                scalars.append(one(of: Array("\r\n.=?:<>\"\\ aẤđ\t\0".unicodeScalars)))
            } else if let scalar = Unicode.Scalar(UInt32(number(below: 0x11_0000))) {
                scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}
