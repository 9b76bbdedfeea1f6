// A file as its stream tells it, and as it is shown.

import Engine
import Ledger
import WorkTime

extension Attachments {
    /// What a file is, by its first bytes. These three alone are taken.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case pdf, jpeg, png

        public var mediaType: String {
            switch self {
            case .pdf: "application/pdf"
            case .jpeg: "image/jpeg"
            case .png: "image/png"
            }
        }

        var endings: [String] {
            switch self {
            case .pdf: [".pdf"]
            case .jpeg: [".jpg", ".jpeg"]
            case .png: [".png"]
            }
        }
    }

    /// What is known about viruses.
    public enum Standing: String, Hashable, Sendable, Codable, CaseIterable {
        /// Locked until a scanner has looked.
        case waiting
        case clean
        /// Never opened.
        case infected
        /// No scanner is set up.
        case unscanned

        public var mayOpen: Bool { self == .clean || self == .unscanned }
    }

    /// What the ledger keeps of a file.
    public struct File: Hashable, Sendable, Codable {
        public var id: String
        /// Name of the paper that it is a picture of.
        public var paper: String
        public var kind: Kind
        public var bytes: Int
        /// Digest over `Content`, which stands beside the ledger.
        public var content: PersonalMark
    }

    /// What may tell of a person: erased by law together with the bytes.
    public struct Content: Hashable, Sendable {
        public var name: String
        /// SHA-256 of all bytes, in hexadecimal digits.
        public var digest: String
    }

    /// The files of one filing, or those that were added to one dossier.
    public struct Folder: Hashable, Sendable, Codable {
        public var files: [File] = []
    }

    /// A file in a list.
    public struct Shown: Hashable, Sendable, Encodable {
        public let id: String
        public let paper: String
        public let name: String
        public let kind: Kind
        public let bytes: Int
        public let standing: Standing
        /// The scanner's name of what it found.
        public let threat: String?
        public let addedAt: LocalMinute
    }

    /// The files of a dossier, for who may see it.
    public struct Sheet: Sendable, Encodable {
        public let dossier: String
        public let title: String
        public let papers: [String]
        public let files: [Shown]
        /// Whether the viewer may add and remove.
        public let mayWrite: Bool
    }
}
