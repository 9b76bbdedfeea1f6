// Any single change behind the ledger's back, anywhere in a ledger of any shape, is found.

import Ledger
import TestStores
import Testing

/// A ledger of random shape, and what was written into it.
private struct RandomLedger {
    var entries: [Entry] = []
    var checkpoints: [Checkpoint] = []

    static func write(_ chance: inout SeededChance, to store: any LedgerStore) async throws
        -> RandomLedger
    {
        var ledger = RandomLedger()
        var versions: [String: Int] = [:]
        for number in 0..<(30 + chance.number(below: 30)) {
            let stream = "s/\(chance.number(below: 6))"
            let payload = chance.payload()
            let others = 1 + chance.number(below: 3)
            let version = versions[stream] ?? 0
            let new = (0..<others).map { NewEntry("n.\(number).\($0)", payload) }
            ledger.entries += try await store.write {
                try $0.append(new, to: stream, expecting: version, by: someone)
            }
            versions[stream] = version + others
            if chance.number(below: 12) == 0,
                let checkpoint = try await store.checkpoint(at: Int64(number))
            {
                ledger.checkpoints.append(checkpoint)
            }
        }
        return ledger
    }
}

@Suite struct TamperWalkTests {
    /// Payloads of the walk refer to personal values that were never kept; that is not its matter.
    private func findings(
        _ store: any LedgerStore, _ anchors: [Checkpoint] = []
    ) async throws -> [VerificationFinding] {
        try await store.verify(anchors: anchors).findings.filter {
            if case .personalMissing = $0.problem { false } else { true }
        }
    }

    @Test(arguments: StoreFactory.all, UInt64(1)...10)
    func `an edited column of any entry is named at that very entry`(
        factory: StoreFactory, seed: UInt64
    ) async throws {
        try await factory.withStore { store in
            var chance = SeededChance(seed: seed)
            let ledger = try await RandomLedger.write(&chance, to: store)
            #expect(try await findings(store, ledger.checkpoints).isEmpty)
            let edits = [
                "type = type || 'x'", "at = at + 1", "actor = actor || ' '", "unit = upper(unit)",
                "onBehalfOf = 'p'", "payload = payload || payload", "hash = payload",
            ]
            for edit in edits {
                let entry = ledger.entries[chance.number(below: ledger.entries.count)]
                let before = try await row(store, entry.sequence)
                try await store.tamper(
                    "UPDATE entry SET \(edit) WHERE sequence = \(entry.sequence)")
                let found = try await findings(store, ledger.checkpoints)
                let named = found.filter {
                    $0.problem == .edited && $0.sequence == entry.sequence
                        && $0.stream == entry.stream && $0.version == entry.version
                }
                #expect(named.count == 1, "\(edit): \(found)")
                #expect(found.allSatisfy { $0.stream == entry.stream || $0.checkpoint != nil })
                try await put(before, back: store)
                #expect(try await findings(store, ledger.checkpoints).isEmpty)
            }
        }
    }

