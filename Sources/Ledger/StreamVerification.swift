// Checks the chain of each stream, entry by entry.

/// Takes the entries of all streams, each stream in the order of versions. What does not fit is
/// gathered until the stream ends, because one deletion or swap breaks several entries.
struct StreamVerification {
    private var previous: Entry?
    private var head: StreamHead?
    private var broken = BrokenEntries()
    /// Entries that read as written but do not follow the one before them.
    private var unlinked: [(previous: Entry?, entry: Entry)] = []
    private var misplaced = MisplacedEntries()

    mutating func add(_ entry: Entry, head: StreamHead?, to report: inout VerificationReport) {
        if previous.map({ !$0.isSameStream(as: entry.stream) }) ?? true {
            finishStream(&report)
            report.streamCount += 1
            self.head = head
        }
        report.entryCount += 1
        // A tampered row may hold any number: sums wrap instead of stopping the verification.
        let expectedVersion = (previous?.version ?? 0) &+ 1
        if entry.sequence < 1 { report.add(VerificationFinding(.inserted, at: entry)) }
        if entry.version > expectedVersion {
            report.add(
                VerificationFinding(
                    .deleted(throughVersion: entry.version - 1), stream: entry.stream,
                    version: expectedVersion))
        }
        if !Chain.isIntact(entry) {
            broken.add(entry)
        } else if entry.version == expectedVersion,
            entry.previousHash != (previous?.hash ?? Chain.origin)
        {
            unlinked.append((previous, entry))
        }
        previous = entry
    }

    /// Ends the last stream and reports what only the whole ledger could tell.
    mutating func finish(_ report: inout VerificationReport) {
        finishStream(&report)
        misplaced.report(to: &report)
    }

    private mutating func finishStream(_ report: inout VerificationReport) {
        guard let last = previous else { return }
        let shifts = broken.classify(into: &misplaced, &report)
        reportUnlinked(&report)
        if shifts.isEmpty { reportHead(last, &report) }
        previous = nil
        broken = BrokenEntries()
        unlinked = []
    }

    /// An entry that does not follow although both read as written: the one before it was
    /// rewritten together with its hash, or, at the beginning, what stood before is gone.
    private func reportUnlinked(_ report: inout VerificationReport) {
        for (before, entry) in unlinked {
            guard let before else {
                report.add(VerificationFinding(.edited, at: entry))
                continue
            }
            if broken.explains(before.version) || broken.explains(entry.version) { continue }
            report.add(VerificationFinding(.edited, at: before))
        }
    }

    private func reportHead(_ last: Entry, _ report: inout VerificationReport) {
        guard let head else {
            report.add(VerificationFinding(.headMismatch, at: last))
            return
        }
        if head.version > last.version {
            report.add(
                VerificationFinding(
                    .truncated(through: head.version), stream: last.stream,
                    version: last.version &+ 1))
        } else if head.version < last.version {
            report.add(VerificationFinding(.inserted, at: last))
        } else if head.hash != last.hash {
            report.add(VerificationFinding(.headMismatch, at: last))
        }
    }
}
