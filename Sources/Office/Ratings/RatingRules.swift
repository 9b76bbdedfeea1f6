// When a dossier may be rated, and with what.

import WorkTime

extension Ratings {
    /// The answers as they were sent.
    public struct Entered: Sendable, Hashable {
        public var questionnaire: Int
        public var answers: [Given]
        public var comment: String

        public init(questionnaire: Int, answers: [Given], comment: String = "") {
            self.questionnaire = questionnaire
            self.answers = answers
            self.comment = comment
        }
    }

    public enum Command: Sendable {
        /// The dossier of that code. The same command rates and changes.
        case rate(String, Entered)
        /// A score that no record tells.
        case enterScore(ScoreEntry)
    }

    /// Shapes are for ever: a new fact is a new case.
    public enum Event: Hashable, Sendable, Codable {
        case given(at: LocalMinute, sheet: Sheet)
        case changed(at: LocalMinute, sheet: Sheet)
    }

    public enum Rejection: Error, Hashable, Sendable {
        /// The result was not returned: there is nothing to rate yet, or there never will be.
        case notReturned
        case questionnaireUnknown(Int)
        case answerMissing(Question)
        case commentTooLong
        case changeOver(DayNumber)
        /// The page is older than its proof, or somebody made it up.
        case proofOld
        case mayNotSee
        /// Only who leads the office enters its scores.
        case mayNotEnter
        /// The indicator is counted from records, or there is none of that number.
        case scoreCounted
        case scoreMissing, scorePeriodUnknown, scorePeriodAhead
        case groundsMissing, groundsTooLong
    }

    /// Says what happens, or why it may not. Reads only its arguments.
    /// - Parameter comment: The mark of the words, when there are any.
    static func decide(
        _ entered: Entered, comment: PersonalMark?, on rating: Rating?,
        status: Dossiers.Status, at now: LocalMinute
    ) throws(Rejection) -> [Event] {
        if status != .returned { throw .notReturned }
        if let rating, now.day > rating.lastDay { throw .changeOver(rating.lastDay) }
        guard let questionnaire = questionnaire(entered.questionnaire) else {
            throw .questionnaireUnknown(entered.questionnaire)
        }
        var answers: [Given] = []
        for question in questionnaire.questions {
            guard let given = entered.answers.first(where: { $0.question == question.key }) else {
                throw .answerMissing(question)
            }
            answers.append(given)
        }
        if entered.comment.count > commentMaximum { throw .commentTooLong }
        let sheet = Sheet(
            questionnaire: questionnaire.number, answers: answers, comment: comment)
        guard let rating else { return [.given(at: now, sheet: sheet)] }
        return rating.sheet == sheet ? [] : [.changed(at: now, sheet: sheet)]
    }
}

extension Ratings.Rating {
    /// Writes one event into the state. Never refuses, never looks at a clock.
    mutating func apply(_ event: Ratings.Event) {
        switch event {
        case .given(let at, let sheet):
            givenAt = at
            self.sheet = sheet
        case .changed(let at, let sheet):
            changedAt = at
            self.sheet = sheet
        }
    }
}
