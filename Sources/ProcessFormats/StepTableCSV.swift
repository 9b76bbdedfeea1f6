// Step tables of many processes in one CSV file (docs/schema/step-table.md, “CSV”).

import ProcessModel
import WorkTime

/// Reads and writes the columns `sop_id … source_id`, one row a step.
public enum StepTableCSV {
    /// Versions in the order in which they first occur. `limits` gives totals and fields of work by
    /// local code: what stands behind the first `-` of `sop_id`.
    public static func read(
        _ bytes: [UInt8], file: String, limits: ProcedureLimits? = nil
    ) -> (versions: [ProcessVersion], findings: [Diagnostic]) {
        var report = FileReport(file: file)
        guard let text = FileText.decode(bytes, into: &report),
            let table = CSVTable.read(text, into: &report),
            let columns = CSVColumns(
                table, required: StepRow.required, known: StepRow.columns, into: &report)
        else { return ([], report.findings) }
        var order: [String] = []
        var groups: [String: [StepRow]] = [:]
        for row in columns.rows {
            guard let row = StepRow(row, of: columns, into: &report) else { continue }
            if groups[row.process] == nil { order.append(row.process) }
            groups[row.process, default: []].append(row)
        }
        let versions = order.compactMap { code in
            groups[code].map { rows in
                let rows = ordered(rows, into: &report)
                let limit = limits?.byCode[localCode(of: code)]
                return StepTableBuilder.version(of: rows, limit: limit, file: file)
            }
        }
        return (versions, report.findings)
    }

    /// `YB-DT01` is `DT01` of the source `YB`; a code without `-` is local as it is.
    static func localCode(of code: String) -> String {
        guard let mark = code.firstIndex(of: "-") else { return code }
        return String(code[code.index(after: mark)...])
    }

    private static func ordered(
        _ rows: [StepRow], into report: inout FileReport
    ) -> [StepRow] {
        let sorted = rows.enumerated().sorted {
            ($0.element.number, $0.offset) < ($1.element.number, $1.offset)
        }.map(\.element)
        for (row, next) in zip(sorted, sorted.dropFirst()) {
            if row.number == next.number {
                report.add(
                    .csvValue, line: next.line,
                    Bilingual(
                        vi: "\(row.process) có hai bước số \(row.number) (dòng \(row.line))",
                        en: "\(row.process) has two steps \(row.number) (line \(row.line))"),
                    mend: Bilingual(vi: "đánh số lại các bước", en: "number the steps anew"))
            }
            if row.processTitle != next.processTitle {
                report.add(
                    .csvValue, .warning, line: next.line,
                    Bilingual(
                        vi: "\(row.process) có hai tên khác nhau",
                        en: "\(row.process) has two different titles"),
                    mend: Bilingual(
                        vi: "ghi cùng một tên ở mọi dòng; tên đầu được dùng",
                        en: "write one title in all rows; the first is used"))
            }
        }
        return sorted
    }

    /// All user steps of the versions, in reading order.
    public static func write(_ versions: [ProcessVersion]) -> [UInt8] {
        let rows = versions.flatMap { version in
            steps(of: version).enumerated().map { index, node in
                row(of: node, number: index + 1, in: version).fields
            }
        }
        return Array(CSVWriter.text(of: [StepRow.columns] + rows).utf8)
    }

    /// What is lost of a version when it is written as CSV: the difference of what reads back.
    public static func losses(of version: ProcessVersion) -> VersionDifference {
        let (read, _) = read(write([version]), file: "")
        let nothing = ProcessVersion(
            code: version.code, title: "", kind: .procedure, ownerUnit: "")
        return VersionDifference(from: version, to: read.first ?? nothing)
    }

    private static func steps(of version: ProcessVersion) -> [Node] {
        let graph = ProcessGraph(version)
        return graph.readingOrder.map { graph.nodes[$0] }.filter { $0.step != nil }
    }

    private static func row(of node: Node, number: Int, in version: ProcessVersion) -> StepRow {
        let step = node.step
        return StepRow(
            process: version.code.rawValue, processTitle: version.title, number: number,
            title: node.title, responsible: ResponsibleText.text(of: step?.performer),
            tasks: step?.tasks ?? [], time: step?.time, clock: step?.clock ?? .run,
            conditional: step?.conditional ?? false, marksDone: step?.marksDone ?? false,
            source: version.source, line: 0)
    }
}
