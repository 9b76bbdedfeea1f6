// Personal values: referred to by digest, erasable without breaking the chain.

import Ledger
import TestStores
import Testing

@Suite struct PersonalValueTests {
    static let salt: [UInt8] = Array(1...16)

    @Test(arguments: StoreFactory.all)
    func `a value is kept beside the entry and not in it`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            let entry = try await store.receive("d/1", citizen: "Trần Thị Mẫu")
            let text = String(decoding: entry.payload, as: UTF8.self)
            #expect(!text.contains("Mẫu"))
            let reference = try entry.decodedPayload().personal("citizen")
            let value = try await store.read { try $0.personal(id: reference.id) }
            #expect(value == .kept(text: "Trần Thị Mẫu", stream: "d/1"))
            #expect(
                reference
                    == PersonalReference(id: "d/1#citizen", salt: Self.salt, value: "Trần Thị Mẫu"))
        }
    }

    @Test(arguments: StoreFactory.all)
    func `an erased value leaves a mark and a whole chain`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            try await store.receive("d/1", citizen: "Trần Thị Mẫu")
            try await store.receive("d/2", citizen: "Lê Văn Mẫu")
            let first = try await store.write {
                try $0.erasePersonal(id: "d/1#citizen", at: 9, basis: "Law 91/2025, Art. 14")
            }
            let second = try await store.write {
                try $0.erasePersonal(id: "d/1#citizen", at: 10, basis: "again")
            }
            let unknown = try await store.write {
                try $0.erasePersonal(id: "nobody", at: 10, basis: "none")
            }
            #expect([first, second, unknown] == [true, false, false])
            let value = try await store.read { try $0.personal(id: "d/1#citizen") }
            #expect(value == .erased(at: 9, basis: "Law 91/2025, Art. 14", stream: "d/1"))
            let leftovers = try await store.read {
                try $0.rows(
                    "SELECT id FROM personalValue WHERE erasedAt IS NOT NULL AND salt IS NOT NULL")
            }
            #expect(leftovers.isEmpty)
            let report = try await store.read { try Verification.run($0) }
            #expect(report.isClean)
            #expect(report.personalCount == 2 && report.erasedCount == 1)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `all values of a stream are erased at once`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            try await store.receive("d/1", citizen: "A")
            try await store.receive("d/2", citizen: "B")
            let count = try await store.write {
                try $0.erasePersonal(stream: "d/1", at: 9, basis: "law")
            }
            #expect(count == 1)
            let other = try await store.read { try $0.personal(id: "d/2#citizen") }
            #expect(other == .kept(text: "B", stream: "d/2"))
        }
    }

    @Test(arguments: StoreFactory.all)
    func `an id is used once`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            try await store.receive("d/1", citizen: "A")
            await #expect(throws: LedgerStoreError.self) {
                _ = try await store.write {
                    try $0.putPersonal("B", id: "d/1#citizen", stream: "d/1", salt: Self.salt)
                }
            }
        }
    }

    @Test func `salt and value cannot be moved against each other`() {
        let one = PersonalReference(id: "a", salt: Self.salt + [65], value: "BC")
        let other = PersonalReference(id: "a", salt: Self.salt, value: "ABC")
        #expect(one.digest != other.digest)
    }
}

extension LedgerStore {
    /// Appends an entry that refers to one personal value.
    @discardableResult
    func receive(_ stream: String, citizen: String) async throws -> Entry {
        try await write { transaction in
            let reference = try transaction.putPersonal(
                citizen, id: "\(stream)#citizen", stream: stream, salt: PersonalValueTests.salt)
            return try transaction.append(
                [NewEntry("dossier.received", ["citizen": .personal(reference)])], to: stream,
                expecting: 0, by: someone)[0]
        }
    }
}
