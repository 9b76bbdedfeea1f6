// Finds out what happened to the entries of one stream whose hash does not fit.

/// An entry that fits its hash only under another version or number.
struct ShiftedEntry: Equatable {
    var entry: Entry
    /// What to add to its version to get the one it was written with.
    var version: Int
    /// The same for its sequence.
    var sequence: Int

    /// Looks in the near neighbourhood; `nil` when the content itself does not fit.
    init?(_ entry: Entry) {
        for version in Self.near {
            for sequence in Self.near where version != 0 || sequence != 0 {
                var moved = entry
                moved.version &+= version
                moved.sequence &+= sequence
                if Chain.isIntact(moved) {
                    self.entry = entry
                    self.version = version
                    self.sequence = sequence
                    return
                }
            }
        }
        return nil
    }

    private static let near = [0, 1, -1, 2, -2, 3, -3]
}

/// The entries of one stream that do not read as written.
struct BrokenEntries {
    private var entries: [Entry] = []
    private var shifted: [ShiftedEntry] = []
    private var explained: Set<Int> = []
    /// Pairs are compared for a swap among so many; the rest is looked at one by one.
    private static let pairedMaximum = 64

    mutating func add(_ entry: Entry) {
        explained.insert(entry.version)
        if entries.count < Self.pairedMaximum {
            entries.append(entry)
        } else if let moved = ShiftedEntry(entry) {
            shifted.append(moved)
        } else {
            entries.append(entry)
        }
    }

    /// True when something wrong with this version was found already.
    func explains(_ version: Int) -> Bool {
        explained.contains(version)
    }

    /// Reports swaps inside the stream and shifted versions; hands the rest on. Returns by how
    /// much versions were shifted.
    mutating func classify(
        into misplaced: inout MisplacedEntries, _ report: inout VerificationReport
    ) -> Set<Int> {
        let pairs = EntrySwap.pairs(among: Array(entries.prefix(Self.pairedMaximum)))
        for (first, second) in pairs { report.add(EntrySwap.finding(first, second)) }
        let swapped = Set(pairs.flatMap { [$0.0.version, $0.1.version] })
        var moved: [ShiftedEntry] = []
        for entry in entries where !swapped.contains(entry.version) {
            if let shift = ShiftedEntry(entry) {
                moved.append(shift)
            } else {
                misplaced.add(entry)
            }
        }
        reportShifts(moved + shifted, &report)
        return Set((moved + shifted).map(\.version)).subtracting([0])
    }

    /// A run of entries moved down tells of a deletion before it, one moved up of an insertion.
    private mutating func reportShifts(
        _ shifts: [ShiftedEntry], _ report: inout VerificationReport
    ) {
        var current = 0
        for shift in shifts {
            if shift.version == 0 {
                let original = shift.entry.sequence &+ shift.sequence
                report.add(
                    VerificationFinding(.renumbered(fromSequence: original), at: shift.entry))
                continue
            }
            let step = shift.version - current
            current = shift.version
            if step > 0 {
                report.add(
                    VerificationFinding(
                        .deleted(throughVersion: shift.entry.version &+ shift.version &- 1),
                        stream: shift.entry.stream,
                        version: shift.entry.version &+ shift.version &- step))
            }
            for distance in stride(from: step, to: 0, by: 1) {
                let version = shift.entry.version &+ distance
                explained.insert(version)
                report.add(
                    VerificationFinding(.inserted, stream: shift.entry.stream, version: version))
            }
        }
    }
}
