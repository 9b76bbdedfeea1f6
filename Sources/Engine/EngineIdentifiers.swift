// Names by which the engine knows people, units, instances and pieces of work.

/// A person of the office. The engine never reads a meaning from the text.
public struct PersonID: RawRepresentable, Hashable, Sendable, Codable, Comparable,
    ExpressibleByStringLiteral, CustomStringConvertible, CodingKeyRepresentable
{
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ text: String) { rawValue = text }
    public init(stringLiteral value: String) { rawValue = value }
    public var description: String { rawValue }
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// A unit of the office.
public struct UnitID: RawRepresentable, Hashable, Sendable, Codable, Comparable,
    ExpressibleByStringLiteral, CustomStringConvertible, CodingKeyRepresentable
{
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ text: String) { rawValue = text }
    public init(stringLiteral value: String) { rawValue = value }
    public var description: String { rawValue }
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// One running instance of a process: a dossier, an internal matter, a meeting.
public struct InstanceID: RawRepresentable, Hashable, Sendable, Codable, Comparable,
    ExpressibleByStringLiteral, CustomStringConvertible, CodingKeyRepresentable
{
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ text: String) { rawValue = text }
    public init(stringLiteral value: String) { rawValue = value }
    public var description: String { rawValue }
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// A piece of work inside its instance, counted from 1 and never used twice.
public struct WorkItemID: RawRepresentable, Hashable, Sendable, Codable, Comparable,
    ExpressibleByIntegerLiteral, CustomStringConvertible
{
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public init(_ number: Int) { rawValue = number }
    public init(integerLiteral value: Int) { rawValue = value }
    public var description: String { String(rawValue) }
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Who acts. A substitute acts under both names.
public struct Actor: Hashable, Sendable, Codable {
    public var person: PersonID
    /// Whose work it is, when a substitute does it.
    public var onBehalfOf: PersonID?

    public init(_ person: PersonID, onBehalfOf: PersonID? = nil) {
        self.person = person
        self.onBehalfOf = onBehalfOf
    }

    /// Whose act it counts as.
    public var answerable: PersonID { onBehalfOf ?? person }
}
