// Whether a value is one of its type: the same check for pages, programs and the engine.

import WorkTime

extension FieldType {
    public static let longTextMaximum = 4_000
    public static let lineMaximum = 300
    public static let nameMaximum = 200
    /// No fee and no capital of a household is near it, and a number still tells it exactly.
    public static let dongMaximum = 1_000_000_000_000_000

    /// Whether a value is one of this type.
    public func accepts(_ value: FieldValue) -> Bool { flaw(in: value) == nil }

    /// `nil` when nothing is wrong.
    public func flaw(in value: FieldValue) -> FieldFlaw? {
        switch (self, value) {
        case (.text, .text), (.boolean, .boolean): nil
        case (.number, .number(let number)): number.isFinite ? nil : .wrongType
        case (.date, .text(let text)): DayNumber(text) == nil ? .wrongType : nil
        case (.choice(let choices), .text(let text)): choices.contains(text) ? nil : .wrongType
        case (.money, .number(let number)):
            Int(exactly: number).map { (0...Self.dongMaximum).contains($0) } ?? false
                ? nil : .amount
        case (.money, _): .amount
        case (.file, .text(let text)): ["file", "paper"].contains(text) ? nil : .wrongType
        case (_, .text(let text)): flaw(in: text)
        default: .wrongType
        }
    }

    /// Of the types whose value is text in a form of its own.
    private func flaw(in text: String) -> FieldFlaw? {
        switch self {
        case .identity(let oldCards):
            return Self.isIdentity(text, oldCards: oldCards) ? nil : .identity(oldCards: oldCards)
        case .phone:
            let isPhone =
                (10...11).contains(text.count) && text.first == "0"
                && text.allSatisfy(\.isDigit)
            return isPhone ? nil : .phone
        case .email: return EmailShape.fits(text) ? nil : .email
        case .longText:
            if text.count > Self.longTextMaximum { return .tooLong(Self.longTextMaximum) }
            return text.isFit(lines: true) ? nil : .unfitCharacters
        case .address: return Self.flaw(inAddress: Self.parts(text))
        case .signature: return Self.flaw(inSignature: Self.parts(text))
        case .table(let table): return table.flaw(in: Self.parts(text))
        default: return .wrongType
        }
    }

    private static func parts(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// Province or country, century with sex, year, six more (NĐ 137/2015, article 13; GK). Only
    /// the shape: whether the number is somebody's is not known here.
    static func isIdentity(_ text: String, oldCards: Bool) -> Bool {
        let digits = Array(text)
        guard digits.allSatisfy(\.isDigit) else { return false }
        if digits.count == 9 { return oldCards }
        return digits.count == 12 && text.prefix(3) != "000" && digits[3] <= "3"
    }

    private static func flaw(inAddress lines: [String]) -> FieldFlaw? {
        if lines.contains(where: { $0.count > lineMaximum }) { return .tooLong(lineMaximum) }
        if !lines.allSatisfy({ $0.isFit(lines: false) }) { return .unfitCharacters }
        if lines.count > 2 { return .wrongType }
        return lines.count == 2 && !lines.contains("") ? nil : .wardMissing
    }

    private static func flaw(inSignature lines: [String]) -> FieldFlaw? {
        guard lines.count == 2, !lines[0].isEmpty, DayNumber(lines[1]) != nil else {
            return .notConsented
        }
        if lines[0].count > nameMaximum { return .tooLong(nameMaximum) }
        return lines[0].isFit(lines: false) ? nil : .unfitCharacters
    }
}

extension FieldTable {
    fileprivate func flaw(in lines: [String]) -> FieldFlaw? {
        if lines.count > maximum { return .rowsTooMany(maximum) }
        if lines.count < minimum { return .rowsMissing(minimum) }
        for (index, line) in lines.enumerated() {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            if cells.count > columns.count { return .cellsTooMany(row: index + 1) }
            for (position, column) in columns.enumerated() {
                let cell = position < cells.count ? String(cells[position]) : ""
                if let flaw = column.flaw(in: cell, row: index + 1) { return flaw }
            }
        }
        return nil
    }
}

extension FieldColumn {
    fileprivate func flaw(in cell: String, row: Int) -> FieldFlaw? {
        if cell.isEmpty { return required ? .cellMissing(row: row, column: label) : nil }
        if !cell.isFit(lines: false) { return .unfitCharacters }
        let fits =
            switch kind {
            case .text: cell.count <= FieldTable.cellMaximum
            case .number: Double(cell)?.isFinite ?? false
            case .money: Int(cell).map { (0...FieldType.dongMaximum).contains($0) } ?? false
            case .date: DayNumber(cell) != nil
            }
        return fits ? nil : .cellWrong(row: row, column: label, kind)
    }
}

extension String {
    /// Without control characters and marks that turn the direction of writing, which make text
    /// read otherwise than it is; line ends and tabs where lines may stand.
    fileprivate func isFit(lines: Bool) -> Bool {
        unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x09, 0x0A: lines
            case ..<0x20, 0x7F...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: false
            default: true
            }
        }
    }
}
