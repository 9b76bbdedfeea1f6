// Proves that a ledger still reads as it was written, or names what does not.

/// Walks through the whole ledger twice, in pages: stream by stream for chains, personal values
/// and heads; then in the order of the ledger for gaps and checkpoints. Memory holds one page,
/// what is broken, and one head for each stream that changed between two checkpoints.
public enum Verification {
    static let pageSize = 1000

    /// - Parameters:
    ///   - anchors: checkpoints that were exported and kept outside.
    ///   - keys: public keys that are trusted to sign; with any, the newest checkpoint must be
    ///     signed by one of them.
    public static func run(
        _ reader: any LedgerReader, anchors: [Checkpoint] = [], keys: [CheckpointKey] = []
    ) throws -> VerificationReport {
        var report = VerificationReport()
        try checkStreams(reader, &report)
        let sequence = SequenceVerification(anchors: anchors, keys: keys)
        try checkSequence(reader, sequence, &report)
        return report
    }

    /// Checks only what came after a checkpoint, and that the ledger still has that checkpoint:
    /// as dear as the entries after it. What it covers counts as proved.
    /// - Parameter since: as somebody kept it, or as `LedgerReader.checkpoint(number:)` reads it.
    public static func run(
        _ reader: any LedgerReader, since: Checkpoint, anchors: [Checkpoint] = [],
        keys: [CheckpointKey] = []
    ) throws -> VerificationReport {
        var report = VerificationReport()
        report.since = since.number
        var sequence = SequenceVerification(anchors: anchors, keys: keys, since: since)
        try sequence.checkBeginning(reader, &report)
        try TailVerification.run(reader, after: since.sequence, &report)
        try checkSequence(reader, sequence, &report)
        return report
    }

    private static func checkStreams(
        _ reader: any LedgerReader, _ report: inout VerificationReport
    ) throws {
        var streams = StreamVerification()
        // Place of the last row as it stands in the table, of whatever kind.
        var last: [SQLValue] = []
        while true {
            let page = try streamPage(reader, after: last)
            for row in page {
                let entry = try Entry(tampered: row)
                streams.add(entry, head: try head(in: row, of: entry.stream), to: &report)
                try PersonalVerification.check(entry, reader, &report)
                last = [try row.value("stream"), try row.value("version")]
            }
            if page.count < pageSize { break }
        }
        streams.finish(&report)
        try checkEmptyStreams(reader, &report)
    }

    private static func streamPage(
        _ reader: any LedgerReader, after last: [SQLValue]
    ) throws -> [SQLRow] {
        let columns = """
            e.sequence AS sequence, e.stream AS stream, e.version AS version, e.type AS type, \
            e.at AS at, e.actor AS actor, e.onBehalfOf AS onBehalfOf, e.unit AS unit, \
            e.payload AS payload, e.previousHash AS previousHash, e.hash AS hash, \
            h.version AS headVersion, h.hash AS headHash
            """
        let condition = last.isEmpty ? "" : "WHERE (e.stream, e.version) > (?, ?)"
        return try reader.rows(
            """
            SELECT \(columns) FROM entry AS e LEFT JOIN streamHead AS h ON h.stream = e.stream
            \(condition) ORDER BY e.stream, e.version LIMIT ?
            """,
            last + [SQLValue(pageSize)])
    }

    private static func head(in row: SQLRow, of stream: String) throws -> StreamHead? {
        guard case .integer(let version) = try row.value("headVersion"),
            case .blob(let hash) = try row.value("headHash")
        else { return nil }
        return StreamHead(stream: stream, version: Int(version), hash: hash)
    }

    /// Streams of which nothing is left but the head.
    private static func checkEmptyStreams(
        _ reader: any LedgerReader, _ report: inout VerificationReport
    ) throws {
        let rows = try reader.rows(
            """
            SELECT stream, version, hash FROM streamHead AS h
            WHERE NOT EXISTS (SELECT 1 FROM entry AS e WHERE e.stream = h.stream)
            ORDER BY stream LIMIT ?
            """,
            [SQLValue(VerificationReport.findingMaximum)])
        for row in rows {
            let head = try StreamHead(tampered: row)
            report.add(
                VerificationFinding(
                    .truncated(through: head.version), stream: head.stream, version: 1))
        }
    }

    private static func checkSequence(
        _ reader: any LedgerReader, _ beginning: SequenceVerification,
        _ report: inout VerificationReport
    ) throws {
        var sequence = beginning
        while true {
            let page = try reader.rows(
                """
                SELECT sequence, stream, version, hash FROM entry WHERE sequence > ?
                ORDER BY sequence LIMIT ?
                """,
                [SQLValue(sequence.lastSequence), SQLValue(pageSize)])
            for row in page {
                let head = try StreamHead(tampered: row)
                try sequence.add(head, sequence: try row.int("sequence"), reader, &report)
            }
            if page.count < pageSize { break }
        }
        try sequence.finish(reader, &report)
    }
}
