// Indicators that judge the office as a whole: 8 and 9 from what it did, 5 and 6 as somebody who
// leads it entered them. Each shows what it rests on.

import Engine
import WorkTime

extension Ratings {
    /// One share with both its numbers.
    public struct Share: Sendable, Encodable, Hashable {
        public enum Name: String, Sendable, Encodable, CaseIterable {
            case petitionsInTime, proceduresOnline, dossiersOnline, onlineLate
        }
        public let name: Name
        public let part: Int
        public let whole: Int
    }

    /// What the score of an office as a whole rests on.
    public struct Facts: Sendable, Encodable, Hashable {
        public var shares: [Share] = []
        /// Who entered it, when, and on what grounds; `nil` for what was counted.
        public var entered: EnteredShown?
    }

    /// Petitions that came in a period.
    struct PetitionFacts: Hashable, Sendable {
        var received = 0
        /// Ended after their time.
        var endedLate = 0
        /// Still open after their time.
        var openLate = 0

        var inTime: Int { received - endedLate - openLate }
    }

    /// Online services in a period.
    struct OnlineFacts: Hashable, Sendable {
        var procedures = 0
        var proceduresOnline = 0
        var received = 0
        var receivedOnline = 0
        /// Filed online and ended late.
        var late = 0
    }

    /// None, or all in time: two. Nine in ten: one, unless one still waits after its time, which we
    /// read as "kéo dài".
    static func points(_ facts: PetitionFacts) -> Int {
        if facts.inTime >= facts.received { return 2 }
        return facts.openLate == 0 && facts.inTime * 10 >= facts.received * 9 ? 1 : 0
    }

    /// A fifth of the procedures and three in ten of the dossiers: two. Fifteen in a hundred of the
    /// dossiers: one. None of them may be late.
    static func points(_ facts: OnlineFacts) -> Int {
        if facts.late > 0 { return 0 }
        let hasProcedures = facts.procedures > 0 && facts.proceduresOnline * 5 >= facts.procedures
        if hasProcedures, facts.receivedOnline * 10 >= facts.received * 3 { return 2 }
        return facts.receivedOnline * 20 >= facts.received * 3 ? 1 : 0
    }

    static func score(_ facts: PetitionFacts) -> Score {
        Score(
            .complaints, points(facts),
            Facts(shares: [
                Share(name: .petitionsInTime, part: facts.inTime, whole: facts.received)
            ]))
    }

    /// `nil` when nothing was received: a share of nothing is not known.
    static func score(_ facts: OnlineFacts) -> Score? {
        if facts.received == 0 { return nil }
        return Score(
            .online, points(facts),
            Facts(shares: [
                Share(
                    name: .proceduresOnline, part: facts.proceduresOnline,
                    whole: facts.procedures),
                Share(name: .dossiersOnline, part: facts.receivedOnline, whole: facts.received),
                Share(name: .onlineLate, part: facts.late, whole: facts.receivedOnline),
            ]))
    }
}

extension Ratings.Score {
    /// The score of an office as a whole.
    init(_ indicator: Ratings.Indicator, _ points: Int, _ facts: Ratings.Facts) {
        self.init(
            indicator: indicator, two: points == 2 ? 1 : 0, one: points == 1 ? 1 : 0,
            zero: points == 0 ? 1 : 0, facts: facts)
    }
}
