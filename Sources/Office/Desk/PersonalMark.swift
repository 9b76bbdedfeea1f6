// A personal value as the ledger sees it: an identity and a salted digest, nothing to read.

/// Stands in events and states where a personal value belongs. In a payload it becomes the
/// ledger's personal reference, which verification can check and the law can have erased.
public struct PersonalMark: Hashable, Sendable, Codable {
    public let id: String
    /// SHA-256 over salt and value, 32 bytes.
    public let digest: [UInt8]
    public init(id: String, digest: [UInt8]) {
        self.id = id
        self.digest = digest
    }
}
