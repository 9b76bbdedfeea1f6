// Names of streams are bytes: spellings that look alike stay apart, on the disk and in every proof.

import Ledger
import TestStores
import Testing

@Suite struct StreamNameTests {
    /// `Hộ tịch` with composed letters and with marks of their own.
    private static let composed = "process/QT-H\u{1ED9}-t\u{1ECB}ch"
    private static let decomposed = "process/QT-Ho\u{323}\u{302}-ti\u{323}ch"

    @Test(arguments: StoreFactory.all)
    func `two spellings of one name are two streams and both are proved`(
        factory: StoreFactory
    ) async throws {
        try #require(Self.composed == Self.decomposed, "Swift takes them for one text")
        try await factory.withStore { store in
            for version in 0..<3 {
                try await store.note(Self.composed, expecting: version)
                try await store.note(Self.decomposed, expecting: version)
            }
            let checkpoint = try #require(try await store.checkpoint(at: 1))
            #expect(checkpoint.streamCount == 2 && checkpoint.entryCount == 6)
            let report = try await store.verify(anchors: [checkpoint])
            #expect(report.isClean, "\(report.findings)")
            #expect(report.streamCount == 2)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a checkpoint covers each of two spellings`(factory: StoreFactory) async throws {
        for forged in [Self.composed, Self.decomposed] {
            try await factory.withStore { store in
                try await store.note(Self.composed, expecting: 0)
                try await store.note(Self.decomposed, expecting: 0)
                _ = try await store.checkpoint(at: 1)
                let entry = try await store.rewrite(forged, version: 1)
                try await store.tamper(
                    "UPDATE streamHead SET hash = ? WHERE stream = ?",
                    [.blob(entry.hash), .text(forged)])
                let report = try await store.verify()
                #expect(report.findings.map(\.problem) == [.checkpointMismatch])
            }
        }
    }

    @Test(arguments: StoreFactory.all)
    func `names of every kind are kept, read back and proved`(factory: StoreFactory) async throws {
        let names = [
            "a", "A", "a ", " a", "đ", "Đ", "d\u{302}", "𝔘/🙂", "a/b/c", "%", "_", "'", "\"", "\\",
            "\n", "\u{200B}", String(repeating: "dài", count: 5000), "0", "00", "1e3", "NULL",
        ]
        try await factory.withStore { store in
            for name in names { try await store.note(name, expecting: 0, text: name) }
            for name in names {
                let entries = try await store.read { try $0.entries(of: name) }
                #expect(entries.count == 1, "\(name.prefix(20))")
                #expect(entries.first.map { Array($0.stream.utf8) } == Array(name.utf8))
            }
            let checkpoint = try #require(try await store.checkpoint(at: 1))
            #expect(checkpoint.streamCount == names.count)
            let report = try await store.verify(anchors: [checkpoint])
            #expect(report.isClean && report.streamCount == names.count)
        }
    }

    /// At a zero the database would cut the text, and the entry would count as edited for ever.
    @Test(arguments: StoreFactory.all)
    func `a zero within a text beside the payload is refused by name and nothing is written`(
        factory: StoreFactory
    ) async throws {
        let odd = [
            ("s\u{0}v", "t", Authorship(at: 1, actor: "p", unit: "u")),
            ("s", "t\u{0}", Authorship(at: 1, actor: "p", unit: "u")),
            ("s", "t", Authorship(at: 1, actor: "\u{0}p", unit: "u")),
            ("s", "t", Authorship(at: 1, actor: "p", onBehalfOf: "\u{0}", unit: "u")),
            ("s", "t", Authorship(at: 1, actor: "p", unit: "u\u{0}z")),
        ]
        try await factory.withStore { store in
            for (stream, type, authorship) in odd {
                await #expect(throws: AppendRejection.zeroInText(stream: stream)) {
                    try await store.write { transaction in
                        _ = try transaction.append(
                            [NewEntry("t", [:]), NewEntry(type, [:])], to: stream, expecting: 0,
                            by: authorship)
                    }
                }
            }
            let sequence = try await store.sequence()
            #expect(sequence == 0)
            let sentence = AppendRejection.zeroInText(stream: "s\u{0}v").sentence
            #expect(sentence.vi.contains("sv") && sentence.en.contains("Leave it out"))
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a zero within the payload is kept, for its bytes are not cut`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            try await store.note("s", expecting: 0, text: "v\u{0}w")
            let read = try await store.read { try $0.entries(of: "s") }
            #expect(try read[0].decodedPayload().text("text") == "v\u{0}w")
            #expect(try await store.verify().isClean)
        }
    }
}
