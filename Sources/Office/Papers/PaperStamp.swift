// The stamp of a slip: where the ledger stood when it was printed, so that a sheet can be held
// against the ledger later.

import WorkTime

extension Papers {
    /// A place in the stream of a dossier. The digest covers everything in the ledger before it.
    public struct Stamp: Hashable, Sendable, Encodable {
        static let digits = 16

        /// How many entries the dossier had.
        public let version: Int
        /// First 16 hexadecimal digits of the hash of the last of them.
        public let digest: String

        init(version: Int, hash: [UInt8]) {
            self.version = version
            digest = String(Hexadecimal.text(hash).prefix(Self.digits))
        }

        /// As it was read from a sheet, or typed: capitals and spaces do not count.
        init?(version: String, digest: String) {
            let plain = digest.lowercased().filter { $0 != " " }
            guard let version = Int(version), version > 0, plain.count == Self.digits,
                plain.allSatisfy(\.isHexDigit)
            else { return nil }
            self.version = version
            self.digest = plain
        }

        /// In groups of four, as people read it aloud.
        public var text: String {
            stride(from: 0, to: digest.count, by: 4).map {
                String(digest.dropFirst($0).prefix(4))
            }.joined(separator: " ")
        }
    }

    /// How a row of a sheet stands beside the ledger of today.
    public struct CheckedLine: Sendable, Encodable {
        public enum Standing: String, Sendable, Encodable {
            /// As printed.
            case agrees
            /// Answered since, or judged otherwise.
            case changed
            /// Not on the sheet.
            case added
        }
        public let line: Dossiers.SlipLine
        public let standing: Standing
    }

    /// A sheet held against the ledger.
    public struct Check: Sendable, Encodable {
        public let code: String
        public let title: String
        public let stamp: Stamp
        /// Whether the ledger says the same of that place: else the sheet was not printed here, or
        /// one of the two was changed.
        public let isGenuine: Bool
        /// Entries of the dossier since.
        public let entriesSince: Int
        public let lines: [CheckedLine]
    }
}
