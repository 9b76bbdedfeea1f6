// Turns PostgreSQL's states of error into the errors every store shares.

import CPostgres
import Ledger

/// A statement that the server refused, or a line that broke.
struct PostgresFailure: Error {
    /// Five characters (PostgreSQL manual, appendix A); empty when the line broke.
    let state: String
    let message: String
    let sql: String

    init(result: OpaquePointer?, sql: String) {
        func field(_ code: Int32) -> String {
            PQresultErrorField(result, code).map { String(cString: $0) } ?? ""
        }
        // PG_DIAG_SQLSTATE and PG_DIAG_MESSAGE_PRIMARY: characters, which C gives as numbers.
        // The detail is left out: it quotes values, which may be personal.
        state = field(Int32(UInt8(ascii: "C")))
        message = field(Int32(UInt8(ascii: "M")))
        self.sql = sql
    }

    init(lost connection: OpaquePointer?) {
        state = ""
        message =
            PQerrorMessage(connection).map { String(cString: $0) }?
            .split(whereSeparator: \.isNewline).first.map(String.init) ?? "the line broke"
        sql = ""
    }

    /// The connection is gone, or the server is going.
    var isLine: Bool {
        state.isEmpty || state.hasPrefix("08") || ["57P01", "57P02", "57P03"].contains(state)
    }

    /// The same work may succeed when it is run again: two nodes were in each other's way, or a
    /// release changed a table behind a statement that was prepared.
    var isRetryable: Bool { ["40001", "40P01"].contains(state) || isOutdated }

    /// What was prepared was prepared for a table that changed since: `0A000`, “cached plan must
    /// not change result type”. Other things that are not supported fail again in the same way.
    var isOutdated: Bool { state == "0A000" }

    /// The common error. The statement's text is kept, its arguments never.
    var common: LedgerStoreError {
        if isLine { return .unreachable(detail: message) }
        return switch state {
        case "23505": .constraint(.unique, detail: message)
        case "23503": .constraint(.foreignKey, detail: message)
        case "23502": .constraint(.notNull, detail: message)
        case "23514": .constraint(.check, detail: message)
        case _ where state.hasPrefix("23"): .constraint(.other, detail: message)
        case "53100": .diskFull
        case "25006": .readOnly
        case "55P03", "57014": .lockedByAnotherProcess
        case "XX001", "XX002", "58030": .corrupt(detail: message)
        default: .failed(detail: message, sql: sql)
        }
    }

    static func common(_ error: any Error) -> any Error {
        (error as? PostgresFailure)?.common ?? error
    }
}
