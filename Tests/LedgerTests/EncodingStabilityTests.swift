// Hashes are for ever: these were computed by another program from the documented encoding.

import Ledger
import TestStores
import Testing

@Suite struct EncodingStabilityTests {
    /// Four entries in three streams, one of them on somebody's behalf and before 1970.
    private func writeSample(_ store: any LedgerStore) async throws -> (
        entries: [Entry], Checkpoint?
    ) {
        try await store.note("a", expecting: 0, text: "Đã nhận")
        try await store.note("b", expecting: 0, text: "b")
        let behalf = Authorship(
            at: -5, actor: "person/binh", onBehalfOf: "person/an", unit: "unit/land")
        try await store.write { transaction in
            _ = try transaction.append(
                [NewEntry("note.written", ["text": "c"])], to: "a", expecting: 1, by: behalf)
        }
        try await store.note("c", expecting: 0, text: "b")
        let checkpoint = try await store.checkpoint(at: 7)
        let entries = try await store.read { try $0.entries(afterSequence: 0, limit: 10) }
        return (entries, checkpoint)
    }

    @Test(arguments: StoreFactory.all)
    func `entries hash as documented`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            let (entries, _) = try await writeSample(store)
            #expect(
                hexadecimal(entries[0].hash)
                    == "b4aea7d1b0acf14aab924abb41f70450e3250d6cf18d6b6558143a83d10e132d")
            #expect(
                hexadecimal(entries[2].hash)
                    == "baf8f66f3c22fe4206389991d9ef039e63187282f2a983daa53c26df08ea7433")
        }
    }

    @Test(arguments: StoreFactory.all)
    func `checkpoints fold as documented`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            let (_, written) = try await writeSample(store)
            let checkpoint = try #require(written)
            #expect(
                hexadecimal(checkpoint.root)
                    == "6b96d45eba7df6b488682e0a564f13e699b881e4b100fb8f5ea1f85bcd448a5b")
            #expect(
                hexadecimal(checkpoint.digest)
                    == "b33f7aba34af51663d378915fbf468bc3f317b0500d5a74f2b035af1b491a458")
        }
    }

    @Test func `personal digests fold as documented`() {
        let reference = PersonalReference(
            id: "p", salt: PersonalValueTests.salt, value: "Lê Văn Mẫu")
        #expect(
            hexadecimal(reference.digest)
                == "362450c91257f2341c839048ee4f00f88b5e5bb71147f61c0129e83176e6e48f")
    }

    /// Every field takes part in the hash, and no two fields run into each other.
    @Test func `changing any field changes the hash`() {
        let base = Entry(
            sequence: 1, stream: "s", version: 1, type: "t", authorship: someone,
            payload: [1, 0], previousHash: Chain.origin, hash: [])
        let changes: [(inout Entry) -> Void] = [
            { $0.sequence = 2 }, { $0.stream = "s2" }, { $0.version = 2 }, { $0.type = "u" },
            { $0.at += 1 }, { $0.actor = "x" }, { $0.onBehalfOf = "x" }, { $0.onBehalfOf = "" },
            { $0.unit = "x" }, { $0.payload = [1] }, { $0.previousHash[31] = 1 },
            {
                $0.stream = "st"
                $0.type = ""
            },
            {
                $0.actor += $0.unit
                $0.unit = ""
            },
        ]
        var hashes: Set<[UInt8]> = [Chain.hash(of: base)]
        for change in changes {
            var entry = base
            change(&entry)
            hashes.insert(Chain.hash(of: entry))
        }
        #expect(hashes.count == changes.count + 1)
    }

    @Test func `an entry follows only the one before it in its own stream`() {
        var first = Entry(
            sequence: 1, stream: "s", version: 1, type: "t", authorship: someone,
            payload: [1, 0], previousHash: Chain.origin, hash: [])
        first.hash = Chain.hash(of: first)
        var second = first
        second.version = 2
        second.previousHash = first.hash
        #expect(Chain.follows(first, nil) && Chain.follows(second, first))
        #expect(!Chain.follows(second, nil) && !Chain.follows(first, second))
        second.stream = "other"
        #expect(!Chain.follows(second, first))
        #expect(Chain.isIntact(first) && !Chain.isIntact(second))
    }

    private func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
