// Graphs drawn as text: reading order, what is reached, which way back, row by row.

import ProcessModel
import Testing

struct ProcessGraphDrawnTests {
    /// `s>a a>b b>e`: nodes in the order of mention, `s` is the start, `e` and `f` are ends.
    private static func graph(_ drawing: String) -> ProcessGraph {
        var nodes: [Node] = []
        var flows: [Flow] = []
        for arrow in drawing.split(separator: " ") {
            let ends = arrow.split(separator: ">").map { NodeID(String($0)) }
            for id in ends where !nodes.contains(where: { $0.id == id }) {
                let kind: NodeKind =
                    switch id {
                    case "s": .start
                    case "e", "f": .end(.finished)
                    default: .service(action: "x")
                    }
                nodes.append(Node(id: id, title: "", kind: kind))
            }
            if ends.count == 2 { flows.append(Flow(from: ends[0], to: ends[1])) }
        }
        return ProcessGraph(
            ProcessVersion(
                code: "G", title: "", kind: .internalWork, ownerUnit: "", nodes: nodes,
                flows: flows))
    }

    private static func names(_ marks: [Bool], of graph: ProcessGraph) -> String {
        zip(graph.nodes, marks).filter(\.1).map(\.0.id.rawValue).joined()
    }

    @Test(arguments: [
        ("s>a a>b b>e", "sabe"), ("b>e a>b s>a", "sabe"), ("s", "s"), ("s>e", "se"),
        ("s>a s>b a>e b>e", "sabe"), ("s>b s>a a>e b>e", "sbae"),
        ("s>a a>c s>b b>c c>e", "sabce"), ("s>c c>e s>a a>c", "sace"),
        ("s>a a>a a>e", "sae"), ("s>a a>b b>a b>e", "sabe"),
        ("s>a a>b b>c c>a c>e", "sabce"), ("s>a a>b b>c c>b b>e", "sabce"),
        ("s>a a>e x>e", "saxe"), ("s>a a>e x>y y>x", "saexy"),
        ("s>a a>b b>e a>f", "sabef"),
    ])
    func `A drawing is read in this order`(drawing: String, order: String) {
        let graph = Self.graph(drawing)
        let found = graph.readingOrder.map { graph.nodes[$0].id.rawValue }.joined()
        #expect(found == order)
    }

    @Test(arguments: [
        ("s>a a>b b>e", "sabe", "sabe"), ("s>a b>e", "sa", "be"),
        ("s>a a>b x>b b>e", "sabe", "sabxe"),
        ("s>a a>a", "sa", ""), ("s>a a>b b>a a>e", "sabe", "sabe"),
        ("s>a a>e s>x x>y y>x", "saexy", "sae"), ("a>e", "", "ae"), ("s>e s>f", "sef", "sef"),
    ])
    func `Reached from the start, and reaching an end`(
        drawing: String, forward: String, backward: String
    ) {
        let graph = Self.graph(drawing)
        #expect(Self.names(graph.reached(from: graph.starts), of: graph) == forward)
        #expect(
            Self.names(graph.reached(from: graph.ends, backwards: true), of: graph) == backward)
    }

    @Test(arguments: [
        ("s>a a>b b>c c>e", "a", "sa"), ("s>a a>b b>c c>e", "b", "sab"),
        ("s>a a>e s>b b>e", "a", "saeb"), ("s>a a>b s>b b>e", "a", "sabe"),
        ("s>a a>e", "s", "sae"),
    ])
    func `A walk reaches a closed node and does not pass it`(
        drawing: String, closed: NodeID, reached: String
    ) throws {
        let graph = Self.graph(drawing)
        let place = try #require(graph.position[closed])
        let marks = graph.reached(from: graph.starts) { $0 != place }
        #expect(Self.names(marks, of: graph) == reached)
    }

    @Test func `Neighbours stand in the order of the flows, dangling flows apart`() {
        let version = ProcessVersion(
            code: "G", title: "", kind: .internalWork, ownerUnit: "",
            nodes: ["s", "a", "b"].map {
                Node(id: NodeID($0), title: "", kind: .service(action: ""))
            },
            flows: [
                Flow(from: "s", to: "b"), Flow(from: "s", to: "x"), Flow(from: "s", to: "a"),
                Flow(from: "y", to: "a"), Flow(from: "a", to: "b"), Flow(from: "a", to: "b"),
            ])
        let graph = ProcessGraph(version)
        #expect(graph.successors(of: 0) == [2, 1] && graph.successors(of: 1) == [2, 2])
        #expect(graph.predecessors(of: 2) == [0, 1, 1] && graph.predecessors(of: 1) == [0])
        #expect(graph.dangling.map(\.to) == ["x", "a"])
        #expect(graph["b"]?.id == "b" && graph["x"] == nil)
        #expect(graph.starts.isEmpty && graph.ends.isEmpty)
    }

    @Test func `Of two nodes with one identifier flows mean the first`() {
        let nodes = ["a", "b", "a"].map {
            Node(id: NodeID($0), title: "", kind: .service(action: ""))
        }
        let graph = ProcessGraph(
            ProcessVersion(
                code: "G", title: "", kind: .internalWork, ownerUnit: "", nodes: nodes,
                flows: [Flow(from: "b", to: "a")]))
        #expect(graph.position["a"] == 0 && graph.arriving.map(\.count) == [1, 0, 0])
    }
}
