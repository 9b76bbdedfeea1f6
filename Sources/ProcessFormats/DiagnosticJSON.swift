// Findings as JSON for programs: an array of objects with keys that stay.

import Foundation
import ProcessModel
import WorkTime

/// Writes findings with the keys `file, line, severity, rule, process, node, principle_vi,
/// principle_en, message_vi, message_en, mend_vi, mend_en, waived`; what is not known is `null`.
public enum DiagnosticJSON {
    public static func encode(_ findings: [Diagnostic]) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(findings.map(Row.init)))
    }

    private struct Row: Encodable {
        let finding: Diagnostic

        enum CodingKeys: String, CodingKey {
            case file, line, severity, rule, process, node, waived
            case principleVi = "principle_vi"
            case principleEn = "principle_en"
            case messageVi = "message_vi"
            case messageEn = "message_en"
            case mendVi = "mend_vi"
            case mendEn = "mend_en"
        }

        func encode(to encoder: any Encoder) throws {
            var row = encoder.container(keyedBy: CodingKeys.self)
            // Values that are not known are written as null, so that each object has all keys.
            try row.encode(finding.origin?.file, forKey: .file)
            try row.encode(finding.origin?.line, forKey: .line)
            try row.encode(finding.severity.rawValue, forKey: .severity)
            try row.encode(finding.rule, forKey: .rule)
            try row.encode(finding.process?.rawValue, forKey: .process)
            try row.encode(finding.node?.rawValue, forKey: .node)
            try row.encode(finding.principle?.vi, forKey: .principleVi)
            try row.encode(finding.principle?.en, forKey: .principleEn)
            try row.encode(finding.message.vi, forKey: .messageVi)
            try row.encode(finding.message.en, forKey: .messageEn)
            try row.encode(finding.mend.vi, forKey: .mendVi)
            try row.encode(finding.mend.en, forKey: .mendEn)
            try row.encode(finding.waived != nil, forKey: .waived)
        }
    }
}
