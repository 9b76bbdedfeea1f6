// A column does not bind SQLite to a kind: texts among bytes, letters among numbers are tampering
// like any other and must be named, not stumbled over.

import Ledger
import TestStores
import Testing

@Suite struct ForeignKindTests {
    private static let entryEdits = [
        "type = x'6E'", "type = CAST(type AS BLOB)", "at = 'hôm qua'", "at = 0.5", "at = x'00'",
        "actor = x'FF'", "onBehalfOf = x'00'", "unit = CAST(unit AS BLOB)", "payload = 'sửa'",
        "payload = 7", "payload = CAST(payload AS TEXT)", "previousHash = 'x'",
        "previousHash = 1.5", "hash = 'x'", "hash = 0", "hash = CAST(hash AS TEXT)",
    ]

    @Test(arguments: [StoreFactory.sqlite], entryEdits)
    func `an entry with a value of another kind is named as edited`(
        factory: StoreFactory, edit: String
    ) async throws {
        try await factory.withStore { store in
            try await store.fill()
            for (version, sequence) in [(1, 2), (3, 10), (5, 18)] {
                try await store.tamper(
                    "UPDATE entry SET \(edit) WHERE stream = 's/1' AND version = \(version)")
                let report = try await store.verify()
                #expect(report.has(.edited, "s/1", version: version, sequence: sequence))
            }
            let report = try await store.verify()
            #expect(report.entryCount == 20, "everything else was still looked at")
            #expect(report.findings.allSatisfy { $0.stream == "s/1" || $0.checkpoint == 1 })
        }
    }

    @Test(arguments: [StoreFactory.sqlite], ["'mới'", "x'01'", "2.5"])
    func `a version of another kind is named with its number in the ledger`(
        factory: StoreFactory, value: String
    ) async throws {
        try await factory.withStore { store in
            try await store.fill()
            try await store.tamper("UPDATE entry SET version = \(value) WHERE sequence = 10")
            let report = try await store.verify()
            #expect(report.findings.contains { $0.problem == .edited && $0.sequence == 10 })
            #expect(report.entryCount == 20)
        }
    }

    @Test(arguments: [StoreFactory.sqlite])
    func `an entry whose stream became bytes is missing where it stood`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            try await store.fill()
            try await store.tamper(
                "UPDATE entry SET stream = CAST(stream AS BLOB) WHERE sequence = 10")
            let report = try await store.verify()
            #expect(report.has(.deleted(throughVersion: 3), "s/1", version: 3))
            #expect(report.findings.contains { $0.sequence == 10 })
        }
    }

    @Test(
        arguments: [StoreFactory.sqlite],
        ["version = 'x'", "hash = 'x'", "version = 1.5", "hash = 3"])
    func `a head of another kind is named at its newest entry`(
        factory: StoreFactory, edit: String
    ) async throws {
        try await factory.withStore { store in
            try await store.fill()
            try await store.tamper("UPDATE streamHead SET \(edit) WHERE stream = 's/2'")
            let report = try await store.verify()
            #expect(
                report.findings == [
                    VerificationFinding(.headMismatch, stream: "s/2", version: 5, sequence: 19)
                ])
        }
    }

    @Test(arguments: [StoreFactory.sqlite])
    func `a head of a stream that never was is named whatever it holds`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            try await store.fill()
            try await store.tamper(
                "INSERT INTO streamHead (stream, version, hash) VALUES (x'FF', 'x', 'y')")
            let report = try await store.verify()
            #expect(report.findings.map(\.problem) == [.truncated(through: 0)])
        }
    }

    @Test(
        arguments: [StoreFactory.sqlite],
        [
            "at = 'x'", "sequence = 'x'", "entryCount = 'x'", "streamCount = 1.5", "root = 'x'",
            "previousDigest = 'x'", "digest = 'x'", "digest = 7", "signature = 'x'",
            "signatureKey = x'00'", "root = x''", "previousDigest = x''",
        ])
    func `a checkpoint of another kind is named as changed`(
        factory: StoreFactory, edit: String
    ) async throws {
        try await factory.withStore { store in
            try await store.fill()
            try await store.tamper("UPDATE checkpoint SET \(edit)")
            let report = try await store.verify()
            #expect(report.findings.map(\.problem) == [.checkpointBroken])
            #expect(report.findings.first?.checkpoint == 1)
        }
    }

    @Test(
        arguments: [StoreFactory.sqlite],
        ["DELETE FROM ledgerHead", "UPDATE ledgerHead SET sequence = 'x'"])
    func `the number of the newest entry is missed by name`(
        factory: StoreFactory, sql: String
    ) async throws {
        try await factory.withStore { store in
            try await store.fill()
            try await store.tamper(sql)
            let report = try await store.verify()
            #expect(report.findings.map(\.stream) == ["ledgerHead"])
            let sentence = try #require(report.findings.first).sentence
            #expect(sentence.vi.contains("ledgerHead") && sentence.en.contains("ledgerHead"))
        }
    }

    @Test(arguments: [StoreFactory.sqlite])
    func `a personal value of another kind is not the one that was recorded`(
        factory: StoreFactory
    ) async throws {
        let changes: [(String, VerificationFinding.Problem)] = [
            ("value = 'Lê Văn Mẫu'", .personalMismatch(id: "d#citizen")),
            ("value = CAST(value AS TEXT)", .personalMismatch(id: "d#citizen")),
            ("salt = 'x'", .personalMismatch(id: "d#citizen")),
            (
                "salt = NULL, value = NULL, erasedAt = 'hôm qua'",
                .personalMissing(id: "d#citizen")
            ),
        ]
        for (change, problem) in changes {
            try await factory.withStore { store in
                try await store.receive("d", citizen: "Lê Văn Mẫu")
                try await store.tamper("UPDATE personalValue SET \(change)")
                let report = try await store.verify()
                #expect(report.findings.map(\.problem) == [problem], "\(change)")
            }
        }
    }

    /// A mark for a lost letter stands for any bytes that are no text, unless bytes are compared.
    @Test(arguments: [StoreFactory.sqlite])
    func `bytes that are no text do not pass for the mark of a lost letter`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            try await store.receive("d", citizen: "Lê \u{FFFD} Mẫu")
            #expect(try await store.verify().isClean)
            let bytes = Array("Lê ".utf8) + [0xFF] + Array(" Mẫu".utf8)
            try await store.tamper("UPDATE personalValue SET value = ?", [.blob(bytes)])
            let report = try await store.verify()
            #expect(report.findings.map(\.problem) == [.personalMismatch(id: "d#citizen")])
        }
    }
}
