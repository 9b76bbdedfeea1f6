// A moment on the clock of the office, to the minute: what people write on a receipt.

/// Minutes since 1970-01-01T00:00 in the zone of the office. Codable as `"2017-07-03T09:00"`.
@frozen
public struct LocalMinute: RawRepresentable, Hashable, Sendable {
    public let rawValue: Int

    @inlinable
    public init(rawValue: Int) { self.rawValue = rawValue }

    @inlinable
    public init(day: DayNumber, minuteOfDay: MinuteOfDay) {
        rawValue = Int(day.rawValue) * 1_440 + minuteOfDay.minutes
    }

    /// The beginning of the day, 00:00.
    @inlinable
    public init(startOf day: DayNumber) { rawValue = Int(day.rawValue) * 1_440 }

    /// Reads `YYYY-MM-DDTHH:MM`; anything else is nil. `T24:00` is the beginning of the next day.
    public init?(_ text: some StringProtocol) {
        var reader = ISOReader(text)
        guard let day = reader.date(), reader.mark("T"), let time = reader.time(), reader.isAtEnd
        else { return nil }
        self.init(day: day, minuteOfDay: time)
    }

    @inlinable
    public var day: DayNumber {
        let whole = rawValue / 1_440
        let floor = rawValue < 0 && whole * 1_440 != rawValue ? whole - 1 : whole
        return DayNumber(rawValue: Int32(clamping: floor))
    }

    /// Minutes since midnight, 0...1439.
    @inlinable
    public var minuteOfDay: Int {
        let remainder = rawValue % 1_440
        return remainder < 0 ? remainder + 1_440 : remainder
    }

    public var time: MinuteOfDay { MinuteOfDay(trusted: minuteOfDay) }

    public var text: String { day.text + "T" + time.text }

    /// So many minutes of the clock on the wall later; stops at the first and last number there is.
    @inlinable
    public static func + (moment: LocalMinute, minutes: Int) -> LocalMinute {
        let (sum, overflow) = moment.rawValue.addingReportingOverflow(minutes)
        return LocalMinute(rawValue: overflow ? (minutes < 0 ? .min : .max) : sum)
    }
}

extension LocalMinute: Comparable, CustomStringConvertible {
    @inlinable
    public static func < (left: LocalMinute, right: LocalMinute) -> Bool {
        left.rawValue < right.rawValue
    }

    public var description: String { text }
}

extension LocalMinute: Codable {
    public init(from decoder: any Decoder) throws {
        self = try ISOReader.value(from: decoder, shape: "YYYY-MM-DDTHH:MM") { LocalMinute($0) }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
