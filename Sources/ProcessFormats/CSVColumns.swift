// A table with a header row: fields by the name of their column.

import ProcessModel
import WorkTime

/// Rows of a table whose first row names the columns.
struct CSVColumns {
    private let positions: [String: Int]
    let rows: [CSVTable.Row]

    /// `nil` when a required column is missing. Rows that are too short or too long are reported
    /// and left out.
    init?(
        _ table: CSVTable, required: [String], known: [String], into report: inout FileReport
    ) {
        guard let header = table.rows.first else {
            report.add(
                .csvColumns, line: 1,
                Bilingual(vi: "tệp trống", en: "the file is empty"),
                mend: Bilingual(
                    vi: "dòng đầu ghi tên cột: \(required.joined(separator: ","))",
                    en: "name the columns in the first line: \(required.joined(separator: ","))"))
            return nil
        }
        let names = header.fields.map { $0.trimmed }
        positions = Dictionary(
            names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { a, _ in a })
        var whole: [CSVTable.Row] = []
        for row in table.rows.dropFirst() {
            if row.fields.count == names.count {
                whole.append(row)
            } else {
                report.ragged(row, columns: names.count)
            }
        }
        rows = whole
        report.columns(names, required: required, known: known, line: header.line)
        if required.contains(where: { !names.contains($0) }) { return nil }
        // Which of two columns is meant cannot be known.
        if report.doubled(names, known: known, line: header.line) { return nil }
        if table.rows.count == 1 { report.noRows(line: header.line) }
    }

    /// The field without spaces around it; empty when there is no such column.
    func field(_ name: String, of row: CSVTable.Row) -> String {
        positions[name].map { row.fields[$0].trimmed } ?? ""
    }
}

extension FileReport {
    fileprivate mutating func ragged(_ row: CSVTable.Row, columns: Int) {
        add(
            .csvSyntax, line: row.line,
            Bilingual(
                vi: "dòng có \(row.fields.count) ô, tiêu đề có \(columns) cột",
                en: "the row has \(row.fields.count) fields, the header \(columns) columns"),
            mend: Bilingual(
                vi: "ô có dấu phẩy phải đặt trong dấu \"; thêm hoặc bớt ô cho đủ",
                en: "put fields with a comma in \" marks; add or remove fields"))
    }

    fileprivate mutating func noRows(line: Int) {
        add(
            .csvColumns, line: line,
            Bilingual(vi: "chỉ có tên cột, chưa có dòng nào", en: "there are columns and no rows"),
            mend: Bilingual(vi: "thêm các dòng bên dưới", en: "add the rows below"))
    }

    fileprivate mutating func columns(
        _ names: [String], required: [String], known: [String], line: Int
    ) {
        let missing = required.filter { !names.contains($0) }
        if !missing.isEmpty {
            let isSemicolon = names.count == 1 && names.joined().contains(";")
            add(
                .csvColumns, line: line,
                Bilingual(
                    vi: "thiếu cột \(missing.joined(separator: ", "))",
                    en: "columns are missing: \(missing.joined(separator: ", "))"),
                mend: isSemicolon
                    ? Bilingual(
                        vi: "tệp ngăn ô bằng dấu chấm phẩy; lưu lại với dấu phẩy",
                        en: "the file separates with semicolons; save it with commas")
                    : Bilingual(vi: "thêm các cột này", en: "add these columns"))
        }
        noteStrange(names, missing: missing, known: known, line: line)
    }

    /// True when a column that is used stands twice.
    fileprivate mutating func doubled(_ names: [String], known: [String], line: Int) -> Bool {
        let doubled = known.filter { name in names.count { $0 == name } > 1 }
        if doubled.isEmpty { return false }
        let list = doubled.joined(separator: ", ")
        add(
            .csvColumns, line: line,
            Bilingual(
                vi: "cột \(list) được ghi hai lần", en: "columns stand twice: \(list)"),
            mend: Bilingual(vi: "giữ lại một cột", en: "keep one of them"))
        return true
    }

    private mutating func noteStrange(
        _ names: [String], missing: [String], known: [String], line: Int
    ) {
        let strange = names.filter { !known.contains($0) }
        if missing.isEmpty, !strange.isEmpty {
            add(
                .csvColumns, .warning, line: line,
                Bilingual(
                    vi: "không dùng cột \(strange.joined(separator: ", "))",
                    en: "these columns are not used: \(strange.joined(separator: ", "))"),
                mend: Bilingual(
                    vi: "bỏ cột, hoặc sửa tên cho đúng", en: "remove them, or mend their names"))
        }
    }
}

extension String {
    /// Without spaces and line ends around it.
    var trimmed: String {
        let start = drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
