// Writing and reading the few ISO 8601 shapes this module knows, byte by byte.

enum ISOText {
    static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    static func year(_ year: Int) -> String {
        if (0...9_999).contains(year) { return padded(year, 4) }
        return (year < 0 ? "-" : "+") + padded(abs(year), 5)
    }
}

/// Reads from the front of a text; every step answers nil once something does not fit.
struct ISOReader {
    private var rest: ArraySlice<UInt8>

    init(_ text: some StringProtocol) { rest = Array(text.utf8.prefix(40))[...] }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func mark(_ mark: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: mark) else { return false }
        rest.removeFirst()
        return true
    }

    /// A number of exactly so many digits.
    mutating func number(_ count: ClosedRange<Int>) -> Int? {
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard count.contains(digits.count) else { return nil }
        rest = rest.dropFirst(digits.count)
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    mutating func year() -> Int? {
        if mark("-") { return number(5...7).map { -$0 } }
        if mark("+") { return number(5...7).flatMap { $0 > 9_999 ? $0 : nil } }
        return number(4...4)
    }

    mutating func date() -> DayNumber? {
        guard let year = year(), mark("-"), let month = number(2...2), mark("-"),
            let day = number(2...2)
        else { return nil }
        return DayNumber(year: year, month: month, day: day)
    }

    mutating func time() -> MinuteOfDay? {
        guard let hour = number(2...2), mark(":"), let minute = number(2...2), minute < 60
        else { return nil }
        return MinuteOfDay(hour * 60 + minute)
    }

    /// One text value of a decoder, with an error that names the place and the shape expected.
    static func value<Value>(
        from decoder: any Decoder, shape: String, read: (String) -> Value?
    ) throws -> Value {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        if let value = read(text) { return value }
        throw DecodingError.dataCorruptedError(
            in: container, debugDescription: "\"\(text.prefix(40))\" is not of the form \(shape)")
    }
}
