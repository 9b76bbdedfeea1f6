// A store whose commits fail where the test says so, in front of a real one.

import Ledger
import Synchronization

/// A store that fails at the commits that were named: before they are made, or with the answer lost
/// after they were.
final class FailingStore: LedgerStore {
    enum Failure: Sendable { case before, after }

    private let base: any LedgerStore
    private let failures: [Int: Failure]
    private let commits = Mutex(0)

    init(_ base: any LedgerStore, _ failures: [Int: Failure]) {
        self.base = base
        self.failures = failures
    }

    func writeBatch<T: Sendable>(
        _ work: [@Sendable (any LedgerTransaction) throws -> T]
    ) async throws -> [Result<T, any Error>] {
        let number = commits.withLock { count in
            count += 1
            return count
        }
        if failures[number] == .before { throw LedgerStoreError.diskFull }
        let results = try await base.writeBatch(work)
        if failures[number] == .after { throw LedgerStoreError.outcomeUnknown }
        return results
    }

    func read<T: Sendable>(
        _ work: @escaping @Sendable (any LedgerReader) throws -> T
    ) async throws -> T { try await base.read(work) }

    func migrate(_ migrations: [Migration]) async throws { try await base.migrate(migrations) }
    func close() async { await base.close() }
}
