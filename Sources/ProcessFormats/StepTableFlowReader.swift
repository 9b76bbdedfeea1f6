// Reads how the rows of a step table follow each other.

import ProcessModel
import WorkTime

extension StepTableReader {
    static let flowKeys = ["from", "to", "if"]
    static let nextKeys = ["to", "if"]
    /// Most rows of one process.
    static let rowLimit = 2000
    static let start = Node(id: "start", title: "Bắt đầu", kind: .start)
    static let end = Node(id: "end", title: "Kết thúc", kind: .end(.finished))

    /// `steps` are the rows of a table, start and end stand around them unwritten; `nodes` are the
    /// whole graph. A row without `next` leads to the row below it.
    mutating func graph(of head: YAMLFields, into version: inout ProcessVersion) {
        let isTable = head["nodes"] == nil
        let key = isTable ? "steps" : "nodes"
        let items = head.items(key, into: &report)
        if items.isEmpty { return missing(line: head.line(of: key)) }
        if !isTable, head["steps"] != nil {
            report.unknown(key: "steps", line: head.line(of: "steps"), known: ["nodes"])
        }
        if items.count > Self.rowLimit { return tooMany(items.count, line: head.line(of: key)) }
        var rows: [(node: Node, fields: YAMLFields?)] = items.compactMap { item in
            row(item).map { ($0.node, $0.fields) }
        }
        if isTable {
            let origin = report.origin(head.line(of: key))
            var (start, end) = (Self.start, Self.end)
            (start.origin, end.origin) = (origin, origin)
            rows = [(start, nil)] + rows + [(end, nil)]
        }
        version.nodes = rows.map(\.node)
        let hasFlows = head.has("flows")
        for (index, row) in rows.enumerated() {
            let following = index + 1 < rows.count ? rows[index + 1].node : nil
            let own = next(of: row.node, row.fields, following: hasFlows ? nil : following)
            version.flows += own
            if hasFlows, !own.isEmpty { twice(line: row.fields?.line(of: "next") ?? 1) }
        }
        for item in head.items("flows", into: &report) {
            guard let fields = YAMLFields(item, known: Self.flowKeys, into: &report) else {
                continue
            }
            version.flows.append(flow(from: NodeID(required("from", of: fields)), fields))
        }
    }

    private mutating func next(
        of node: Node, _ fields: YAMLFields?, following: Node?
    ) -> [Flow] {
        guard let fields, fields.has("next") else {
            if case .end = node.kind { return [] }
            return following.map { [Flow(from: node.id, to: $0.id)] } ?? []
        }
        return fields.items("next", into: &report).compactMap { item in
            if case .scalar(let to, _, _) = item { return Flow(from: node.id, to: NodeID(to)) }
            guard let fields = YAMLFields(item, known: Self.nextKeys, into: &report) else {
                return nil
            }
            return flow(from: node.id, fields)
        }
    }

    private mutating func flow(from: NodeID, _ fields: YAMLFields) -> Flow {
        let to = NodeID(required("to", of: fields))
        return Flow(from: from, to: to, condition: condition(of: fields))
    }

    /// What stands behind `if`.
    mutating func condition(of fields: YAMLFields) -> Condition? {
        guard let tree = fields["if"], let text = report.text(of: tree) else { return nil }
        do throws(ConditionError) {
            return try ConditionText.condition(from: text)
        } catch {
            report.add(
                .yamlValue, line: tree.line,
                Bilingual(vi: "điều kiện sai: ", en: "wrong condition: ") + error.sentence,
                mend: Bilingual(
                    vi: "viết như: so_tien > 1000000 and loai == \"A\"",
                    en: "write like: so_tien > 1000000 and loai == \"A\""))
            return nil
        }
    }

    private mutating func missing(line: Int) {
        report.add(
            .yamlKey, line: line,
            Bilingual(vi: "quy trình chưa có bước nào", en: "the process has no steps"),
            mend: Bilingual(
                vi: "thêm mục steps: với mỗi bước một dòng “- id: …”",
                en: "add steps: with one “- id: …” a step"))
    }

    private mutating func tooMany(_ count: Int, line: Int) {
        report.add(
            .fileSize, line: line,
            Bilingual(
                vi: "\(count) dòng, tối đa \(Self.rowLimit)",
                en: "\(count) rows, the most is \(Self.rowLimit)"),
            mend: Bilingual(
                vi: "tách thành nhiều quy trình gọi nhau",
                en: "split it into processes that call each other"))
    }

    private mutating func twice(line: Int) {
        report.add(
            .yamlKey, line: line,
            Bilingual(
                vi: "đường đi ghi ở cả next và flows", en: "next and flows both say where to go"),
            mend: Bilingual(vi: "chỉ giữ một cách ghi", en: "keep one of the two"))
    }
}
