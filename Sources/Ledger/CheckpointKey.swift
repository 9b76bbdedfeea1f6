// Ed25519 keys that sign checkpoints. The private one stays outside the database: whoever can
// write into the database cannot sign what he wrote.

import Crypto

/// The public half: everybody may know it, and it checks signatures.
public struct CheckpointKey: Hashable, Sendable {
    /// 32 bytes, the encoded point of RFC 8032.
    public let bytes: [UInt8]

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads 64 hexadecimal digits; `nil` for anything else.
    public init?(text: String) {
        guard let bytes = Hexadecimal.bytes(text), bytes.count == SHA256Digest.length else {
            return nil
        }
        self.bytes = bytes
    }

    /// 64 hexadecimal digits.
    public var text: String { Hexadecimal.text(bytes) }

    /// 16 digits for people to compare: the beginning of the SHA-256 of the key.
    public var id: String { String(Hexadecimal.text(SHA256Digest.of(bytes)).prefix(16)) }

    func isSignature(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else {
            return false
        }
        return key.isValidSignature(signature, for: message)
    }
}

/// The private half.
public struct CheckpointSigner: Sendable {
    public static let seedLength = 32
    private let key: Curve25519.Signing.PrivateKey

    /// `nil` unless the seed has 32 bytes. They must be chance that nobody can guess.
    public init?(seed: [UInt8]) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
            return nil
        }
        self.key = key
    }

    public var publicKey: CheckpointKey {
        CheckpointKey(bytes: [UInt8](key.publicKey.rawRepresentation))
    }

    func signature(of message: [UInt8]) throws -> [UInt8] {
        [UInt8](try key.signature(for: message))
    }
}
