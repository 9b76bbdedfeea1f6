// One connection in pipeline mode: statements are sent together and answered together.

import CPostgres
import Foundation
import Ledger

/// Belongs to one thread at a time. Statements that were submitted are answered by `settle`, in
/// order; the first that fails makes the server skip the rest up to there.
final class PostgresConnection {
    private let connection: OpaquePointer
    /// Names of preparations by text and kinds of arguments.
    private var prepared: [String: String] = [:]
    private var preparationCount = 0
    /// What was submitted and is not answered.
    private var pending: [Submitted] = []
    private var isFinished = false

    private enum Submitted {
        case statement(String)
        case preparation(String, key: String)
    }

    /// More at once could fill both buffers, and then both sides would wait for each other.
    private static let pendingMaximum = 256

    /// - Parameter url: `postgres://user:password@host:port/name?sslmode=verify-full`, or the
    ///   words of a libpq connection string. What it leaves open, the environment decides.
    init(
        _ url: String, patienceSeconds: Int, mayPause: Bool
    ) throws(LedgerStoreError) {
        guard let opened = Self.connect(url) else {
            throw .cannotOpen(path: Self.shown(url), detail: "out of memory")
        }
        connection = opened
        guard PQstatus(opened) == CONNECTION_OK else {
            let failure = PostgresFailure(lost: opened)
            finish()
            throw .cannotOpen(path: Self.shown(url), detail: failure.message)
        }
        PQsetNoticeProcessor(opened, { _, _ in }, nil)
        PQenterPipelineMode(opened)
        do {
            try prepareSession(patienceSeconds: patienceSeconds, mayPause: mayPause)
        } catch {
            finish()
            throw (PostgresFailure.common(error) as? LedgerStoreError)
                ?? .cannotOpen(path: Self.shown(url), detail: "\(error)")
        }
    }

    func finish() {
        if isFinished { return }
        isFinished = true
        PQfinish(connection)
    }

    deinit {
        if !isFinished { PQfinish(connection) }
    }

    var isBroken: Bool { isFinished || PQstatus(connection) != CONNECTION_OK }

    /// What the driver asks for where the address is silent: patience when connecting, and a probe
    /// that finds dead lines.
    private static let defaults = [
        ("connect_timeout", "5"), ("keepalives_idle", "10"), ("keepalives_interval", "5"),
        ("keepalives_count", "3"), ("tcp_user_timeout", "20000"), ("application_name", "roviec"),
    ]

    /// Later words win; the address is the last, so it may say otherwise.
    private static func connect(_ url: String) -> OpaquePointer? {
        let words = defaults + [("dbname", url)]
        let keys = words.map { strdup($0.0) }
        let values = words.map { strdup($0.1) }
        defer { for pointer in keys + values { free(pointer) } }
        var keyList = keys.map { UnsafePointer($0) } + [nil]
        var valueList = values.map { UnsafePointer($0) } + [nil]
        return PQconnectdbParams(&keyList, &valueList, 1)
    }

    /// The address without its password.
    static func shown(_ url: String) -> String {
        guard let at = url.lastIndex(of: "@"), let scheme = url.firstRange(of: "://"),
            scheme.upperBound < at,
            let colon = url[scheme.upperBound..<at].firstIndex(of: ":")
        else { return url.contains("password=") ? "PostgreSQL" : url }
        return String(url[..<colon]) + String(url[at...])
    }
}

extension PostgresConnection {
    /// Runs a statement and everything submitted before it.
    func run(_ sql: String, _ arguments: [SQLValue] = []) throws -> PostgresResult {
        try submit(sql, arguments)
        return try settle()
    }

    /// Sends a statement without waiting for its answer.
    func submit(_ sql: String, _ arguments: [SQLValue] = []) throws {
        if pending.count >= Self.pendingMaximum { _ = try settle() }
        let parameters = PostgresParameters(arguments)
        let key = sql + parameters.signature
        let name = try prepared[key] ?? prepare(sql, key, parameters)
        let sent = parameters.withPointers { values in
            PQsendQueryPrepared(
                connection, name, parameters.count, values, parameters.lengths,
                parameters.formats, 1)
        }
        guard sent == 1 else { throw PostgresFailure(lost: connection) }
        pending.append(.statement(sql))
    }

    private func prepare(
        _ sql: String, _ key: String, _ parameters: PostgresParameters
    ) throws -> String {
        let numbered = PostgresText.numbered(sql)
        // The server would take more values than there are places for.
        if numbered.count != Int(parameters.count) {
            throw LedgerStoreError.failed(
                detail:
                    "wrong number of statement arguments: \(parameters.count) of \(numbered.count)",
                sql: sql)
        }
        preparationCount += 1
        let name = "s\(preparationCount)"
        let sent = PQsendPrepare(
            connection, name, numbered.sql, parameters.count, parameters.types)
        guard sent == 1 else { throw PostgresFailure(lost: connection) }
        prepared[key] = name
        pending.append(.preparation(sql, key: key))
        return name
    }

    /// Waits for all answers and returns the last; throws the first failure.
    func settle() throws -> PostgresResult {
        if pending.isEmpty { return .nothing }
        let submitted = pending
        pending = []
        guard PQpipelineSync(connection) == 1 else { throw PostgresFailure(lost: connection) }
        var last = PostgresResult.nothing
        var failure: (any Error)?
        for next in submitted {
            let result = PQgetResult(connection)
            defer { PQclear(result) }
            do {
                let answer = try answer(result, to: next)
                if case .statement = next { last = answer }
            } catch let error {
                if failure == nil { failure = error }
                // A preparation that failed or was skipped is not there.
                if case .preparation(_, let key) = next { prepared[key] = nil }
                if (error as? PostgresFailure)?.isOutdated == true { prepared = [:] }
                if isBroken { throw PostgresFailure(lost: connection) }
            }
            // Behind the answer of each statement stands an empty one.
            if let more = PQgetResult(connection) { PQclear(more) }
        }
        let end = PQgetResult(connection)
        defer { PQclear(end) }
        guard PQresultStatus(end) == PGRES_PIPELINE_SYNC else {
            throw PostgresFailure(lost: connection)
        }
        if let failure { throw failure }
        return last
    }

    private func answer(
        _ result: OpaquePointer?, to submitted: Submitted
    ) throws -> PostgresResult {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return try PostgresResult(result)
        case PGRES_PIPELINE_ABORTED: throw Skipped()
        default:
            if isBroken { throw PostgresFailure(lost: connection) }
            switch submitted {
            case .statement(let sql), .preparation(let sql, _):
                throw PostgresFailure(result: result, sql: sql)
            }
        }
    }

    /// The server skipped it behind a failure; so it is never the first.
    private struct Skipped: Error {}
}
