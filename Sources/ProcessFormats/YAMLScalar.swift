// Texts as YAML scalars: plain where no reader can take them for something else, else quoted.

enum YAMLScalar {
    /// `inFlow` inside `{…}` and `[…]`, where commas and brackets have a meaning.
    static func text(_ text: String, inFlow: Bool = false) -> String {
        isPlain(text, inFlow: inFlow) ? text : quoted(text)
    }

    private static let words: Set<String> = [
        "null", "true", "false", "yes", "no", "on", "off", "y", "n",
    ]

    private static func isPlain(_ text: String, inFlow: Bool) -> Bool {
        guard let first = text.first, first.isLetter, text.last != " ",
            !words.contains(text.lowercased()), !text.contains("  ")
        else { return false }
        let marks = inFlow ? "./()_-–%+“”" : ",;./()_-–%+=“”"
        return text.allSatisfy { character in
            character == " " || marks.contains(character)
                || character.isLetter || (character.isASCII && character.isNumber)
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            // No reader carries a zero on: the mark for a character that was lost.
            case "\0": quoted += "\u{FFFD}"
            // As escapes they are no anchors, whatever stands around them.
            case "&", "*": quoted += escape(scalar)
            default:
                if isPrintable(scalar) {
                    quoted.unicodeScalars.append(scalar)
                } else {
                    quoted += escape(scalar)
                }
            }
        }
        return quoted + "\""
    }

    /// YAML 1.1 §5.1, without the marks that begin a file or a line.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
            0x10000...0x10FFFF:
            true
        default: false
        }
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let (mark, width) =
            scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
        return "\\\(mark)" + String(repeating: "0", count: width - digits.count) + digits
    }
}
