// Checks the order of the whole ledger, its checkpoints and the copies kept outside.

struct SequenceVerification {
    private(set) var lastSequence: Int
    /// Several copies of one checkpoint may be kept; each of them must agree.
    private var anchors: [Int: [Checkpoint]] = [:]
    private var waiting: [Checkpoint] = []
    private var previous: Checkpoint?
    private var changed: ChangedHeads
    private var signatures: SignatureVerification
    private var isLoaded = false

    /// - Parameter since: begins behind this checkpoint instead of the first entry.
    init(anchors: [Checkpoint], keys: [CheckpointKey], since: Checkpoint? = nil) {
        self.anchors = Dictionary(grouping: anchors, by: \.number)
        signatures = SignatureVerification(keys: keys)
        lastSequence = since?.sequence ?? 0
        changed = ChangedHeads(after: lastSequence, count: since?.entryCount ?? 0)
        previous = since
    }

    /// The checkpoint to begin behind must stand in the ledger as it was kept, and so must the
    /// copies of older ones.
    mutating func checkBeginning(
        _ reader: any LedgerReader, _ report: inout VerificationReport
    ) throws {
        guard let since = previous else { return }
        for number in Set(anchors.keys.filter { $0 < since.number } + [since.number]).sorted() {
            let copies = anchors.removeValue(forKey: number) ?? []
            let kept = number == since.number ? [since] + copies : copies
            guard let found = try reader.checkpoint(number: number) else {
                add(.anchorMissing, kept[0], &report)
                continue
            }
            report.checkpointCount += 1
            if found.digest != found.computedDigest {
                add(.checkpointBroken, found, &report)
            } else if kept.contains(where: { $0.digest != found.digest }) {
                add(.anchorMismatch, found, &report)
            }
            signatures.check(found, &report)
        }
    }

    mutating func add(
        _ head: StreamHead, sequence: Int, _ reader: any LedgerReader,
        _ report: inout VerificationReport
    ) throws {
        if sequence > lastSequence &+ 1 {
            report.add(
                VerificationFinding(
                    .sequenceGap(through: sequence - 1), sequence: lastSequence &+ 1))
        }
        while let next = try nextCheckpoint(reader), next.sequence < sequence {
            close(next, &report)
        }
        changed.add(head, sequence: sequence)
        lastSequence = sequence
    }

    mutating func finish(
        _ reader: any LedgerReader, _ report: inout VerificationReport
    ) throws {
        while let next = try nextCheckpoint(reader) {
            if next.sequence > lastSequence {
                report.add(
                    VerificationFinding(
                        .truncated(through: next.sequence), sequence: lastSequence &+ 1,
                        checkpoint: next.number))
            }
            close(next, &report)
        }
        signatures.finish(&report)
        for anchor in anchors.values.compactMap(\.first).sorted(by: { $0.number < $1.number }) {
            report.add(
                VerificationFinding(
                    .anchorMissing, sequence: anchor.sequence, checkpoint: anchor.number))
        }
        let row = try reader.row("SELECT sequence FROM ledgerHead WHERE id = 1")
        guard case .integer(let number)? = try row?.value("sequence") else {
            report.add(VerificationFinding(.headMismatch, stream: "ledgerHead"))
            return
        }
        let head = Int(number)
        if head > lastSequence {
            report.add(
                VerificationFinding(.truncated(through: head), sequence: lastSequence &+ 1))
        } else if head < lastSequence {
            report.add(VerificationFinding(.inserted, sequence: head &+ 1))
        }
    }

    /// Reads checkpoints a page at a time.
    private mutating func nextCheckpoint(_ reader: any LedgerReader) throws -> Checkpoint? {
        if waiting.isEmpty, !isLoaded {
            waiting = try reader.checkpointRows(
                after: previous?.number ?? 0, limit: Verification.pageSize
            ).map(Checkpoint.init(tampered:))
            isLoaded = waiting.count < Verification.pageSize
            waiting.reverse()
        }
        return waiting.last
    }

    /// Everything the checkpoint covers has been seen.
    private mutating func close(
        _ checkpoint: Checkpoint, _ report: inout VerificationReport
    ) {
        report.checkpointCount += 1
        let isNext =
            checkpoint.number == (previous?.number ?? 0) &+ 1
            && checkpoint.previousDigest == (previous?.digest ?? SHA256Digest.none)
        if !isNext || checkpoint.digest != checkpoint.computedDigest {
            add(.checkpointBroken, checkpoint, &report)
        } else if checkpoint.entryCount != changed.count
            || checkpoint.streamCount != changed.heads.count
            || checkpoint.root != MerkleRoot.of(Array(changed.heads.values))
        {
            add(.checkpointMismatch, checkpoint, &report)
        }
        let copies = anchors.removeValue(forKey: checkpoint.number) ?? []
        if copies.contains(where: { $0.digest != checkpoint.digest }) {
            add(.anchorMismatch, checkpoint, &report)
        }
        signatures.check(checkpoint, &report)
        changed.forget()
        previous = checkpoint
        if !waiting.isEmpty { waiting.removeLast() }
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
