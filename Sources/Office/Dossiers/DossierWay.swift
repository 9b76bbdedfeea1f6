// Which steps still lie ahead: of the branches of a process a dossier goes one way, and what it
// passed by is not to come.

import Engine
import ProcessModel

extension Dossiers {
    /// Nodes that can be reached from these, themselves included.
    static func ahead(of open: [NodeID], in version: ProcessVersion) -> Set<NodeID> {
        let graph = ProcessGraph(version)
        let reached = graph.reached(from: open.compactMap { graph.position[$0] })
        return Set(graph.nodes.indices.filter { reached[$0] }.map { graph.nodes[$0].id })
    }
}

extension Dossiers.Dossier {
    /// Steps that can be reached from where the work lies; `nil` before it began.
    func ahead(in version: ProcessVersion) -> Set<NodeID>? {
        instance.map { Dossiers.ahead(of: $0.items.map(\.node), in: version) }
    }
}
