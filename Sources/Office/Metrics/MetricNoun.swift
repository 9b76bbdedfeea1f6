// One metric of the set.

import WorkTime

extension Metrics {
    /// Groups of the set, in its order.
    public enum Group: String, Hashable, Sendable, Codable, CaseIterable {
        case publicity, progress, online, digitisation, satisfaction, payment

        /// Highest score of the group in the set of 2026, from a secondary source.
        public var maximum: Int {
            switch self {
            case .publicity, .satisfaction: 18
            case .progress: 20
            case .online: 12
            case .digitisation: 22
            case .payment: 10
            }
        }
    }

    /// Where the value of a metric comes from.
    public enum Basis: Hashable, Sendable, Encodable {
        /// Counted from the records of the office.
        case counted
        /// The office holds no record of it; somebody enters it from another system.
        case entered(why: Bilingual)
        /// Asked of provinces alone: no value of a district or a ward.
        case province

        private enum CodingKeys: String, CodingKey { case kind, why }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            switch self {
            case .counted: try fields.encode("counted", forKey: .kind)
            case .entered(let why):
                try fields.encode("entered", forKey: .kind)
                try fields.encode(why, forKey: .why)
            case .province: try fields.encode("province", forKey: .kind)
            }
        }
    }

    public struct Metric: Hashable, Sendable, Encodable {
        public let number: Int
        public let group: Group
        public let name: Bilingual
        /// `nil` where the source gives none.
        public let maximum: Int?
        /// As the source writes it; `nil` where it gives none.
        public let formula: Bilingual?
        public let basis: Basis
        /// How it is counted here, and what is not confirmed.
        public let remark: Bilingual?

        init(
            _ number: Int, _ group: Group, _ vi: String, _ en: String, maximum: Int? = nil,
            formula: Bilingual? = nil, _ basis: Basis, remark: Bilingual? = nil
        ) {
            self.number = number
            self.group = group
            name = Bilingual(vi: vi, en: en)
            self.maximum = maximum
            self.formula = formula
            self.basis = basis
            self.remark = remark
        }

        /// Whether a value may be entered.
        public var isEntered: Bool { if case .entered = basis { true } else { false } }
    }

    static func metric(_ number: Int) -> Metric? { all.first { $0.number == number } }
}
