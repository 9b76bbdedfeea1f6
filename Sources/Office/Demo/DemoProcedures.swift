// The 68 procedures of Hà Nội as processes: the usual chain of the one-stop shop, or a real step
// table where one is known for the same procedure. No step has an invented time.

import ProcessModel
import WorkTime

extension Demo {
    /// How one procedure runs: at the ward, at the district, at both, or from ward to district.
    struct ChainChoice: Sendable {
        let scope: String
        let handler: UnitReference
        /// The head of the handling unit signs, not a leader of the office.
        let headSigns: Bool
        let table: String
        let total: Term?
    }

    static func procedures(_ sources: Sources) throws(DataError) -> [ProcessVersion] {
        let choices = try chainChoices()
        let columns = [
            "id", "name_vi", "field_vi", "components_vi", "time_limit", "time_unit", "time_rule",
            "fee_vnd", "fee_note", "result_vi", "agency_2017_vi", "source_id",
        ]
        var versions: [ProcessVersion] = []
        for row in try Table.load("procedures-hanoi", columns: columns).rows {
            guard let choice = choices[row["id"]] else {
                throw .badValue(row["id"], column: "id", table: "chains-hanoi")
            }
            versions.append(try version(row, choice, sources))
        }
        return versions
    }

    private static func chainChoices() throws(DataError) -> [String: ChainChoice] {
        let columns = ["id", "scope", "handler", "signer", "step_table", "total"]
        var choices: [String: ChainChoice] = [:]
        for row in try Table.load("chains-hanoi", columns: columns).rows {
            let total = row["total"].isEmpty ? nil : Term(row["total"])
            choices[row["id"]] = ChainChoice(
                scope: row["scope"], handler: unit(row["handler"]),
                headSigns: row["signer"] == "head", table: row["step_table"], total: total)
        }
        return choices
    }

    private static func version(
        _ row: Row, _ choice: ChainChoice, _ sources: Sources
    ) throws(DataError) -> ProcessVersion {
        let field = try sources.fields[row["field_vi"]]
        let form = sources.forms.form(
            of: row["id"], asksWard: sources.tables.asksWard(choice.table) ? sources.wards : [],
            asksComplaint: sources.tables.isConditional(choice.table))
        let drafts =
            choice.table.isEmpty
            ? chain(row, choice, field, form: form?.code)
            : try sources.tables.drafts(
                choice.table, leader: field.leader, result: row["result_vi"], form: form?.code)
        let (nodes, flows) = graph(of: drafts)
        let published = try row.procedureLimit()
        let limit = choice.total ?? published
        var version = ProcessVersion(
            code: ProcessCode(row["id"]), title: row["name_vi"], kind: .procedure,
            ownerUnit: field.owner, field: row["field_vi"], legalBasis: field.legalBasis,
            scope: scope(choice, agency: row["agency_2017_vi"]),
            total: limit, effective: Day.processesInForce,
            changeNote: changeNote(choice, row), approver: "Chủ tịch UBND quận",
            source: source(row, choice), components: row.list("components_vi"),
            forms: form.map { [$0] } ?? [], nodes: nodes, flows: flows)
        version.waivers = waivers(
            for: version, by: sources.fields.head(of: field.owner), mendBy: Day.mendProcedures)
        return version
    }

    private static func scope(_ choice: ChainChoice, agency: String) -> String {
        let place =
            switch choice.scope {
            case "ward": "UBND 14 phường"
            case "both": "UBND quận và 14 phường"
            case "linked": "Liên thông từ phường đến quận"
            default: "UBND quận"
            }
        return "\(place) (\(agency))"
    }

    private static func source(_ row: Row, _ choice: ChainChoice) -> String {
        let table = choice.table.isEmpty ? "" : "; bảng bước \(choice.table)"
        return "\(row["source_id"]): \(row["id"])\(table)"
    }

    private static func changeNote(_ choice: ChainChoice, _ row: Row) -> String {
        let steps =
            choice.table.isEmpty
            ? "Bảng bước theo chuỗi chung của một cửa, là đề xuất."
            : "Bảng bước \(choice.table) là của nơi khác hoặc thời điểm khác, chế độ gần nhất."
        let rule = row["time_rule"].isEmpty ? "" : " Ghi chú nguồn: \(row["time_rule"])."
        return "Ban hành lần đầu. \(steps)\(rule)"
    }

    /// Receive, handle, (review,) sign, (fee,) return; from ward to district where it is linked.
    private static func chain(
        _ row: Row, _ choice: ChainChoice, _ field: Field, form: String?
    ) -> [Draft] {
        let result = row["result_vi"]
        var drafts = [
            Chain.receive(form: form),
            Chain.handle(
                by: choice.handler, cooperating: cooperating(row),
                specialist: choice.headSigns || choice.scope == "district"),
        ]
        if choice.scope == "linked" {
            drafts += linked(choice, field, result: result)
        } else if choice.headSigns {
            drafts.append(
                Chain.sign(
                    by: .head(of: choice.handler),
                    substitute: deputy(of: choice), result: result, of: "thu-ly"))
        } else {
            if choice.scope == "district" {
                drafts.append(Chain.review(by: choice.handler, of: "thu-ly"))
            }
            let signer = leader(field.leader)
            drafts.append(
                Chain.sign(
                    by: signer.performer, substitute: signer.substitute, result: result,
                    of: "thu-ly"))
        }
        let hasFee = !row["fee_vnd"].isEmpty && row["fee_vnd"] != "0"
        if choice.scope == "district", hasFee || !row["fee_note"].isEmpty {
            drafts.append(Chain.fee())
        }
        return drafts + [Chain.giveBack()]
    }

    /// The ward's leader proposes, the district's department examines, the district decides.
    private static func linked(
        _ choice: ChainChoice, _ field: Field, result: String
    ) -> [Draft] {
        let ward = leader(field.leader)
        let district = leader(field.leader, in: .code("UBND"))
        return [
            Chain.sign(
                by: ward.performer, substitute: ward.substitute,
                result: "Văn bản đề nghị của phường", of: "thu-ly", id: "de-nghi",
                title: "Ký văn bản đề nghị", marksDone: false),
            Chain.handle(
                by: .code(field.owner), id: "tham-dinh-quan", title: "Thẩm định tại quận"),
            Chain.sign(
                by: district.performer, substitute: district.substitute, result: result,
                of: "tham-dinh-quan", id: "ky-quan", title: "Quyết định"),
        ]
    }

    private static func deputy(of choice: ChainChoice) -> Performer {
        let position = choice.scope == "ward" ? "chuyen-vien" : "pho-truong-phong"
        return .position(position, in: choice.handler)
    }

    /// Linked birth registration is done together with the police and the social insurance.
    private static func cooperating(_ row: Row) -> [Performer] {
        row["field_vi"] == "Liên thông"
            ? [.member(of: .function("cong-an")), .body("Bảo hiểm xã hội quận")] : []
    }
}

extension Demo.Row {
    /// 0 days is the same day (15:00 rule); an empty cell is no published limit.
    fileprivate func procedureLimit() throws(Demo.DataError) -> Term? {
        if self["time_limit"].isEmpty { return nil }
        let amount = try number("time_limit")
        if amount == 0 { return .sameDay }
        return self["time_unit"] == "ngày" ? .calendarDays(amount) : .workingDays(amount)
    }
}
