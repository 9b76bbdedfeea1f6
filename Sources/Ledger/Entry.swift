// One line of the ledger, immutable once written.

/// What happened, in one stream, by whom and when, tied to the entry before it in its stream.
public struct Entry: Hashable, Sendable {
    /// Place in the whole ledger, from 1 without gaps.
    public var sequence: Int
    /// The thing it is about, for instance `dossier/000.00.15.H48-170105-0001`.
    public var stream: String
    /// Place in the stream, from 1 without gaps.
    public var version: Int
    /// Kind of event, for instance `dossier.received`.
    public var type: String
    /// Milliseconds since 1970-01-01T00:00Z.
    public var at: Int64
    /// Who acted: identity of a person.
    public var actor: String
    /// For whom the actor stood in, if so.
    public var onBehalfOf: String?
    /// The unit in whose name it was done.
    public var unit: String
    /// Canonical bytes of a `Payload`.
    public var payload: [UInt8]
    /// Hash of the entry before it in the stream; 32 zero bytes before the first.
    public var previousHash: [UInt8]
    /// SHA-256 over all of the above, see `Chain`.
    public var hash: [UInt8]

    public init(
        sequence: Int, stream: String, version: Int, type: String, authorship: Authorship,
        payload: [UInt8], previousHash: [UInt8], hash: [UInt8]
    ) {
        self.sequence = sequence
        self.stream = stream
        self.version = version
        self.type = type
        self.at = authorship.at
        self.actor = authorship.actor
        self.onBehalfOf = authorship.onBehalfOf
        self.unit = authorship.unit
        self.payload = payload
        self.previousHash = previousHash
        self.hash = hash
    }

    /// Byte by byte, as the database tells streams apart: Swift takes two spellings of one letter
    /// for the same text.
    func isSameStream(as other: String) -> Bool {
        stream.utf8.elementsEqual(other.utf8)
    }

    public func decodedPayload() throws(PayloadError) -> Payload {
        try Payload(decoding: payload)
    }
}

/// Who does something, when, for whom and in the name of which unit.
public struct Authorship: Hashable, Sendable {
    /// Milliseconds since 1970-01-01T00:00Z.
    public var at: Int64
    public var actor: String
    public var onBehalfOf: String?
    public var unit: String

    public init(at: Int64, actor: String, onBehalfOf: String? = nil, unit: String) {
        self.at = at
        self.actor = actor
        self.onBehalfOf = onBehalfOf
        self.unit = unit
    }
}

/// What is to be appended: the store adds place, author and hash.
public struct NewEntry: Hashable, Sendable {
    public var type: String
    public var payload: Payload

    public init(_ type: String, _ payload: Payload) {
        self.type = type
        self.payload = payload
    }
}
