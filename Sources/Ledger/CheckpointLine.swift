// A checkpoint as one line of JSON, to be printed, mailed or kept on another machine.

import Foundation

/// Why a line is no checkpoint.
public struct CheckpointLineError: Error, Hashable, Sendable {
    public var line: String

    public init(line: String) {
        self.line = line
    }

    public var sentence: LedgerSentence {
        LedgerSentence(
            vi: "Dòng này không phải là điểm kiểm tra của sổ: \(line.prefix(80))",
            en: "This line is no checkpoint of a ledger: \(line.prefix(80))")
    }
}

extension Checkpoint {
    /// Keys in a fixed order, digests in hexadecimal; `signature` and `signatureKey` stand only
    /// when there are some.
    public var line: String {
        var fields: [(String, PayloadValue)] = [
            ("checkpoint", .int(number)), ("at", .int(at)), ("sequence", .int(sequence)),
            ("entryCount", .int(entryCount)), ("streamCount", .int(streamCount)),
            ("root", .text(Hexadecimal.text(root))),
            ("previousDigest", .text(Hexadecimal.text(previousDigest))),
            ("digest", .text(Hexadecimal.text(digest))),
        ]
        if let signature { fields.append(("signature", .text(Hexadecimal.text(signature)))) }
        if let signatureKey { fields.append(("signatureKey", .text(signatureKey))) }
        let checked = fields.map { Payload.Field(key: $0.0, value: $0.1) }
        return Payload(checked: checked).json
    }

    /// Reads a line written by `line`. Refuses one whose digest does not fit its content.
    public init(line: String) throws(CheckpointLineError) {
        guard
            let parsed = try? JSONDecoder().decode(ParsedLine.self, from: Data(line.utf8)),
            let root = Hexadecimal.bytes(parsed.root), root.count == SHA256Digest.length,
            let previous = Hexadecimal.bytes(parsed.previousDigest),
            previous.count == SHA256Digest.length
        else { throw CheckpointLineError(line: line) }
        self.init(
            number: parsed.checkpoint, at: parsed.at, sequence: parsed.sequence,
            entryCount: parsed.entryCount, streamCount: parsed.streamCount, root: root,
            previousDigest: previous)
        if Hexadecimal.bytes(parsed.digest) != digest { throw CheckpointLineError(line: line) }
        signature = parsed.signature.flatMap(Hexadecimal.bytes)
        if parsed.signature != nil, signature == nil { throw CheckpointLineError(line: line) }
        signatureKey = parsed.signatureKey
    }

    private struct ParsedLine: Decodable {
        var checkpoint: Int
        var at: Int64
        var sequence: Int
        var entryCount: Int
        var streamCount: Int
        var root: String
        var previousDigest: String
        var digest: String
        var signature: String?
        var signatureKey: String?
    }
}
