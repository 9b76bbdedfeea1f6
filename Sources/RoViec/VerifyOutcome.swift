// What the two proofs of `roviec verify` came to, for people and for programs.

import Ledger
import Office
import WorkTime

/// What both proofs came to, for people and for programs.
struct VerifyOutcome: Encodable {
    struct Finding: Encodable {
        let stream: String?
        let version: Int?
        let sequence: Int?
        let vi: String
        let en: String
    }

    struct Signed: Encodable {
        let checkpoint: Int
        let sequence: Int
        let key: String
    }

    let entries: Int
    let streams: Int
    let checkpoints: Int
    let signedCheckpoints: Int
    let unsignedCheckpoints: Int
    /// The newest checkpoint with a good signature.
    let signedThrough: Signed?
    /// Whether the keys of signatures were compared with keys that somebody named.
    let areKeysNamed: Bool
    /// The checkpoint behind which the proof began; `nil` for the whole ledger.
    let since: Int?
    let personalValues: Int
    let erasedValues: Int
    let replayedEntries: Int
    let replayedStreams: Int
    let isClean: Bool
    let findings: [Finding]
    /// Findings beyond the first thousand of each proof.
    let omitted: Int

    /// - Parameter replay: `nil` when only the end of the ledger was checked.
    init(ledger: VerificationReport, replay: ReplayReport?, areKeysNamed: Bool) {
        self.areKeysNamed = areKeysNamed
        since = ledger.since
        signedCheckpoints = ledger.signedCount
        unsignedCheckpoints = ledger.unsignedCount
        signedThrough = ledger.newestSigned.map {
            Signed(checkpoint: $0.checkpoint, sequence: $0.sequence, key: $0.keyID)
        }
        entries = ledger.entryCount
        streams = ledger.streamCount
        checkpoints = ledger.checkpointCount
        personalValues = ledger.personalCount
        erasedValues = ledger.erasedCount
        replayedEntries = replay?.entryCount ?? 0
        replayedStreams = replay?.streamCount ?? 0
        isClean = ledger.isClean && replay?.isClean ?? true
        omitted = ledger.omittedCount + (replay?.omittedCount ?? 0)
        findings =
            ledger.findings.map {
                Finding(
                    stream: $0.stream, version: $0.version, sequence: $0.sequence,
                    vi: $0.sentence.vi, en: $0.sentence.en)
            }
            + (replay?.findings ?? []).map {
                Finding(
                    stream: $0.stream, version: nil, sequence: nil, vi: $0.sentence.vi,
                    en: $0.sentence.en)
            }
    }

    var text: String {
        var lines = findings.flatMap { [$0.vi, "  " + $0.en] }
        if omitted > 0 { lines.append("… +\(omitted)") }
        lines += signatureLines
        lines += [countLine(.vi), countLine(.en)]
        return lines.joined(separator: "\n") + "\n"
    }

    private func countLine(_ language: Language) -> String {
        let isVietnamese = language == .vi
        let behind = since.map {
            isVietnamese ? " sau điểm kiểm tra \($0)" : " after checkpoint \($0)"
        }
        let played =
            since == nil
            ? (isVietnamese
                ? "diễn lại \(replayedEntries) mục" : "replayed \(replayedEntries) entries")
            : (isVietnamese ? "không diễn lại" : "not replayed")
        let count = findings.count + omitted
        return isVietnamese
            ? "Sổ\(behind ?? ""): \(entries) mục, \(streams) chuỗi, \(checkpoints) điểm kiểm tra; "
                + "\(played): " + (isClean ? "không có gì sai lệch." : "\(count) chỗ sai lệch.")
            : "Ledger\(behind ?? ""): \(entries) entries, \(streams) streams, "
                + "\(checkpoints) checkpoints; \(played): "
                + (isClean ? "nothing is amiss." : "\(count) findings.")
    }

    /// How far signatures reach, and whether anybody vouched for the key.
    private var signatureLines: [String] {
        guard let signed = signedThrough else {
            return ["Không điểm kiểm tra nào có chữ ký.", "No checkpoint is signed."]
        }
        var lines = [
            "Chữ ký: khóa \(signed.key) chốt đến điểm kiểm tra \(signed.checkpoint), "
                + "số \(signed.sequence); \(unsignedCheckpoints) điểm không ký riêng.",
            "Signatures: key \(signed.key) covers up to checkpoint \(signed.checkpoint), "
                + "sequence \(signed.sequence); \(unsignedCheckpoints) not signed by themselves.",
        ]
        if !areKeysNamed {
            lines += [
                "Chưa so khóa với khóa nào đã biết; hãy thêm --public-key.",
                "The key was compared with no known one; add --public-key.",
            ]
        }
        return lines
    }
}
