// Entering a value that the office does not hold, and taking it back.

import Engine
import WorkTime

extension Metrics {
    /// A value of another system: a share with both its numbers, and where it stands.
    public struct Entered: Hashable, Sendable, Codable {
        public var metric: Int
        /// As addresses write it: `2026-Q1`.
        public var period: String
        public var part: Int
        public var whole: Int
        /// Report, page, letter: where somebody else finds the same.
        public var source: String

        public init(metric: Int, period: String, part: Int, whole: Int, source: String) {
            self.metric = metric
            self.period = period
            self.part = part
            self.whole = whole
            self.source = source
        }
    }

    public enum Act: Hashable, Sendable {
        /// Enters a value, in place of the one before.
        case enter(Entered)
        case withdraw(metric: Int, period: String, reason: String)
    }

    public enum Command: Sendable {
        /// For an office.
        case act(UnitID, Act)
    }

    /// Shapes are for ever: a new fact is a new case.
    public enum Event: Hashable, Sendable, Codable {
        case entered(at: LocalMinute, by: PersonID, value: Entered)
        case withdrawn(
            at: LocalMinute, by: PersonID, metric: Int, period: String, reason: String)
    }

    public enum Rejection: Error, Hashable, Sendable {
        case mayNotSee
        case mayNotEnter
        case unknown(Int)
        /// The office counts it itself.
        case counted
        case onlyProvince
        case periodUnknown(String)
        case periodNotBegun
        case numbersMissing
        case partTooLarge
        case sourceMissing, sourceTooLong
        case nothingEntered
        case reasonMissing, reasonTooLong
    }

    /// Says what happens, or why it may not. Reads only its arguments.
    static func decide(
        _ act: Act, on book: Book, by person: PersonID, mayEnter: Bool, at now: LocalMinute
    ) throws(Rejection) -> [Event] {
        if !mayEnter { throw .mayNotEnter }
        switch act {
        case .enter(let value):
            try check(value.metric, value.period, on: now.day)
            if !(1...countMaximum).contains(value.whole) || value.part < 0 {
                throw .numbersMissing
            }
            if value.part > value.whole { throw .partTooLarge }
            if value.source.isEmpty { throw .sourceMissing }
            if value.source.count > sourceMaximum { throw .sourceTooLong }
            if book.entry(value.metric, value.period)?.value == value { return [] }
            return [.entered(at: now, by: person, value: value)]
        case .withdraw(let metric, let period, let reason):
            try check(metric, period, on: now.day)
            if book.entry(metric, period) == nil { throw .nothingEntered }
            if reason.isEmpty { throw .reasonMissing }
            if reason.count > reasonMaximum { throw .reasonTooLong }
            return [
                .withdrawn(at: now, by: person, metric: metric, period: period, reason: reason)
            ]
        }
    }

    private static func check(
        _ number: Int, _ text: String, on day: DayNumber
    ) throws(Rejection) {
        guard let metric = metric(number) else { throw .unknown(number) }
        switch metric.basis {
        case .counted: throw .counted
        case .province: throw .onlyProvince
        case .entered: break
        }
        guard let period = Reports.Period(text) else { throw .periodUnknown(text) }
        if period.span.first > day { throw .periodNotBegun }
    }
}
