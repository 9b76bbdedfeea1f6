// The 71 processes that are built from real step tables of a district-level office in 2015.

import ProcessModel
import WorkTime

extension Demo {
    /// What the processes are built from.
    struct Sources: Sendable {
        let wards: [Ward]
        let tables: StepTables
        let forms: Forms
        let fields: Fields

        init() throws(DataError) {
            wards = try Ward.all()
            tables = try StepTables(wards: wards)
            forms = try Forms()
            fields = try Fields()
        }
    }

    /// Tables that procedures of Hà Nội are run by are left out here.
    static func tableProcedures(_ sources: Sources) throws(DataError) -> [ProcessVersion] {
        let columns = ["code_local", "name_vi", "field_vi", "time_limit_value", "source_id"]
        let components = try components()
        let used = Set(
            try Table.load("chains-hanoi", columns: ["step_table"]).rows.map {
                $0["step_table"]
            })
        var versions: [ProcessVersion] = []
        for row in try Table.load("procedures-yenbai-2015", columns: columns).rows {
            let code = "YB-" + row["code_local"]
            if used.contains(code) { continue }
            versions.append(
                try version(row, code: code, sources, components[row["code_local"]] ?? []))
        }
        return versions
    }

    private static func version(
        _ row: Row, code: String, _ sources: Sources, _ components: [String]
    ) throws(DataError) -> ProcessVersion {
        let field = try sources.fields[String(row["code_local"].prefix(2))]
        let form = sources.forms.form(
            of: code, asksWard: sources.tables.asksWard(code) ? sources.wards : [],
            asksComplaint: false)
        let drafts = try sources.tables.drafts(
            code, leader: field.leader, result: "Kết quả đã ký: " + row["name_vi"],
            form: form?.code)
        let (nodes, flows) = graph(of: drafts)
        var version = ProcessVersion(
            code: ProcessCode(code), title: row["name_vi"], kind: .procedure,
            ownerUnit: field.owner, field: row["field_vi"], legalBasis: field.legalBasis,
            scope: "Hồ sơ nộp tại Bộ phận một cửa cấp quận", total: try row.limit(),
            effective: Day.processesInForce,
            changeNote: "Ban hành lần đầu. Bảng bước là của một cơ quan cấp huyện khác năm 2015, "
                + "chế độ gần nhất có văn bản; chưa phải văn bản của quận.",
            approver: "Chủ tịch UBND quận",
            source: "\(row["source_id"]): \(row["code_local"]), bảng bước \(code)",
            components: components, forms: form.map { [$0] } ?? [], nodes: nodes, flows: flows)
        version.waivers = waivers(
            for: version, by: sources.fields.head(of: field.owner), mendBy: Day.mendTables)
        return version
    }

    /// Papers of each procedure, with the number of copies where the source gives it.
    private static func components() throws(DataError) -> [String: [String]] {
        var found: [String: [String]] = [:]
        let columns = ["code_local", "component_vi", "quantity", "unit_vi"]
        for row in try Table.load("components-yenbai-2015", columns: columns).rows {
            found[row["code_local"], default: []].append(row["component_vi"])
        }
        return found
    }
}

extension Demo.Row {
    /// `-1` in the source means that no limit was configured; `0.5` is half a day.
    fileprivate func limit() throws(Demo.DataError) -> Term? {
        guard let value = Double(self["time_limit_value"]) else {
            throw .badValue(
                self["time_limit_value"], column: "time_limit_value", table: table)
        }
        if value <= 0 { return nil }
        let halves = Int((value * 2).rounded())
        return halves % 2 == 0 ? .workingDays(halves / 2) : .halfDays(halves)
    }
}
