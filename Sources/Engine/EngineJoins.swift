// When a joining gateway goes on: the rule of BPMN 2.0 (ISO/IEC 19510, 13.4.3) for inclusive joins,
// used for parallel ones too, so that a branch that ended or was sent back stops nobody for ever.

import ProcessModel

extension EngineWalk {
    /// A parallel or inclusive gateway that several nodes lead to.
    func isJoin(_ node: NodeID) -> Bool { graph.isJoin(node) }

    /// The tokens of the first join that has waited for all it can, in their order of arrival.
    func ripeJoin() -> [Int]? {
        let busy = Set(state.items.map(\.token))
        var seen: Set<NodeID> = []
        for token in state.tokens where !busy.contains(token.id) && isJoin(token.node) {
            guard seen.insert(token.node).inserted else { continue }
            let here = state.tokens.filter { $0.node == token.node && !busy.contains($0.id) }
            if isRipe(token.node, arrived: here) { return here.map(\.id) }
        }
        return nil
    }

    /// Ripe when no token elsewhere can reach an arriving flow that is still empty, apart from
    /// those that can also reach one that is filled: these come round again later.
    private func isRipe(_ join: NodeID, arrived: [Token]) -> Bool {
        guard let place = graph.position[join] else { return true }
        let sources = Set(graph.predecessors(of: place))
        let filled = Set(arrived.compactMap { $0.from.flatMap { graph.position[$0] } })
        let empty = sources.subtracting(filled)
        if empty.isEmpty { return true }
        let toEmpty = upstream(of: empty, without: place)
        let toFilled = upstream(of: sources.intersection(filled), without: place)
        return !state.tokens.contains { token in
            guard token.node != join || token.resumesAt != nil,
                let at = graph.position[token.resumesAt ?? token.node]
            else { return false }
            return toEmpty[at] && !toFilled[at]
        }
    }

    private func upstream(of nodes: Set<Int>, without join: Int) -> [Bool] {
        graph.reached(from: nodes.filter { $0 != join }, backwards: true) { $0 != join }
    }
}

extension ProcessGraph {
    /// A parallel or inclusive gateway that several nodes lead to.
    func isJoin(_ node: NodeID) -> Bool {
        guard let place = position[node], case .gateway(let kind) = nodes[place].kind else {
            return false
        }
        guard kind == .parallel || kind == .inclusive else { return false }
        return Set(predecessors(of: place)).count > 1
    }
}
