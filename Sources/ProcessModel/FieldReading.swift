// From what was typed to the one canonical value of a field. What does not fit stays as typed, so
// that the check can name it. Read again, a canonical text is itself.

extension FieldType {
    /// `nil` when nothing was typed.
    public func value(of text: String) -> FieldValue? {
        if text.isEmpty { return nil }
        switch self {
        case .text, .date, .choice, .file: return .text(text)
        case .number:
            return Double(text.replacing(",", with: ".")).map(FieldValue.number) ?? .text(text)
        case .boolean: return .boolean(text == "true")
        case .money: return Self.dong(text).map { .number(Double($0)) } ?? .text(text)
        case .identity: return .text(text.filter { !$0.isWhitespace })
        case .phone: return .text(Self.phone(text))
        case .email: return .text(text)
        case .address, .signature: return filled(Self.lines(text))
        case .longText:
            return .text(
                text.split(omittingEmptySubsequences: false) { $0.isNewline }
                    .joined(separator: "\n"))
        case .table(let table): return filled(table.rows(of: text).map(FieldTable.line))
        }
    }

    private func filled(_ lines: [String]) -> FieldValue? {
        lines.isEmpty ? nil : .text(lines.joined(separator: "\n"))
    }

    /// Lines that hold something, without white space at their ends.
    static func lines(_ text: String) -> [String] {
        text.split { $0.isNewline }.map { String($0).withoutEnds }.filter { !$0.isEmpty }
    }

    /// `1000000`, `1.000.000`, `1,000,000 đ`: groups of three behind one kind of separator.
    static func dong(_ text: String) -> Int? {
        var text = text.lowercased().withoutEnds
        for unit in ["đồng", "vnđ", "vnd", "đ"] where text.hasSuffix(unit) {
            text = String(text.dropLast(unit.count)).withoutEnds
            break
        }
        let separators = Set(text.filter { !$0.isDigit })
        guard separators.count <= 1, separators.isSubset(of: [".", ",", " ", "\u{A0}"]) else {
            return nil
        }
        let groups = text.split(omittingEmptySubsequences: false) { !$0.isDigit }
        let isGrouped =
            (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
        guard groups.count == 1 || isGrouped else { return nil }
        return Int(groups.joined())
    }

    /// Digits from 0; the code of the country is its 0.
    static func phone(_ text: String) -> String {
        let digits = text.filter { !" .-\u{A0}".contains($0) }
        return digits.hasPrefix("+84") ? "0" + digits.dropFirst(3) : digits
    }
}

extension FieldTable {
    /// Rows that say something; each has a cell a column, more are one cell too many to be taken.
    public func rows(of text: String) -> [[String]] {
        text.split { $0.isNewline }.compactMap { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
                .map { String($0).withoutEnds }
            return row(cells)
        }
    }

    /// `nil` for a row that says nothing.
    public func row(_ cells: [String]) -> [String]? {
        if cells.allSatisfy(\.isEmpty) { return nil }
        let missing = max(0, columns.count - cells.count)
        return zip((cells + Array(repeating: "", count: missing)), kinds(cells.count)).map {
            $1.canonical($0)
        }
    }

    public static func line(_ cells: [String]) -> String { cells.joined(separator: "\t") }

    private func kinds(_ count: Int) -> [FieldColumn.Kind] {
        columns.map(\.kind)
            + Array(repeating: .text, count: max(0, count - columns.count))
    }
}

extension FieldColumn.Kind {
    func canonical(_ cell: String) -> String {
        switch self {
        case .text, .date: cell
        case .number: cell.replacing(",", with: ".")
        case .money: FieldType.dong(cell).map(String.init) ?? cell
        }
    }
}

extension FieldValue {
    /// The text that reads back as this value.
    public var text: String {
        switch self {
        case .text(let text): text
        case .number(let number): Int(exactly: number).map(String.init) ?? String(number)
        case .boolean(let flag): flag ? "true" : "false"
        }
    }

    public var isBlank: Bool {
        if case .text(let text) = self { text.allSatisfy(\.isWhitespace) } else { false }
    }
}

extension Character {
    var isDigit: Bool { ("0"..."9").contains(self) }
}

extension String {
    /// Without white space at its ends.
    var withoutEnds: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}

extension FieldType {
    /// One input whose text is kept as it was typed, as before there were types with a form.
    public var isPlain: Bool {
        switch self {
        case .text, .number, .boolean, .date, .choice: true
        default: false
        }
    }
}
