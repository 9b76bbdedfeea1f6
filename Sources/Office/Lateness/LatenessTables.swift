// The read tables of lateness: what the report adds up of dossiers that have ended late. Rows are
// derived from the entries and the approved downtimes: written anew they are the same.

import Ledger

extension Lateness {
    static let migrations = [
        Migration(
            id: "lateness-1",
            statements: [
                """
                CREATE TABLE lateness (
                    dossier TEXT NOT NULL PRIMARY KEY,
                    office TEXT NOT NULL,
                    receivedAt {{bigint}} NOT NULL,
                    endedDay {{bigint}} NOT NULL,
                    minutes {{bigint}} NOT NULL)
                """,
                "CREATE INDEX latenessByOffice ON lateness (office, endedDay, dossier)",
                "CREATE INDEX latenessByEnd ON lateness (endedDay, dossier)",
                """
                CREATE TABLE latenessPart (
                    dossier TEXT NOT NULL,
                    cause TEXT NOT NULL,
                    unit TEXT NOT NULL,
                    office TEXT NOT NULL,
                    endedDay {{bigint}} NOT NULL,
                    minutes {{bigint}} NOT NULL,
                    PRIMARY KEY (dossier, cause, unit))
                """,
                """
                CREATE INDEX latenessPartByOffice
                    ON latenessPart (office, endedDay, cause, unit)
                """,
                // Those of earlier releases, until they are split.
                "CREATE TABLE latenessAwaited (dossier TEXT NOT NULL PRIMARY KEY)",
                """
                INSERT INTO latenessAwaited (dossier)
                SELECT code FROM dossier WHERE class = 'late'
                """,
            ])
    ]

    static let tables = ["lateness", "latenessPart"]
    /// Dossiers split at once.
    static let chunk = 100
}
