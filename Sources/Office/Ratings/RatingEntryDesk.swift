// Entered scores at the desk, and the rows that figures read.

import Engine
import Ledger
import WorkTime

extension Ratings {
    static func scoreStream(of office: UnitID) -> String { "\(scoreFeature)/\(office)" }

    static let enteredStatements = [
        """
        CREATE TABLE enteredScore (
            office TEXT NOT NULL,
            indicator {{bigint}} NOT NULL,
            fromDay {{bigint}} NOT NULL,
            throughDay {{bigint}} NOT NULL,
            points {{bigint}} NOT NULL,
            grounds TEXT NOT NULL,
            person TEXT NOT NULL,
            enteredAt {{bigint}} NOT NULL,
            PRIMARY KEY (office, indicator, fromDay, throughDay)) {{clustered}}
        """
    ]

    /// The rows of an office, derived from its state: written anew they are the same.
    static func write(
        _ book: ScoreBook, of office: UnitID, in transaction: any LedgerTransaction
    ) throws {
        for score in book.scores {
            try transaction.execute(
                """
                INSERT INTO enteredScore (office, indicator, fromDay, throughDay, points, grounds,
                    person, enteredAt)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (office, indicator, fromDay, throughDay) DO UPDATE SET
                    points = excluded.points, grounds = excluded.grounds,
                    person = excluded.person, enteredAt = excluded.enteredAt
                """,
                [
                    .text(office.rawValue), SQLValue(score.indicator.rawValue),
                    SQLValue(score.from.number), SQLValue(score.through.number),
                    SQLValue(score.points), .text(score.grounds), .text(score.by.rawValue),
                    SQLValue(score.at.rawValue),
                ])
        }
    }
}

extension DeskReading {
    func toldScores(of office: UnitID) throws -> Told<Ratings.ScoreBook>? {
        try told(Ratings.ScoreBook.self, by: Ratings.scoreStream(of: office))
    }
}

extension DeskWork {
    func enter(_ entry: Ratings.ScoreEntry) throws -> DeskAnswer {
        let person = order.actor?.person
        let organisation = try reading.organisation()
        let isOffice = organisation.units[entry.office]?.kind == .committee
        let leads = person.map {
            isOffice && organisation.has(.lead, person: $0, over: entry.office, on: today)
        }
        let stream = Ratings.scoreStream(of: entry.office)
        let told = try reading.toldScores(of: entry.office)
        var book = told?.state ?? Ratings.ScoreBook()
        let events = try Ratings.decide(
            entry, on: book, by: person, leads: leads ?? false, at: now)
        for event in events { book.apply(event) }
        let head = try write(
            events, feature: Ratings.scoreFeature, stream: stream, after: told?.head)
        try keep(book, after: told?.head.version ?? 0, head: head)
        try Ratings.write(book, of: entry.office, in: transaction)
        return DeskAnswer(head)
    }
}
