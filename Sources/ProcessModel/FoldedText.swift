// Vietnamese text without marks and in small letters, to compare what people wrote twice.

enum FoldedText {
    /// Words of letters and digits, small, without marks, đ = d.
    static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in text.unicodeScalars {
            // Marks that stand apart from their letter belong to it.
            if (0x0300...0x036F).contains(scalar.value) { continue }
            let letters = folded(scalar)
            if letters.isEmpty {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                word += letters
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    private static func folded(_ scalar: Unicode.Scalar) -> String {
        if let base = bases[scalar] { return String(base) }
        let properties = scalar.properties
        guard properties.isAlphabetic || properties.numericType != nil else { return "" }
        guard let lower = properties.lowercaseMapping.unicodeScalars.first else { return "" }
        return String(bases[lower] ?? Character(lower))
    }

    private static let bases: [Unicode.Scalar: Character] = {
        let letters: [(Character, String)] = [
            ("a", "àáảãạăằắẳẵặâầấẩẫậ"), ("e", "èéẻẽẹêềếểễệ"), ("i", "ìíỉĩị"),
            ("o", "òóỏõọôồốổỗộơờớởỡợ"), ("u", "ùúủũụưừứửữự"), ("y", "ỳýỷỹỵ"), ("d", "đ"),
        ]
        var bases: [Unicode.Scalar: Character] = [:]
        for (base, marked) in letters {
            for scalar in marked.unicodeScalars { bases[scalar] = base }
        }
        return bases
    }()
}
