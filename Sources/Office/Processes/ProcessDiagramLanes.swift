// What is drawn, before it has a place: nodes in reading order, the lane of each, the flows.

import ProcessModel
import WorkTime

/// Nodes, lanes and ways of a drawing, by number.
struct DiagramPlan: Sendable {
    struct Edge: Hashable, Sendable {
        var from: Int
        var to: Int
        var isBack: Bool
        /// Condition of the flow as people read it; `nil` without one.
        var condition: String?
    }

    /// In reading order: a node stands after those that lead to it.
    let nodes: [Node]
    /// Number in the step table, for steps.
    let numbers: [Int?]
    /// Lane of each node.
    let lane: [Int]
    let laneTitles: [String]
    let edges: [Edge]
    let naming: ProcessNaming

    init(_ version: ProcessVersion, naming: ProcessNaming) {
        let graph = ProcessGraph(version)
        let order = graph.readingOrder
        nodes = order.map { graph.nodes[$0] }
        self.naming = naming
        var count = 0
        numbers = nodes.map { node in
            if node.step == nil { return nil }
            count += 1
            return count
        }
        let places = Dictionary(
            nodes.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { a, _ in a })
        edges = Self.edges(version, nodes, places, language: naming.language)
        (lane, laneTitles) = Self.lanes(nodes, edges, places, naming)
    }

    /// Flows, and the ways on which a step may be sent back.
    private static func edges(
        _ version: ProcessVersion, _ nodes: [Node], _ places: [NodeID: Int], language: Language
    ) -> [Edge] {
        let conditional = Set(version.flows.filter { $0.condition != nil }.map(\.from))
        let rest = language == .vi ? "trường hợp còn lại" : "otherwise"
        var edges: [Edge] = []
        for flow in version.flows {
            guard let from = places[flow.from], let to = places[flow.to] else { continue }
            let words = flow.condition.map(ConditionText.text)
            edges.append(
                Edge(
                    from: from, to: to, isBack: to <= from,
                    condition: words ?? (conditional.contains(flow.from) ? rest : nil)))
        }
        for (from, node) in nodes.enumerated() {
            for target in node.step?.returnsTo ?? [] {
                guard let to = places[target] else { continue }
                if edges.contains(where: { $0.from == from && $0.to == to }) { continue }
                edges.append(Edge(from: from, to: to, isBack: to <= from, condition: nil))
            }
        }
        return edges
    }

    private static func lanes(
        _ nodes: [Node], _ edges: [Edge], _ places: [NodeID: Int], _ naming: ProcessNaming
    ) -> ([Int], [String]) {
        let units = titles(nodes, edges, places) { lane(of: $0, naming) }
        let named = zip(nodes, units).filter { $0.0.step != nil }.map(\.1)
        // One unit alone: its positions are the lanes.
        let titles =
            Set(named).count > 1
            ? units
            : titles(nodes, edges, places) { naming.name(of: $0).line }
        var order: [String] = []
        let numbers = titles.map { title in
            if let found = order.firstIndex(of: title) { return found }
            order.append(title)
            return order.count - 1
        }
        return (numbers, order)
    }

    private static func lane(of performer: Performer, _ naming: ProcessNaming) -> String {
        let name = naming.name(of: performer)
        return name.unit.isEmpty ? name.who : name.unit
    }

    /// The lane of each node: that of who works there; gateways and ends stand where the work
    /// comes from, what nothing leads to where the work goes.
    private static func titles(
        _ nodes: [Node], _ edges: [Edge], _ places: [NodeID: Int],
        by name: (Performer) -> String
    ) -> [String] {
        var titles: [String?] = nodes.map { node in
            switch node.kind {
            case .step(let step):
                var performer = step.performer
                var seen = 0
                while case .performer(let earlier) = performer, seen < nodes.count {
                    performer = places[earlier].flatMap { nodes[$0].step?.performer }
                    seen += 1
                }
                return performer.map(name) ?? "?"
            case .wait(let wait):
                if case .body(let body) = wait.party { return body }
                return name(.applicant)
            case .call(let call): return name(.member(of: call.unit))
            case .start, .end, .service, .gateway, .timer: return nil
            }
        }
        for edge in edges where !edge.isBack && titles[edge.to] == nil {
            titles[edge.to] = titles[edge.from]
        }
        for index in nodes.indices where titles[index] == nil {
            let before = edges.first { !$0.isBack && $0.to == index && titles[$0.from] != nil }
            titles[index] = before.flatMap { titles[$0.from] }
        }
        for index in nodes.indices.reversed() where titles[index] == nil {
            let after = edges.first { !$0.isBack && $0.from == index && titles[$0.to] != nil }
            titles[index] = after.flatMap { titles[$0.to] }
        }
        return titles.map { $0 ?? "–" }
    }

    /// The steps in order with their units, in one sentence each.
    var description: String {
        let steps = nodes.indices.compactMap { index -> String? in
            guard let number = numbers[index] else { return nil }
            return "\(number). \(nodes[index].title) (\(laneTitles[lane[index]]))"
        }
        let back = edges.filter(\.isBack).compactMap { edge -> String? in
            guard let from = numbers[edge.from], let to = numbers[edge.to] else { return nil }
            return naming.language == .vi
                ? "Bước \(from) có thể quay về bước \(to)." : "Step \(from) may go back to \(to)."
        }
        return (steps + back).joined(separator: " ")
    }
}
