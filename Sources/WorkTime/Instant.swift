// A point in time for machines, and the step from it to the clock on the office wall.

/// Milliseconds since 1970-01-01T00:00Z. Codable as that number.
@frozen
public struct Instant: Hashable, Comparable, Sendable, Codable {
    public let milliseconds: Int64

    @inlinable
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// The beginning of that minute.
    public init(_ local: LocalMinute, in zone: ZoneOffset) {
        let (utc, early) = local.rawValue.subtractingReportingOverflow(zone.minutes)
        let (milliseconds, late) = Int64(utc).multipliedReportingOverflow(by: 60_000)
        let overflow: Int64 = local.rawValue < 0 ? .min : .max
        self.milliseconds = early || late ? overflow : milliseconds
    }

    /// The minute that the office clock shows; seconds are cut off, never rounded up.
    public func local(in zone: ZoneOffset) -> LocalMinute {
        let whole = milliseconds / 60_000
        let floor = milliseconds < 0 && whole * 60_000 != milliseconds ? whole - 1 : whole
        return LocalMinute(rawValue: Int(floor) + zone.minutes)
    }

    public init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }

    @inlinable
    public static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }
}

/// The distance of the office clock from UTC. A fixed number: Viet Nam changes no clocks, so no
/// table of zones is needed.
@frozen
public struct ZoneOffset: Hashable, Sendable, Codable {
    /// Minutes east of UTC, -1440...1440.
    public let minutes: Int

    /// nil beyond a whole day either way.
    public init?(minutes: Int) {
        guard (-1_440...1_440).contains(minutes) else { return nil }
        self.minutes = minutes
    }

    private init(trusted minutes: Int) { self.minutes = minutes }

    /// UTC+07:00, the legal time of Viet Nam.
    public static let indochina = ZoneOffset(trusted: 420)

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let minutes = try container.decode(Int.self)
        guard let zone = ZoneOffset(minutes: minutes) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\(minutes) minutes is no offset from UTC")
        }
        self = zone
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(minutes)
    }
}
