// The step table: the view of a version that offices write and read, one row a step.

import WorkTime

/// Rows of a version in reading order.
public struct StepTable: Hashable, Sendable {
    public struct Row: Hashable, Sendable {
        /// From 1, in reading order.
        public var number: Int
        public var node: NodeID
        public var title: String
        public var step: Step
        /// Title of the form; `nil` when it names none or one that does not exist.
        public var formTitle: String?
        /// Where the work goes from here: steps, waits, calls and ends, gateways passed through.
        public var next: [Next]
        public var origin: Origin?
    }

    /// One way on.
    public struct Next: Hashable, Sendable {
        public var node: NodeID
        /// What is met there.
        public var title: String
        /// Number of the row, when it is a step.
        public var row: Int?
        /// Conditions on the way, in the text form, outermost first.
        public var conditions: [String]
    }

    public var rows: [Row]

    public init(_ version: ProcessVersion) {
        let graph = ProcessGraph(version)
        let order = graph.readingOrder.filter { graph.nodes[$0].step != nil }
        let numbers = Dictionary(
            order.enumerated().map { ($0.element, $0.offset + 1) }, uniquingKeysWith: { a, _ in a })
        let forms = Dictionary(
            version.forms.map { ($0.code, $0.title) }, uniquingKeysWith: { a, _ in a })
        rows = order.compactMap { index in
            let node = graph.nodes[index]
            guard let step = node.step, let number = numbers[index] else { return nil }
            return Row(
                number: number, node: node.id, title: node.title, step: step,
                formTitle: step.form.flatMap { forms[$0] },
                next: Self.next(of: index, in: graph, numbers: numbers), origin: node.origin)
        }
    }

    /// Walks through gateways, each once.
    private static func next(
        of index: Int, in graph: ProcessGraph, numbers: [Int: Int]
    ) -> [Next] {
        var result: [Next] = []
        var seen: Set<Int> = []
        var open: [(index: Int, conditions: [String])] = [(index, [])]
        while let (place, conditions) = open.popLast() {
            var branches: [(Int, [String])] = []
            for flow in graph.leaving[place] {
                guard let target = graph.position[flow.to] else { continue }
                let all = conditions + (flow.condition.map { [ConditionText.text(of: $0)] } ?? [])
                if case .gateway = graph.nodes[target].kind {
                    if seen.insert(target).inserted { branches.append((target, all)) }
                } else {
                    let node = graph.nodes[target]
                    result.append(
                        Next(
                            node: node.id, title: node.title, row: numbers[target],
                            conditions: all))
                }
            }
            open += branches.reversed()
        }
        return result
    }
}
