// The tables of ratings, the offer to a citizen, and what officers see of one.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension Ratings {
    static let migrations = [
        Migration(
            id: "ratings-1",
            statements: [
                """
                CREATE TABLE rating (
                    dossier TEXT NOT NULL PRIMARY KEY,
                    office TEXT NOT NULL,
                    process TEXT NOT NULL,
                    day {{bigint}} NOT NULL,
                    questionnaire {{bigint}} NOT NULL)
                """,
                "CREATE INDEX ratingByOffice ON rating (office, day, process, dossier)",
                """
                CREATE TABLE ratingAnswer (
                    dossier TEXT NOT NULL,
                    question TEXT NOT NULL,
                    level TEXT NOT NULL,
                    PRIMARY KEY (dossier, question))
                """,
            ]),
        Migration(id: "ratings-2", statements: tallyStatements + enteredStatements),
    ]

    /// The rows of one rating, derived from its state: written anew they are the same.
    static func write(
        _ rating: Rating, of registration: Dossiers.Registration,
        in transaction: any LedgerTransaction
    ) throws {
        let code = SQLValue.text(registration.code)
        try transaction.execute("DELETE FROM ratingAnswer WHERE dossier = ?", [code])
        try transaction.execute(
            """
            INSERT INTO rating (dossier, office, process, day, questionnaire)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (dossier) DO UPDATE SET questionnaire = excluded.questionnaire
            """,
            [
                code, .text(registration.office.rawValue), .text(registration.process.rawValue),
                SQLValue(rating.givenAt.day.number), SQLValue(rating.sheet.questionnaire),
            ])
        for given in rating.sheet.answers {
            try transaction.execute(
                "INSERT INTO ratingAnswer (dossier, question, level) VALUES (?, ?, ?)",
                [code, .text(given.question), .text(given.level.rawValue)])
        }
    }
}

extension DeskReading {
    /// What a citizen who showed to be the applicant may do; `nil` while nothing was returned.
    func ratingOffer(
        of dossier: Dossiers.Dossier, proof: String, at now: LocalMinute
    ) throws -> Ratings.Offer? {
        guard dossier.status == .returned, let current = Ratings.questionnaire() else { return nil }
        let rating = try toldRating(dossier.registration.code)?.state
        let own = rating.flatMap { Ratings.questionnaire($0.sheet.questionnaire) }
        return Ratings.Offer(
            questionnaire: own ?? current, given: rating?.sheet.answers ?? [],
            givenAt: rating?.changedAt ?? rating?.givenAt, lastDay: rating?.lastDay,
            isOpen: rating.map { now.day <= $0.lastDay } ?? true, proof: proof)
    }

    /// For the page of a dossier that the viewer may see; `nil` when it was not rated.
    func shownRating(of code: String) throws -> Ratings.Shown? {
        guard let rating = try toldRating(code)?.state else { return nil }
        let words = Ratings.questionnaire(rating.sheet.questionnaire)?.questions ?? []
        var comment: String?
        if let mark = rating.sheet.comment,
            case .kept(let text, _) = try reader.personal(id: mark.id)
        {
            comment = text
        }
        return Ratings.Shown(
            givenAt: rating.givenAt, changedAt: rating.changedAt,
            lines: rating.sheet.answers.map { given in
                let question = words.first { $0.key == given.question }?.words
                return .init(
                    question: question ?? Bilingual(vi: given.question, en: given.question),
                    level: given.level)
            },
            comment: comment)
    }
}
