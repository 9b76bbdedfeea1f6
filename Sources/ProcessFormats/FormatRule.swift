// Rules of the file formats: what a file must be before its content can be looked at.

import ProcessModel
import WorkTime

/// Keys of findings about files; they stand beside the rules of the clarity gate.
public enum FormatRule: String, Hashable, Sendable, CaseIterable {
    case fileSize = "file-size"
    case fileEncoding = "file-encoding"
    case yamlSyntax = "yaml-syntax"
    case yamlAnchor = "yaml-anchor"
    case yamlKey = "yaml-key"
    case yamlType = "yaml-type"
    case yamlValue = "yaml-value"
    case csvSyntax = "csv-syntax"
    case csvColumns = "csv-columns"
    case csvValue = "csv-value"
}

/// Findings about one file, gathered while it is read.
struct FileReport {
    let file: String
    private(set) var findings: [Diagnostic] = []

    init(file: String) { self.file = file }

    func origin(_ line: Int) -> Origin { Origin(file: file, line: line) }

    mutating func add(
        _ rule: FormatRule, _ severity: Diagnostic.Severity = .error, line: Int,
        _ message: Bilingual, mend: Bilingual
    ) {
        add(rule: rule.rawValue, severity, line: line, message, mend: mend)
    }

    /// For a rule of the clarity gate that only the reader of the file can see broken.
    mutating func add(
        rule: String, _ severity: Diagnostic.Severity = .error, line: Int,
        process: ProcessCode? = nil, node: NodeID? = nil, _ message: Bilingual, mend: Bilingual
    ) {
        findings.append(
            Diagnostic(
                severity: severity, rule: rule, process: process, node: node,
                origin: origin(line), message: message, mend: mend))
    }

    mutating func add(_ others: [Diagnostic]) { findings += others }
}
