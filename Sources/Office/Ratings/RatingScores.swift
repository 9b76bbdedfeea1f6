// The nine indicators of TT 01/2018/TT-VPCP Đ13: 2, 1 or 0 points each, averaged over what the
// office knows: dossiers and steps, petitions, online services, and what somebody who leads the
// office entered. What nobody knows is left out and said to be.

import WorkTime

extension Ratings {
    public enum Indicator: Int, Sendable, Codable, CaseIterable {
        /// 1: whole time against the rule.
        case time = 1
        /// 2: time of each agency that took part.
        case agencyTime
        /// 3: how often one had to come to complete the papers.
        case supplements
        /// 4: how many agencies one had to turn to for that.
        case agencies
        /// 5: procedures resolved wholly at the one-stop shop.
        case oneStop
        /// 6: publicity of procedures.
        case publicity
        /// 7: attitude of officers.
        case attitude
        /// 8: answering complaints.
        case complaints
        /// 9: public services online.
        case online
    }

    /// How many cases earned how much.
    public struct Score: Sendable, Encodable, Hashable {
        public let indicator: Indicator
        public let two: Int
        public let one: Int
        public let zero: Int
        /// What the score of an office as a whole rests on; `nil` where cases were counted.
        public var facts: Facts? = nil

        public var base: Int { two + one + zero }
        public var points: Int { 2 * two + one }
        /// Average in tenths of a point; `nil` without a case.
        public var tenths: Int? {
            base == 0 ? nil : (20 * points + base) / (2 * base)
        }

        private enum CodingKeys: String, CodingKey {
            case indicator, two, one, zero, base, points, tenths, facts
        }

        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(indicator, forKey: .indicator)
            try container.encode(two, forKey: .two)
            try container.encode(one, forKey: .one)
            try container.encode(zero, forKey: .zero)
            try container.encode(base, forKey: .base)
            try container.encode(points, forKey: .points)
            try container.encodeIfPresent(tenths, forKey: .tenths)
            try container.encodeIfPresent(facts, forKey: .facts)
        }
    }

    /// Classes of an office by the sum of the nine averages.
    public enum Grade: String, Sendable, Encodable, CaseIterable {
        case excellent, good, fair, average, weak

        /// - Parameter tenths: Tenths of a point, 180 at most.
        init(tenths: Int) {
            switch tenths {
            case 150...: self = .excellent
            case 120..<150: self = .good
            case 90..<120: self = .fair
            case 60..<90: self = .average
            default: self = .weak
            }
        }
    }

    /// The scores of one office in a period.
    public struct Scorecard: Sendable, Encodable, Hashable {
        public let office: String
        public let name: String
        /// Those that the office has facts for, in order.
        public let scores: [Score]

        var known: [Score] { scores.filter { $0.base > 0 } }

        /// Sum of the averages, in tenths of a point.
        public var sum: Int { known.compactMap(\.tenths).reduce(0, +) }

        /// The sum as if all nine stood as those that are known; `nil` when none is. The circular
        /// says only that those without data are skipped: the conversion is ours.
        public var converted: Int? {
            let count = known.count
            return count == 0 ? nil : (2 * sum * Indicator.allCases.count + count) / (2 * count)
        }

        public var grade: Grade? { converted.map(Grade.init(tenths:)) }

        private enum CodingKeys: String, CodingKey {
            case office, name, scores, sum, converted, grade
        }

        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(office, forKey: .office)
            try container.encode(name, forKey: .name)
            try container.encode(scores, forKey: .scores)
            try container.encode(sum, forKey: .sum)
            try container.encodeIfPresent(converted, forKey: .converted)
            try container.encodeIfPresent(grade, forKey: .grade)
        }
    }

    /// Points of a dossier or a step that ended against its time.
    static func points(_ timeliness: Timeliness) -> Int {
        switch timeliness {
        case .early: 2
        case .onTime: 1
        case .late: 0
        }
    }

    /// Points by the requests for papers: none, one, or more. The circular leaves out what was the
    /// applicant's own mistake; the ledger does not know whose it was.
    static func points(supplements count: Int) -> Int { max(0, 2 - count) }

    /// Points by agencies one had to turn to: none, or the one-stop shop, through which all papers
    /// go (NĐ 61/2018 Đ5).
    static func points(agenciesAfter supplements: Int) -> Int { supplements == 0 ? 2 : 1 }

    /// Points for the attitude: a citizen who was not satisfied counts as a complaint. Our reading:
    /// the circular counts complaints, and a petition need not name the dossier it is about.
    static func points(attitude level: Level, _ timeliness: Timeliness) -> Int {
        level == .unsatisfied ? 0 : points(timeliness)
    }
}
