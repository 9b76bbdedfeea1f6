// Names without marks, so that `dang ky` finds `Đăng ký`. Lower case, đ as d, marks dropped.

import Foundation

enum Folding {
    /// The folded text: ASCII letters, digits and single spaces where the source is Vietnamese.
    static func fold(_ text: String) -> String {
        var folded = ""
        folded.reserveCapacity(text.utf8.count)
        for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case "đ", "Đ": folded.unicodeScalars.append("d")
            case _ where scalar.properties.canonicalCombiningClass != .notReordered: continue
            case _ where scalar.properties.isWhitespace:
                if folded.last != " " { folded.append(" ") }
            default: folded += scalar.properties.lowercaseMapping
            }
        }
        return folded
    }

    /// The text with its letters as they are, but without marks: for messages of few letters.
    static func withoutMarks(_ text: String) -> String {
        var plain = ""
        for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case "đ": plain.unicodeScalars.append("d")
            case "Đ": plain.unicodeScalars.append("D")
            case _ where scalar.properties.canonicalCombiningClass != .notReordered: continue
            default: plain.unicodeScalars.append(scalar)
            }
        }
        return plain
    }

    /// No word is longer: what goes on is neither kept nor asked for.
    private static let wordMaximum = 40

    /// The folded words of a text, of letters and digits only. What holds a digit (a code, a
    /// telephone number) stays one word without its punctuation: `LB.BD-170703-0012` is
    /// `lbbd1707030012`. Elsewhere punctuation parts words.
    static func words(_ text: String) -> [String] {
        fold(text).split(separator: " ").flatMap { part -> [String] in
            let pieces = part.split { !$0.isLetter && !$0.isNumber }
            return part.contains(where: \.isNumber) ? [pieces.joined()] : pieces.map(String.init)
        }.filter { !$0.isEmpty }.map { String($0.prefix(wordMaximum)) }
    }
}
