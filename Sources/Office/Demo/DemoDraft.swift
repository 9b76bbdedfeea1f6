// From rows to a graph: start, the rows in their order, end. A row that is taken only in some cases
// stands behind a choice; a row of the ward where the land lies becomes one step a ward.

import ProcessModel

extension Demo {
    /// One row on its way into a graph.
    struct Draft: Sendable {
        enum Way: Sendable {
            case always
            /// Taken when the boolean field is true.
            case onlyIf(field: String)
            /// One step for each ward; the field `phuong` chooses.
            case wardOfLand([Ward])
        }
        let id: NodeID
        let title: String
        var step: Step
        var way: Way = .always
    }

    static let wardField = "phuong"

    /// Nodes and flows of the rows in their order.
    static func graph(of drafts: [Draft]) -> (nodes: [Node], flows: [Flow]) {
        var graph = Graph()
        for draft in drafts { graph.append(draft) }
        graph.end()
        return (graph.nodes, graph.flows)
    }

    /// A graph that grows at its open ends.
    private struct Graph {
        var nodes = [Node(id: "bat-dau", title: "Bắt đầu", kind: .start)]
        var flows: [Flow] = []
        /// Where the next row is joined on, with the condition of that way.
        private var open: [(from: NodeID, condition: Condition?)] = [("bat-dau", nil)]

        private mutating func add(_ node: Node) {
            nodes.append(node)
            for end in open {
                flows.append(Flow(from: end.from, to: node.id, condition: end.condition))
            }
            open = [(node.id, nil)]
        }

        mutating func append(_ draft: Draft) {
            switch draft.way {
            case .always:
                add(Node(id: draft.id, title: draft.title, kind: .step(draft.step)))
            case .onlyIf(let field):
                let choice = NodeID(draft.id.rawValue + "-chon")
                add(Node(id: choice, title: "Có cần không?", kind: .gateway(.exclusive)))
                open = [(choice, .compare(field, .equal, .boolean(true)))]
                add(Node(id: draft.id, title: draft.title, kind: .step(draft.step)))
                open.append((choice, nil))
            case .wardOfLand(let wards): appendWards(wards, draft)
            }
        }

        private mutating func appendWards(_ wards: [Ward], _ draft: Draft) {
            let choice = NodeID(draft.id.rawValue + "-chon")
            add(Node(id: choice, title: "Phường nơi có đất", kind: .gateway(.exclusive)))
            var ends: [(from: NodeID, condition: Condition?)] = []
            for ward in wards {
                // The form asks for the ward; the last one is the way without condition.
                let isLast = ward.slug == wards.last?.slug
                let here = Condition.compare(wardField, .equal, .text(ward.name))
                open = [(choice, isLast ? nil : here)]
                let id = NodeID(draft.id.rawValue + "-" + ward.slug)
                let title = draft.title + " (" + ward.name + ")"
                add(Node(id: id, title: title, kind: .step(draft.step.inWard(ward))))
                ends += open
            }
            open = ends
        }

        mutating func end() {
            add(Node(id: "ket-thuc", title: "Kết thúc", kind: .end(.finished)))
        }
    }
}

extension Step {
    /// The same work in the land unit of one ward.
    fileprivate func inWard(_ ward: Demo.Ward) -> Step {
        let land = UnitReference.code(ward.code + "-DC")
        var step = self
        step.performer = .member(of: land)
        step.substitute = .head(of: land)
        step.accountable = .position("chu-tich", in: .code(ward.code))
        return step
    }
}
