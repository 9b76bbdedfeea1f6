// What each officer answers for: dossiers by their focal point, and steps by who did them.

import Engine
import WorkTime

extension Reports {
    /// Pieces of work of one person. Steps without a time of their own have no class.
    public struct StepSums: Hashable, Sendable, Encodable {
        /// Ended in the period.
        public var early = 0
        public var onTime = 0
        public var late = 0
        public var unclassed = 0
        /// Held at the moment of reckoning, whatever the period.
        public var held = 0
        public var heldLate = 0

        public var done: Int { early + onTime + late + unclassed }

        public static func + (a: StepSums, b: StepSums) -> StepSums {
            var sum = a
            for path in paths { sum[keyPath: path] += b[keyPath: path] }
            return sum
        }

        private static var paths: [WritableKeyPath<StepSums, Int>] {
            [\.early, \.onTime, \.late, \.unclassed, \.held, \.heldLate]
        }
    }

    /// One person of a unit that the viewer sees.
    public struct Officer: Hashable, Sendable, Encodable {
        public let id: PersonID
        public let name: String
        public let unit: String
        /// Dossiers whose focal point the person is.
        public let dossiers: Sums
        public let steps: StepSums
    }

    /// What /reports/officers shows. Every dossier has one focal point, so the rows and the rest
    /// add up to the figures of the offices, which are counted another way.
    public struct Officers: Sendable, Encodable {
        /// The figures of the same dossiers, with the filter and its choices.
        let figures: Figures
        public let from: DayNumber
        public let through: DayNumber
        public let at: LocalMinute
        public let officers: [Officer]
        /// Dossiers whose focal point is in no unit of the viewer, or not known.
        public let others: Sums
        public let total: Sums
        public let agrees: Bool

        private enum CodingKeys: String, CodingKey {
            case from, through, at, officers, others, total, agrees
        }

        init(_ figures: Figures, officers: [Officer], others: Sums) {
            self.figures = figures
            from = figures.from
            through = figures.through
            at = figures.at
            self.officers = officers
            self.others = others
            total = officers.map(\.dossiers).sum() + others
            agrees = total == figures.total
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(from, forKey: .from)
            try fields.encode(through, forKey: .through)
            try fields.encode(at, forKey: .at)
            try fields.encode(officers, forKey: .officers)
            try fields.encode(others, forKey: .others)
            try fields.encode(total, forKey: .total)
            try fields.encode(agrees, forKey: .agrees)
        }

        /// Steps of all who are listed.
        var steps: StepSums { officers.map(\.steps).reduce(StepSums(), +) }
    }

    /// Who answers for the work of others compares it; nobody looks at a colleague's figures.
    static func comparedUnits(of viewer: Viewer) -> [UnitID] {
        viewer.units(where: [.lead, .figures, .head])
    }

    static func mayCompare(_ viewer: Viewer) -> Bool { !comparedUnits(of: viewer).isEmpty }
}
