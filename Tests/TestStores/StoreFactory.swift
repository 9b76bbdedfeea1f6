// The stores every test of the ledger and of the office runs on.

import Foundation
import Ledger
import LedgerPostgres
import LedgerSQLite
import Synchronization

/// Makes fresh, empty databases. Another kind joins the whole suite by one line in `all`.
public struct StoreFactory: Sendable, CustomStringConvertible {
    public let description: String
    /// A new place: a path or an address.
    private let make: @Sendable () async throws -> String
    private let connect: @Sendable (String) async throws -> any LedgerStore
    private let remove: @Sendable (String) throws -> Void

    public static let sqlite = StoreFactory(
        description: "SQLite",
        make: { try TestFolder.make().file("ledger.sqlite") },
        connect: { try SQLiteLedgerStore(path: $0) },
        remove: {
            try FileManager.default.removeItem(
                at: URL(fileURLWithPath: $0).deletingLastPathComponent())
        })

    public static let postgres = PostgresTestServer.named.map { server in
        StoreFactory(
            description: "PostgreSQL",
            make: { try await server.lend() },
            connect: { try await PostgresLedgerStore(url: $0) },
            remove: { try server.giveBack($0) })
    }

    public static let all: [StoreFactory] = [sqlite] + (postgres.map { [$0] } ?? [])

    /// The store on which a run of the office's tests happens: PostgreSQL when ROVIEC_TEST_STORE
    /// says "postgres", else SQLite. The suite runs once for each.
    public static var chosen: StoreFactory {
        get throws {
            guard ProcessInfo.processInfo.environment["ROVIEC_TEST_STORE"] == "postgres" else {
                return sqlite
            }
            guard let postgres else {
                throw PostgresTestFailure(message: "ROVIEC_TEST_POSTGRES names no server")
            }
            return postgres
        }
    }

    /// A place for a database; `giveBack` removes it.
    public func lend() async throws -> LentPlace {
        LentPlace(place: try await make(), connect: connect, remove: remove)
    }

    /// A place for a database, gone afterwards. The body closes the stores it opens there.
    @discardableResult
    public func withPlace<T>(_ body: (LentPlace) async throws -> T) async throws -> T {
        let lent = try await lend()
        defer { try? lent.giveBack() }
        return try await body(lent)
    }

    /// An empty store, closed and gone afterwards.
    @discardableResult
    public func withEmptyStore<T>(
        _ body: (any LedgerStore) async throws -> T
    ) async throws -> T {
        try await withPlace { place in
            let store = try await place.open()
            let result: Result<T, any Error>
            do {
                result = .success(try await body(store))
            } catch {
                result = .failure(error)
            }
            await store.close()
            return try result.get()
        }
    }

    /// A store with the ledger's tables, closed and gone afterwards.
    @discardableResult
    public func withStore<T>(_ body: (any LedgerStore) async throws -> T) async throws -> T {
        try await withEmptyStore { store in
            try await store.migrate(LedgerSchema.migrations)
            return try await body(store)
        }
    }
}

/// Where one test's database is. A test that ends early gives it back by letting go of it.
public final class LentPlace: Sendable {
    /// The path or address, as `--data` would name it.
    public let place: String
    private let connect: @Sendable (String) async throws -> any LedgerStore
    private let remove: @Sendable (String) throws -> Void
    private let isLent = Mutex(true)

    fileprivate init(
        place: String, connect: @escaping @Sendable (String) async throws -> any LedgerStore,
        remove: @escaping @Sendable (String) throws -> Void
    ) {
        self.place = place
        self.connect = connect
        self.remove = remove
    }

    deinit { try? giveBack() }

    /// Another store on the same place, as another node opens it.
    public func open() async throws -> any LedgerStore {
        try await connect(place)
    }

    /// Removes the database; all its stores are closed.
    public func giveBack() throws {
        let wasLent = isLent.withLock { isLent in
            defer { isLent = false }
            return isLent
        }
        if wasLent { try remove(place) }
    }
}
