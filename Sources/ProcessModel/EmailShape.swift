// The shape of an e-mail address that a relay will take: the same that mail is handed out with.

/// `local@domain` in ASCII: a dot-atom before the sign, two or more labels behind it.
enum EmailShape {
    static func fits(_ text: String) -> Bool {
        guard text.utf8.count <= 254, text.allSatisfy(\.isASCII),
            let sign = text.lastIndex(of: "@")
        else { return false }
        let local = text[..<sign]
        let labels = text[text.index(after: sign)...]
            .split(separator: ".", omittingEmptySubsequences: false)
        let atoms = local.split(separator: ".", omittingEmptySubsequences: false)
        return local.count <= 64 && atoms.allSatisfy(isAtom)
            && labels.count > 1 && labels.allSatisfy(isLabel)
            && !(labels.last ?? "").allSatisfy(\.isDigit)
    }

    private static func isAtom(_ text: Substring) -> Bool {
        !text.isEmpty
            && text.allSatisfy { isPlain($0) || "!#$%&'*+-/=?^_`{|}~".contains($0) }
    }

    private static func isLabel(_ text: Substring) -> Bool {
        (1...63).contains(text.count) && text.first != "-" && text.last != "-"
            && text.allSatisfy { isPlain($0) || $0 == "-" }
    }

    private static func isPlain(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isDigit)
    }
}
