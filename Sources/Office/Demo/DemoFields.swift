// Fields of work: which department owns the processes of a field, who signs, on which law it rests.

import ProcessModel
import WorkTime

extension Demo {
    struct Field: Sendable {
        let owner: String
        /// Position code of the leader who signs.
        let leader: String
        let legalBasis: [String]
    }

    struct Fields: Sendable {
        private var fields: [String: Field] = [:]
        /// Title of the head of each district unit, by the unit's code.
        private var heads: [String: String] = [:]

        init() throws(DataError) {
            let columns = ["field", "owner", "leader", "legal_basis"]
            for row in try Table.load("fields", columns: columns).rows {
                fields[row["field"]] = Field(
                    owner: row["owner"], leader: row["leader"],
                    legalBasis: row.list("legal_basis"))
            }
            for row in try Table.load("positions-district", columns: ["unit", "title"]).rows
            where row["head"] == "yes" {
                heads[row["unit"].uppercased()] = row["title"]
            }
        }

        subscript(name: String) -> Field {
            get throws(DataError) {
                guard let field = fields[name] else {
                    throw .badValue(name, column: "field", table: "fields")
                }
                return field
            }
        }

        /// Who answers for the gaps of a process of that unit.
        func head(of owner: String) -> String { heads[owner] ?? "Chánh Văn phòng" }
    }

    /// The gaps of a version, each waived by the head of its owner until a date.
    static func waivers(
        for version: ProcessVersion, by head: String, mendBy: DayNumber, sumReason: String = ""
    ) -> [Waiver] {
        var waivers: [Waiver] = []
        func waive(_ rule: ClarityRule, _ reason: String) {
            waivers.append(
                Waiver(
                    rule: rule.rawValue, node: nil, reason: reason, by: head, mendBy: mendBy))
        }
        let steps = version.nodes.compactMap(\.step)
        if steps.contains(where: { !$0.derived.isEmpty }) {
            waive(
                .derived,
                "Nguồn không ghi sản phẩm, người thay, người chịu trách nhiệm; đơn vị đang rà soát")
        }
        if steps.contains(where: { $0.time == .withinTotal }) {
            waive(.withinTotal, "Thời gian từng bước chưa được công bố")
        }
        if version.total == nil { waive(.clearTime, "Nguồn không công bố thời hạn chung") }
        if TimeSum(of: version).exceedsLimit {
            waive(
                .longestPath,
                "Bảng bước trong nguồn cộng lại vượt thời hạn đã công bố" + sumReason)
        }
        if version.records.isEmpty {
            waive(.records, "Nguồn không ghi danh mục hồ sơ phải lưu")
        }
        if version.kind == .procedure, version.components.isEmpty {
            waive(.components, "Nguồn không ghi thành phần hồ sơ")
        }
        return waivers
    }
}
