// A run of days from a first to a last one, both included.

/// Empty where the last day comes before the first; never a trap, unlike a closed range.
@frozen
public struct DaySpan: Hashable, Sendable, Codable {
    public let first: DayNumber
    public let last: DayNumber

    @inlinable
    public init(_ first: DayNumber, _ last: DayNumber) {
        self.first = first
        self.last = last
    }

    /// Number of days, 0 where empty.
    @inlinable
    public var count: Int { max(0, last - first + 1) }

    @inlinable
    public func contains(_ day: DayNumber) -> Bool { first <= day && day <= last }

    public func contains(_ other: DaySpan) -> Bool {
        other.count == 0 || (first <= other.first && other.last <= last)
    }

    /// `từ ngày 01/01/2016 đến ngày 31/12/2027`.
    public var phrase: Bilingual {
        Bilingual(
            vi: "từ ngày \(first.civil.officeText) đến ngày \(last.civil.officeText)",
            en: "from \(first.text) to \(last.text)")
    }
}
