// Personal values beside the ledger: kept while the law allows, erased when it demands.

/// A personal value as the side table holds it.
public enum PersonalValue: Hashable, Sendable {
    case kept(text: String, stream: String)
    /// The value is gone for good; entries keep a digest nobody can guess from.
    case erased(at: Int64, basis: String, stream: String)
}

extension PersonalValue {
    fileprivate init(row: SQLRow) throws {
        let stream = try row.text("stream")
        if let erasedAt = try row.optionalInt64("erasedAt") {
            let basis = try row.optionalText("erasureBasis") ?? ""
            self = .erased(at: erasedAt, basis: basis, stream: stream)
        } else {
            let text = String(decoding: try row.blob("value"), as: UTF8.self)
            self = .kept(text: text, stream: stream)
        }
    }
}

extension PersonalReference {
    /// Shortest salt that keeps a short value (a telephone number) from being guessed.
    public static let saltMinimum = 16

    /// The reference to put into an entry: the digest is the SHA-256 over the salt's length, the
    /// salt, and the value's length and UTF-8.
    public init(id: String, salt: [UInt8], value: String) {
        self.init(id: id, digest: Self.digest(salt: salt, value: value))
    }

    static func digest(salt: [UInt8], value: String) -> [UInt8] {
        digest(salt: salt, bytes: Array(value.utf8))
    }

    /// Over the bytes as they are kept: bytes that are no text are not mended before they count.
    static func digest(salt: [UInt8], bytes: [UInt8]) -> [UInt8] {
        var writer = ByteWriter()
        writer.blob(salt)
        writer.blob(bytes)
        return SHA256Digest.of(writer.bytes)
    }
}

extension LedgerTransaction {
    /// Keeps a value and returns the reference for the entry. `salt` is fresh chance, at least
    /// 16 bytes; `id` is new, `stream` is the one whose entry will refer to it.
    public func putPersonal(
        _ value: String, id: String, stream: String, salt: [UInt8]
    ) throws -> PersonalReference {
        precondition(salt.count >= PersonalReference.saltMinimum, "a salt has 16 bytes or more")
        try execute(
            "INSERT INTO personalValue (id, stream, salt, value) VALUES (?, ?, ?, ?)",
            [.text(id), .text(stream), .blob(salt), .blob([UInt8](value.utf8))])
        return PersonalReference(id: id, salt: salt, value: value)
    }

    /// Erases value and salt and leaves a mark with the basis in law. Returns false when there
    /// is no such value or it was erased before; the first mark stays.
    public func erasePersonal(id: String, at: Int64, basis: String) throws -> Bool {
        let changed = try execute(
            """
            UPDATE personalValue SET salt = NULL, value = NULL, erasedAt = ?, erasureBasis = ?
            WHERE id = ? AND erasedAt IS NULL
            """,
            [.integer(at), .text(basis), .text(id)])
        return changed == 1
    }

    /// Erases every value of one stream; returns how many there were.
    public func erasePersonal(stream: String, at: Int64, basis: String) throws -> Int {
        try execute(
            """
            UPDATE personalValue SET salt = NULL, value = NULL, erasedAt = ?, erasureBasis = ?
            WHERE stream = ? AND erasedAt IS NULL
            """,
            [.integer(at), .text(basis), .text(stream)])
    }
}

extension LedgerReader {
    /// `nil` when no value with this id was ever put.
    public func personal(id: String) throws -> PersonalValue? {
        let row = try row(
            "SELECT stream, value, erasedAt, erasureBasis FROM personalValue WHERE id = ?",
            [.text(id)])
        return try row.map(PersonalValue.init(row:))
    }

    /// A few values by their identifiers, without those that were never put.
    public func personal(ids: [String]) throws -> [String: PersonalValue] {
        if ids.isEmpty { return [:] }
        let marks = ids.map { _ in "?" }.joined(separator: ", ")
        let rows = try rows(
            """
            SELECT id, stream, value, erasedAt, erasureBasis FROM personalValue
            WHERE id IN (\(marks))
            """, ids.map { .text($0) })
        return try rows.reduce(into: [:]) { values, row in
            values[try row.text("id")] = try PersonalValue(row: row)
        }
    }

    /// What `Verification` compares: nothing, a mark, or the digest of what is kept.
    func personalState(id: String) throws -> PersonalState {
        let row = try row(
            "SELECT salt, value, erasedAt FROM personalValue WHERE id = ?", [.text(id)])
        guard let row else { return .missing }
        switch (try row.value("erasedAt"), try row.value("salt"), try row.value("value")) {
        case (.integer, _, _): return .erased
        case (.null, .blob(let salt), .blob(let value)):
            return .kept(digest: PersonalReference.digest(salt: salt, bytes: value))
        // Values of other kinds are not those that were kept, nor a mark that the ledger set.
        case (.null, _, _): return .kept(digest: [])
        default: return .missing
        }
    }
}

enum PersonalState: Equatable {
    case missing
    case erased
    case kept(digest: [UInt8])
}
