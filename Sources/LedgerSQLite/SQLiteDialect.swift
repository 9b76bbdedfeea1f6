// SQLite's words for the tokens of portable migrations.

import Ledger

extension SQLDialect {
    public static let sqlite = SQLDialect(words: [
        "blob": "BLOB",
        "bigint": "INTEGER",
        "real": "REAL",
        "identity": "INTEGER PRIMARY KEY AUTOINCREMENT",
        "clustered": "WITHOUT ROWID",
    ])
}
