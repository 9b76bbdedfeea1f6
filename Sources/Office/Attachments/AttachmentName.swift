// The name under which a file is shown. It is a word, never a place.

extension Attachments {
    /// What is left of a name that was sent: the part behind the last slash of either kind, without
    /// marks that nobody sees or that turn the direction of reading, and not too long.
    static func shownName(_ sent: String, of kind: Kind) -> String {
        let last = sent.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let scalars = last.unicodeScalars.filter { !isHidden($0) }
        var name = String(String.UnicodeScalarView(scalars))
        while let first = name.first, first.isWhitespace || first == "." { name.removeFirst() }
        while let end = name.last, end.isWhitespace { name.removeLast() }
        let lower = name.lowercased()
        let ending = kind.endings.first { lower.hasSuffix($0) }
        let stem = String(
            name.dropLast(ending?.count ?? 0).prefix(nameMaximum - (kind.endings[0].count)))
        return (stem.isEmpty ? "tep" : stem) + (ending ?? kind.endings[0])
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
            .paragraphSeparator:
            true
        default: false
        }
    }
}
