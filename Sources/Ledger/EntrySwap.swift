// Recognises two entries that stand in each other's place.

enum EntrySwap {
    /// Each entry is part of one pair at most.
    static func pairs(among entries: [Entry]) -> [(Entry, Entry)] {
        var taken: Set<Int> = []
        var result: [(Entry, Entry)] = []
        for (index, first) in entries.enumerated() where !taken.contains(index) {
            for other in entries.indices.dropFirst(index + 1) where !taken.contains(other) {
                if isSwap(first, entries[other]) {
                    taken.formUnion([index, other])
                    result.append((first, entries[other]))
                    break
                }
            }
        }
        return result
    }

    static func finding(_ first: Entry, _ second: Entry) -> VerificationFinding {
        VerificationFinding(
            .swapped(
                withVersion: second.version, withSequence: second.sequence,
                ofStream: second.stream), at: first)
    }

    /// Tries what can be exchanged: the place (number, version or both), or the content.
    private static func isSwap(_ first: Entry, _ second: Entry) -> Bool {
        let exchanges: [(inout Entry, Entry) -> Void] = [
            { $0.version = $1.version },
            { $0.sequence = $1.sequence },
            {
                $0.version = $1.version
                $0.sequence = $1.sequence
            },
            {
                $0.version = $1.version
                $0.sequence = $1.sequence
                $0.stream = $1.stream
            },
            { $0.payload = $1.payload },
            { exchangeContent(of: &$0, from: $1) },
        ]
        return exchanges.contains { exchange in
            var one = first
            var two = second
            exchange(&one, second)
            exchange(&two, first)
            return Chain.isIntact(one) && Chain.isIntact(two)
        }
    }

    private static func exchangeContent(of entry: inout Entry, from other: Entry) {
        entry.type = other.type
        entry.at = other.at
        entry.actor = other.actor
        entry.onBehalfOf = other.onBehalfOf
        entry.unit = other.unit
        entry.payload = other.payload
    }
}

/// Broken entries of all streams, kept until the end: two may have been swapped across streams.
struct MisplacedEntries {
    private var entries: [Entry] = []
    private var later: [VerificationFinding] = []
    private static let pairedMaximum = 128

    mutating func add(_ entry: Entry) {
        if entries.count < Self.pairedMaximum {
            entries.append(entry)
        } else if later.count < VerificationReport.findingMaximum {
            later.append(VerificationFinding(.edited, at: entry))
        }
    }

    func report(to report: inout VerificationReport) {
        let pairs = EntrySwap.pairs(among: entries)
        for (first, second) in pairs { report.add(EntrySwap.finding(first, second)) }
        let swapped = Set(pairs.flatMap { [$0.0.sequence, $0.1.sequence] })
        for entry in entries where !swapped.contains(entry.sequence) {
            report.add(VerificationFinding(.edited, at: entry))
        }
        for finding in later { report.add(finding) }
    }
}
