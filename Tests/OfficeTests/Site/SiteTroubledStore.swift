// A store that has a trouble when the test says so, in front of a real one.

import Ledger
import Synchronization

@testable import Office

final class SiteTroubledStore: LedgerStore {
    struct Trouble: Sendable {
        var error: LedgerStoreError
        var alsoReads = false
    }

    private let base: any LedgerStore
    private let trouble = Mutex<Trouble?>(nil)

    init(_ base: any LedgerStore) { self.base = base }

    func have(_ error: LedgerStoreError, alsoReads: Bool = false) {
        trouble.withLock { $0 = Trouble(error: error, alsoReads: alsoReads) }
    }

    func recover() { trouble.withLock { $0 = nil } }

    private func check(reading: Bool) throws {
        guard let trouble = trouble.withLock({ $0 }), !reading || trouble.alsoReads else {
            return
        }
        throw trouble.error
    }

    func write<T: Sendable>(
        _ work: @escaping @Sendable (any LedgerTransaction) throws -> T
    ) async throws -> T {
        try check(reading: false)
        return try await base.write(work)
    }

    func writeBatch<T: Sendable>(
        _ work: [@Sendable (any LedgerTransaction) throws -> T]
    ) async throws -> [Result<T, any Error>] {
        try check(reading: false)
        return try await base.writeBatch(work)
    }

    func read<T: Sendable>(
        _ work: @escaping @Sendable (any LedgerReader) throws -> T
    ) async throws -> T {
        try check(reading: true)
        return try await base.read(work)
    }

    func migrate(_ migrations: [Migration]) async throws { try await base.migrate(migrations) }
    func close() async { await base.close() }
}

extension DossierTestOffice {
    /// The same office behind a store that can have troubles.
    func troubled() -> (office: DossierTestOffice, store: SiteTroubledStore) {
        let store = SiteTroubledStore(desk.store)
        let desk = Desk(store: store, sources: desk.sources)
        let house = Site.House(
            desk: desk, texts: house.texts, assets: house.assets, clock: house.clock,
            demoAccounts: house.demoAccounts)
        return (DossierTestOffice(desk: desk, house: house, sources: sources), store)
    }
}
