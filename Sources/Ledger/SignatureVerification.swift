// Checks the signatures of checkpoints, and how far they reach.

/// A signed checkpoint covers all before it, because each tells the digest of the one before. So it
/// is the newest good signature that counts.
struct SignatureVerification {
    /// Keys that somebody trusts; none means that signatures are only compared with the keys that
    /// they name.
    let keys: Set<CheckpointKey>
    private var last: Checkpoint?

    init(keys: [CheckpointKey]) {
        self.keys = Set(keys)
    }

    mutating func check(_ checkpoint: Checkpoint, _ report: inout VerificationReport) {
        // What was changed is named as such already.
        guard checkpoint.digest == checkpoint.computedDigest else { return }
        last = checkpoint
        switch checkpoint.signing {
        case .missing: report.unsignedCount += 1
        case .wrong: add(.signatureWrong, checkpoint, &report)
        case .fits(let key) where !keys.isEmpty && !keys.contains(key):
            add(.signatureForeign(keyID: key.id), checkpoint, &report)
        case .fits(let key):
            report.signedCount += 1
            report.newestSigned = SignedPlace(
                checkpoint: checkpoint.number, sequence: checkpoint.sequence, keyID: key.id)
        }
    }

    /// Whoever brings a key wants a signature over the newest checkpoint: one that was taken away
    /// leaves no other trace.
    mutating func finish(_ report: inout VerificationReport) {
        guard !keys.isEmpty else { return }
        let signed = report.newestSigned?.checkpoint
        guard let last else {
            report.add(VerificationFinding(.signatureMissing(newestSigned: nil), checkpoint: 0))
            return
        }
        if last.signing == .missing { add(.signatureMissing(newestSigned: signed), last, &report) }
    }

    private func add(
        _ problem: VerificationFinding.Problem, _ checkpoint: Checkpoint,
        _ report: inout VerificationReport
    ) {
        report.add(
            VerificationFinding(
                problem, sequence: checkpoint.sequence, checkpoint: checkpoint.number))
    }
}

/// The newest checkpoint with a good signature.
public struct SignedPlace: Hashable, Sendable {
    public let checkpoint: Int
    /// The newest entry that the signature covers.
    public let sequence: Int
    public let keyID: String
}
