// Passwords, kept as argon2id (RFC 9106) with the parameters of OWASP: 19 MiB, two passes.

import CArgon2

/// Hashing and checking of passwords. Slow on purpose: about 25 ms and 19 MiB a call, so it runs
/// outside the writing thread.
public enum PasswordHash {
    static let passes: UInt32 = 2
    static let kibibytes: UInt32 = 19_456
    static let lanes: UInt32 = 1
    static let hashLength = 32

    public enum Flaw: Error, Hashable, Sendable {
        case argon2(code: Int32)
    }

    /// The encoded hash (`$argon2id$v=19$…`). `salt` is 16 bytes of chance.
    public static func make(_ password: String, salt: [UInt8]) throws(Flaw) -> String {
        var encoded = [CChar](repeating: 0, count: 128)
        let bytes = Array(password.utf8)
        let code = argon2id_hash_encoded(
            passes, kibibytes, lanes, bytes, bytes.count, salt, salt.count, hashLength,
            &encoded, encoded.count)
        if code != ARGON2_OK.rawValue { throw .argon2(code: code) }
        let text = encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Whether the password belongs to the encoded hash.
    public static func matches(_ password: String, encoded: String) -> Bool {
        let bytes = Array(password.utf8)
        return argon2id_verify(encoded, bytes, bytes.count) == ARGON2_OK.rawValue
    }
}
