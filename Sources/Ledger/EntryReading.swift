// Reads entries and the heads of streams.

/// The newest entry of a stream.
public struct StreamHead: Hashable, Sendable {
    public var stream: String
    public var version: Int
    public var hash: [UInt8]

    public init(stream: String, version: Int, hash: [UInt8]) {
        self.stream = stream
        self.version = version
        self.hash = hash
    }
}

extension LedgerReader {
    /// `nil` for a stream that does not exist.
    public func streamHead(of stream: String) throws -> StreamHead? {
        try row("SELECT version, hash FROM streamHead WHERE stream = ?", [.text(stream)]).map {
            StreamHead(
                stream: stream, version: try $0.int("version"), hash: try $0.blob("hash"))
        }
    }

    /// Heads of a few streams, without those that do not exist.
    public func streamHeads(of streams: [String]) throws -> [StreamHead] {
        if streams.isEmpty { return [] }
        let marks = streams.map { _ in "?" }.joined(separator: ", ")
        return try rows(
            "SELECT stream, version, hash FROM streamHead WHERE stream IN (\(marks))",
            streams.map { .text($0) }
        ).map {
            StreamHead(
                stream: try $0.text("stream"), version: try $0.int("version"),
                hash: try $0.blob("hash"))
        }
    }

    /// Entries of one stream after a version, oldest first.
    public func entries(
        of stream: String, after version: Int = 0, limit: Int = 10_000
    ) throws -> [Entry] {
        try rows(
            """
            SELECT \(Entry.columns) FROM entry WHERE stream = ? AND version > ?
            ORDER BY version LIMIT ?
            """,
            [.text(stream), SQLValue(version), SQLValue(limit)]
        ).map(Entry.init(row:))
    }

    /// All entries of a few streams, stream by stream, each from its oldest.
    public func entries(ofStreams streams: [String]) throws -> [Entry] {
        if streams.isEmpty { return [] }
        let marks = streams.map { _ in "?" }.joined(separator: ", ")
        return try rows(
            """
            SELECT \(Entry.columns) FROM entry WHERE stream IN (\(marks))
            ORDER BY stream, version
            """, streams.map { .text($0) }
        ).map(Entry.init(row:))
    }

    /// Entries of the whole ledger after a sequence, oldest first: one keyset page.
    public func entries(afterSequence sequence: Int, limit: Int) throws -> [Entry] {
        try rows(
            "SELECT \(Entry.columns) FROM entry WHERE sequence > ? ORDER BY sequence LIMIT ?",
            [SQLValue(sequence), SQLValue(limit)]
        ).map(Entry.init(row:))
    }

    /// Number of the newest entry, 0 for an empty ledger.
    public func ledgerSequence() throws -> Int {
        guard let row = try row("SELECT sequence FROM ledgerHead WHERE id = 1") else {
            throw LedgerStoreError.corrupt(detail: "ledgerHead has no row")
        }
        return try row.int("sequence")
    }
}

extension Entry {
    static let columns = """
        sequence, stream, version, type, at, actor, onBehalfOf, unit, payload, previousHash, hash
        """

    init(row: SQLRow) throws {
        self.init(
            sequence: try row.int("sequence"), stream: try row.text("stream"),
            version: try row.int("version"), type: try row.text("type"),
            authorship: Authorship(
                at: try row.int64("at"), actor: try row.text("actor"),
                onBehalfOf: try row.optionalText("onBehalfOf"), unit: try row.text("unit")),
            payload: try row.blob("payload"), previousHash: try row.blob("previousHash"),
            hash: try row.blob("hash"))
    }
}
