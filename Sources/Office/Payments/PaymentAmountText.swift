// Amounts and days as banks, spreadsheets and people write them. What can be meant in two ways is
// not guessed.

import WorkTime

extension Payments {
    /// `8.000`, `8,000`, `8 000 đ`, `+8,000.00 VND`, `-8.000`: whole đồng; `nil` for anything else.
    /// A dot or comma parts thousands where three digits follow; two noughts behind the last one
    /// are a fraction that đồng do not have.
    static func amount(of text: String) -> Int? {
        var text = text.filter { !$0.isWhitespace && $0 != "\u{00A0}" && $0 != "\u{202F}" }
        for unit in ["VND", "VNĐ", "đồng", "đ", "₫"] where text.count > unit.count {
            if text.lowercased().hasSuffix(unit.lowercased()) {
                text.removeLast(unit.count)
                break
            }
        }
        var sign = 1
        if let first = text.first, "+-".contains(first) {
            if first == "-" { sign = -1 }
            text.removeFirst()
        }
        guard text.utf8.allSatisfy({ isDigit($0) || $0 == dot || $0 == comma }),
            let digits = whole(Array(text.utf8)), (1...13).contains(digits.count)
        else { return nil }
        return Int(String(decoding: digits, as: UTF8.self)).map { $0 * sign }
    }

    private static let dot = UInt8(ascii: ".")
    private static let comma = UInt8(ascii: ",")

    /// The digits before the fraction, without marks between thousands.
    private static func whole(_ bytes: [UInt8]) -> [UInt8]? {
        let marks = bytes.indices.filter { bytes[$0] == dot || bytes[$0] == comma }
        guard let last = marks.last else { return bytes }
        var groups = bytes[...]
        var mark = bytes[marks[0]]
        let fraction = bytes[(last + 1)...]
        let isOtherMark = bytes[last] != bytes[marks[0]]
        if isOtherMark || fraction.count != 3 {
            // A fraction: one mark of its kind, and nothing but noughts.
            guard (1...2).contains(fraction.count), fraction.allSatisfy({ $0 == 0x30 }),
                marks.count == 1 || isOtherMark
            else { return nil }
            groups = bytes[..<last]
            if marks.count == 1 { mark = 0 }
        }
        let parts = groups.split(separator: mark, omittingEmptySubsequences: false)
        guard let first = parts.first, parts.count == 1 || (1...3).contains(first.count),
            parts.dropFirst().allSatisfy({ $0.count == 3 }),
            parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) })
        else { return nil }
        return Array(parts.joined())
    }

    /// `03/07/2017`, `3-7-2017`, `2017-07-03`, with or without a time behind: `nil` for anything
    /// else. The day comes before the month, as it is written in Việt Nam.
    static func day(of text: String) -> DayNumber? {
        let first = text.prefix { !$0.isWhitespace && $0 != "T" }
        let parts = first.split(omittingEmptySubsequences: false) { "/-.".contains($0) }
        guard parts.count == 3,
            parts.allSatisfy({ (1...4).contains($0.count) && $0.utf8.allSatisfy(isDigit) })
        else { return nil }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == 3 else { return nil }
        if parts[0].count == 4 {
            return DayNumber(year: numbers[0], month: numbers[1], day: numbers[2])
        }
        guard parts[2].count == 4 else { return nil }
        return DayNumber(year: numbers[2], month: numbers[1], day: numbers[0])
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
