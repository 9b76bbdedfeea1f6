// The five operating processes of the district and the four of the wards. Only their names are
// known; their steps are taken from elsewhere or proposed, and each version says which.

import ProcessModel
import WorkTime

extension Demo {
    static func operatingProcesses(_ sources: Sources) throws(DataError) -> [ProcessVersion] {
        let columns = [
            "process", "no", "title", "performer", "accountable", "substitute", "cooperating",
            "work", "product", "time", "conditional", "returns_to", "source",
        ]
        let steps = Dictionary(
            grouping: try Table.load("operating-steps", columns: columns).rows
        ) { $0["process"] }
        let heads = [
            "code", "title", "owner", "field", "scope", "legal_basis", "records", "status",
            "source", "mend_by",
        ]
        var versions: [ProcessVersion] = []
        for row in try Table.load("operating-processes", columns: heads).rows {
            versions.append(try version(row, steps: steps[row["code"]] ?? [], sources))
        }
        return versions
    }

    private static func version(
        _ row: Row, steps: [Row], _ sources: Sources
    ) throws(DataError) -> ProcessVersion {
        var drafts: [Draft] = []
        var fields: [FormField] = []
        for step in steps {
            let draft = try draft(step, isProposal: step["source"].contains("DESIGN"))
            if case .onlyIf(let key) = draft.way {
                fields.append(FormField(key: key, label: draft.title, type: .boolean))
            }
            drafts.append(draft)
        }
        let form = Form(code: "PGV", title: "Phiếu giao việc", fields: fields)
        if !fields.isEmpty { drafts[0].step.form = form.code }
        drafts[drafts.count - 1].step.marksDone = true
        let (nodes, flows) = graph(of: drafts)
        var version = ProcessVersion(
            code: ProcessCode(row["code"]), title: row["title"], kind: .operating,
            ownerUnit: row["owner"], field: row["field"], legalBasis: row.list("legal_basis"),
            scope: row["scope"], records: row.list("records"), effective: Day.processesInForce,
            changeNote: note(of: row["status"]), approver: "Chủ tịch UBND quận",
            source: row["source"], forms: fields.isEmpty ? [] : [form], nodes: nodes,
            flows: flows)
        version.waivers = waivers(
            for: version, by: sources.fields.head(of: row["owner"]),
            mendBy: try row.day("mend_by"))
        return version
    }

    private static func note(of status: String) -> String {
        switch status {
        case "nearest":
            "Ban hành lần đầu. Chỉ biết tên quy trình của quận; các bước lấy theo văn bản gần nhất "
                + "của nơi khác."
        case "reference":
            "Ban hành lần đầu. Chỉ biết tên quy trình của quận; các bước là đề xuất để cấu hình, "
                + "không phải trích dẫn."
        default:
            "Ban hành lần đầu. Nguồn chỉ nêu tên, không có bảng bước; các bước là đề xuất."
        }
    }

    private static func draft(_ row: Row, isProposal: Bool) throws(DataError) -> Draft {
        var cooperating: [Performer] = []
        for text in row["cooperating"].split(separator: ";") {
            if let performer = performer(text) { cooperating.append(performer) }
        }
        let time: StepTime
        if row["time"].isEmpty {
            time = .withinTotal
        } else if let term = Term(row["time"]) {
            time = .term(term)
        } else {
            throw .badValue(row["time"], column: "time", table: row.table)
        }
        var derived: [StepField] = [.performer, .accountable, .substitute, .product]
        if isProposal { derived += [.title, .work] }
        let back = row["returns_to"]
        let step = Step(
            performer: try row.performer("performer"),
            accountable: try row.performer("accountable"),
            substitute: try row.performer("substitute"), cooperating: cooperating,
            work: row["work"], product: row["product"], time: time,
            conditional: !row["conditional"].isEmpty,
            returnsTo: back.isEmpty ? [] : [NodeID("b" + back)], derived: derived)
        var draft = Draft(id: NodeID("b" + row["no"]), title: row["title"], step: step)
        if !row["conditional"].isEmpty { draft.way = .onlyIf(field: row["conditional"]) }
        return draft
    }
}
