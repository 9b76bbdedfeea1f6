// What the office must be given from outside: the time, chance, and how the zone counts.

import WorkTime

/// The only places where time and chance enter. A demo office gets a clock of its own.
public struct DeskSources: Sendable {
    public var now: @Sendable () -> Instant
    /// That many bytes nobody can guess.
    public var bytes: @Sendable (Int) -> [UInt8]
    public var zone: ZoneOffset

    public init(
        now: @escaping @Sendable () -> Instant, bytes: @escaping @Sendable (Int) -> [UInt8],
        zone: ZoneOffset = .indochina
    ) {
        self.now = now
        self.bytes = bytes
        self.zone = zone
    }

    /// A new secret in hexadecimal digits, two a byte.
    public func token(bytes count: Int = 16) -> String {
        Hexadecimal.text(bytes(count))
    }
}
