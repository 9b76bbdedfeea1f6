// Writes the rows of a step table and how they follow each other.

import ProcessModel
import WorkTime

extension StepTableWriter {
    /// As a plain table where start and end say nothing of their own; flows stand with their rows
    /// where that keeps their order.
    mutating func graph(_ version: ProcessVersion) {
        var nodes = version.withoutOrigins.nodes
        guard let own = Self.ownFlows(of: version) else {
            rows("nodes", nodes, own: nil)
            return flows(version.flows)
        }
        let isTable =
            nodes.count > 2 && nodes.first == StepTableReader.start
            && nodes.last == StepTableReader.end && own.last == []
            && own.first == [Flow(from: nodes[0].id, to: nodes[1].id)]
        var shown = own
        if isTable {
            nodes.removeFirst()
            shown.removeFirst()
        }
        let following = nodes.map(\.id)
        let next = zip(nodes, shown).enumerated().map { index, row in
            let after = index + 1 < following.count ? following[index + 1] : nil
            return Self.isImplied(row.1, after: row.0, following: after) ? nil : row.1
        }
        if isTable { nodes.removeLast() }
        rows(isTable ? "steps" : "nodes", nodes, own: next)
    }

    /// Flows of each node, when written row by row they keep their order.
    private static func ownFlows(of version: ProcessVersion) -> [[Flow]]? {
        guard Set(version.nodes.map(\.id)).count == version.nodes.count else { return nil }
        let byNode = Dictionary(grouping: version.flows, by: \.from)
        let own = version.nodes.map { byNode[$0.id] ?? [] }
        return own.flatMap(\.self) == version.flows ? own : nil
    }

    private static func isImplied(_ flows: [Flow], after node: Node, following: NodeID?) -> Bool {
        if case .end = node.kind { return flows.isEmpty }
        guard let following else { return flows.isEmpty }
        return flows == [Flow(from: node.id, to: following)]
    }

    /// `own` holds `nil` for rows whose next is the row below; `nil` as a whole for no flows here.
    private mutating func rows(_ key: String, _ nodes: [Node], own: [[Flow]?]?) {
        if nodes.isEmpty { return }
        line("\(key):")
        for (index, node) in nodes.enumerated() {
            item { writer in
                writer.node(node)
                if let flows = own?[index] { writer.next(flows) }
            }
        }
    }

    private mutating func next(_ flows: [Flow]) {
        if flows.isEmpty { return line("next: []") }
        if flows.allSatisfy({ $0.condition == nil }) {
            return codes("next", flows.map(\.to.rawValue))
        }
        line("next:")
        for flow in flows { item { $0.target(flow) } }
    }

    private mutating func target(_ flow: Flow) {
        field("to", flow.to.rawValue)
        if let condition = flow.condition { field("if", ConditionText.text(of: condition)) }
    }

    private mutating func flows(_ flows: [Flow]) {
        if flows.isEmpty { return line("flows: []") }
        line("flows:")
        for flow in flows {
            item { writer in
                writer.field("from", flow.from.rawValue)
                writer.target(flow)
            }
        }
    }

    private mutating func node(_ node: Node) {
        field("id", node.id.rawValue)
        optional("title", node.title)
        switch node.kind {
        case .start: line("kind: start")
        case .end(let outcome):
            line("kind: end")
            line("outcome: \(outcome.rawValue)")
        case .step(let step): self.step(step, title: node.title)
        case .service(let action):
            line("kind: service")
            field("action", action)
        case .gateway(let kind):
            line("kind: gateway")
            line("gateway: \(kind.rawValue)")
        case .wait(let wait): self.wait(wait)
        case .timer(let term):
            line("kind: timer")
            line("time: \(TermYAML.text(of: term))")
        case .call(let call):
            line("kind: call")
            field("process", call.process.rawValue)
            field("unit", PerformerYAML.text(of: call.unit))
        }
    }

    private mutating func wait(_ wait: Wait) {
        line("kind: wait")
        switch wait.party {
        case .applicant: performer("for", .applicant)
        case .body(let name): performer("for", .body(name))
        }
        optional("reason", wait.reason)
        line("clock: \(wait.clock.rawValue)")
    }

    private mutating func performer(_ key: String, _ performer: Performer?) {
        if let performer { line("\(key): \(PerformerYAML.text(of: performer))") }
    }

    private mutating func step(_ step: Step, title: String) {
        performer("performer", step.performer)
        performer("accountable", step.accountable)
        performer("substitute", step.substitute)
        if !step.cooperating.isEmpty { line("cooperating:") }
        for other in step.cooperating { line("  - \(PerformerYAML.text(of: other))") }
        if step.work != title { field("work", step.work) }
        list("tasks", step.tasks)
        optional("product", step.product)
        if let form = step.form { field("form", form) }
        if let time = step.time { line("time: \(TermYAML.text(of: time))") }
        if step.clock != .run { line("clock: \(step.clock.rawValue)") }
        flag("marks_done", step.marksDone)
        flag("conditional", step.conditional)
        codes("returns_to", step.returnsTo.map(\.rawValue))
        codes("derived", step.derived.map(\.rawValue))
        codes("controls", step.controls.map(\.rawValue))
    }
}
