// A message as its stream tells it: without a word, which stand beside the ledger.

import Engine
import WorkTime

extension Messages {
    /// Who wrote when, and the mark of what was written.
    public struct Turn: Hashable, Sendable, Codable {
        public var at: LocalMinute
        /// `nil` is the citizen.
        public var by: PersonID?
        public var words: PersonalMark
        /// Of the citizen: who is asked when nobody has work on the dossier any more.
        public var keeper: PersonID?
        /// Of the citizen: until when the office wants to answer; `nil` beyond the calendar.
        public var due: LocalMinute?
    }

    public enum Command: Sendable {
        /// About the dossier of that code. Without an actor it is the citizen, who was shown to be
        /// the applicant.
        case write(String, String)
    }

    /// Shapes are for ever: a new fact is a new case.
    public enum Event: Hashable, Sendable, Codable {
        case asked(turn: Turn)
        case answered(turn: Turn)
    }

    /// Who writes, as the dossier sees it.
    public struct Hand: Hashable, Sendable {
        /// `nil` is the citizen.
        public var person: PersonID?
        /// Has the work, is offered it, or stands in for who has it.
        public var holds = false
    }
}
