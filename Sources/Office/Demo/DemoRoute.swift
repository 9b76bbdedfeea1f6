// The way of a dossier through its process: the steps in order, conditions answered by its fields.

import ProcessModel

extension Demo {
    /// Steps from start to end for these values. Follows exclusive choices; the demo's processes
    /// have no other gateways.
    static func route(
        through version: ProcessVersion, fields: [String: FieldValue]
    ) -> [(node: NodeID, step: Step)] {
        var nodes: [NodeID: Node] = [:]
        for node in version.nodes { nodes[node.id] = node }
        let leaving = Dictionary(grouping: version.flows, by: \.from)
        var steps: [(node: NodeID, step: Step)] = []
        var next = version.nodes.first { $0.kind == .start }?.id
        while let id = next, steps.count < version.nodes.count {
            if let step = nodes[id]?.step { steps.append((id, step)) }
            let ways = leaving[id] ?? []
            let open = ways.first { $0.condition?.holds(for: fields) ?? false }
            next = (open ?? ways.first { $0.condition == nil })?.to
        }
        return steps
    }
}
