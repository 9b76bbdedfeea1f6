// Files of the SQLite store from outside: copied whole while somebody writes, and left as they lie.

import Foundation
import Ledger
import LedgerSQLite
import TestStores
import Testing

@Suite struct SQLiteFileTests {
    private func withLedger(
        _ body: (TestFolder, SQLiteLedgerStore) async throws -> Void
    ) async throws {
        try await withFolder { folder in
            let store = try SQLiteLedgerStore(path: folder.file("ledger.sqlite"))
            try await store.migrate(LedgerSchema.migrations)
            try await store.fill()
            try await body(folder, store)
            await store.close()
        }
    }

    @Test func `a copy holds what is committed, also what lies in the log beside the file`()
        async throws
    {
        try await withLedger { folder, store in
            try SQLiteFile.copy(from: folder.file("ledger.sqlite"), to: folder.file("copy"))
            let entries = try SQLiteFile.read(folder.file("copy")) {
                try $0.entries(afterSequence: 0, limit: 100)
            }
            #expect(entries.count == 20)
            #expect(
                entries == (try await store.read { try $0.entries(afterSequence: 0, limit: 100) }))
            #expect(try SQLiteFile.read(folder.file("copy")) { try Verification.run($0) }.isClean)
        }
    }

    @Test func `reading leaves the copy as it is, with nothing beside it`() async throws {
        try await withLedger { folder, _ in
            try SQLiteFile.copy(from: folder.file("ledger.sqlite"), to: folder.file("copy"))
            let before = try FileDigest.of(folder.file("copy"))
            _ = try SQLiteFile.read(folder.file("copy")) { try $0.ledgerSequence() }
            let after = try FileDigest.of(folder.file("copy"))
            #expect(before == after)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
            #expect(names.filter { $0.hasPrefix("copy") } == ["copy"])
        }
    }

    @Test func `nothing can be written while a copy is read`() async throws {
        try await withLedger { folder, _ in
            try SQLiteFile.copy(from: folder.file("ledger.sqlite"), to: folder.file("copy"))
            #expect(throws: LedgerStoreError.readOnly) {
                try SQLiteFile.read(folder.file("copy")) { try $0.rows("DELETE FROM entry") }
            }
        }
    }

    @Test func `what the law erased is not in the bytes of a copy`() async throws {
        try await withLedger { folder, store in
            let name = Data("Lê Văn Mẫu".utf8)
            try SQLiteFile.copy(from: folder.file("ledger.sqlite"), to: folder.file("before"))
            let before = try Data(contentsOf: URL(fileURLWithPath: folder.file("before")))
            #expect(before.range(of: name) != nil)
            _ = try await store.write { try $0.erasePersonal(id: "p", at: 1, basis: "luật") }
            try SQLiteFile.copy(from: folder.file("ledger.sqlite"), to: folder.file("after"))
            let after = try Data(contentsOf: URL(fileURLWithPath: folder.file("after")))
            #expect(after.range(of: name) == nil)
        }
    }

    @Test func `a copy is never made over a file, nor out of what is no database`() async throws {
        try await withLedger { folder, _ in
            let source = folder.file("ledger.sqlite")
            try Data("x".utf8).write(to: URL(fileURLWithPath: folder.file("taken")))
            #expect(throws: LedgerStoreError.self) {
                try SQLiteFile.copy(from: source, to: folder.file("taken"))
            }
            #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file("taken"))).count == 1)
            let text = String(repeating: "xin chào ", count: 1000)
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder.file("text")))
            #expect(throws: LedgerStoreError.notADatabase(path: folder.file("text"))) {
                try SQLiteFile.copy(from: folder.file("text"), to: folder.file("copy"))
            }
            #expect(throws: LedgerStoreError.self) {
                try SQLiteFile.read(folder.file("none")) { try $0.ledgerSequence() }
            }
            #expect(!FileManager.default.fileExists(atPath: folder.file("none")))
        }
    }

    @Test func `closing twice is closing once`() async throws {
        try await withLedger { _, store in
            await store.close()
            await store.close()
            await #expect(throws: LedgerStoreError.closed) {
                try await store.read { try $0.ledgerSequence() }
            }
        }
    }
}

@Suite struct FileDigestTests {
    @Test(
        arguments: [
            (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            (1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
        ])
    func `the digest is the published one of FIPS 180, whatever the pieces`(
        count: Int, expected: String
    ) async throws {
        try await withFolder { folder in
            // A million times the letter a is the third example of the standard.
            let bytes = Data(repeating: UInt8(ascii: "a"), count: count)
            try bytes.write(to: URL(fileURLWithPath: folder.file("f")))
            let (size, digest) = try FileDigest.of(folder.file("f"))
            #expect(size == count && digest == expected)
        }
    }

    @Test func `a file longer than a piece counts every byte`() async throws {
        try await withFolder { folder in
            let place = URL(fileURLWithPath: folder.file("f"))
            var bytes = Data(repeating: 7, count: FileDigest.pieceSize * 2 + 3)
            try bytes.write(to: place)
            let one = try FileDigest.of(place.path)
            #expect(one.bytes == bytes.count)
            bytes[bytes.count - 1] = 8
            try bytes.write(to: place)
            #expect(try FileDigest.of(place.path).sha256 != one.sha256)
            #expect(throws: (any Error).self) { try FileDigest.of(folder.file("none")) }
        }
    }
}
