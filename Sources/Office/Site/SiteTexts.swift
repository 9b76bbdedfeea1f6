// All words of the interface, from one keyed file (Assets/texts.csv): Vietnamese first, English
// second. A key that is missing shows itself in brackets; a test proves that none is.

import Foundation
import ProcessFormats
import WorkTime

extension Site {
    /// The keyed texts of both languages.
    public struct Texts: Sendable {
        private let words: [String: [Language: String]]

        public enum Flaw: Error, Sendable {
            case fileMissing
            case unreadable(String)
            case emptyCell(key: String)
        }

        /// Reads `key,vi,en` rows.
        public init(csv bytes: [UInt8]) throws {
            var words: [String: [Language: String]] = [:]
            for row in try CSVRows.read(bytes, file: "texts.csv").dropFirst() {
                if row.count != 3 || row.contains(where: \.isEmpty) {
                    throw Flaw.emptyCell(key: row.first ?? "")
                }
                words[row[0]] = [.vi: row[1], .en: row[2]]
            }
            self.words = words
        }

        /// The texts that the product ships.
        public static func bundled() throws -> Texts {
            try Texts(csv: SiteAssets.bytes(of: "texts.csv"))
        }

        /// The text in both languages, for what a program prints.
        public func both(_ key: String, _ arguments: String...) -> String {
            Language.allCases.map { text(key, $0, arguments) }.joined(separator: " / ")
        }

        /// The text of a key with `{0}`, `{1}`… replaced.
        public func text(
            _ key: String, _ language: Language, _ arguments: [String] = []
        ) -> String {
            guard let text = words[key]?[language] else { return "[\(key)]" }
            if arguments.isEmpty { return text }
            // In one pass: an argument that looks like a place is not filled in again.
            var (filled, rest) = ("", text[...])
            while let open = rest.firstIndex(of: "{") {
                filled += rest[..<open]
                rest = rest[open...]
                let close = rest.firstIndex(of: "}") ?? rest.startIndex
                if let index = Int(rest[..<close].dropFirst()), arguments.indices.contains(index) {
                    filled += arguments[index]
                    rest = rest[rest.index(after: close)...]
                } else {
                    filled.append("{")
                    rest = rest.dropFirst()
                }
            }
            return filled + rest
        }

        public func has(_ key: String) -> Bool { words[key] != nil }
    }
}
