// Performers and units in YAML: `applicant`, `{head: "function:mot-cua"}`, `{position: x, unit: y}`

import ProcessModel
import WorkTime

enum PerformerYAML {
    static let focalPoint = "focal_point"
    static let applicant = "applicant"
    static let keys = ["position", "unit", "head", "member", "performer", "body"]

    /// `nil` after a finding.
    static func performer(_ tree: YAMLTree, into report: inout FileReport) -> Performer? {
        if case .scalar(let text, _, let line) = tree {
            if text == focalPoint { return .focalPoint }
            if text == applicant { return .applicant }
            report.performer(text, line: line)
            return nil
        }
        guard let fields = YAMLFields(tree, known: keys, into: &report) else { return nil }
        let unit = fields.text("unit", into: &report).map(unit(_:))
        if let code = fields.text("position", into: &report), let unit {
            return .position(code, in: unit)
        }
        if let text = fields.text("head", into: &report) { return .head(of: Self.unit(text)) }
        if let text = fields.text("member", into: &report) { return .member(of: Self.unit(text)) }
        if let text = fields.text("performer", into: &report) {
            return .performer(of: NodeID(text))
        }
        if let text = fields.text("body", into: &report) { return .body(text) }
        report.performer("", line: tree.line)
        return nil
    }

    /// `function:mot-cua`, `label:Phòng Tư pháp`, `code:TP` or `TP`.
    static func unit(_ text: String) -> UnitReference {
        for (prefix, make) in prefixes where text.hasPrefix(prefix) {
            return make(String(text.dropFirst(prefix.count)))
        }
        return .code(text)
    }

    private static let prefixes: [(String, @Sendable (String) -> UnitReference)] = [
        ("code:", { .code($0) }), ("function:", { .function($0) }), ("label:", { .label($0) }),
    ]

    static func text(of unit: UnitReference) -> String {
        switch unit {
        case .code(let code): prefixes.contains { code.hasPrefix($0.0) } ? "code:\(code)" : code
        case .function(let name): "function:\(name)"
        case .label(let label): "label:\(label)"
        }
    }

    /// The flow form of YAML.
    static func text(of performer: Performer) -> String {
        func pair(_ key: String, _ value: String) -> String {
            "\(key): \(YAMLScalar.text(value, inFlow: true))"
        }
        return switch performer {
        case .focalPoint: focalPoint
        case .applicant: applicant
        case .position(let code, let unit):
            "{\(pair("position", code)), \(pair("unit", text(of: unit)))}"
        case .head(let unit): "{\(pair("head", text(of: unit)))}"
        case .member(let unit): "{\(pair("member", text(of: unit)))}"
        case .performer(let node): "{\(pair("performer", node.rawValue))}"
        case .body(let name): "{\(pair("body", name))}"
        }
    }
}

extension FileReport {
    fileprivate mutating func performer(_ text: String, line: Int) {
        add(
            .yamlValue, line: line,
            Bilingual(
                vi: "“\(text)” không nói được ai làm: cần vị trí hoặc đơn vị, không ghi tên người",
                en: "“\(text)” does not say who: a position or a unit is needed, not a name"),
            mend: Bilingual(
                vi: "ghi {position: mã, unit: đơn vị}, {head: đơn vị}, {member: đơn vị}, "
                    + "{performer: bước}, {body: tên}, focal_point hoặc applicant",
                en: "write {position: code, unit: unit}, {head: unit}, {member: unit}, "
                    + "{performer: step}, {body: name}, focal_point or applicant"))
    }
}
