// A round that breaks off while dates move: what was written stays, the rest follows, each once.

import Engine
import Ledger
import Synchronization
import TestStores
import Testing
import WorkTime

@testable import Office

/// A store that fails at the commits that were named: before they are made, or with the answer lost
/// after they were.
private final class FailingRoundStore: LedgerStore {
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

@Suite struct `A round that breaks off while dates move` {
    /// Pages of fifty: three commits, of which one fails in one of two ways.
    @Test(arguments: [1, 2, 3], [true, false])
    func `is gone on with, and each dossier moves once`(
        _ commit: Int, _ isWritten: Bool
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let count = Rounds.calendarPageSize * 2 + 11
            for _ in 0..<count { try await office.receive() }
            try await office.closeDay("2017-07-05")
            let broken = Desk(
                store: FailingRoundStore(
                    office.desk.store, [commit: isWritten ? .after : .before]),
                sources: office.desk.sources)
            await #expect(throws: LedgerStoreError.self) {
                try await broken.makeRound(at: office.sources.now)
            }
            let written = Rounds.calendarPageSize * (isWritten ? commit : commit - 1)
            let taken = "SELECT count(*) AS n FROM entry WHERE type = 'dossier.calendarTaken'"
            #expect(try await office.number(taken) == min(written, count))
            let rest = try await office.round()
            #expect(rest.moved == max(0, count - written) && rest.failures.isEmpty)
            #expect(try await office.number(taken) == count)
            let moved = try await office.number(
                "SELECT count(DISTINCT stream) AS n FROM entry WHERE type = 'dossier.calendarTaken'"
            )
            #expect(moved == count)
            #expect(try await office.desk.store.read { try Verification.run($0) }.isClean)
        }
    }
}
