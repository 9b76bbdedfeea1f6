// The graph of a version as numbers: who follows whom, what is reached, where it turns back.

/// Adjacency of the nodes of a version. Flows that name no node are left out and kept aside.
public struct ProcessGraph: Sendable {
    public let nodes: [Node]
    /// Position of each identifier; of two nodes with one identifier the first counts.
    public let position: [NodeID: Int]
    /// Flows that leave each node, in the order written.
    public let leaving: [[Flow]]
    /// Flows that arrive at each node.
    public let arriving: [[Flow]]
    /// Flows of which an end is no node of the version.
    public let dangling: [Flow]
    /// Some step names people who work on it together with its holder.
    public let isShared: Bool

    public init(_ version: ProcessVersion) {
        nodes = version.nodes
        isShared = version.nodes.contains { !($0.step?.cooperating.isEmpty ?? true) }
        let places = version.nodes.enumerated().map { ($0.element.id, $0.offset) }
        position = Dictionary(places, uniquingKeysWith: { first, _ in first })
        var leaving = [[Flow]](repeating: [], count: nodes.count)
        var arriving = leaving
        var dangling: [Flow] = []
        for flow in version.flows {
            guard let from = position[flow.from], let to = position[flow.to] else {
                dangling.append(flow)
                continue
            }
            leaving[from].append(flow)
            arriving[to].append(flow)
        }
        self.leaving = leaving
        self.arriving = arriving
        self.dangling = dangling
    }

    public subscript(id: NodeID) -> Node? { position[id].map { nodes[$0] } }

    /// Positions of the nodes that directly follow.
    public func successors(of index: Int) -> [Int] {
        leaving[index].compactMap { position[$0.to] }
    }

    public func predecessors(of index: Int) -> [Int] {
        arriving[index].compactMap { position[$0.from] }
    }

    public var starts: [Int] { nodes.indices.filter { nodes[$0].kind == .start } }

    public var ends: [Int] {
        nodes.indices.filter { if case .end = nodes[$0].kind { true } else { false } }
    }

    /// Marks what is reached from these nodes, themselves included. `passing` says which nodes may
    /// be walked on from; backwards along the flows when `backwards`.
    public func reached(
        from origins: [Int], backwards: Bool = false, passing: (Int) -> Bool = { _ in true }
    ) -> [Bool] {
        var seen = [Bool](repeating: false, count: nodes.count)
        var open = origins
        for origin in origins { seen[origin] = true }
        while let index = open.popLast() {
            let next = backwards ? predecessors(of: index) : successors(of: index)
            for other in next where !seen[other] {
                seen[other] = true
                if passing(other) { open.append(other) }
            }
        }
        return seen
    }
}
