// The read tables of processes.

import Ledger

extension Processes {
    static let migrations = [
        Migration(
            id: "processes-1",
            statements: [
                """
                CREATE TABLE processIssue (
                    code TEXT NOT NULL,
                    issue {{bigint}} NOT NULL,
                    status TEXT NOT NULL,
                    effective {{bigint}},
                    through {{bigint}},
                    title TEXT NOT NULL,
                    folded TEXT NOT NULL,
                    kind TEXT NOT NULL,
                    field TEXT NOT NULL,
                    ownerUnit TEXT NOT NULL,
                    term TEXT NOT NULL,
                    steps {{bigint}} NOT NULL,
                    gaps {{bigint}} NOT NULL,
                    content {{blob}} NOT NULL,
                    PRIMARY KEY (code, issue))
                """,
                "CREATE INDEX processIssueByKind ON processIssue (kind, status, code)",
            ]),
        Migration(
            id: "processes-2",
            statements: [
                """
                CREATE TABLE processGap (
                    code TEXT NOT NULL,
                    issue {{bigint}} NOT NULL,
                    number {{bigint}} NOT NULL,
                    rule TEXT NOT NULL,
                    node TEXT,
                    reason TEXT NOT NULL,
                    answerer TEXT NOT NULL,
                    mendBy {{bigint}} NOT NULL,
                    PRIMARY KEY (code, issue, number))
                """,
                "CREATE INDEX processGapByDay ON processGap (mendBy, code, issue, number)",
            ]),
    ]
}
