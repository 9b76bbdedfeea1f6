// The ledger in a PostgreSQL database: the store of an office with several nodes.

import Ledger

/// Keeps the ledger in a database that other nodes may use too. One line writes, committing in
/// groups; others read beside it. Nodes share nothing but the database.
public final class PostgresLedgerStore: LedgerStore {
    private let readers: PostgresReaders
    private let queue: WriteQueue<PostgresLine>
    private let writer: PostgresLine

    /// Connects, and throws when the server cannot be reached or would not promise durability.
    /// - Parameters:
    ///   - url: `postgres://…`; `sslmode=verify-full` asks for a server that proves itself.
    ///   - readerCount: lines that read at the same time.
    ///   - patienceSeconds: how long a command waits for other nodes, roughly.
    public init(
        url: String, readerCount: Int = 4, queueMaximum: Int = 4096, batchMaximum: Int = 512,
        patienceSeconds: Int = 5
    ) async throws {
        let writer = PostgresLine(url, name: "writer", patienceSeconds: patienceSeconds)
        _ = try await writer.run { line in
            _ = try line.open()
            return true
        }
        self.writer = writer
        readers = PostgresReaders(
            (1...max(1, readerCount)).map {
                PostgresLine(
                    url, name: "reader\($0)", patienceSeconds: patienceSeconds, mayPause: true)
            })
        queue = WriteQueue(
            commandMaximum: queueMaximum, batchMaximum: batchMaximum,
            start: { writer.async($0) },
            commit: { line, groups in PostgresCommit(line: line, groups: groups).run() })
    }

    /// The address as messages may show it: without its password.
    public static func shown(_ url: String) -> String { PostgresConnection.shown(url) }

    public func writeBatch<T: Sendable>(
        _ work: [@Sendable (any LedgerTransaction) throws -> T]
    ) async throws -> [Result<T, any Error>] {
        try await queue.perform(work)
    }

    public func read<T: Sendable>(
        _ work: @escaping @Sendable (any LedgerReader) throws -> T
    ) async throws -> T {
        if queue.isClosed { throw LedgerStoreError.closed }
        return try await readers.read(work)
    }

    public func migrate(_ migrations: [Migration]) async throws {
        try await migrate(migrations, dialect: .postgres)
    }

    public func close() async {
        await queue.close()
        await readers.close()
        _ = try? await writer.run { $0.drop() }
    }
}
