// A rating as its stream tells it, and as it is shown.

import Engine
import Ledger
import WorkTime

extension Ratings {
    /// One question answered.
    public struct Given: Hashable, Sendable, Codable {
        public var question: String
        public var level: Level
        public init(question: String, level: Level) {
            self.question = question
            self.level = level
        }
    }

    /// What was answered, in the order of the questions.
    public struct Sheet: Hashable, Sendable, Codable {
        /// Number of the set of questions.
        public var questionnaire: Int
        public var answers: [Given]
        /// Digest in the ledger, words beside it; `nil` when nothing was written.
        public var comment: PersonalMark?
    }

    /// The state of one rating.
    public struct Rating: Hashable, Sendable, Codable {
        public var givenAt: LocalMinute
        public var changedAt: LocalMinute?
        public var sheet: Sheet

        /// The last day on which it may be changed.
        public var lastDay: DayNumber { givenAt.day + Ratings.changeDays }
    }

    /// What a citizen may do on /track.
    public struct Offer: Sendable, Encodable {
        public let questionnaire: Questionnaire
        /// What was answered before; never the words written beside it.
        public let given: [Given]
        public let givenAt: LocalMinute?
        /// `nil` before the first time.
        public let lastDay: DayNumber?
        public let isOpen: Bool
        /// Sent back with the answers: that the applicant was shown to be one, a moment ago.
        public let proof: String
    }

    /// What an officer sees on the page of a dossier.
    public struct Shown: Sendable, Encodable {
        public struct Line: Sendable, Encodable {
            public let question: Bilingual
            public let level: Level
        }
        public let givenAt: LocalMinute
        public let changedAt: LocalMinute?
        public let lines: [Line]
        /// In the citizen's words; `nil` when there are none, or when they were erased by law.
        public let comment: String?
    }
}

extension Ratings.Rating: ToldState {
    /// Most are given once.
    static var savedEvery: Int { 16 }

    /// A change before the first time.
    private struct OutOfOrder: Error {}

    static func told(by entry: Entry, after state: Self?, zone: ZoneOffset) throws -> Self {
        let event = try EventDecoding.event(
            Ratings.Event.self, entryType: entry.type, payload: try entry.decodedPayload(),
            feature: "rating")
        if case .given(let at, let sheet) = event, state == nil {
            return Self(givenAt: at, sheet: sheet)
        }
        guard var rating = state else { throw OutOfOrder() }
        rating.apply(event)
        return rating
    }
}
