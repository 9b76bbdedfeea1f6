// What the page of a dossier's consultations shows, and its JSON.

import Engine
import WorkTime

extension Consultations {
    /// One body, as it stands.
    public struct ShownPart: Sendable, Encodable {
        public let place: Int
        public let name: String
        /// `nil` for a body outside.
        public let unit: UnitID?
        public let leads: Bool
        public let term: Term
        public let from: LocalMinute
        public let due: LocalMinute
        public let standing: Standing
        /// Since when it is silent, also when it answered or was closed later.
        public let silentFrom: LocalMinute?
        public let left: Work.TimeLeft
        /// The term ends after the appointment of the dossier.
        public let isBeyond: Bool
        public let answer: ShownAnswer?
        /// To whom silence was reported, and when.
        public let reportedTo: String
        public let reportedAt: LocalMinute?
        public let mayAnswer: Bool
    }

    public struct ShownAnswer: Sendable, Encodable {
        public let at: LocalMinute
        public let by: String
        public let opinion: Opinion
        /// `nil` where none were written, or they were erased by law.
        public let words: String?
        public let document: String
        public let documentDay: DayNumber?
    }

    public struct Shown: Sendable, Encodable {
        public let number: Int
        public let at: LocalMinute
        public let by: String
        public let unitName: String
        /// `nil` when it was erased by law.
        public let question: String?
        public let order: Order
        public let silence: Silence
        public let basis: String
        public let parts: [ShownPart]
        public let isOpen: Bool
        public let withdrawnAt: LocalMinute?
        public let withdrawnBy: String
        public let withdrawalReason: String?
        public let mayWithdraw: Bool
    }

    public struct UnitChoice: Sendable, Encodable, Hashable {
        public let unit: UnitID
        public let name: String
    }

    /// Everything that one may see of a dossier's consultations.
    public struct Page: Sendable, Encodable {
        public let dossier: String
        public let title: String
        public let papers: [Dossiers.Paper]
        public let receivedAt: LocalMinute
        /// `nil` for who is asked only: it is no affair of theirs.
        public let appointment: LocalMinute?
        /// Whether the viewer finds the dossier itself.
        public let findsDossier: Bool
        /// The newest first.
        public let consultations: [Shown]
        public let mayAsk: Bool
        /// Whom the form offers; empty for who may not ask.
        public let units: [UnitChoice]
    }

    /// In one line, for the page of the dossier.
    public struct Summary: Sendable, Encodable, Hashable {
        public let count: Int
        /// Bodies that have neither answered nor fallen silent, also those whose turn comes later.
        public let waiting: Int
        public let silent: Int
        public let mayAsk: Bool
    }
}
