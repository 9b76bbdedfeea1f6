// A store that was closed stays closed: whoever asks again is told so, and nothing ends the
// process.

import Ledger
import TestStores
import Testing

@Suite struct ClosingTests {
    @Test(arguments: StoreFactory.all)
    func `closing twice is closing once`(factory: StoreFactory) async throws {
        try await factory.withPlace { place in
            let store = try await place.open()
            try await store.migrate(LedgerSchema.migrations)
            try await store.note("one", expecting: 0)
            await store.close()
            await store.close()
            let again = try await place.open()
            let sequence = try await again.sequence()
            await again.close()
            await again.close()
            #expect(sequence == 1)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a closed store tells readers and writers`(factory: StoreFactory) async throws {
        try await factory.withPlace { place in
            let store = try await place.open()
            try await store.migrate(LedgerSchema.migrations)
            await store.close()
            await #expect(throws: LedgerStoreError.closed) {
                try await store.note("one", expecting: 0)
            }
            await #expect(throws: LedgerStoreError.closed) { _ = try await store.sequence() }
            await store.close()
        }
    }

    @Test(arguments: StoreFactory.all)
    func `what was queued before the closing is done`(factory: StoreFactory) async throws {
        try await factory.withPlace { place in
            let store = try await place.open()
            try await store.migrate(LedgerSchema.migrations)
            let done = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<40 {
                    group.addTask {
                        (try? await store.note("s/\(number)", expecting: 0)) != nil
                    }
                }
                group.addTask {
                    await store.close()
                    return false
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            let again = try await place.open()
            let sequence = try await again.sequence()
            await again.close()
            // Each caller was told the truth: done and in the ledger, or closed and nowhere.
            #expect(sequence == done)
        }
    }
}
