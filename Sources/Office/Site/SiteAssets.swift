// Files that pages refer to: style sheet, script, mark. Read once at start, served with a digest in
// the address so that browsers may keep them for ever.

import Crypto
import Foundation

/// The assets of the product.
public enum SiteAssets {
    /// Bytes of a file in Assets.
    public static func bytes(of name: String) throws -> [UInt8] {
        guard
            let url = Bundle.module.url(
                forResource: name, withExtension: nil, subdirectory: "Assets")
        else { throw Site.Texts.Flaw.fileMissing }
        return [UInt8](try Data(contentsOf: url))
    }

    /// One served file.
    public struct Asset: Sendable {
        public let name: String
        public let type: String
        public let bytes: [UInt8]
        /// First 16 hexadecimal digits of the SHA-256.
        public let digest: String
        public var path: String { "/assets/\(digest)/\(name)" }
    }

    static let served = [
        ("roviec.css", "text/css; charset=utf-8"),
        ("roviec.js", "text/javascript; charset=utf-8"),
        ("roviec.svg", "image/svg+xml"),
    ]

    /// Reads all served files, keyed by name.
    public static func load() throws -> [String: Asset] {
        var assets: [String: Asset] = [:]
        for (name, type) in served {
            let bytes = try bytes(of: name)
            let digest = Hexadecimal.text(Array(SHA256.hash(data: bytes).prefix(8)))
            assets[name] = Asset(name: name, type: type, bytes: bytes, digest: digest)
        }
        return assets
    }
}
