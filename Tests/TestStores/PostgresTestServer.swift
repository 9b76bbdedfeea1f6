// Databases for tests on the PostgreSQL server that ROVIEC_TEST_POSTGRES names.

import CPostgres
import Foundation
import Synchronization

/// Lends empty databases. One that comes back is emptied and lent again: that is much cheaper than
/// making a new one.
public final class PostgresTestServer: Sendable {
    /// Nil where no server is named: then what needs one is left out.
    public static let named = ProcessInfo.processInfo.environment["ROVIEC_TEST_POSTGRES"]
        .flatMap { $0.isEmpty ? nil : PostgresTestServer($0) }

    /// File with the certificate that proves the server.
    public static let certificate =
        ProcessInfo.processInfo.environment["ROVIEC_TEST_POSTGRES_CERTIFICATE"] ?? ""

    /// Address of the server, ending in the name of a database for maintenance.
    public let url: String
    private struct Lending {
        var idle: [String] = []
        var lent = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let lending = Mutex(Lending())
    /// Tests all begin at once; more databases than this would only wait for one another.
    private static let lentMaximum = 16

    init(_ url: String) {
        self.url = url
    }

    /// The address of an empty database of the caller's own, when there is one to be had.
    public func lend() async throws -> String {
        await withCheckedContinuation { continuation in
            let isFree = lending.withLock { lending in
                if lending.lent < Self.lentMaximum {
                    lending.lent += 1
                    return true
                }
                lending.waiting.append(continuation)
                return false
            }
            if isFree { continuation.resume() }
        }
        if let known = lending.withLock({ $0.idle.popLast() }) { return known }
        let name = "test_\(UUID().uuidString.lowercased().replacing("-", with: ""))"
        do {
            try Self.run(
                url, "CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'")
        } catch {
            passOn()
            throw error
        }
        return String(url[...(url.lastIndex(of: "/") ?? url.startIndex)]) + name
    }

    /// Empties the database for the next test; nobody may be connected to it.
    public func giveBack(_ database: String) throws {
        defer { passOn() }
        try Self.run(database, "DROP SCHEMA public CASCADE")
        try Self.run(database, "CREATE SCHEMA public")
        lending.withLock { $0.idle.append(database) }
    }

    private func passOn() {
        let next: CheckedContinuation<Void, Never>? = lending.withLock { lending in
            if lending.waiting.isEmpty {
                lending.lent -= 1
                return nil
            }
            return lending.waiting.removeFirst()
        }
        next?.resume()
    }

    /// Runs one statement outside any transaction.
    public static func run(_ database: String, _ sql: String) throws {
        let connection = PQconnectdb(database)
        PQsetNoticeProcessor(connection, { _, _ in }, nil)
        defer { PQfinish(connection) }
        let result = PQexec(connection, sql)
        defer { PQclear(result) }
        let status = PQresultStatus(result)
        guard status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK else {
            throw PostgresTestFailure(message: String(cString: PQerrorMessage(connection)))
        }
    }
}

struct PostgresTestFailure: Error {
    let message: String
}
