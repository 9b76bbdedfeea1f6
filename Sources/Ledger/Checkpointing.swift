// Writes checkpoints and reads them back.

extension LedgerTransaction {
    /// Writes the next checkpoint, or returns `nil` when no entry came since the last one.
    /// Streams through the new entries in pages; keeps one head a changed stream in memory.
    public func writeCheckpoint(
        at: Int64, signedBy signer: CheckpointSigner? = nil
    ) throws -> Checkpoint? {
        let last = try lastCheckpoint()
        var changed = ChangedHeads(after: last?.sequence ?? 0)
        while try changed.readPage(self) {}
        if changed.count == 0 { return nil }
        var checkpoint = Checkpoint(
            number: (last?.number ?? 0) + 1, at: at, sequence: changed.sequence,
            entryCount: (last?.entryCount ?? 0) + changed.count,
            streamCount: changed.heads.count, root: MerkleRoot.of(Array(changed.heads.values)),
            previousDigest: last?.digest ?? SHA256Digest.none)
        if let signer { try checkpoint.sign(by: signer) }
        try insert(checkpoint)
        return checkpoint
    }

    /// Signs the newest checkpoint when nobody has; those before it are covered, for it tells
    /// their digest. Returns its number, or `nil` when there was nothing to sign.
    public func signLastCheckpoint(by signer: CheckpointSigner) throws -> Int? {
        guard var last = try lastCheckpoint(), last.signing == .missing else { return nil }
        try last.sign(by: signer)
        try execute(
            """
            UPDATE checkpoint SET signature = ?, signatureKey = ?
            WHERE number = ? AND signature IS NULL
            """,
            [SQLValue(last.signature), SQLValue(last.signatureKey), SQLValue(last.number)])
        return last.number
    }

    private func insert(_ checkpoint: Checkpoint) throws {
        try execute(
            """
            INSERT INTO checkpoint (number, at, sequence, entryCount, streamCount, root,
                previousDigest, digest, signature, signatureKey)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                SQLValue(checkpoint.number), .integer(checkpoint.at),
                SQLValue(checkpoint.sequence), SQLValue(checkpoint.entryCount),
                SQLValue(checkpoint.streamCount), .blob(checkpoint.root),
                .blob(checkpoint.previousDigest), .blob(checkpoint.digest),
                SQLValue(checkpoint.signature), SQLValue(checkpoint.signatureKey),
            ])
    }
}

extension LedgerReader {
    public func checkpoint(number: Int) throws -> Checkpoint? {
        try checkpointRows(after: number - 1, limit: 1).map(Checkpoint.init(tampered:))
            .first { $0.number == number }
    }

    public func lastCheckpoint() throws -> Checkpoint? {
        try row(
            "SELECT \(Checkpoint.columns) FROM checkpoint ORDER BY number DESC LIMIT 1"
        ).map(Checkpoint.init(row:))
    }

    /// Checkpoints after a number, oldest first: one keyset page.
    public func checkpoints(after number: Int = 0, limit: Int = 1000) throws -> [Checkpoint] {
        try checkpointRows(after: number, limit: limit).map(Checkpoint.init(row:))
    }

    func checkpointRows(after number: Int, limit: Int) throws -> [SQLRow] {
        try rows(
            """
            SELECT \(Checkpoint.columns) FROM checkpoint WHERE number > ?
            ORDER BY number LIMIT ?
            """,
            [SQLValue(number), SQLValue(limit)])
    }
}

extension Checkpoint {
    static let columns = """
        number, at, sequence, entryCount, streamCount, root, previousDigest, digest, signature, \
        signatureKey
        """

    /// Takes the stored digest as it stands, so that verification can compare it.
    init(row: SQLRow) throws {
        self.init(
            number: try row.int("number"), at: try row.int64("at"),
            sequence: try row.int("sequence"), entryCount: try row.int("entryCount"),
            streamCount: try row.int("streamCount"), root: try row.blob("root"),
            previousDigest: try row.blob("previousDigest"))
        digest = try row.blob("digest")
        signature = try row.optionalBlob("signature")
        signatureKey = try row.optionalText("signatureKey")
    }
}

/// The newest head of each stream among the entries after a sequence, gathered page by page.
struct ChangedHeads {
    private(set) var sequence: Int
    private(set) var count: Int
    /// Nothing after it is read.
    private let end: Int
    /// By the bytes of their names, as the database tells streams apart.
    private(set) var heads: [[UInt8]: StreamHead] = [:]
    static let pageSize = 2000

    /// - Parameter count: entries that are counted already.
    init(after sequence: Int, through end: Int = .max, count: Int = 0) {
        self.sequence = sequence
        self.end = end
        self.count = count
    }

    /// Reads one page; false when nothing was left.
    mutating func readPage(_ reader: any LedgerReader) throws -> Bool {
        let rows = try reader.rows(
            """
            SELECT sequence, stream, version, hash FROM entry WHERE sequence > ? AND sequence <= ?
            ORDER BY sequence LIMIT ?
            """,
            [SQLValue(sequence), SQLValue(end), SQLValue(Self.pageSize)])
        for row in rows {
            try add(
                StreamHead(
                    stream: row.text("stream"), version: row.int("version"),
                    hash: row.blob("hash")), sequence: row.int("sequence"))
        }
        return rows.count == Self.pageSize
    }

    mutating func add(_ head: StreamHead, sequence: Int) {
        heads[Array(head.stream.utf8)] = head
        self.sequence = sequence
        count += 1
    }

    /// Begins anew behind the newest entry.
    mutating func forget() {
        heads = [:]
    }
}
