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

    let entries: Int
    let streams: Int
    let checkpoints: Int
    let personalValues: Int
    let erasedValues: Int
    let replayedEntries: Int
    let replayedStreams: Int
    let isClean: Bool
    let findings: [Finding]
    /// Findings beyond the first thousand of each proof.
    let omitted: Int

    init(ledger: VerificationReport, replay: ReplayReport) {
        entries = ledger.entryCount
        streams = ledger.streamCount
        checkpoints = ledger.checkpointCount
        personalValues = ledger.personalCount
        erasedValues = ledger.erasedCount
        replayedEntries = replay.entryCount
        replayedStreams = replay.streamCount
        isClean = ledger.isClean && replay.isClean
        omitted = ledger.omittedCount + replay.omittedCount
        findings =
            ledger.findings.map {
                Finding(
                    stream: $0.stream, version: $0.version, sequence: $0.sequence,
                    vi: $0.sentence.vi, en: $0.sentence.en)
            }
            + replay.findings.map {
                Finding(
                    stream: $0.stream, version: nil, sequence: nil, vi: $0.sentence.vi,
                    en: $0.sentence.en)
            }
    }

    var text: String {
        var lines = findings.flatMap { [$0.vi, "  " + $0.en] }
        if omitted > 0 { lines.append("… +\(omitted)") }
        lines.append(
            "Sổ: \(entries) mục, \(streams) chuỗi, \(checkpoints) điểm kiểm tra; "
                + "diễn lại \(replayedEntries) mục: "
                + (isClean ? "không có gì sai lệch." : "\(findings.count + omitted) chỗ sai lệch."))
        lines.append(
            "Ledger: \(entries) entries, \(streams) streams, \(checkpoints) checkpoints; "
                + "replayed \(replayedEntries) entries: "
                + (isClean ? "nothing is amiss." : "\(findings.count + omitted) findings."))
        return lines.joined(separator: "\n") + "\n"
    }
}
