// Rules about the graph: one start, ways that end, loops with a way out, flows that name nodes.

import WorkTime

extension ClarityCheck {
    /// What concerns the graph as a whole.
    mutating func shape() {
        start()
        doubleIdentifiers()
        danglingFlows()
        let reached = graph.reached(from: graph.starts)
        let ending = graph.reached(from: graph.ends, backwards: true)
        if !graph.starts.isEmpty {
            for index in graph.nodes.indices where !reached[index] { unreachable(at: index) }
        }
        let loopHeads = Set(graph.backFlows.map(\.to))
        for index in graph.nodes.indices where !ending[index] && reached[index] {
            noEnd(at: index, isLoopHead: loopHeads.contains(index))
        }
    }

    private mutating func start() {
        if graph.starts.count == 1 { return }
        report(
            .oneStart, at: nil,
            graph.starts.isEmpty
                ? Bilingual(vi: "quy trình không có điểm bắt đầu", en: "the process has no start")
                : Bilingual(
                    vi: "quy trình có \(graph.starts.count) điểm bắt đầu, chỉ được 1",
                    en: "the process has \(graph.starts.count) starts, it must have 1"),
            mend: Bilingual(
                vi: "giữ đúng một nút kind: start", en: "keep exactly one node of kind: start"))
    }

    private mutating func doubleIdentifiers() {
        var seen: Set<NodeID> = []
        for node in graph.nodes where !seen.insert(node.id).inserted {
            report(
                .duplicateCode, at: node,
                Bilingual(
                    vi: "mã “\(node.id)” đã dùng cho nút khác",
                    en: "the identifier “\(node.id)” is used by another node"),
                mend: Bilingual(vi: "đặt mã khác cho nút này", en: "give it another identifier"))
        }
    }

    private mutating func danglingFlows() {
        for flow in graph.dangling {
            let missing = graph[flow.from] == nil ? flow.from : flow.to
            let place = graph[flow.from] ?? graph[flow.to]
            unknown(missing, in: Bilingual(vi: "đường đi", en: "flow"), at: place)
        }
    }

    mutating func unknown(_ node: NodeID, in field: Bilingual, at place: Node?) {
        report(
            .unknownNode, at: place,
            Bilingual(
                vi: "\(field.vi) chỉ đến “\(node)”, quy trình không có nút này",
                en: "\(field.en) names “\(node)”, the process has no such node"),
            mend: Bilingual(
                vi: "ghi mã của một bước có trong quy trình, hoặc thêm bước “\(node)”",
                en: "name a step of this process, or add a step “\(node)”"))
    }

    private mutating func unreachable(at index: Int) {
        if graph.nodes[index].kind == .start { return }
        report(
            .unreachable, at: graph.nodes[index],
            Bilingual(vi: "không đường nào đi tới", en: "no way leads to it"),
            mend: Bilingual(
                vi: "nối bước trước tới đây (next), hoặc bỏ bước này",
                en: "lead an earlier step here (next), or remove it"))
    }

    private mutating func noEnd(at index: Int, isLoopHead: Bool) {
        if graph.leaving[index].isEmpty {
            report(
                .pathEnds, at: graph.nodes[index],
                Bilingual(
                    vi: "đường đi dừng lại ở đây, không tới kết thúc",
                    en: "the way stops here and reaches no end"),
                mend: Bilingual(
                    vi: "ghi bước tiếp theo (next), hoặc nối tới một nút kết thúc",
                    en: "name the next step, or lead on to an end"))
        } else if isLoopHead {
            report(
                .loopExit, at: graph.nodes[index],
                Bilingual(
                    vi: "nằm trong một vòng không có lối ra",
                    en: "lies on a loop without a way out"),
                mend: Bilingual(
                    vi: "thêm một nhánh rẽ ra khỏi vòng tới bước sau hoặc kết thúc",
                    en: "add a branch that leaves the loop for a later step or an end"))
        }
    }

    /// What concerns one node: ends lead nowhere, starts are not returned to, only gateways split.
    mutating func flows(at index: Int) {
        let node = graph.nodes[index]
        switch node.kind {
        case .start where !graph.arriving[index].isEmpty:
            report(
                .oneStart, at: node,
                Bilingual(vi: "có đường đi tới điểm bắt đầu", en: "a flow leads to the start"),
                mend: Bilingual(
                    vi: "nối về bước đầu tiên, không nối về điểm bắt đầu",
                    en: "lead it to the first step, not to the start"))
        case .end where !graph.leaving[index].isEmpty:
            report(
                .pathEnds, at: node,
                Bilingual(vi: "kết thúc mà còn đi tiếp", en: "a flow leaves the end"),
                mend: Bilingual(vi: "bỏ next của nút này", en: "remove its next"))
        case .gateway: break
        default: split(at: index)
        }
        for earlier in node.step?.returnsTo ?? [] { returning(to: earlier, at: index) }
    }

    private mutating func split(at index: Int) {
        let leaving = graph.leaving[index]
        guard leaving.count > 1 || leaving.contains(where: { $0.condition != nil }) else { return }
        report(
            .gateway, at: graph.nodes[index],
            Bilingual(
                vi: "rẽ nhánh ngay tại đây, không qua nút rẽ",
                en: "the way splits here without a gateway"),
            mend: Bilingual(
                vi: "thêm một nút kind: gateway sau bước này rồi rẽ từ đó",
                en: "add a node of kind: gateway after it and split there"))
    }

    private mutating func returning(to earlier: NodeID, at index: Int) {
        let node = graph.nodes[index]
        guard let target = graph.position[earlier] else {
            return unknown(earlier, in: StepField.returnsTo.phrase, at: node)
        }
        let isEarlier =
            graph.nodes[target].step != nil && target != index
            && graph.reached(from: [target])[index]
        if isEarlier { return }
        report(
            .returnTarget, at: node,
            Bilingual(
                vi: "trả lại “\(earlier)”, không phải một bước ở trước",
                en: "returns to “\(earlier)”, which is no earlier step"),
            mend: Bilingual(
                vi: "chỉ trả lại một bước đã đi qua trước bước này",
                en: "return only to a step that was passed before"))
    }
}
