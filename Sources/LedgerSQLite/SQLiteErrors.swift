// Turns SQLite's result codes into the errors every store shares.

import GRDB
import Ledger

extension LedgerStoreError {
    /// The statement's text is kept, its arguments never: they may be personal.
    init(_ error: DatabaseError, path: String = "") {
        let detail = error.message ?? error.resultCode.description
        switch error.resultCode {
        case .SQLITE_FULL: self = .diskFull
        case .SQLITE_READONLY: self = .readOnly
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .lockedByAnotherProcess
        case .SQLITE_NOTADB: self = .notADatabase(path: path)
        case .SQLITE_CORRUPT, .SQLITE_IOERR: self = .corrupt(detail: detail)
        case .SQLITE_CANTOPEN: self = .cannotOpen(path: path, detail: detail)
        case .SQLITE_CONSTRAINT:
            self = .constraint(Self.kind(error.extendedResultCode), detail: detail)
        default: self = .failed(detail: detail, sql: error.sql ?? "")
        }
    }

    /// The common error for whatever a call into the database threw.
    static func from(_ error: any Error, path: String = "") -> any Error {
        (error as? DatabaseError).map { LedgerStoreError($0, path: path) } ?? error
    }

    /// True when nothing of the whole commit can be trusted, not just the one command.
    var endsTransaction: Bool {
        switch self {
        case .diskFull, .readOnly, .corrupt, .lockedByAnotherProcess, .notADatabase,
            .cannotOpen, .closed:
            true
        default: false
        }
    }

    private static func kind(_ code: ResultCode) -> ConstraintKind {
        switch code {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY,
            .SQLITE_CONSTRAINT_ROWID:
            .unique
        case .SQLITE_CONSTRAINT_FOREIGNKEY: .foreignKey
        case .SQLITE_CONSTRAINT_NOTNULL: .notNull
        case .SQLITE_CONSTRAINT_CHECK: .check
        default: .other
        }
    }
}
