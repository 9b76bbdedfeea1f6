// Signatures of checkpoints: made with Ed25519 over fixed words and the digest, once, and worth
// nothing for anything else.

import Crypto
import Foundation
import Ledger
import TestStores
import Testing

/// Keys for tests; nobody's secret.
func signer(_ byte: UInt8) -> CheckpointSigner {
    guard let signer = CheckpointSigner(seed: [UInt8](repeating: byte, count: 32)) else {
        preconditionFailure("32 bytes make a key")
    }
    return signer
}

@Suite struct CheckpointSigningTests {
    /// RFC 8032, section 7.1: secret and public keys.
    private static let published = [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
        ),
    ]

    @Test(arguments: published.indices)
    func `a seed gives the public key of the RFC`(index: Int) throws {
        let (secret, expected) = Self.published[index]
        let seed = try #require(CheckpointKey(text: secret)).bytes
        let key = try #require(CheckpointSigner(seed: seed)).publicKey
        #expect(key.text == expected)
        let digest = SHA256.hash(data: key.bytes).map { String(format: "%02x", $0) }.joined()
        #expect(key.id == String(digest.prefix(16)))
    }

    @Test(arguments: [0, 1, 31, 33, 64])
    func `a seed of another length gives no key`(length: Int) {
        #expect(CheckpointSigner(seed: [UInt8](repeating: 1, count: length)) == nil)
    }

    @Test(arguments: ["", "00", "xy", String(repeating: "0", count: 63), "d75a980182b10ab7 "])
    func `other texts are no public key`(text: String) {
        #expect(CheckpointKey(text: text) == nil)
    }

    private func checkpoint() -> Checkpoint {
        Checkpoint(
            number: 3, at: 1_500_000_000_000, sequence: 40, entryCount: 40, streamCount: 2,
            root: [UInt8](repeating: 1, count: 32), previousDigest: [UInt8](repeating: 2, count: 32)
        )
    }

    @Test func `the signature is over the words and the digest, as anybody can check`() throws {
        var checkpoint = checkpoint()
        #expect(checkpoint.signing == .missing)
        try checkpoint.sign(by: signer(1))
        #expect(checkpoint.signing == .fits(signer(1).publicKey))
        #expect(checkpoint.signatureKey == signer(1).publicKey.text)
        let key = try Curve25519.Signing.PublicKey(rawRepresentation: signer(1).publicKey.bytes)
        let message = Data("roviec checkpoint v1\n".utf8) + Data(checkpoint.digest)
        #expect(key.isValidSignature(Data(try #require(checkpoint.signature)), for: message))
        #expect(
            !key.isValidSignature(
                Data(try #require(checkpoint.signature)), for: Data(checkpoint.digest)))
    }

    @Test func `whatever is changed, the signature is wrong`() throws {
        var signed = checkpoint()
        try signed.sign(by: signer(1))
        let whole = signed
        for index in 0..<64 {
            signed = whole
            signed.signature?[index] ^= 1
            #expect(signed.signing == .wrong, "byte \(index) of the signature")
        }
        for index in 0..<32 {
            signed = whole
            signed.digest[index] ^= 128
            #expect(signed.signing == .wrong, "byte \(index) of the digest")
        }
        for key in [signer(2).publicKey.text, "", "office-2017", nil] {
            signed = whole
            signed.signatureKey = key
            #expect(signed.signing == .wrong, "\(key ?? "no key")")
        }
        signed = whole
        signed.signature = nil
        #expect(signed.signing == .wrong, "a key without a signature")
        signed.signature = []
        #expect(signed.signing == .wrong)
    }

    @Test func `a line carries the signature there and back`() throws {
        var checkpoint = checkpoint()
        try checkpoint.sign(by: signer(4))
        let read = try Checkpoint(line: checkpoint.line)
        #expect(read == checkpoint && read.signing == .fits(signer(4).publicKey))
    }

    @Test(arguments: StoreFactory.all)
    func `a checkpoint is signed when it is written`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            try await store.note("a", expecting: 0)
            let written = try await store.write {
                try $0.writeCheckpoint(at: 1, signedBy: signer(1))
            }
            let read = try await store.read { try $0.lastCheckpoint() }
            #expect(read == written && read?.signing == .fits(signer(1).publicKey))
        }
    }

    @Test(arguments: StoreFactory.all)
    func `the last one is signed later, once, and those before it are left`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            #expect(try await store.write { try $0.signLastCheckpoint(by: signer(1)) } == nil)
            for number in 1...3 {
                try await store.note("a", expecting: number - 1)
                _ = try await store.checkpoint(at: Int64(number))
            }
            #expect(try await store.write { try $0.signLastCheckpoint(by: signer(1)) } == 3)
            #expect(try await store.write { try $0.signLastCheckpoint(by: signer(2)) } == nil)
            let all = try await store.read { try $0.checkpoints() }
            #expect(
                all.map(\.signing) == [.missing, .missing, .fits(signer(1).publicKey)])
            #expect(try await store.verify().isClean, "the digest does not hold the signature")
        }
    }
}
