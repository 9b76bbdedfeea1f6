// A time on the clock of the office, without a date: opening, closing, cut-off.

/// Minutes since midnight, 0...1440; 1440 is the end of the day (`24:00`). Codable as `"HH:MM"`.
@frozen
public struct MinuteOfDay: Hashable, Comparable, Sendable {
    @usableFromInline let minute: Int16

    /// nil outside 0...1440.
    public init?(_ minutes: Int) {
        guard (0...1_440).contains(minutes) else { return nil }
        minute = Int16(minutes)
    }

    /// Reads `HH:MM`; anything else is nil.
    public init?(_ text: some StringProtocol) {
        var reader = ISOReader(text)
        guard let time = reader.time(), reader.isAtEnd else { return nil }
        self = time
    }

    init(trusted minutes: Int) { minute = Int16(min(max(minutes, 0), 1_440)) }

    /// 15:00: what comes in after it is handed back on the next working day
    /// (Civil Status Law 2014 Art. 5(3); Decree 23/2015 Art. 7).
    public static let sameDayCutoff = MinuteOfDay(trusted: 900)

    @inlinable
    public var minutes: Int { Int(minute) }

    public var text: String {
        ISOText.padded(minutes / 60, 2) + ":" + ISOText.padded(minutes % 60, 2)
    }

    @inlinable
    public static func < (left: MinuteOfDay, right: MinuteOfDay) -> Bool {
        left.minute < right.minute
    }
}

extension MinuteOfDay: Codable, CustomStringConvertible {
    public init(from decoder: any Decoder) throws {
        self = try ISOReader.value(from: decoder, shape: "HH:MM") { MinuteOfDay($0) }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    public var description: String { text }
}
