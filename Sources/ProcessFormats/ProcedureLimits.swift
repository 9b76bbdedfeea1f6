// Published limits of procedures, from a table of them: the totals of imported step tables.

import ProcessModel
import WorkTime

/// One published procedure.
public struct ProcedureLimit: Hashable, Sendable {
    public var code: String
    public var title: String
    /// Field of work, for example `Hộ tịch`.
    public var field: String
    /// `nil` when none was published (-1 in the table).
    public var term: Term?
    public var origin: Origin
}

/// Limits by the local code of the procedure.
public struct ProcedureLimits: Sendable {
    public private(set) var byCode: [String: ProcedureLimit] = [:]

    static let required = ["code_local", "time_limit_value", "time_unit"]
    static let known =
        required + [
            "name_vi", "field_vi", "level", "fee_vnd", "step_count", "sum_of_step_times",
            "sum_equals_limit", "source_id",
        ]

    public static func read(
        _ bytes: [UInt8], file: String
    ) -> (limits: ProcedureLimits, findings: [Diagnostic]) {
        var report = FileReport(file: file)
        var limits = ProcedureLimits()
        guard let text = FileText.decode(bytes, into: &report),
            let table = CSVTable.read(text, into: &report),
            let columns = CSVColumns(table, required: required, known: known, into: &report)
        else { return (limits, report.findings) }
        for row in columns.rows { limits.take(row, of: columns, into: &report) }
        return (limits, report.findings)
    }

    private mutating func take(
        _ row: CSVTable.Row, of columns: CSVColumns, into report: inout FileReport
    ) {
        let code = columns.field("code_local", of: row)
        if code.isEmpty {
            report.add(
                .csvValue, line: row.line,
                Bilingual(vi: "thiếu code_local", en: "code_local is missing"),
                mend: Bilingual(
                    vi: "ghi mã của thủ tục", en: "write the code of the procedure"))
            return
        }
        if let earlier = byCode[code] {
            report.add(
                .csvValue, line: row.line,
                Bilingual(
                    vi: "mã \(code) đã có ở dòng \(earlier.origin.line)",
                    en: "the code \(code) stands at line \(earlier.origin.line) already"),
                mend: Bilingual(vi: "giữ một dòng cho mỗi mã", en: "keep one row a code"))
            return
        }
        let value = columns.field("time_limit_value", of: row)
        let unit = columns.field("time_unit", of: row)
        let term = Self.term(value: value, unit: unit)
        if term == nil {
            report.add(
                .csvValue, line: row.line,
                Bilingual(
                    vi: "không hiểu thời hạn “\(value) \(unit)”",
                    en: "the limit “\(value) \(unit)” is not understood"),
                mend: TermColumns.mend)
        }
        byCode[code] = ProcedureLimit(
            code: code, title: columns.field("name_vi", of: row),
            field: columns.field("field_vi", of: row), term: term ?? nil,
            origin: report.origin(row.line))
    }

    /// Outer `nil`: not understood; inner: none published.
    private static func term(value: String, unit: String) -> Term?? {
        guard let number = ExactDecimal(value) else { return nil }
        if number.digits < 0 { return .some(nil) }
        // A limit of no days means the result is handed over on the day of receipt.
        if number.digits == 0, unit == TermColumns.workingDay { return .some(.sameDay) }
        return TermColumns.term(number, unit: unit).map(Optional.some)
    }
}

extension TermColumns {
    static let mend = Bilingual(
        vi: "ghi số như 5, 0.5 hoặc -1 (chưa công bố) và đơn vị: "
            + all.joined(separator: ", "),
        en: "write a number such as 5, 0.5 or -1 (not published) and a unit: "
            + all.joined(separator: ", "))
}
