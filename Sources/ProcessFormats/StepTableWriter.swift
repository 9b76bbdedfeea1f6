// Writes a process version as YAML, in the order in which people read it.

import ProcessModel
import WorkTime

/// Gathers the lines of one document.
struct StepTableWriter {
    private(set) var text = ""
    /// Spaces in front of a line, and the dash of a list item still to be written.
    var indent = ""
    var dash = ""

    mutating func write(_ version: ProcessVersion) {
        field("code", version.code.rawValue)
        field("title", version.title)
        field("kind", version.kind.rawValue)
        optional("owner", version.ownerUnit)
        optional("field", version.field)
        list("legal_basis", version.legalBasis)
        optional("scope", version.scope)
        field("principle", version.principle)
        if let total = version.total { line("total: \(TermYAML.text(of: total))") }
        list("records", version.records)
        line("issue: \(version.issue)")
        if let effective = version.effective { line("effective: \(effective)") }
        optional("change_note", version.changeNote)
        optional("approver", version.approver)
        optional("source", version.source)
        list("components", version.components)
        forms(version.forms)
        graph(version)
        waivers(version.waivers)
    }

    mutating func line(_ content: String) {
        text += indent + dash + content + "\n"
        // After the dash the keys of the item stand below its first one.
        indent += String(repeating: " ", count: dash.count)
        dash = ""
    }

    mutating func field(_ key: String, _ value: String) {
        line("\(key): \(YAMLScalar.text(value))")
    }

    mutating func optional(_ key: String, _ value: String) {
        if !value.isEmpty { field(key, value) }
    }

    mutating func flag(_ key: String, _ value: Bool) {
        if value { line("\(key): true") }
    }

    mutating func list(_ key: String, _ values: [String]) {
        if values.isEmpty { return }
        line("\(key):")
        for value in values { line("  - \(YAMLScalar.text(value))") }
    }

    /// A list on one line, for short codes.
    mutating func codes(_ key: String, _ values: [String]) {
        if values.isEmpty { return }
        let items = values.map { YAMLScalar.text($0, inFlow: true) }
        line("\(key): [\(items.joined(separator: ", "))]")
    }

    /// One item of a list, its keys below each other.
    mutating func item(_ write: (inout StepTableWriter) -> Void) {
        let outer = indent
        indent = outer + "  "
        dash = "- "
        write(&self)
        indent = outer
    }

    private mutating func forms(_ forms: [Form]) {
        if forms.isEmpty { return }
        line("forms:")
        for form in forms {
            item { writer in
                writer.field("code", form.code)
                writer.field("title", form.title)
                if !form.fields.isEmpty { writer.line("fields:") }
                for field in form.fields { writer.item { $0.formField(field) } }
            }
        }
    }

    private mutating func waivers(_ waivers: [Waiver]) {
        if waivers.isEmpty { return }
        line("waivers:")
        for waiver in waivers {
            item { writer in
                writer.field("rule", waiver.rule)
                if let node = waiver.node { writer.field("node", node.rawValue) }
                writer.field("reason", waiver.reason)
                writer.field("by", waiver.by)
                writer.line("mend_by: \(waiver.mendBy)")
            }
        }
    }
}
