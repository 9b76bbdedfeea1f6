// What makes the register begin with what a viewer may see, and the search with a word.

extension Dossiers {
    /// `isOpen` follows `dossier.endedDay`; `isGuest` says that the unit is of another office than
    /// the one that received the dossier. Words are those of code, applicant and telephone, kept
    /// under each office in which the dossier was; a title is the same for thousands of dossiers
    /// and leads to none.
    static let sightStatements = [
        "ALTER TABLE dossierUnit ADD COLUMN receivedAt {{bigint}} NOT NULL DEFAULT 0",
        "ALTER TABLE dossierUnit ADD COLUMN isOpen {{bigint}} NOT NULL DEFAULT 1",
        "ALTER TABLE dossierUnit ADD COLUMN isGuest {{bigint}} NOT NULL DEFAULT 0",
        """
        UPDATE dossierUnit SET
            receivedAt = coalesce((SELECT d.receivedAt FROM dossier d
                WHERE d.code = dossierUnit.dossier), 0),
            isOpen = coalesce((SELECT CASE WHEN d.endedDay IS NULL THEN 1 ELSE 0 END
                FROM dossier d WHERE d.code = dossierUnit.dossier), 0)
        """,
        "CREATE INDEX dossierUnitByReceipt ON dossierUnit (unit, receivedAt, dossier)",
        """
        CREATE INDEX dossierUnitOpen ON dossierUnit (unit, receivedAt, dossier)
        WHERE isOpen = 1
        """,
        """
        CREATE INDEX dossierUnitGuest ON dossierUnit (unit, receivedAt, dossier)
        WHERE isGuest = 1
        """,
        """
        CREATE TABLE dossierWord (
            office TEXT NOT NULL,
            word TEXT NOT NULL,
            dossier TEXT NOT NULL,
            PRIMARY KEY (office, word, dossier)) {{clustered}}
        """,
        // Texts of today begin with a space: those of earlier releases await their words.
        "CREATE INDEX dossierWithoutWords ON dossier (code) WHERE folded >= '!'",
    ]
}
