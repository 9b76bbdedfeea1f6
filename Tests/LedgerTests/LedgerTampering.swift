// Changes a ledger behind its back, the way somebody with the database password could.

import Ledger

extension LedgerStore {
    /// Four streams of five entries, written in turn, with one personal value and a checkpoint.
    @discardableResult
    func fill() async throws -> Checkpoint {
        try await write { transaction in
            for version in 0..<5 {
                for stream in 0..<4 {
                    var payload: Payload = ["text": .text("\(stream).\(version)")]
                    if version == 0 && stream == 0 {
                        let citizen = try transaction.putPersonal(
                            "Lê Văn Mẫu", id: "p", stream: "s/0", salt: PersonalValueTests.salt)
                        try payload.append("citizen", .personal(citizen))
                    }
                    try transaction.append(
                        [NewEntry("note.written", payload)], to: "s/\(stream)",
                        expecting: version, by: someone)
                }
            }
            guard let checkpoint = try transaction.writeCheckpoint(at: 1) else { throw Refused() }
            return checkpoint
        }
    }

    func verify(anchors: [Checkpoint] = []) async throws -> VerificationReport {
        try await read { try Verification.run($0, anchors: anchors) }
    }

    func tamper(_ sql: String, _ arguments: [SQLValue] = []) async throws {
        try await write { _ = try $0.execute(sql, arguments) }
    }

    /// Changes the content of an entry and computes a hash that fits.
    @discardableResult
    func rewrite(_ stream: String, version: Int) async throws -> Entry {
        try await write { transaction in
            var entry = try transaction.entries(of: stream)[version - 1]
            entry.actor = "person/thief"
            entry.hash = Chain.hash(of: entry)
            try transaction.execute(
                "UPDATE entry SET actor = ?, hash = ? WHERE sequence = ?",
                [.text(entry.actor), .blob(entry.hash), SQLValue(entry.sequence)])
            return entry
        }
    }

    /// Puts in an entry that follows the one before it and fits its own hash.
    func forge(_ stream: String, version: Int, sequence: Int) async throws {
        try await write { transaction in
            var entry = try transaction.entries(of: stream)[version - 2]
            entry.previousHash = entry.hash
            entry.version = version
            entry.sequence = sequence
            entry.hash = Chain.hash(of: entry)
            try transaction.execute(
                """
                INSERT INTO entry (sequence, stream, version, type, at, actor, unit, payload,
                    previousHash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    SQLValue(sequence), .text(stream), SQLValue(version), .text(entry.type),
                    .integer(entry.at), .text(entry.actor), .text(entry.unit),
                    .blob(entry.payload), .blob(entry.previousHash), .blob(entry.hash),
                ])
        }
    }

    /// Lets two entries of one stream exchange their numbers.
    func swapPlaces(_ stream: String, _ one: Int, _ two: Int, columns: [String]) async throws {
        try await write { transaction in
            let entries = try transaction.entries(of: stream)
            let first = entries[one - 1]
            let second = entries[two - 1]
            func move(_ hash: [UInt8], version: Int, sequence: Int) throws {
                let sets = columns.map { "\($0) = ?" }.joined(separator: ", ")
                let values = columns.map { SQLValue($0 == "version" ? version : sequence) }
                try transaction.execute(
                    "UPDATE entry SET \(sets) WHERE hash = ?", values + [.blob(hash)])
            }
            try move(first.hash, version: 900, sequence: 900)
            try move(second.hash, version: first.version, sequence: first.sequence)
            try move(first.hash, version: second.version, sequence: second.sequence)
        }
    }

    /// Cuts the ledger and sets every head back, so that nothing inside contradicts.
    func cut(after sequence: Int) async throws {
        try await write { transaction in
            try transaction.execute(
                "DELETE FROM entry WHERE sequence > ?", [SQLValue(sequence)])
            try transaction.execute(
                "UPDATE ledgerHead SET sequence = ?", [SQLValue(sequence)])
            for stream in 0..<4 {
                guard let last = try transaction.entries(of: "s/\(stream)").last else { continue }
                try transaction.execute(
                    "UPDATE streamHead SET version = ?, hash = ? WHERE stream = ?",
                    [SQLValue(last.version), .blob(last.hash), .text(last.stream)])
            }
        }
    }
}

extension VerificationReport {
    func has(
        _ problem: VerificationFinding.Problem, _ stream: String, version: Int,
        sequence: Int? = nil
    ) -> Bool {
        findings.contains(
            VerificationFinding(problem, stream: stream, version: version, sequence: sequence))
    }
}
