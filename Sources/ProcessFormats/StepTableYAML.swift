// One process as a YAML file (docs/schema/step-table.md): bytes to a version and back.

import ProcessModel

/// Reads and writes a whole process version. What was written reads back as the same version.
public enum StepTableYAML {
    /// The version as far as it could be read, and what was not understood, with file and line.
    /// No version when the file is no step table at all.
    public static func read(
        _ bytes: [UInt8], file: String
    ) -> (version: ProcessVersion?, findings: [Diagnostic]) {
        var report = FileReport(file: file)
        guard let text = FileText.decode(bytes, into: &report),
            let tree = YAMLTree.read(text, into: &report)
        else { return (nil, report.findings) }
        var reader = StepTableReader(report: report, file: file)
        let version = reader.version(tree)
        let findings = reader.report.findings.map { finding in
            var finding = finding
            finding.process = finding.process ?? version?.code
            return finding
        }
        return (version, findings)
    }

    /// Origins are not written: they say where a version was read.
    public static func write(_ version: ProcessVersion) -> [UInt8] {
        var writer = StepTableWriter()
        writer.write(version)
        return Array(writer.text.utf8)
    }
}
