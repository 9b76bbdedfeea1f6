// The ledger in one SQLite file: the store of an office on one machine.

import GRDB
import Ledger

/// Keeps the ledger in a file with a write-ahead log beside it. One writer commits in groups;
/// readers run beside it on connections of their own.
public final class SQLiteLedgerStore: LedgerStore {
    private let pool: DatabasePool
    private let queue: WriteQueue<Database>

    /// Opens or creates the file at `path`; its folder must exist.
    /// - Parameters:
    ///   - queueMaximum: commands that may wait before callers are told `overloaded`.
    ///   - batchMaximum: commands in one commit.
    ///   - patienceSeconds: how long to wait for another process that writes.
    public init(
        path: String, queueMaximum: Int = 4096, batchMaximum: Int = 512,
        patienceSeconds: Double = 5
    ) throws(LedgerStoreError) {
        let pool = try SQLiteOpening.pool(path: path, patience: patienceSeconds)
        self.pool = pool
        queue = WriteQueue(
            commandMaximum: queueMaximum, batchMaximum: batchMaximum,
            start: { pool.asyncWriteWithoutTransaction($0) },
            commit: { GroupCommit(database: $0, groups: $1).run() })
    }

    public func writeBatch<T: Sendable>(
        _ work: [@Sendable (any LedgerTransaction) throws -> T]
    ) async throws -> [Result<T, any Error>] {
        try await queue.perform(work)
    }

    public func read<T: Sendable>(
        _ work: @escaping @Sendable (any LedgerReader) throws -> T
    ) async throws -> T {
        if queue.isClosed { throw LedgerStoreError.closed }
        do {
            return try await pool.read { try work(SQLiteReader(database: $0)) }
        } catch {
            throw LedgerStoreError.from(error)
        }
    }

    public func migrate(_ migrations: [Migration]) async throws {
        try await migrate(migrations, dialect: .sqlite)
    }

    public func close() async {
        // Nothing is left to empty, and the library must not be asked on a closed connection.
        if queue.isClosed { return }
        await queue.close()
        // The log would stay beside the file, and in it what the law erased meanwhile. Where
        // another process reads on, it is emptied by whoever closes last.
        try? await pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        // A reader that is still busy keeps its connection a moment longer; all is committed.
        try? pool.close()
    }
}
