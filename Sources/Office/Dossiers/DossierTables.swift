// The read tables of dossiers: what lists, searches and reports read. Each row is derived from the
// state in the same transaction; deleting them all and replaying gives the same rows.

import Ledger

extension Dossiers {
    /// Names of tables are the nouns; times are minutes of the office's zone, days day numbers.
    static let migrations = [
        Migration(
            id: "dossiers-1",
            statements: [
                """
                CREATE TABLE dossier (
                    code TEXT NOT NULL PRIMARY KEY,
                    office TEXT NOT NULL,
                    process TEXT NOT NULL,
                    issue {{bigint}} NOT NULL,
                    title TEXT NOT NULL,
                    field TEXT NOT NULL,
                    channel TEXT NOT NULL,
                    status TEXT NOT NULL,
                    receivedAt {{bigint}} NOT NULL,
                    receivedDay {{bigint}} NOT NULL,
                    due {{bigint}},
                    paused {{bigint}} NOT NULL,
                    endedAt {{bigint}},
                    endedDay {{bigint}},
                    class TEXT,
                    indexMinutes {{bigint}},
                    focalPoint TEXT NOT NULL,
                    holder TEXT NOT NULL,
                    step TEXT NOT NULL,
                    applicant TEXT NOT NULL,
                    folded TEXT NOT NULL)
                """,
                "CREATE INDEX dossierByReceipt ON dossier (receivedAt, code)",
                "CREATE INDEX dossierByEnd ON dossier (office, endedDay, code)",
                """
                CREATE INDEX dossierOpen ON dossier (office, due, code)
                WHERE endedDay IS NULL
                """,
                """
                CREATE TABLE dossierUnit (
                    unit TEXT NOT NULL,
                    dossier TEXT NOT NULL,
                    PRIMARY KEY (unit, dossier))
                """,
                "CREATE INDEX dossierUnitByDossier ON dossierUnit (dossier)",
                """
                CREATE TABLE dossierNumber (
                    office TEXT NOT NULL,
                    day {{bigint}} NOT NULL,
                    last {{bigint}} NOT NULL,
                    PRIMARY KEY (office, day))
                """,
            ]),
        Migration(id: "work-1", statements: workStatements),
        Migration(id: "dossier-counts-1", statements: countStatements),
        Migration(id: "work-2", statements: orderedStatements),
        Migration(id: "dossier-sight-1", statements: sightStatements),
        Migration(id: "dossier-calendar-1", statements: calendarStatements),
        Migration(
            id: "dossier-late-1",
            statements: ["ALTER TABLE dossier ADD COLUMN enteredAt {{bigint}}"]),
        Migration(id: "dossier-paper-1", statements: paperStatements),
    ]

    /// Open work of all dossiers. `list` says on which list of the holder it stands.
    private static let workStatements = [
        """
        CREATE TABLE workItem (
            dossier TEXT NOT NULL,
            item {{bigint}} NOT NULL,
            person TEXT NOT NULL,
            unit TEXT NOT NULL,
            list TEXT NOT NULL,
            sortDue {{bigint}} NOT NULL,
            holder TEXT NOT NULL,
            sender TEXT NOT NULL,
            node TEXT NOT NULL,
            step TEXT NOT NULL,
            due {{bigint}},
            since {{bigint}} NOT NULL,
            needsTaking {{bigint}} NOT NULL,
            nextTimer {{bigint}},
            PRIMARY KEY (dossier, item))
        """,
        """
        CREATE INDEX workItemByTimer ON workItem (nextTimer, dossier)
        WHERE nextTimer IS NOT NULL
        """,
        "CREATE INDEX workItemByPerson ON workItem (person, list, sortDue, dossier, item)",
        "CREATE INDEX workItemByUnit ON workItem (unit, list, sortDue, dossier, item)",
        """
        CREATE TABLE cooperation (
            person TEXT NOT NULL,
            dossier TEXT NOT NULL,
            item {{bigint}} NOT NULL,
            PRIMARY KEY (person, dossier, item))
        """,
        "CREATE INDEX cooperationByDossier ON cooperation (dossier)",
        """
        CREATE TABLE workDone (
            dossier TEXT NOT NULL,
            item {{bigint}} NOT NULL,
            person TEXT NOT NULL,
            endedAt {{bigint}} NOT NULL,
            step TEXT NOT NULL,
            result TEXT,
            PRIMARY KEY (dossier, item))
        """,
        "CREATE INDEX workDoneByPerson ON workDone (person, endedAt, dossier, item)",
    ]

    /// Which issue of the calendar a dossier is reckoned with; those that still have to take a
    /// newer one are found at once.
    private static let calendarStatements = [
        "ALTER TABLE dossier ADD COLUMN calendar {{bigint}} NOT NULL DEFAULT 0",
        "CREATE INDEX dossierByCalendar ON dossier (calendar, code) WHERE endedDay IS NULL",
    ]

    /// What reports add up: one row an office, process, channel and day.
    private static let countStatements = [
        """
        CREATE TABLE dossierCount (
            office TEXT NOT NULL,
            day {{bigint}} NOT NULL,
            process TEXT NOT NULL,
            channel TEXT NOT NULL,
            received {{bigint}} NOT NULL DEFAULT 0,
            early {{bigint}} NOT NULL DEFAULT 0,
            onTime {{bigint}} NOT NULL DEFAULT 0,
            late {{bigint}} NOT NULL DEFAULT 0,
            unclassed {{bigint}} NOT NULL DEFAULT 0,
            PRIMARY KEY (office, day, process, channel))
        """
    ]
}
