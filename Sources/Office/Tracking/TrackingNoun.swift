// What a citizen asks, and what the office answers: no names, no personal values.

import Engine
import WorkTime

extension Tracking {
    /// As it was typed, without white space.
    public struct Question: Sendable, Hashable, Encodable {
        public let code: String
        /// Never part of an answer.
        let digits: String

        init(code: String, digits: String = "") {
            self.code = code.filter { !$0.isWhitespace }
            self.digits = digits.filter { !$0.isWhitespace }
        }

        private enum CodingKeys: String, CodingKey { case code }
    }

    /// How much is told, and why not more.
    public enum Reach: String, Sendable, Encodable {
        /// The code alone was given.
        case codeOnly
        /// Digits were given, but no telephone number was kept: nobody can show to be the
        /// applicant.
        case noPhone
        case full
    }

    public struct Answer: Sendable, Encodable {
        public let code: String
        public let reach: Reach
        public let status: Dossiers.Status
        /// Number of the official state (TT 22/2019/TT-BTTTT, annex I).
        public let state: Int
        /// Steps done, of those of the process.
        public let done: Int
        public let steps: Int
        /// Where to ask; with the code alone it is not told.
        public let office: Office?
        public let details: Details?
    }

    public struct Office: Sendable, Encodable, Hashable {
        public let name: String
        /// The unit where one asks and fetches.
        public let counter: String
        public let phone: String?
    }

    /// What the citizen has to do now.
    public enum Duty: String, Sendable, Encodable {
        case nothing, bringPapers, pay, fetch, awaitDelivery, over
    }

    /// A step of the way, or a pause between two.
    public struct Stage: Sendable, Encodable, Hashable {
        public enum Kind: String, Sendable, Encodable { case step, supplement, duty }
        public let kind: Kind
        /// Of the step; empty for a pause.
        public let title: String
        public let stand: Dossiers.StepStand.Stand
        public let unit: String
        public let from: LocalMinute?
        public let to: LocalMinute?
    }

    /// Why the appointment is no longer the one that was promised before.
    public struct Move: Sendable, Encodable, Hashable {
        public enum Kind: String, Sendable, Encodable { case supplement, duty, calendar }
        public let kind: Kind
        public let at: LocalMinute
        /// End of the pause; `nil` while it lasts.
        public let until: LocalMinute?
        /// The appointment before and after a decision about the calendar.
        public let before: LocalMinute?
        public let due: LocalMinute?
        /// The decision about the calendar.
        public let basis: String
    }

    /// That the office could not keep the day, why, and when it will be.
    public struct Apology: Sendable, Encodable, Hashable {
        public let at: LocalMinute
        public let reason: String
        public let newAppointment: LocalMinute
    }

    /// For who showed to be the applicant.
    public struct Details: Sendable, Encodable {
        public let title: String
        public let receivedAt: LocalMinute
        /// As printed on the receipt; `nil` when the procedure has no published limit.
        public let promised: LocalMinute?
        /// As it stands now, or stood when it ended; `nil` while it waits for the citizen.
        public let appointment: LocalMinute?
        public let timeliness: Timeliness?
        public let left: Work.TimeLeft
        /// Since when it stands as it stands.
        public let since: LocalMinute
        /// Where the work lies now.
        public let unit: String
        public let duty: Duty
        /// What the citizen was asked for.
        public let papers: [String]
        public let returnWay: Dossiers.ReturnWay
        public let explanation: [ExplanationLine]
        public let moves: [Move]
        /// That it takes longer, until the result is ready.
        public let apology: Apology?
        public let stages: [Stage]
        /// After the result was returned.
        public let rating: Ratings.Offer?
        /// The result at home, where it is offered.
        public let delivery: Deliveries.Offer?
        /// What the citizen and the office wrote to each other.
        public let messages: Messages.Thread?
        /// How the citizen is told: `email`, `sms`, `both`, `none`.
        public let notices: String
        /// Files of its papers, which who has the proof may open.
        public let attachments: [Attachments.Shown]
        /// What forms of this page send back: nobody can make it up.
        public let proof: String
    }
}
