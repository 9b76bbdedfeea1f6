// What is cut off, and what of checkpoints and personal values does not fit, is found and named.

import Ledger
import TestStores
import Testing

@Suite struct TruncationTests {
    @Test(arguments: StoreFactory.all)
    func `the cut end of a stream is named`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            try await store.fill()
            try await store.tamper("DELETE FROM entry WHERE stream = 's/0' AND version > 3")
            let report = try await store.verify()
            #expect(report.has(.truncated(through: 5), "s/0", version: 4))
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a stream of which only the head is left is named`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            try await store.fill()
            try await store.tamper("DELETE FROM entry WHERE stream = 's/0'")
            let report = try await store.verify()
            #expect(report.has(.truncated(through: 5), "s/0", version: 1))
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a ledger cut off with its heads set back is named by the checkpoint`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            let checkpoint = try await store.fill()
            try await store.cut(after: 16)
            let report = try await store.verify(anchors: [checkpoint])
            let cut = VerificationFinding(.truncated(through: 20), sequence: 17, checkpoint: 1)
            #expect(report.findings.contains(cut))
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a ledger cut off with its checkpoint is named by the copy kept outside`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            let checkpoint = try await store.fill()
            try await store.cut(after: 16)
            try await store.tamper("DELETE FROM checkpoint")
            #expect(try await store.verify().isClean)
            let report = try await store.verify(anchors: [checkpoint])
            #expect(
                report.findings == [
                    VerificationFinding(.anchorMissing, sequence: 20, checkpoint: 1)
                ])
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a checkpoint made anew differs from the copy kept outside`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            let checkpoint = try await store.fill()
            try await store.tamper("DELETE FROM checkpoint")
            _ = try await store.checkpoint(at: 999)
            let report = try await store.verify(anchors: [checkpoint])
            #expect(
                report.findings == [
                    VerificationFinding(.anchorMismatch, sequence: 20, checkpoint: 1)
                ])
        }
    }

    @Test(
        arguments: StoreFactory.all,
        ["at = 5", "entryCount = 7", "root = previousDigest", "digest = root", "number = 2"])
    func `a changed checkpoint is named`(factory: StoreFactory, change: String) async throws {
        try await factory.withStore { store in
            try await store.fill()
            try await store.tamper("UPDATE checkpoint SET \(change)")
            let report = try await store.verify()
            #expect(report.findings.map(\.problem) == [.checkpointBroken])
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a checkpoint missing between others is named by the next one`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            try await store.fill()
            for version in 5...6 {
                try await store.note("s/1", expecting: version)
                _ = try await store.checkpoint(at: Int64(version))
            }
            try await store.tamper("DELETE FROM checkpoint WHERE number = 2")
            let report = try await store.verify()
            #expect(report.findings.map(\.problem) == [.checkpointBroken])
            #expect(report.findings.first?.checkpoint == 3)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a head that was set back or lost is named`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            try await store.fill()
            try await store.tamper("DELETE FROM streamHead WHERE stream = 's/3'")
            try await store.tamper("UPDATE ledgerHead SET sequence = 18")
            let report = try await store.verify()
            #expect(report.has(.headMismatch, "s/3", version: 5, sequence: 20))
            #expect(report.findings.contains(VerificationFinding(.inserted, sequence: 19)))
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a personal value that is gone or changed is named`(
        factory: StoreFactory
    ) async throws {
        for (sql, problem) in [
            (
                "DELETE FROM personalValue",
                VerificationFinding.Problem.personalMissing(id: "d#citizen")
            ),
            ("UPDATE personalValue SET value = salt", .personalMismatch(id: "d#citizen")),
            ("UPDATE personalValue SET salt = value", .personalMismatch(id: "d#citizen")),
        ] {
            try await factory.withStore { store in
                try await store.receive("d", citizen: "Lê Văn Mẫu")
                try await store.tamper(sql)
                let report = try await store.verify()
                #expect(report.findings.map(\.problem) == [problem])
                #expect(report.has(problem, "d", version: 1, sequence: 1))
            }
        }
    }

    @Test(arguments: StoreFactory.all)
    func `absurd numbers in tampered rows do not stop the verification`(
        factory: StoreFactory
    ) async throws {
        for change in ["version = \(Int.max)", "sequence = \(Int.max)", "sequence = \(Int.min)"] {
            try await factory.withStore { store in
                try await store.fill()
                try await store.tamper("UPDATE entry SET \(change) WHERE sequence = 20")
                let report = try await store.verify()
                #expect(!report.isClean)
            }
        }
    }

    @Test(arguments: StoreFactory.all)
    func `findings are bounded and the rest counted`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            let work = (0..<1200).map { number in
                { @Sendable (transaction: any LedgerTransaction) in
                    _ = try transaction.append(
                        [NewEntry("n", [:])], to: "s/\(number)", expecting: 0, by: someone)
                }
            }
            _ = try await store.writeBatch(work)
            try await store.tamper("UPDATE entry SET unit = 'x'")
            let report = try await store.verify()
            #expect(report.findings.count == VerificationReport.findingMaximum)
            #expect(report.omittedCount > 0)
        }
    }

    @Test func `every finding speaks both languages and names its place`() {
        let problems: [VerificationFinding.Problem] = [
            .edited, .deleted(throughVersion: 4), .inserted, .headMismatch,
            .swapped(withVersion: 4, withSequence: 5, ofStream: "s/2"),
            .renumbered(fromSequence: 4), .truncated(through: 4), .sequenceGap(through: 4),
            .checkpointBroken, .checkpointMismatch, .anchorMissing, .anchorMismatch,
            .personalMissing(id: "p"), .personalMismatch(id: "p"),
            .payloadUnreadable(.truncated(at: 0)),
        ]
        var seen: Set<String> = []
        for problem in problems {
            let finding = VerificationFinding(
                problem, stream: "s/1", version: 3, sequence: 3, checkpoint: 3)
            let sentence = finding.sentence
            #expect(sentence.vi.contains("3") && sentence.en.contains("3"))
            #expect(sentence.vi != sentence.en)
            seen.formUnion([sentence.vi, sentence.en])
        }
        #expect(seen.count == problems.count * 2)
    }
}
