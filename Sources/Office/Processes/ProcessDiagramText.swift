// Text in drawings: how wide it is about, and where it breaks. There is no font to ask, so letters
// are counted in four widths.

/// Lines of text for a box.
enum DiagramText {
    static let lineHeight = 16.0

    /// About how wide a line of 13 units of height is.
    static func width(of text: some StringProtocol) -> Double {
        text.reduce(0) { $0 + width(of: $1) }
    }

    private static func width(of character: Character) -> Double {
        if "iljtfrI.,:;'|!()[] ".contains(character) { return 4.6 }
        if "mwMW%…—@".contains(character) { return 11.5 }
        return character.isUppercase ? 9.2 : 7.4
    }

    /// Breaks at spaces, words that are too long anywhere; what does not fit ends in `…`.
    static func lines(_ text: String, width limit: Double, most: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: \.isWhitespace).flatMap({ pieces($0, limit) }) {
            let longer = line.isEmpty ? word : "\(line) \(word)"
            if width(of: longer) <= limit || line.isEmpty {
                line = longer
            } else {
                lines.append(line)
                line = word
            }
        }
        if !line.isEmpty { lines.append(line) }
        guard lines.count > most else { return lines }
        var last = lines[most - 1]
        while !last.isEmpty, width(of: last) + 12 > limit { last.removeLast() }
        return lines.prefix(most - 1) + [last + "…"]
    }

    private static func pieces(_ word: Substring, _ limit: Double) -> [String] {
        var pieces = [""]
        var length = 0.0
        for character in word {
            let next = width(of: character)
            if length + next > limit {
                pieces.append("")
                length = 0
            }
            pieces[pieces.count - 1].append(character)
            length += next
        }
        return pieces
    }
}
