// The stores every test of the suite runs on.

import Foundation
import Ledger
import LedgerSQLite
import Testing

/// Makes a fresh, empty store. Another kind of store joins the whole suite by one line in `all`.
struct StoreFactory: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let make: @Sendable (TestFolder) throws -> any LedgerStore

    static let all: [StoreFactory] = [
        StoreFactory(testDescription: "SQLite") { folder in
            try SQLiteLedgerStore(path: folder.file("ledger.sqlite"))
        }
    ]

    /// Opens a store with the ledger's tables, lets `body` use it, closes and removes it.
    func withStore(_ body: (any LedgerStore) async throws -> Void) async throws {
        try await withFolder { folder in
            let store = try make(folder)
            try await store.migrate(LedgerSchema.migrations)
            try await body(store)
            await store.close()
        }
    }
}

/// A folder of one test's own.
struct TestFolder: Sendable {
    let url: URL

    func file(_ name: String) -> String {
        url.appendingPathComponent(name).path
    }
}

func withFolder(_ body: (TestFolder) async throws -> Void) async throws {
    let url = FileManager.default.temporaryDirectory
        .appendingPathComponent("ledger-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    try await body(TestFolder(url: url))
}
