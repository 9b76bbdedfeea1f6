// A consultation as its stream tells it: what people wrote stands beside the ledger.

import Engine
import WorkTime

extension Consultations {
    /// How the bodies are asked (NĐ 61/2018 Đ19k6).
    public enum Order: String, Hashable, Sendable, Codable, CaseIterable {
        /// All at once, with one that leads.
        case parallel
        /// The next when the one before has answered or its term has passed.
        case sequential
    }

    public enum Opinion: String, Hashable, Sendable, Codable, CaseIterable {
        case agrees, remarks, disagrees
    }

    /// What silence means once the term has passed.
    public enum Silence: String, Hashable, Sendable, Codable, CaseIterable {
        /// It is reported, and means nothing more (NĐ 61/2018 Đ19k5).
        case reported
        /// It counts as consent, by a text that must be named.
        case consent
    }

    /// Who is asked, and how long it has.
    public struct Body: Hashable, Sendable, Codable {
        /// A unit of the organisation; `nil` for a body outside of it.
        public var unit: UnitID?
        /// Of a body outside; empty for a unit.
        public var name: String
        public var term: Term

        public init(unit: UnitID, term: Term) {
            (self.unit, name, self.term) = (unit, "", term)
        }

        public init(name: String, term: Term) {
            (unit, self.name, self.term) = (nil, name, term)
        }
    }

    /// From when it is asked, and until when it may answer.
    public struct Turn: Hashable, Sendable, Codable {
        public var from: LocalMinute
        public var due: LocalMinute
    }

    public struct Answer: Hashable, Sendable, Codable {
        public var at: LocalMinute
        /// Of the unit; for a body outside whoever entered it.
        public var by: PersonID
        public var opinion: Opinion
        /// Remarks or reason; `nil` for bare consent.
        public var words: PersonalMark?
        /// Number and day of the letter; empty where a unit answered here.
        public var document: String
        public var documentDay: DayNumber?
    }

    /// That the head of the one-stop unit was told of a silence.
    public struct Report: Hashable, Sendable, Codable {
        public var at: LocalMinute
        /// `nil` where the place is vacant.
        public var to: PersonID?
    }

    /// One body of a consultation.
    public struct Part: Hashable, Sendable, Codable {
        public var body: Body
        public var turn: Turn
        public var answer: Answer?
        public var report: Report?
    }

    public struct Withdrawal: Hashable, Sendable, Codable {
        public var at: LocalMinute
        public var by: PersonID
        public var reason: PersonalMark
    }

    public struct Consultation: Hashable, Sendable, Codable {
        /// From 1, in the order of asking.
        public var number: Int
        public var at: LocalMinute
        public var by: PersonID
        /// That had the work when it asked.
        public var unit: UnitID
        public var question: PersonalMark
        public var order: Order
        /// Place of the body that leads, from 1; `nil` when the unit that asks does.
        public var lead: Int?
        public var silence: Silence
        /// The text by which silence is consent; empty where it is not.
        public var basis: String
        /// In the order in which they are asked.
        public var parts: [Part]
        public var withdrawal: Withdrawal?
    }
}

extension Consultations.Consultation {
    /// From 1.
    public func part(_ place: Int) -> Consultations.Part? {
        parts.indices.contains(place - 1) ? parts[place - 1] : nil
    }

    /// Something may still be answered.
    public var isOpen: Bool { withdrawal == nil && parts.contains { $0.answer == nil } }
}
