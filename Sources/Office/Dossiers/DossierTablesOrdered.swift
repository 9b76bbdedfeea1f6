// Tables whose rows are found by their key lie in its order: one tree less to write for every row
// that comes or goes, and the key is stored once. PostgreSQL keeps its own order.

import Ledger

extension Dossiers {
    static let orderedStatements =
        anew("workItem", workItemColumns)
        + [
            """
            CREATE INDEX workItemByTimer ON workItem (nextTimer, dossier)
            WHERE nextTimer IS NOT NULL
            """,
            "CREATE INDEX workItemByPerson ON workItem (person, list, sortDue, dossier, item)",
            "CREATE INDEX workItemByUnit ON workItem (unit, list, sortDue, dossier, item)",
        ] + anew("workDone", workDoneColumns)
        + ["CREATE INDEX workDoneByPerson ON workDone (person, endedAt, dossier, item)"]
        + anew(
            "dossierUnit", "unit TEXT NOT NULL, dossier TEXT NOT NULL, PRIMARY KEY (unit, dossier)")
        + ["CREATE INDEX dossierUnitByDossier ON dossierUnit (dossier)"]

    /// The same rows in a new table of the same name.
    private static func anew(_ table: String, _ columns: String) -> [String] {
        [
            "ALTER TABLE \(table) RENAME TO \(table)Before",
            "CREATE TABLE \(table) (\(columns)) {{clustered}}",
            "INSERT INTO \(table) SELECT * FROM \(table)Before",
            "DROP TABLE \(table)Before",
        ]
    }

    private static let workItemColumns = """
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
        PRIMARY KEY (dossier, item)
        """

    private static let workDoneColumns = """
        dossier TEXT NOT NULL,
        item {{bigint}} NOT NULL,
        person TEXT NOT NULL,
        endedAt {{bigint}} NOT NULL,
        step TEXT NOT NULL,
        result TEXT,
        PRIMARY KEY (dossier, item)
        """
}
