// Years of putting and erasing personal values: the law is obeyed and the chain stays whole.

import Foundation
import Ledger
import LedgerSQLite
import TestStores
import Testing

@Suite struct PersonalErasureTests {
    /// What the side table must tell of one value.
    private struct Kept {
        var stream: String
        var text: String
        var erased: (at: Int64, basis: String)?
    }

    @Test(arguments: StoreFactory.all, UInt64(1)...10)
    func `after any order of putting and erasing the ledger verifies and tells the truth`(
        factory: StoreFactory, seed: UInt64
    ) async throws {
        try await factory.withStore { store in
            var chance = SeededChance(seed: seed)
            var values: [String: Kept] = [:]
            var versions: [String: Int] = [:]
            for number in 0..<80 {
                let stream = "d/\(chance.number(below: 7))"
                let basis = "Luật số \(number)"
                switch chance.number(below: 5) {
                case 0 where !values.isEmpty:
                    let id = values.keys.sorted()[chance.number(below: values.count)]
                    let isNew = values[id]?.erased == nil
                    let done = try await store.write {
                        try $0.erasePersonal(id: id, at: Int64(number), basis: basis)
                    }
                    #expect(done == isNew)
                    if isNew { values[id]?.erased = (Int64(number), basis) }
                case 1:
                    let open = values.filter { $0.value.stream == stream && $0.value.erased == nil }
                    let count = try await store.write {
                        try $0.erasePersonal(stream: stream, at: Int64(number), basis: basis)
                    }
                    #expect(count == open.count)
                    for id in open.keys { values[id]?.erased = (Int64(number), basis) }
                default:
                    let text = "Người \(number) " + chance.text()
                    let salt = (0..<20).map { _ in UInt8.random(in: 0...255, using: &chance) }
                    let version = versions[stream] ?? 0
                    try await put(text, "p\(number)", stream, version, salt, store)
                    values["p\(number)"] = Kept(stream: stream, text: text)
                    versions[stream] = version + 1
                }
                if number == 40 { _ = try await store.checkpoint(at: 40) }
            }
            try await expect(values, in: store)
        }
    }

    private func put(
        _ text: String, _ id: String, _ stream: String, _ version: Int, _ salt: [UInt8],
        _ store: any LedgerStore
    ) async throws {
        try await store.write { transaction in
            let reference = try transaction.putPersonal(text, id: id, stream: stream, salt: salt)
            _ = try transaction.append(
                [NewEntry("n", ["who": [.personal(reference)]])], to: stream, expecting: version,
                by: someone)
        }
    }

    private func expect(_ values: [String: Kept], in store: any LedgerStore) async throws {
        for (id, kept) in values {
            let found = try await store.read { try $0.personal(id: id) }
            if let erased = kept.erased {
                #expect(
                    found == .erased(at: erased.at, basis: erased.basis, stream: kept.stream))
            } else {
                #expect(found == .kept(text: kept.text, stream: kept.stream))
            }
        }
        let report = try await store.verify()
        #expect(report.isClean && report.personalCount == values.count)
        #expect(report.erasedCount == values.values.count { $0.erased != nil })
    }

    @Test(arguments: StoreFactory.all)
    func `a command that fails puts and erases nothing`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            try await store.receive("d/1", citizen: "Trần Thị Mẫu")
            await #expect(throws: Refused()) {
                try await store.write { transaction in
                    _ = try transaction.erasePersonal(id: "d/1#citizen", at: 1, basis: "luật")
                    _ = try transaction.putPersonal(
                        "khác", id: "x", stream: "d/1", salt: PersonalValueTests.salt)
                    throw Refused()
                }
            }
            let value = try await store.read { try $0.personal(id: "d/1#citizen") }
            #expect(value == .kept(text: "Trần Thị Mẫu", stream: "d/1"))
            #expect(try await store.read { try $0.personal(id: "x") } == nil)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `no row is half erased, whoever tries`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            try await store.receive("d/1", citizen: "A")
            for change in [
                "value = NULL", "salt = NULL", "erasedAt = 1", "value = NULL, erasedAt = 1",
                "value = NULL, salt = NULL",
            ] {
                await #expect(throws: LedgerStoreError.self) {
                    try await store.tamper("UPDATE personalValue SET \(change)")
                }
            }
            #expect(try await store.verify().isClean)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `the same value twice has two digests, so that nobody can compare people`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            let one = try await store.write {
                try $0.putPersonal("0912 000 001", id: "a", stream: "s", salt: Array(0..<16))
            }
            let two = try await store.write {
                try $0.putPersonal("0912 000 001", id: "b", stream: "s", salt: Array(1..<17))
            }
            #expect(one.digest != two.digest)
        }
    }

    /// The write-ahead log and free pages keep nothing of what the law erased.
    @Test func `erased words are in no file of the database once it is closed`() async throws {
        try await withFolder { folder in
            let store = try SQLiteLedgerStore(path: folder.file("a.sqlite"))
            try await store.migrate(LedgerSchema.migrations)
            for number in 0..<50 {
                try await store.receive("d/\(number)", citizen: "Bí-Mật-\(number)-" + mark(number))
            }
            for number in 0..<50 where number != 13 {
                _ = try await store.write {
                    try $0.erasePersonal(stream: "d/\(number)", at: 1, basis: "luật")
                }
            }
            #expect(try await store.verify().isClean)
            await store.close()
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
            let bytes = try names.map { try Data(contentsOf: folder.url.appending(path: $0)) }
            for number in 0..<50 {
                let found = bytes.contains { $0.range(of: Data(mark(number).utf8)) != nil }
                #expect(found == (number == 13), "\(number)")
            }
        }
    }

    private func mark(_ number: Int) -> String { "Q\(number * 7919 + 104_729)Z" }
}
