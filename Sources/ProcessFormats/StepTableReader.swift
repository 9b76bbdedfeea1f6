// Reads the head of a step table in YAML: what the process is, its forms and its waivers.

import ProcessModel
import WorkTime

/// Reads one document. Values that are not understood are reported and left empty.
struct StepTableReader {
    var report: FileReport
    let file: String

    static let keys = [
        "code", "title", "kind", "owner", "field", "legal_basis", "scope", "principle", "total",
        "records", "issue", "effective", "change_note", "approver", "source", "components",
        "forms", "steps", "nodes", "flows", "waivers",
    ]
    static let formKeys = ["code", "title", "fields"]
    static let waiverKeys = ["rule", "node", "reason", "by", "mend_by"]

    mutating func version(_ tree: YAMLTree) -> ProcessVersion? {
        guard let head = YAMLFields(tree, known: Self.keys, into: &report) else { return nil }
        var version = ProcessVersion(
            code: ProcessCode(head.text("code", into: &report) ?? ""),
            title: head.text("title", into: &report) ?? "",
            kind: kind(of: head),
            ownerUnit: head.text("owner", into: &report) ?? "",
            field: head.text("field", into: &report) ?? "",
            legalBasis: head.texts("legal_basis", into: &report),
            scope: head.text("scope", into: &report) ?? "",
            total: head.term("total", into: &report),
            records: head.texts("records", into: &report),
            issue: issue(of: head),
            effective: head.day("effective", into: &report),
            changeNote: head.text("change_note", into: &report) ?? "",
            approver: head.text("approver", into: &report) ?? "",
            source: head.text("source", into: &report) ?? "",
            components: head.texts("components", into: &report),
            forms: head.items("forms", into: &report).compactMap { form($0) },
            waivers: head.items("waivers", into: &report).compactMap { waiver($0) },
            origin: report.origin(head.line(of: "code")))
        if let principle = head.text("principle", into: &report) { version.principle = principle }
        graph(of: head, into: &version)
        return version
    }

    private mutating func kind(of head: YAMLFields) -> ProcessKind {
        if !head.has("kind") { require("kind", of: head, ProcessKind.allCases.map(\.rawValue)) }
        return head.choice("kind", of: ProcessKind.self, into: &report) ?? .internalWork
    }

    private mutating func issue(of head: YAMLFields) -> Int {
        guard let tree = head["issue"], let text = report.text(of: tree) else { return 1 }
        if let issue = Int(text), issue >= 1 { return issue }
        report.value(text, key: "issue", line: tree.line, allowed: ["1", "2", "3", "…"])
        return 1
    }

    private mutating func form(_ tree: YAMLTree) -> Form? {
        guard let fields = YAMLFields(tree, known: Self.formKeys, into: &report) else {
            return nil
        }
        return Form(
            code: required("code", of: fields), title: required("title", of: fields),
            fields: fields.items("fields", into: &report).compactMap { formField($0) })
    }

    private mutating func waiver(_ tree: YAMLTree) -> Waiver? {
        guard let fields = YAMLFields(tree, known: Self.waiverKeys, into: &report) else {
            return nil
        }
        if !fields.has("mend_by") { require("mend_by", of: fields, ["2017-12-31"]) }
        guard let mendBy = fields.day("mend_by", into: &report) else { return nil }
        let rule = required("rule", of: fields)
        if !rule.isEmpty, ClarityRule(rawValue: rule) == nil {
            let rules = ClarityRule.allCases.filter(\.isWaivable).map(\.rawValue)
            report.value(rule, key: "rule", line: fields.line(of: "rule"), allowed: rules)
        }
        return Waiver(
            rule: rule, node: fields.text("node", into: &report).map { NodeID($0) },
            reason: fields.text("reason", into: &report) ?? "",
            by: fields.text("by", into: &report) ?? "", mendBy: mendBy)
    }

    mutating func required(_ key: String, of fields: YAMLFields) -> String {
        if !fields.has(key) { require(key, of: fields, []) }
        return fields.text(key, into: &report) ?? ""
    }

    private mutating func require(_ key: String, of fields: YAMLFields, _ examples: [String]) {
        let list = examples.joined(separator: ", ")
        report.add(
            .yamlKey, line: fields.line,
            Bilingual(vi: "thiếu mục \(key)", en: "\(key) is missing"),
            mend: Bilingual(
                vi: "thêm “\(key): …”" + (list.isEmpty ? "" : " với: \(list)"),
                en: "add “\(key): …”" + (list.isEmpty ? "" : " with: \(list)")))
    }
}
