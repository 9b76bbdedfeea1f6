// The sheet of a procedure: small tables, each fact with the text it rests on.

import ProcessModel
import WorkTime

extension Procedures {
    /// Who may ask (NĐ 63/2010 Đ8k2đ).
    public enum Subject: String, Hashable, Sendable, Codable, CaseIterable {
        case citizen, household, business, organisation
    }

    /// How far a procedure goes online: the levels of NĐ 43/2011 Đ3, then those of NĐ 42/2022 Đ4.
    public enum OnlineLevel: String, Hashable, Sendable, Codable, CaseIterable {
        /// Filed online; paid and fetched at the office.
        case level3
        /// Also paid online, and the result sent.
        case level4
        /// Một phần.
        case partial
        /// Toàn trình.
        case full

        /// Fee and result go online as well.
        public var isWhole: Bool { self == .level4 || self == .full }
    }

    /// What brings a citizen to the office.
    public enum LifeEvent: String, Hashable, Sendable, Codable, CaseIterable {
        case birth, marriage, death, residence, housing, land, business, certification, support
    }

    /// One of the parts that a procedure consists of.
    public enum Part: String, Hashable, Sendable, Codable, CaseIterable {
        case nationalCode, components, term, fees, results, conditions
    }

    /// One row of the fees: an amount in one case, on some days, over some channel.
    public struct Fee: Hashable, Sendable, Codable {
        /// `nil` for every channel.
        public var channel: Dossiers.Channel?
        /// When it is due, for instance `Đăng ký quá hạn`; empty where it is the only one.
        public var when: String
        /// In đồng; 0 is free.
        public var amount: Int
        /// What is counted, for instance `bản`; empty for the dossier as a whole.
        public var per: String
        public var from: DayNumber?
        public var through: DayNumber?
        public var basis: String
        /// The text was read, or used by an office; else it is general knowledge.
        public var isConfirmed: Bool

        public init(
            channel: Dossiers.Channel? = nil, when: String = "", amount: Int, per: String = "",
            from: DayNumber? = nil, through: DayNumber? = nil, basis: String = "",
            isConfirmed: Bool = false
        ) {
            self.channel = channel
            self.when = when
            self.amount = amount
            self.per = per
            self.from = from
            self.through = through
            self.basis = basis
            self.isConfirmed = isConfirmed
        }

        /// Whether it holds on a day.
        public func holds(on day: DayNumber) -> Bool {
            from.map { $0 <= day } ?? true && through.map { day <= $0 } ?? true
        }
    }

    /// A term of another case than the usual one.
    public struct CaseTerm: Hashable, Sendable, Codable {
        /// The case, for instance `Cần xác minh`.
        public var when: String
        public var term: Term
        /// It comes on top of the published limit, else in its place.
        public var isExtension: Bool
        public var basis: String
        public var isConfirmed: Bool

        public init(
            when: String, term: Term, isExtension: Bool = false, basis: String = "",
            isConfirmed: Bool = false
        ) {
            self.when = when
            self.term = term
            self.isExtension = isExtension
            self.basis = basis
            self.isConfirmed = isConfirmed
        }
    }

    /// What citizens are told of a procedure beside what its process says.
    public struct Sheet: Hashable, Sendable, Codable {
        /// Of the procedure, and of the process that resolves it.
        public var code: ProcessCode
        /// In the national database; empty where it is not known.
        public var nationalCode: String
        public var subjects: [Subject]
        public var channels: [Dossiers.Channel]
        public var onlineLevel: OnlineLevel?
        public var returnWays: [Dossiers.ReturnWay]
        /// The citizen must come in person for the result: it is never sent home.
        public var requiresPresence: Bool
        public var results: [String]
        public var conditions: [String]
        public var fees: [Fee]
        public var terms: [CaseTerm]
        public var lifeEvents: [LifeEvent]
        /// Words under which people look for it and which its title does not hold.
        public var keywords: [String]
        /// Parts whose facts no text has confirmed.
        public var unconfirmed: [Part]

        public init(
            code: ProcessCode, nationalCode: String = "", subjects: [Subject] = [.citizen],
            channels: [Dossiers.Channel] = [.counter, .post], onlineLevel: OnlineLevel? = nil,
            returnWays: [Dossiers.ReturnWay] = [.counter, .post], requiresPresence: Bool = false,
            results: [String] = [], conditions: [String] = [], fees: [Fee] = [],
            terms: [CaseTerm] = [], lifeEvents: [LifeEvent] = [], keywords: [String] = [],
            unconfirmed: [Part] = []
        ) {
            self.code = code
            self.nationalCode = nationalCode
            self.subjects = subjects
            self.channels = channels
            self.onlineLevel = onlineLevel
            self.returnWays = returnWays
            self.requiresPresence = requiresPresence
            self.results = results
            self.conditions = conditions
            self.fees = fees
            self.terms = terms
            self.lifeEvents = lifeEvents
            self.keywords = keywords
            self.unconfirmed = unconfirmed
        }

        /// The rows that hold on a day over a channel.
        public func fees(on day: DayNumber, over channel: Dossiers.Channel) -> [Fee] {
            fees.filter { $0.holds(on: day) && ($0.channel ?? channel) == channel }
        }

        public var isOnline: Bool { onlineLevel != nil }
    }
}
