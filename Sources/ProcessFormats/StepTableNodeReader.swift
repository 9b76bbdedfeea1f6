// Reads the rows of a step table in YAML: steps and the other nodes of the graph.

import ProcessModel
import WorkTime

extension StepTableReader {
    /// Words of `kind`; a row without it is a step.
    enum KindName: String, CaseIterable {
        case step, start, end, service, gateway, wait, timer, call
    }

    static let commonKeys = ["id", "title", "kind", "next"]
    static let stepKeys = [
        "performer", "accountable", "substitute", "cooperating", "work", "tasks", "product",
        "form", "time", "clock", "marks_done", "conditional", "returns_to", "derived", "controls",
    ]

    /// Keys that a row of this kind may have.
    static func keys(of kind: KindName) -> [String] {
        switch kind {
        case .step: commonKeys + stepKeys
        case .start: commonKeys
        case .end: commonKeys + ["outcome"]
        case .service: commonKeys + ["action"]
        case .gateway: commonKeys + ["gateway"]
        case .wait: commonKeys + ["for", "reason", "clock"]
        case .timer: commonKeys + ["time"]
        case .call: commonKeys + ["process", "unit"]
        }
    }

    mutating func row(_ tree: YAMLTree) -> (node: Node, fields: YAMLFields)? {
        let name = kindName(of: tree)
        guard let fields = YAMLFields(tree, known: Self.keys(of: name), into: &report),
            let kind = kind(name, of: fields)
        else { return nil }
        let node = Node(
            id: NodeID(required("id", of: fields)),
            title: fields.text("title", into: &report) ?? "", kind: kind,
            origin: report.origin(fields.line))
        return (node, fields)
    }

    private mutating func kindName(of tree: YAMLTree) -> KindName {
        guard case .map(let entries, _) = tree,
            let entry = entries.first(where: { $0.key == "kind" }),
            let text = report.text(of: entry.value)
        else { return .step }
        if let name = KindName(rawValue: text) { return name }
        report.value(
            text, key: "kind", line: entry.line, allowed: KindName.allCases.map(\.rawValue))
        return .step
    }

    private mutating func kind(_ name: KindName, of fields: YAMLFields) -> NodeKind? {
        switch name {
        case .start: return .start
        case .end:
            return .end(fields.choice("outcome", of: EndOutcome.self, into: &report) ?? .finished)
        case .step: return .step(step(fields))
        case .service: return .service(action: required("action", of: fields))
        case .gateway:
            let kind = fields.choice("gateway", of: GatewayKind.self, into: &report)
            if !fields.has("gateway") { _ = required("gateway", of: fields) }
            return kind.map(NodeKind.gateway)
        case .wait: return wait(fields)
        case .timer:
            if !fields.has("time") { _ = required("time", of: fields) }
            return fields.term("time", into: &report).map(NodeKind.timer)
        case .call:
            let unit = PerformerYAML.unit(required("unit", of: fields))
            return .call(Call(process: ProcessCode(required("process", of: fields)), unit: unit))
        }
    }

    private mutating func wait(_ fields: YAMLFields) -> NodeKind? {
        guard let tree = fields["for"] else {
            _ = required("for", of: fields)
            return nil
        }
        let party: Wait.Party
        switch PerformerYAML.performer(tree, into: &report) {
        case .applicant: party = .applicant
        case .body(let name): party = .body(name)
        case nil: return nil
        default:
            report.value(
                "for", key: "wait", line: tree.line, allowed: ["applicant", "{body: tên}"])
            return nil
        }
        return .wait(
            Wait(
                party: party, reason: fields.text("reason", into: &report) ?? "",
                clock: fields.choice("clock", of: ClockEffect.self, into: &report) ?? .pause))
    }

    private mutating func step(_ fields: YAMLFields) -> Step {
        Step(
            performer: performer("performer", of: fields), accountable: accountable(of: fields),
            substitute: performer("substitute", of: fields),
            cooperating: fields.items("cooperating", into: &report).compactMap {
                PerformerYAML.performer($0, into: &report)
            },
            // A row whose title says the work need not say it twice.
            work: fields.text("work", into: &report)
                ?? fields.text("title", into: &report) ?? "",
            tasks: fields.texts("tasks", into: &report),
            product: fields.text("product", into: &report) ?? "",
            form: fields.text("form", into: &report), time: fields.time("time", into: &report),
            clock: fields.choice("clock", of: ClockEffect.self, into: &report) ?? .run,
            marksDone: fields.flag("marks_done", into: &report),
            conditional: fields.flag("conditional", into: &report),
            returnsTo: fields.texts("returns_to", into: &report).map { NodeID($0) },
            derived: derived(fields),
            controls: fields.texts("controls", into: &report).map { NodeID($0) })
    }

    private mutating func performer(_ key: String, of fields: YAMLFields) -> Performer? {
        fields[key].flatMap { PerformerYAML.performer($0, into: &report) }
    }

    /// Several are refused here, because the model holds one.
    private mutating func accountable(of fields: YAMLFields) -> Performer? {
        let items = fields.items("accountable", into: &report)
        if items.count > 1 {
            report.add(
                rule: ClarityRule.accountable.rawValue, line: fields.line(of: "accountable"),
                node: fields.text("id", into: &report).map { NodeID($0) },
                Bilingual(
                    vi: "có \(items.count) người chịu trách nhiệm, chỉ được 1",
                    en: "\(items.count) answer for it, only 1 may"),
                mend: Bilingual(
                    vi: "giữ một người, chuyển những người khác sang performer hoặc cooperating",
                    en: "keep one, make the others performer or cooperating"))
        }
        return items.first.flatMap { PerformerYAML.performer($0, into: &report) }
    }

    private mutating func derived(_ fields: YAMLFields) -> [StepField] {
        fields.items("derived", into: &report).compactMap { item in
            guard let text = report.text(of: item) else { return nil }
            if let field = StepField(rawValue: text) { return field }
            let names = StepField.allCases.map(\.rawValue)
            report.value(text, key: "derived", line: item.line, allowed: names)
            return nil
        }
    }
}
