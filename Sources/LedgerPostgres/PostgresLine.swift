// A connection with a thread of its own, opened again when it broke.

import Dispatch
import Foundation
import Ledger

/// Blocking calls of libpq run on the line's queue; nobody else ever waits for the network.
/// `@unchecked`: the connection is touched on the queue alone.
final class PostgresLine: @unchecked Sendable {
    private let url: String
    private let patienceSeconds: Int
    private let mayPause: Bool
    private let queue: DispatchQueue
    private var connection: PostgresConnection?
    private var hasOpened = false

    /// - Parameter mayPause: for snapshots; what is written must go on or end.
    init(_ url: String, name: String, patienceSeconds: Int, mayPause: Bool = false) {
        self.url = url
        self.patienceSeconds = patienceSeconds
        self.mayPause = mayPause
        queue = DispatchQueue(label: "roviec.postgres.\(name)")
    }

    /// Queues work; it runs after what was queued before.
    func async(_ work: @escaping @Sendable (PostgresLine) -> Void) {
        queue.async { work(self) }
    }

    /// Runs work on the line's thread and gives back what it gives.
    func run<T: Sendable>(
        _ work: @escaping @Sendable (PostgresLine) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(with: Result { try work(self) })
            }
        }
    }

    /// The connection, opened anew when it broke: a server that restarts is given a few seconds.
    /// Only on the line's thread.
    func open() throws(LedgerStoreError) -> PostgresConnection {
        if let connection, !connection.isBroken { return connection }
        drop()
        if !hasOpened { return try connect() }
        for _ in 1..<patienceSeconds * 5 {
            if let opened = try? connect() { return opened }
            usleep(200_000)
        }
        do {
            return try connect()
        } catch .cannotOpen(_, let detail) {
            throw .unreachable(detail: detail)
        } catch {
            throw error
        }
    }

    private func connect() throws(LedgerStoreError) -> PostgresConnection {
        let opened = try PostgresConnection(
            url, patienceSeconds: patienceSeconds, mayPause: mayPause)
        connection = opened
        hasOpened = true
        return opened
    }

    /// Lets go of the connection. Only on the line's thread.
    func drop() {
        connection?.finish()
        connection = nil
    }
}
