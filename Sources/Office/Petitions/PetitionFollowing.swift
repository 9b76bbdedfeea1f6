// What the sender is told, who has the number and the secret: where it lies, until when, the
// answer. No officer is named.

import Engine
import Ledger
import WorkTime

extension Petitions {
    public struct Followed: Sendable, Encodable {
        public let code: String
        public let kind: Kind
        public let subject: String
        public let office: String
        public let receivedAt: LocalMinute
        public let due: LocalMinute?
        public let standing: Standing
        public let since: LocalMinute
        /// The unit of the holder; empty while nobody has it.
        public let unit: String
        public let left: Work.TimeLeft?
        /// What the sender is asked now.
        public let question: String?
        public let answer: String?
        public let ground: Ground?
        public let body: String?
        public let isPublished: Bool
        /// What a form of this page sends back: nobody can make it up.
        public let proof: String
    }

    /// What stands on the page after sending. The secret is told here and never again.
    public struct Sent: Sendable, Encodable {
        public let code: String
        public let secret: String
        public let office: String
        public let receivedAt: LocalMinute
        public let due: LocalMinute?
        public let terms: Terms
        /// Whether an e-mail follows.
        public let tellsByMail: Bool
    }

    /// - Throws: `Rejection.codeMissing`, `.secretMissing`.
    static func question(
        code: String, secret: String
    ) throws(Rejection) -> Tracking.Question {
        let question = Tracking.Question(number: code, secret: secret)
        if question.code.isEmpty { throw .codeMissing }
        if question.digits.isEmpty { throw .secretMissing }
        return question
    }
}

extension Tracking.Question {
    /// Of who shows a secret instead of digits: typed with spaces or strokes it is the same.
    init(number: String, secret: String) {
        self.init(
            code: number.uppercased(),
            digits: String(secret.filter { $0.isLetter || $0.isNumber }.prefix(100)))
    }
}
