// The graph of a version: what is reached, in which order it is read, where it turns back.

import ProcessModel
import Testing

struct ProcessGraphTests {
    private typealias Samples = ProcessSamples

    private func order(_ version: ProcessVersion) -> [NodeID] {
        let graph = ProcessGraph(version)
        return graph.readingOrder.map { graph.nodes[$0].id }
    }

    @Test func `A line is read in its order, whatever the order of writing`() {
        var version = Samples.clear
        version.nodes.reverse()
        #expect(order(version) == ["start", "b1", "b2", "b3", "end"])
    }

    @Test func `Branches are read in the order of writing, the join after both`() {
        let nodes = [
            Samples.start, Samples.end, Samples.gateway("j", .parallel), Samples.step("y"),
            Samples.step("x"), Samples.gateway("s", .parallel),
        ]
        let version = Samples.graph(
            nodes,
            [("start", "s"), ("s", "x"), ("s", "y"), ("x", "j"), ("y", "j"), ("j", "end")])
        #expect(order(version) == ["start", "s", "y", "x", "j", "end"])
    }

    @Test func `A loop does not keep the rest from being read`() {
        let nodes = [
            Samples.start, Samples.step("a"), Samples.gateway("g", .exclusive), Samples.end,
        ]
        let version = Samples.graph(
            nodes, [("start", "a"), ("a", "g"), ("g", "a"), ("g", "end"), ("a", "a")])
        #expect(order(version) == ["start", "a", "g", "end"])
    }

    @Test func `Every node is read once, also where nothing leads to it`() {
        let version = Samples.graph(
            [Samples.step("x"), Samples.start, Samples.step("y")],
            [("x", "y"), ("y", "x"), ("start", "start"), ("x", "nowhere")])
        #expect(Set(order(version)) == ["x", "start", "y"])
        #expect(ProcessGraph(version).dangling == [Flow(from: "x", to: "nowhere")])
    }

    @Test func `A walk stops where it may not pass`() {
        let graph = ProcessGraph(Samples.clear)
        #expect(graph.reached(from: [0]).contains(false) == false)
        #expect(graph.reached(from: [0]) { $0 != 2 } == [true, true, true, false, false])
        #expect(graph.reached(from: graph.ends, backwards: true).contains(false) == false)
    }

    @Test func `A chain of fifty thousand nodes is walked without harm`() {
        let nodes = (0..<50_000).map { Node(id: NodeID("n\($0)"), title: "", kind: .start) }
        let flows = zip(nodes, nodes.dropFirst()).map { ($0.id, $1.id) }
        let version = Samples.graph(nodes, flows + [("n49999", "n0")])
        #expect(ProcessGraph(version).readingOrder == Array(0..<50_000))
    }
}
