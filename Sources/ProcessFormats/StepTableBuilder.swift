// Makes a process version of the rows of one step table.

import ProcessModel
import WorkTime

/// Rows of one process, in order, as a graph: start, steps, end.
struct StepTableBuilder {
    private var nodes: [Node] = []
    private var flows: [Flow] = []
    /// The node that what comes next follows.
    private var last: NodeID = "start"

    /// A row and the rows that run beside it.
    private typealias Group = [StepRow]

    /// Rows must not be empty and stand in the order of their numbers.
    static func version(
        of rows: [StepRow], limit: ProcedureLimit?, file: String
    ) -> ProcessVersion {
        let line = rows.first?.line ?? 1
        let origin = Origin(file: file, line: line)
        var builder = StepTableBuilder()
        builder.nodes = [Node(id: "start", title: "Bắt đầu", kind: .start, origin: origin)]
        for group in groups(of: rows) { builder.add(group, file: file) }
        let lastLine = Origin(file: file, line: rows.last?.line ?? line)
        builder.append(
            Node(id: "end", title: "Kết thúc", kind: .end(.finished), origin: lastLine))
        return ProcessVersion(
            code: ProcessCode(rows.first?.process ?? ""), title: rows.first?.processTitle ?? "",
            kind: .procedure, ownerUnit: "", field: limit?.field ?? "", total: limit?.term,
            source: rows.first?.source ?? "", nodes: builder.nodes, flows: builder.flows,
            origin: origin)
    }

    /// A row that runs beside others belongs to the row before it; at the top, to the one after.
    private static func groups(of rows: [StepRow]) -> [Group] {
        var groups: [Group] = []
        for row in rows {
            let isBeside = row.clock == .parallel
            if isBeside || groups.last?.allSatisfy({ $0.clock == .parallel }) == true,
                !groups.isEmpty
            {
                groups[groups.count - 1].append(row)
            } else {
                groups.append([row])
            }
        }
        return groups
    }

    private mutating func add(_ group: Group, file: String) {
        if let row = group.first, group.count == 1 { return append(Self.node(row, file: file)) }
        let number = group.first.map { String($0.number) } ?? ""
        let split = Node(
            id: NodeID("split\(number)"), title: "Làm song song", kind: .gateway(.parallel),
            origin: group.first.map { Origin(file: file, line: $0.line) })
        let join = Node(
            id: NodeID("join\(number)"), title: "Đủ các phần song song",
            kind: .gateway(.parallel), origin: split.origin)
        append(split)
        for row in group {
            let node = Self.node(row, file: file)
            nodes.append(node)
            flows.append(Flow(from: split.id, to: node.id))
            flows.append(Flow(from: node.id, to: join.id))
        }
        nodes.append(join)
        last = join.id
    }

    private mutating func append(_ node: Node) {
        nodes.append(node)
        flows.append(Flow(from: last, to: node.id))
        last = node.id
    }

    private static func node(_ row: StepRow, file: String) -> Node {
        let performer = ResponsibleText.performer(row.responsible)
        let accountable = performer.flatMap(ResponsibleText.accountable)
        let product = row.tasks.last ?? ""
        var derived: [StepField] = []
        if accountable != nil { derived.append(.accountable) }
        if !product.isEmpty { derived.append(.product) }
        let step = Step(
            performer: performer, accountable: accountable,
            work: row.tasks.isEmpty ? row.title : row.tasks.joined(separator: ", "),
            tasks: row.tasks, product: product, time: row.time, clock: row.clock,
            marksDone: row.marksDone, conditional: row.conditional, derived: derived)
        return Node(
            id: NodeID("b\(row.number)"), title: row.title, kind: .step(step),
            origin: Origin(file: file, line: row.line))
    }
}
