// A civil date as one number: the unit in which the working calendar counts.

/// Days since 1970-01-01 in the proleptic Gregorian calendar, without a time and without a zone.
/// Codable as ISO text (`"2017-07-03"`).
@frozen
public struct DayNumber: RawRepresentable, Hashable, Sendable {
    public let rawValue: Int32

    @inlinable
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// The date of the civil calendar; nil where there is no such date (30 February) or where it
    /// lies beyond what 32 bits of days can hold (some 5.8 million years either way).
    public init?(year: Int, month: Int, day: Int) {
        guard (-9_999_999...9_999_999).contains(year), (1...12).contains(month) else { return nil }
        guard day >= 1, day <= CivilDate.length(ofMonth: month, year: year) else { return nil }
        let count = CivilDate(year: year, month: month, day: day).dayNumber
        guard let rawValue = Int32(exactly: count) else { return nil }
        self.init(rawValue: rawValue)
    }

    public var civil: CivilDate { CivilDate(dayNumber: Int(rawValue)) }
    public var year: Int { civil.year }
    public var month: Int { civil.month }
    public var day: Int { civil.day }

    public var weekday: Weekday {
        let fromMonday = (Int(rawValue) + 3) % 7
        let index = fromMonday < 0 ? fromMonday + 7 : fromMonday
        return Weekday.allCases[index]
    }

    /// `2017-07-03`; years outside 0...9999 carry a sign.
    public var text: String { civil.text }

    /// Reads what `text` writes; anything else is nil.
    public init?(_ text: some StringProtocol) {
        var reader = ISOReader(text)
        guard let day = reader.date(), reader.isAtEnd else { return nil }
        self = day
    }

    /// So many days later (earlier when negative); stops at the first and last number there is.
    @inlinable
    public static func + (day: DayNumber, days: Int) -> DayNumber {
        let (sum, overflow) = Int(day.rawValue).addingReportingOverflow(days)
        if overflow { return DayNumber(rawValue: days < 0 ? .min : .max) }
        return DayNumber(rawValue: Int32(clamping: sum))
    }

    @inlinable
    public static func - (day: DayNumber, days: Int) -> DayNumber {
        let (difference, overflow) = Int(day.rawValue).subtractingReportingOverflow(days)
        if overflow { return DayNumber(rawValue: days < 0 ? .max : .min) }
        return DayNumber(rawValue: Int32(clamping: difference))
    }

    /// Calendar days from `earlier` to `later`, negative when they stand the other way round.
    @inlinable
    public static func - (later: DayNumber, earlier: DayNumber) -> Int {
        Int(later.rawValue) - Int(earlier.rawValue)
    }
}

extension DayNumber: Comparable, CustomStringConvertible {
    @inlinable
    public static func < (left: DayNumber, right: DayNumber) -> Bool {
        left.rawValue < right.rawValue
    }

    public var description: String { text }
}

extension DayNumber: Codable {
    public init(from decoder: any Decoder) throws {
        self = try ISOReader.value(from: decoder, shape: "YYYY-MM-DD") { DayNumber($0) }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
