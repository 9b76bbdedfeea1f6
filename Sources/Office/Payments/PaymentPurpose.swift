// What a transfer says it is for, and how the dossier is found again in the words of a bank.

extension Payments {
    /// The code of a dossier as a transfer carries it: letters and digits alone, since banks drop
    /// or replace everything else: `LB.BD-170703-0012` is `LBBD1707030012`. Within an office no two
    /// dossiers have the same, because office, day and number keep their places.
    public static func purpose(of code: String) -> String { bare(code) }

    /// The purposes that a text of a bank may mean: the office's letters, six digits of the day,
    /// and a number of at least four. Banks put digits of their own behind it without a space, so
    /// every number that the digits allow is named; which of them exists, the payments tell. A
    /// number of four digits begins with 0 or has no digit too many: one of five never begins
    /// with 0.
    /// - Parameter office: Code of the office, as dossier codes begin with it.
    static func purposes(in text: String, office: String) -> [String] {
        let (letters, prefix) = (Array(bare(text).utf8), Array(bare(office).utf8))
        guard !prefix.isEmpty else { return [] }
        var found: [String] = []
        var start = 0
        while start + prefix.count + 10 <= letters.count {
            defer { start += 1 }
            guard letters[start...].starts(with: prefix) else { continue }
            let digits = letters[(start + prefix.count)...].prefix(while: isDigit)
            guard digits.count >= 10 else { continue }
            let isShort = digits[digits.startIndex + 6] == UInt8(ascii: "0")
            let longest = isShort ? 4 : min(digits.count - 6, numberDigitsMaximum)
            for count in 4...longest {
                let end = digits.startIndex + 6 + count
                let purpose = String(decoding: letters[start..<end], as: UTF8.self)
                if !found.contains(purpose) { found.append(purpose) }
            }
        }
        return found
    }

    /// No office takes in more dossiers on one day.
    private static let numberDigitsMaximum = 7

    /// Letters and digits of ASCII, in capitals.
    private static func bare(_ text: String) -> String {
        String(
            decoding: text.utf8.compactMap { byte -> UInt8? in
                switch byte {
                case 0x30...0x39, 0x41...0x5A: byte
                case 0x61...0x7A: byte - 0x20
                default: nil
                }
            }, as: UTF8.self)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
