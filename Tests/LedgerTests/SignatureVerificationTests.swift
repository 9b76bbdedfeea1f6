// Signatures within a verification: how far they reach, whose they are, and that one which was
// taken away is missed.

import Ledger
import TestStores
import Testing

@Suite struct SignatureVerificationTests {
    /// Checkpoints in order, each signed by a key or by nobody.
    private func fill(_ store: any LedgerStore, _ signers: [UInt8?]) async throws {
        for (index, byte) in signers.enumerated() {
            try await store.note("s/\(index % 2)", expecting: index / 2)
            _ = try await store.write {
                try $0.writeCheckpoint(at: Int64(index), signedBy: byte.map(signer))
            }
        }
    }

    private func verify(
        _ store: any LedgerStore, trusting bytes: [UInt8] = []
    ) async throws -> VerificationReport {
        let keys = bytes.map { signer($0).publicKey }
        return try await store.read { try Verification.run($0, keys: keys) }
    }

    @Test(arguments: StoreFactory.all)
    func `signed and unsigned ones are counted and the reach is told`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            try await fill(store, [nil, 1, nil, 1, nil])
            let report = try await verify(store)
            #expect(report.isClean && report.signedCount == 2 && report.unsignedCount == 3)
            let signed = try #require(report.newestSigned)
            #expect(signed.checkpoint == 4 && signed.sequence == 4)
            #expect(signed.keyID == signer(1).publicKey.id)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `after a change of keys old and new one are both named`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            try await fill(store, [1, 1, 2, 2])
            #expect(try await verify(store, trusting: [1, 2]).isClean)
            let old = try await verify(store, trusting: [1])
            #expect(
                old.findings.map(\.problem)
                    == Array(repeating: .signatureForeign(keyID: signer(2).publicKey.id), count: 2))
            #expect(old.findings.map(\.checkpoint) == [3, 4])
            #expect(old.findings[0].sentence.vi.contains(signer(2).publicKey.id))
            let new = try await verify(store, trusting: [2])
            #expect(new.findings.map(\.checkpoint) == [1, 2])
        }
    }

    @Test(arguments: StoreFactory.all)
    func `with a key the newest checkpoint must be signed`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            try await fill(store, [1, 1, nil])
            let report = try await verify(store, trusting: [1])
            #expect(report.findings.map(\.problem) == [.signatureMissing(newestSigned: 2)])
            #expect(report.findings[0].sentence.en.contains("(3) is not signed"))
            #expect(report.findings[0].sentence.vi.contains("đến điểm 2"))
            #expect(try await verify(store).isClean, "who brings no key is only told")
        }
    }

    @Test(arguments: StoreFactory.all)
    func `without any signature or checkpoint a key finds nothing to trust`(
        factory: StoreFactory
    ) async throws {
        for signers in [[], [nil], [nil, nil]] as [[UInt8?]] {
            try await factory.withStore { store in
                try await fill(store, signers)
                let report = try await verify(store, trusting: [1])
                #expect(report.findings.map(\.problem) == [.signatureMissing(newestSigned: nil)])
                #expect(report.findings[0].sentence.en.contains("--checkpoint-key"))
                #expect(report.findings[0].sentence.vi.contains("Không điểm kiểm tra nào"))
            }
        }
    }

    /// What somebody with the password of the database, but without the key, could try.
    private static let tricks: [(sql: String, problem: VerificationFinding.Problem)] = [
        (
            "UPDATE checkpoint SET signature = NULL, signatureKey = NULL",
            .signatureMissing(newestSigned: nil)
        ),
        ("UPDATE checkpoint SET signature = NULL WHERE number = 3", .signatureWrong),
        ("UPDATE checkpoint SET signatureKey = NULL WHERE number = 3", .signatureWrong),
        ("UPDATE checkpoint SET signatureKey = 'x' WHERE number = 3", .signatureWrong),
        (
            "UPDATE checkpoint SET signature = (SELECT signature FROM checkpoint WHERE number = 2) "
                + "WHERE number = 3", .signatureWrong
        ),
    ]

    @Test(arguments: StoreFactory.all, tricks.indices)
    func `a signature that was taken or exchanged is named`(
        factory: StoreFactory, index: Int
    ) async throws {
        let (sql, problem) = Self.tricks[index]
        try await factory.withStore { store in
            try await fill(store, [1, 1, 1])
            try await store.tamper(sql)
            let report = try await verify(store, trusting: [1])
            #expect(report.findings.map(\.problem) == [problem], "\(report)")
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a ledger rewritten with other keys does not pass`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            // The thief makes everything anew, and signs with a key of his own.
            try await fill(store, [9, 9])
            #expect(try await verify(store).isClean, "inside, nothing contradicts")
            #expect(try await !verify(store, trusting: [1]).isClean)
        }
    }
}