    @Test(arguments: StoreFactory.all, UInt64(20)...27)
    func `any run of entries cut out is named with its stream and its gap`(
        factory: StoreFactory, seed: UInt64
    ) async throws {
        try await factory.withStore { store in
            var chance = SeededChance(seed: seed)
            let ledger = try await RandomLedger.write(&chance, to: store)
            let stream = ledger.entries[chance.number(below: ledger.entries.count)].stream
            let own = ledger.entries.filter { $0.stream == stream }
            let first = 1 + chance.number(below: own.count)
            let last = first + chance.number(below: own.count - first + 1)
            try await store.tamper(
                "DELETE FROM entry WHERE stream = ? AND version BETWEEN ? AND ?",
                [.text(stream), SQLValue(first), SQLValue(last)])
            let found = try await findings(store, ledger.checkpoints)
            let problem: VerificationFinding.Problem =
                last == own.count ? .truncated(through: last) : .deleted(throughVersion: last)
            #expect(
                found.contains { $0.problem == problem && $0.stream == stream }, "\(found)")
            let gone = own.filter { (first...last).contains($0.version) }.map(\.sequence)
            let gaps = found.filter { $0.stream == nil }.compactMap {
                finding -> ClosedRange<Int>? in
                switch finding.problem {
                case .sequenceGap(let through), .truncated(let through):
                    (finding.sequence ?? 0)...through
                default: nil
                }
            }
            for sequence in gone {
                #expect(gaps.contains { $0.contains(sequence) }, "\(sequence) in \(gaps)")
            }
        }
    }

    @Test(arguments: StoreFactory.all, UInt64(40)...47)
    func `two entries that change their places anywhere are both named`(
        factory: StoreFactory, seed: UInt64
    ) async throws {
        try await factory.withStore { store in
            var chance = SeededChance(seed: seed)
            let ledger = try await RandomLedger.write(&chance, to: store)
            let one = ledger.entries[chance.number(below: ledger.entries.count)]
            let rest = ledger.entries.filter {
                $0.sequence != one.sequence && $0.payload != one.payload
            }
            let two = rest[chance.number(below: rest.count)]
            for (entry, other) in [(one, two), (two, one)] {
                try await store.tamper(
                    "UPDATE entry SET payload = ? WHERE sequence = ?",
                    [.blob(other.payload), SQLValue(entry.sequence)])
            }
            let found = try await findings(store)
            let swaps = found.compactMap { finding -> Set<Int>? in
                guard case .swapped(_, let sequence, _) = finding.problem else { return nil }
                return [finding.sequence ?? 0, sequence]
            }
            #expect(swaps == [[one.sequence, two.sequence]], "\(found)")
        }
    }

    /// Whoever holds the whole database can make it fit inside; what is kept outside tells.
    @Test(arguments: StoreFactory.all, UInt64(60)...65)
    func `a ledger forged anew from any entry on differs from the line kept outside`(
        factory: StoreFactory, seed: UInt64
    ) async throws {
        try await factory.withStore { store in
            var chance = SeededChance(seed: seed)
            let ledger = try await RandomLedger.write(&chance, to: store)
            let last = try #require(try await store.checkpoint(at: 1000) ?? ledger.checkpoints.last)
            let entry = ledger.entries[chance.number(below: last.sequence)]
            try await forge(store, from: entry)
            try await store.tamper("DELETE FROM checkpoint")
            _ = try await store.checkpoint(at: 1000)
            #expect(try await findings(store).isEmpty, "inside, everything fits again")
            let found = try await findings(store, [last])
            #expect(
                found.contains {
                    [.anchorMissing, .anchorMismatch].contains($0.problem)
                        && $0.checkpoint == last.number
                }, "\(found)")
        }
    }

    private func row(_ store: any LedgerStore, _ sequence: Int) async throws -> Entry {
        try await store.read { try $0.entries(afterSequence: sequence - 1, limit: 1)[0] }
    }

    private func put(_ entry: Entry, back store: any LedgerStore) async throws {
        try await store.tamper(
            """
            UPDATE entry SET type = ?, at = ?, actor = ?, onBehalfOf = ?, unit = ?, payload = ?,
                hash = ? WHERE sequence = ?
            """,
            [
                .text(entry.type), .integer(entry.at), .text(entry.actor),
                SQLValue(entry.onBehalfOf), .text(entry.unit), .blob(entry.payload),
                .blob(entry.hash), SQLValue(entry.sequence),
            ])
    }

    /// Writes another actor into an entry and makes all hashes behind it fit, the head too.
    private func forge(_ store: any LedgerStore, from first: Entry) async throws {
        try await store.write { transaction in
            var previous: Entry?
            for var entry in try transaction.entries(of: first.stream, after: first.version - 1) {
                if entry.version == first.version { entry.actor = "person/thief" }
                if let previous { entry.previousHash = previous.hash }
                entry.hash = Chain.hash(of: entry)
                try transaction.execute(
                    "UPDATE entry SET actor = ?, previousHash = ?, hash = ? WHERE sequence = ?",
                    [
                        .text(entry.actor), .blob(entry.previousHash), .blob(entry.hash),
                        SQLValue(entry.sequence),
                    ])
                previous = entry
            }
            guard let previous else { throw Refused() }
            try transaction.execute(
                "UPDATE streamHead SET hash = ? WHERE stream = ?",
                [.blob(previous.hash), .text(previous.stream)])
        }
    }
}
