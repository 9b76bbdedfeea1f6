// Who is asked what: a row a body, derived from the state; written anew it is the same.

import Engine
import Ledger
import WorkTime

extension Consultations {
    /// Whether a row waits or is silent the time tells: no round has to touch it.
    static let migrations = [
        Migration(
            id: "consultations-1",
            statements: [
                """
                CREATE TABLE consultationPart (
                    dossier TEXT NOT NULL,
                    number {{bigint}} NOT NULL,
                    place {{bigint}} NOT NULL,
                    unit TEXT NOT NULL,
                    office TEXT NOT NULL,
                    fromAt {{bigint}} NOT NULL,
                    due {{bigint}} NOT NULL,
                    silentFrom {{bigint}} NOT NULL,
                    isOpen {{bigint}} NOT NULL,
                    isReported {{bigint}} NOT NULL,
                    PRIMARY KEY (dossier, number, place))
                """,
                """
                CREATE INDEX consultationPartByUnit
                ON consultationPart (unit, due, dossier, number, place) WHERE isOpen = 1
                """,
                """
                CREATE INDEX consultationPartByOffice
                ON consultationPart (office, silentFrom, dossier, number, place)
                WHERE isOpen = 1
                """,
                """
                CREATE INDEX consultationPartBySilence
                ON consultationPart (silentFrom) WHERE isOpen = 1 AND isReported = 0
                """,
            ])
    ]

    /// - Parameter office: That received the dossier.
    static func write(
        _ consultation: Consultation, of dossier: String, in office: UnitID,
        _ transaction: any LedgerTransaction
    ) throws {
        for (index, part) in consultation.parts.enumerated() {
            try transaction.execute(
                """
                INSERT INTO consultationPart (dossier, number, place, unit, office, fromAt, due,
                    silentFrom, isOpen, isReported)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (dossier, number, place) DO UPDATE SET
                    fromAt = excluded.fromAt, due = excluded.due,
                    silentFrom = excluded.silentFrom, isOpen = excluded.isOpen,
                    isReported = excluded.isReported
                """,
                [
                    .text(dossier), SQLValue(consultation.number), SQLValue(index + 1),
                    .text(part.body.unit?.rawValue ?? ""), .text(office.rawValue),
                    SQLValue(part.turn.from.rawValue), SQLValue(part.turn.due.rawValue),
                    SQLValue(part.silentFrom.rawValue),
                    SQLValue(part.answer == nil && consultation.withdrawal == nil),
                    SQLValue(part.report != nil),
                ])
        }
    }
}
