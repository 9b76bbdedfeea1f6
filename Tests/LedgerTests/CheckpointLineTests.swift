// Lines kept outside pass through mail, paper and editors: a changed one never counts.

import Foundation
import Ledger
import TestStores
import Testing

@Suite struct CheckpointLineTests {
    private static let checkpoint = Checkpoint(
        number: 7, at: 1_498_800_000_000, sequence: 4711, entryCount: 4711, streamCount: 12,
        root: Array(0..<32), previousDigest: Array(repeating: 0xAB, count: 32))

    @Test func `no changed letter of a line passes for another checkpoint`() throws {
        let line = Array(Self.checkpoint.line.utf8)
        let replacements = Array("0189afF\" ,:{}x-\u{0}".utf8)
        for place in line.indices {
            for letter in replacements where letter != line[place] {
                var other = line
                other[place] = letter
                let text = String(decoding: other, as: UTF8.self)
                // Large hexadecimal digits say the same.
                if let read = try? Checkpoint(line: text) {
                    #expect(read == Self.checkpoint, "\(text)")
                }
            }
            let shorter = String(decoding: line[..<place], as: UTF8.self)
            #expect(throws: CheckpointLineError.self) { try Checkpoint(line: shorter) }
        }
    }

    @Test func `every number of it is under the digest`() throws {
        let line = Self.checkpoint.line
        for (from, to) in [
            ("\"checkpoint\":7", "\"checkpoint\":8"), ("\"at\":1498800000000", "\"at\":-1"),
            ("\"sequence\":4711", "\"sequence\":4710"),
            ("\"entryCount\":4711", "\"entryCount\":9223372036854775807"),
            ("\"streamCount\":12", "\"streamCount\":-12"),
        ] {
            try #require(line.contains(from))
            let forged = line.replacing(from, with: to)
            #expect(throws: CheckpointLineError(line: forged)) { try Checkpoint(line: forged) }
        }
    }

    @Test(arguments: [
        "\"at\":1498800000000", "\"sequence\":4711", "\"root\":", "\"digest\":",
    ])
    func `numbers of another kind or beyond all bounds are refused`(field: String) {
        let line = Self.checkpoint.line
        let key = field.prefix { $0 != ":" }
        for value in ["1e400", "99999999999999999999", "1.5", "null", "true", "[]", "\"\"", "{}"] {
            let start = line.range(of: String(key) + ":")
            let rest = start.map { line[$0.upperBound...].drop { !",}".contains($0) } } ?? ""
            let forged = line[..<(start?.upperBound ?? line.startIndex)] + value + rest
            #expect(throws: CheckpointLineError.self) { try Checkpoint(line: String(forged)) }
        }
    }

    @Test func `a signature that cannot be read is refused and not left out`() throws {
        var signed = Self.checkpoint
        signed.signature = [1, 2, 3]
        signed.signatureKey = "van-phong-2017"
        let line = signed.line
        #expect(try Checkpoint(line: line) == signed)
        for broken in ["01020", "xx0203", "01 02 03"] {
            let forged = line.replacing("\"010203\"", with: "\"\(broken)\"")
            #expect(throws: CheckpointLineError(line: forged)) { try Checkpoint(line: forged) }
        }
    }

    @Test func `a refusal shows the beginning of the line and no more`() {
        let line = String(repeating: "thư rác ", count: 1000)
        let sentence = CheckpointLineError(line: line).sentence
        #expect(sentence.vi.count < 200 && sentence.en.count < 200)
        #expect(sentence.vi.hasSuffix(line.prefix(80)))
    }

    /// Two copies of one checkpoint may be kept; when they differ one of them was changed.
    @Test(arguments: StoreFactory.all)
    func `of two kept copies the wrong one is found in either order`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            let real = try await store.fill()
            let other = Checkpoint(
                number: 1, at: 2, sequence: real.sequence, entryCount: real.entryCount,
                streamCount: real.streamCount, root: real.root, previousDigest: Chain.origin)
            for anchors in [[real, other], [other, real]] {
                let report = try await store.verify(anchors: anchors)
                #expect(report.findings.map(\.problem) == [.anchorMismatch])
            }
            #expect(try await store.verify(anchors: [real, real]).isClean)
        }
    }
}
