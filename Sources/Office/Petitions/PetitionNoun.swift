// A petition as its stream tells it: without a word of the sender, which stand beside the ledger.

import Engine
import WorkTime

extension Petitions {
    /// What it is about.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// The attitude of an officer, or a dossier that is late.
        case conduct
        /// A regulation or a procedure.
        case regulation
        /// Praise, a suggestion, anything else.
        case idea
    }

    public enum Standing: String, Hashable, Sendable, Codable, CaseIterable {
        case received, taken
        /// A question is open, to a colleague or to the sender. The holder stays the holder.
        case asked
        case answered, refused, forwarded

        public var isEnded: Bool {
            switch self {
            case .received, .taken, .asked: false
            case .answered, .refused, .forwarded: true
            }
        }
    }

    /// Why one is not answered. A list of the office; no article was found that it follows.
    public enum Ground: String, Hashable, Sendable, Codable, CaseIterable {
        case unclear, answeredBefore, otherWay, notTask, abusive
    }

    /// What the ledger keeps of a petition that came.
    public struct Registration: Hashable, Sendable, Codable {
        public var code: String
        public var office: UnitID
        public var kind: Kind
        public var receivedAt: LocalMinute
        /// Number of the calendar's issue by which the days were reckoned.
        public var calendar: Int
        /// Last moments to refuse, to ask the sender, to answer; `nil` beyond the calendar.
        public var refuseBy: LocalMinute?
        public var askBy: LocalMinute?
        public var due: LocalMinute?
        public var sender: PersonalMark
    }

    /// One act: who, to whom, and the mark of what was written.
    public struct Turn: Hashable, Sendable, Codable {
        public var at: LocalMinute
        /// `nil` is the sender.
        public var by: PersonID?
        public var to: PersonID?
        public var words: PersonalMark?
    }

    /// What everybody may read. Written for that: no name, no address, no number.
    public struct Publication: Hashable, Sendable, Codable {
        public var title: String
        public var question: String
        public var answer: String

        public init(title: String, question: String, answer: String) {
            self.title = title
            self.question = question
            self.answer = answer
        }
    }

    public enum StepKind: String, Hashable, Sendable, Codable {
        case taken, asked, replied, answered, refused, forwarded, published, concealed
    }

    public struct Step: Hashable, Sendable, Codable {
        public var kind: StepKind
        public var turn: Turn
    }
}
