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

        /// The text of a key with `{0}`, `{1}`… replaced.
        public func text(
            _ key: String, _ language: Language, _ arguments: [String] = []
        ) -> String {
            guard var text = words[key]?[language] else { return "[\(key)]" }
            for (index, argument) in arguments.enumerated() {
                text = text.replacingOccurrences(of: "{\(index)}", with: argument)
            }
            return text
        }

        public func has(_ key: String) -> Bool { words[key] != nil }
    }
}
