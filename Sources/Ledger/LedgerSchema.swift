// The tables of the ledger itself, as portable migrations.

/// Give these first in the list of the product's migrations.
public enum LedgerSchema {
    public static let migrations = [entries, besides]

    static let entries = Migration(
        id: "ledger/1-entries",
        statements: [
            // One row: the number of the newest entry. Locked first by every append, so that
            // several writers queue here and never wait for each other in a circle.
            """
            CREATE TABLE ledgerHead (
                id {{bigint}} PRIMARY KEY CHECK (id = 1),
                sequence {{bigint}} NOT NULL
            )
            """,
            "INSERT INTO ledgerHead (id, sequence) VALUES (1, 0)",
            """
            CREATE TABLE streamHead (
                stream TEXT NOT NULL PRIMARY KEY,
                version {{bigint}} NOT NULL,
                hash {{blob}} NOT NULL
            ) {{clustered}}
            """,
            """
            CREATE TABLE entry (
                sequence {{bigint}} PRIMARY KEY,
                stream TEXT NOT NULL,
                version {{bigint}} NOT NULL CHECK (version > 0),
                type TEXT NOT NULL,
                at {{bigint}} NOT NULL,
                actor TEXT NOT NULL,
                onBehalfOf TEXT,
                unit TEXT NOT NULL,
                payload {{blob}} NOT NULL,
                previousHash {{blob}} NOT NULL,
                hash {{blob}} NOT NULL,
                UNIQUE (stream, version)
            )
            """,
            """
            CREATE TABLE checkpoint (
                number {{bigint}} PRIMARY KEY,
                at {{bigint}} NOT NULL,
                sequence {{bigint}} NOT NULL,
                entryCount {{bigint}} NOT NULL,
                streamCount {{bigint}} NOT NULL,
                root {{blob}} NOT NULL,
                previousDigest {{blob}} NOT NULL,
                digest {{blob}} NOT NULL,
                signature {{blob}},
                signatureKey TEXT
            )
            """,
        ])

    static let besides = Migration(
        id: "ledger/2-besides",
        statements: [
            """
            CREATE TABLE personalValue (
                id TEXT NOT NULL PRIMARY KEY,
                stream TEXT NOT NULL,
                salt {{blob}},
                value {{blob}},
                erasedAt {{bigint}},
                erasureBasis TEXT,
                CHECK ((value IS NULL) = (erasedAt IS NOT NULL)),
                CHECK ((salt IS NULL) = (erasedAt IS NOT NULL))
            ) {{clustered}}
            """,
            "CREATE INDEX personalValueByStream ON personalValue (stream)",
            """
            CREATE TABLE commandKey (
                key TEXT NOT NULL PRIMARY KEY,
                actor TEXT NOT NULL,
                digest {{blob}} NOT NULL,
                stream TEXT NOT NULL,
                version {{bigint}} NOT NULL,
                answer {{blob}} NOT NULL,
                at {{bigint}} NOT NULL
            ) {{clustered}}
            """,
            """
            CREATE TABLE outboxMessage (
                position {{identity}},
                id TEXT NOT NULL UNIQUE,
                lane TEXT NOT NULL,
                kind TEXT NOT NULL,
                payload {{blob}} NOT NULL,
                dueAt {{bigint}} NOT NULL,
                state {{bigint}} NOT NULL,
                attempts {{bigint}} NOT NULL,
                claimedBy TEXT,
                claimedUntil {{bigint}},
                endedAt {{bigint}},
                failure TEXT
            )
            """,
            "CREATE INDEX outboxMessageOpen ON outboxMessage (lane, position) WHERE state = 0",
        ])
}
