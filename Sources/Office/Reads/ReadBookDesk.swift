// What the book of looks is read from: with each look the reader's unit of that day, whether it
// lies outside the reader's own work, and one count a reader and day.

import Engine
import Ledger
import WorkTime

extension Reads {
    /// Rows of earlier releases have no unit and stand on the page of their dossier alone.
    static let bookStatements = [
        "ALTER TABLE personalRead ADD COLUMN unit TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE personalRead ADD COLUMN outside {{bigint}} NOT NULL DEFAULT 0",
        "ALTER TABLE personalRead ADD COLUMN kind TEXT NOT NULL DEFAULT 'dossier'",
        "CREATE INDEX personalReadByPerson ON personalRead (person, day, last)",
        """
        CREATE TABLE readDay (
            unit TEXT NOT NULL,
            day {{bigint}} NOT NULL,
            person TEXT NOT NULL,
            subjects {{bigint}} NOT NULL,
            outside {{bigint}} NOT NULL,
            PRIMARY KEY (unit, day, person)) {{clustered}}
        """,
        "CREATE INDEX readDayByDay ON readDay (day, person)",
    ]

    static func write(
        _ look: Look, at now: LocalMinute, _ reading: DeskReading,
        in transaction: any LedgerTransaction
    ) throws {
        let key: [SQLValue] = [
            .text(look.subject), SQLValue(now.day.number), .text(look.person.rawValue),
        ]
        let isFirst =
            try transaction.row(
                """
                SELECT 1 AS found FROM personalRead WHERE subject = ? AND day = ? AND person = ?
                LIMIT 1
                """, key) == nil
        let organisation = try reading.organisation()
        let unit = organisation.positions(of: look.person, on: now.day).first?.unit
        let place = try reading.place(of: look, organisation, on: now.day)
        try transaction.execute(
            """
            INSERT INTO personalRead (subject, day, person, paper, first, last, times, unit,
                outside, kind)
            VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?, ?)
            ON CONFLICT (subject, day, person, paper)
            DO UPDATE SET last = excluded.last, times = personalRead.times + 1
            """,
            key + [
                .text(look.paper.rawValue), SQLValue(now.rawValue), SQLValue(now.rawValue),
                .text(unit?.rawValue ?? ""), SQLValue(place.isOutside),
                .text(place.kind.rawValue),
            ])
        if !isFirst { return }
        try transaction.execute(
            """
            INSERT INTO readDay (unit, day, person, subjects, outside) VALUES (?, ?, ?, 1, ?)
            ON CONFLICT (unit, day, person) DO UPDATE SET subjects = readDay.subjects + 1,
                outside = readDay.outside + excluded.outside
            """,
            [
                .text(unit?.rawValue ?? ""), SQLValue(now.day.number),
                .text(look.person.rawValue), SQLValue(place.isOutside),
            ])
    }
}

extension DeskReading {
    /// What was looked at, and whether neither the reader nor anybody for whom the reader acts had
    /// a part in it. What is no dossier is read by those in charge of it alone.
    func place(
        of look: Reads.Look, _ organisation: People.Organisation, on day: DayNumber
    ) throws -> (kind: Reads.SubjectKind, isOutside: Bool) {
        let people = [look.person] + organisation.absentees(of: look.person, on: day)
        let (code, named) = (SQLValue.text(look.subject), people.map { SQLValue($0.rawValue) })
        let marks = people.map { _ in "?" }.joined(separator: ", ")
        let row = try reader.row(
            """
            SELECT CASE WHEN d.focalPoint IN (\(marks)) OR d.holder IN (\(marks))
                OR EXISTS (SELECT 1 FROM workItem i WHERE i.dossier = d.code
                    AND (i.person IN (\(marks)) OR i.holder IN (\(marks))))
                OR EXISTS (SELECT 1 FROM workDone n WHERE n.dossier = d.code
                    AND n.person IN (\(marks)))
                OR EXISTS (SELECT 1 FROM cooperation c WHERE c.dossier = d.code
                    AND c.person IN (\(marks)))
                THEN 0 ELSE 1 END AS outside
            FROM dossier d WHERE d.code = ?
            """, named + named + named + named + named + named + [code])
        guard let row else {
            if look.subject.hasPrefix(Filings.prefix) { return (.filing, false) }
            return (look.subject.hasPrefix(Privacy.prefix) ? .claim : .petition, false)
        }
        // Who is asked for an opinion reads the question as part of the own work.
        if look.paper == .consultation {
            let units = organisation.unitsAnswered(by: look.person, on: day)
            let isAsked = try isConsulted(
                units, on: look.subject, at: LocalMinute(startOf: day + 1))
            if isAsked { return (.dossier, false) }
        }
        return (.dossier, try row.int("outside") == 1)
    }
}
