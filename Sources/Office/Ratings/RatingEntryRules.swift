// Scores that the ledger cannot count: entered for a period by somebody who leads the office, with
// the grounds. The stream `scores/<office>` keeps each with who and when; the last one counts.

import Engine
import Ledger
import WorkTime

extension Ratings {
    static let scoreFeature = "scores"
    static let groundsMaximum = 500
    /// Paper boards and what a shop resolves on the spot are not in the ledger.
    static let enteredIndicators: [Indicator] = [.oneStop, .publicity]

    /// What was entered for a period of an office.
    public struct EnteredScore: Hashable, Sendable, Codable {
        public var indicator: Indicator
        public var from: DayNumber
        public var through: DayNumber
        public var points: Int
        public var grounds: String
        public var by: PersonID
        public var at: LocalMinute
    }

    /// As it is shown.
    public struct EnteredShown: Hashable, Sendable, Encodable {
        public let from: DayNumber
        public let through: DayNumber
        public let grounds: String
        /// Name of the person.
        public let by: String
        public let at: LocalMinute
    }

    /// What a form asks for.
    public struct ScoreEntry: Hashable, Sendable {
        public var office: UnitID
        /// `nil` where the form names none.
        public var indicator: Indicator?
        public var period: DaySpan?
        public var points: Int?
        public var grounds: String

        public init(
            office: UnitID, indicator: Indicator?, period: DaySpan?, points: Int?, grounds: String
        ) {
            self.office = office
            self.indicator = indicator
            self.period = period
            self.points = points
            self.grounds = grounds
        }
    }

    /// Shapes are for ever: a new fact is a new case.
    public enum ScoreEvent: Hashable, Sendable, Codable {
        case entered(score: EnteredScore)
    }

    /// All that was entered for one office, the last for each indicator and period.
    public struct ScoreBook: Hashable, Sendable, Codable {
        public var scores: [EnteredScore] = []

        mutating func apply(_ event: ScoreEvent) {
            switch event {
            case .entered(let score):
                scores.removeAll {
                    $0.indicator == score.indicator && $0.from == score.from
                        && $0.through == score.through
                }
                scores.append(score)
            }
        }
    }

    /// Says what happens, or why it may not. Reads only its arguments.
    /// - Parameter leads: Whether the person leads the office today.
    static func decide(
        _ entry: ScoreEntry, on book: ScoreBook, by person: PersonID?, leads: Bool,
        at now: LocalMinute
    ) throws(Rejection) -> [ScoreEvent] {
        guard let person, leads else { throw .mayNotEnter }
        guard let indicator = entry.indicator, enteredIndicators.contains(indicator) else {
            throw .scoreCounted
        }
        guard let period = entry.period, period.count > 0 else { throw .scorePeriodUnknown }
        if period.first > now.day { throw .scorePeriodAhead }
        guard let points = entry.points, (0...2).contains(points) else { throw .scoreMissing }
        if entry.grounds.isEmpty { throw .groundsMissing }
        if entry.grounds.count > groundsMaximum { throw .groundsTooLong }
        let score = EnteredScore(
            indicator: indicator, from: period.first, through: period.last, points: points,
            grounds: entry.grounds, by: person, at: now)
        let isKnown = book.scores.contains {
            $0.indicator == indicator && $0.from == score.from && $0.through == score.through
                && $0.points == points && $0.grounds == score.grounds
        }
        return isKnown ? [] : [.entered(score: score)]
    }
}

extension Ratings.ScoreBook: ToldState {
    static var savedEvery: Int { 16 }

    static func told(by entry: Entry, after state: Self?, zone: ZoneOffset) throws -> Self {
        var book = state ?? Self()
        book.apply(
            try EventDecoding.event(
                Ratings.ScoreEvent.self, entryType: entry.type,
                payload: try entry.decodedPayload(), feature: Ratings.scoreFeature))
        return book
    }
}
