// Checks the entries behind a checkpoint, without those before it.

/// Each entry is compared with the one before it in its stream, wherever that lies, and with the
/// head of its stream. Memory holds one page.
enum TailVerification {
    static func run(
        _ reader: any LedgerReader, after sequence: Int, _ report: inout VerificationReport
    ) throws {
        var last = sequence
        while true {
            let page = try page(reader, after: last)
            for row in page {
                try check(row, &report)
                try PersonalVerification.check(try Entry(tampered: row), reader, &report)
                last = try row.int("sequence")
            }
            if page.count < Verification.pageSize { return }
        }
    }

    private static func page(
        _ reader: any LedgerReader, after sequence: Int
    ) throws -> [SQLRow] {
        try reader.rows(
            """
            SELECT e.sequence AS sequence, e.stream AS stream, e.version AS version,
                e.type AS type, e.at AS at, e.actor AS actor, e.onBehalfOf AS onBehalfOf,
                e.unit AS unit, e.payload AS payload, e.previousHash AS previousHash,
                e.hash AS hash, h.version AS headVersion, h.hash AS headHash, p.hash AS priorHash
            FROM entry AS e
            LEFT JOIN streamHead AS h ON h.stream = e.stream
            LEFT JOIN entry AS p ON p.stream = e.stream AND p.version = e.version - 1
            WHERE e.sequence > ? ORDER BY e.sequence LIMIT ?
            """,
            [SQLValue(sequence), SQLValue(Verification.pageSize)])
    }

    private static func check(_ row: SQLRow, _ report: inout VerificationReport) throws {
        let entry = try Entry(tampered: row)
        report.entryCount += 1
        if !Chain.isIntact(entry) {
            report.add(VerificationFinding(.edited, at: entry))
        } else {
            try checkLink(of: entry, in: row, &report)
        }
        guard case .integer(let version) = try row.value("headVersion"),
            case .blob(let hash) = try row.value("headHash")
        else {
            report.add(VerificationFinding(.headMismatch, at: entry))
            return
        }
        // What lies between an entry and a later head is missed as a number of the ledger.
        if version < entry.version {
            report.add(VerificationFinding(.inserted, at: entry))
        } else if version == entry.version {
            report.streamCount += 1
            if hash != entry.hash { report.add(VerificationFinding(.headMismatch, at: entry)) }
        }
    }

    private static func checkLink(
        of entry: Entry, in row: SQLRow, _ report: inout VerificationReport
    ) throws {
        let before = entry.version &- 1
        if before < 1 {
            if !Chain.follows(entry, nil) { report.add(VerificationFinding(.inserted, at: entry)) }
            return
        }
        guard case .blob(let prior) = try row.value("priorHash") else {
            report.add(
                VerificationFinding(
                    .deleted(throughVersion: before), stream: entry.stream, version: before))
            return
        }
        if prior != entry.previousHash {
            report.add(VerificationFinding(.edited, stream: entry.stream, version: before))
        }
    }
}
