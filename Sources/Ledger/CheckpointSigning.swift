// How a checkpoint is signed, and what its signature is worth.

/// What the signature of a checkpoint is worth, seen from the checkpoint alone.
public enum CheckpointSignature: Hashable, Sendable {
    case missing
    /// It does not belong to this checkpoint, or names no key.
    case wrong
    /// Made by the holder of this key; whether he is trusted is another question.
    case fits(CheckpointKey)
}

extension Checkpoint {
    /// A signature is made over these words and the digest, so that nothing else that the key ever
    /// signs can be taken for a checkpoint.
    static let signatureWords = "roviec checkpoint v1\n"

    var signedBytes: [UInt8] { Array(Self.signatureWords.utf8) + digest }

    public mutating func sign(by signer: CheckpointSigner) throws {
        signature = try signer.signature(of: signedBytes)
        signatureKey = signer.publicKey.text
    }

    public var signing: CheckpointSignature {
        if signature == nil, signatureKey == nil { return .missing }
        guard let signature, let key = signatureKey.flatMap(CheckpointKey.init(text:)),
            key.isSignature(signature, of: signedBytes)
        else { return .wrong }
        return .fits(key)
    }
}
