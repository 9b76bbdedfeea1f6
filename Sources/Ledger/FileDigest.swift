// The digest of a file, read in pieces.

import Crypto
import Foundation

public enum FileDigest {
    /// How much of a file is in memory at a time.
    public static let pieceSize = 1 << 20

    /// Size in bytes and SHA-256 in hexadecimal digits. Throws what reading throws.
    public static func of(_ path: String) throws -> (bytes: Int, sha256: String) {
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? file.close() }
        var hasher = SHA256()
        var size = 0
        while let piece = try file.read(upToCount: pieceSize), !piece.isEmpty {
            hasher.update(data: piece)
            size += piece.count
        }
        return (size, Hexadecimal.text([UInt8](hasher.finalize())))
    }
}
