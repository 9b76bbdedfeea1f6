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
}
