// Small forms of the demo's procedures: a few typed fields each, names of people marked personal.

import ProcessModel

extension Demo {
    struct Forms: Sendable {
        private var forms: [String: Form] = [:]

        init() throws(DataError) {
            let columns = [
                "applies_to", "form", "title", "key", "label", "type", "required", "personal",
                "unit", "if",
            ]
            for row in try Table.load("forms", columns: columns).rows {
                let field = FormField(
                    key: row["key"], label: row["label"], type: try row.fieldType(),
                    required: row["required"] == "yes", personal: row["personal"] == "yes",
                    condition: try row.condition(),
                    unit: row["unit"].isEmpty ? nil : row["unit"])
                for process in row["applies_to"].split(separator: " ") {
                    let empty = Form(code: row["form"], title: row["title"])
                    forms[String(process), default: empty].fields.append(field)
                }
            }
        }

        /// The form of a procedure, with the ward of the land or the question of a complaint where
        /// its steps ask for them; `nil` when there is nothing to ask.
        func form(of process: String, asksWard wards: [Ward], asksComplaint: Bool) -> Form? {
            var form = forms[process]
            if !wards.isEmpty {
                var land = form ?? Form(code: "TK-DD", title: "Đơn đề nghị về đất đai")
                land.fields.append(
                    FormField(
                        key: wardField, label: "Phường nơi có đất",
                        type: .choice(wards.map(\.name)), required: true))
                land.fields.append(
                    FormField(key: "so_thua", label: "Số thửa, tờ bản đồ", type: .text))
                form = land
            }
            if asksComplaint {
                var claim = form ?? Form(code: "TK-TGXH", title: "Tờ khai đề nghị trợ giúp")
                claim.fields.append(
                    FormField(key: "co_khieu_nai", label: "Có khiếu nại", type: .boolean))
                form = claim
            }
            return form
        }
    }
}

extension Demo.Row {
    fileprivate func fieldType() throws(Demo.DataError) -> FieldType {
        switch self["type"] {
        case "text": return .text
        case "number": return .number
        case "date": return .date
        case "boolean": return .boolean
        case "money": return .money
        case "address": return .address
        case "signature": return .signature
        case let text where text.hasPrefix("table:"): return .table(try fieldTable(text))
        case let text where text.hasPrefix("choice:"):
            return .choice(text.dropFirst("choice:".count).split(separator: ";").map(String.init))
        case let text: throw .badValue(text, column: "type", table: table)
        }
    }
    fileprivate func condition() throws(Demo.DataError) -> Condition? {
        if self["if"].isEmpty { return nil }
        guard let condition = try? ConditionText.condition(from: self["if"]) else {
            throw .badValue(self["if"], column: "if", table: table)
        }
        return condition
    }

    /// `table:1-5:ho_ten=Họ tên!;von_gop=Vốn góp:money`: rows, columns; `!` where one is needed.
    private func fieldTable(_ text: String) throws(Demo.DataError) -> FieldTable {
        let parts = text.split(separator: ":", maxSplits: 2)
        let rows = parts.count == 3 ? parts[1].split(separator: "-").compactMap { Int($0) } : []
        guard rows.count == 2 else { throw .badValue(text, column: "type", table: table) }
        let columns = parts[2].split(separator: ";").map { column in
            let isNeeded = column.hasSuffix("!")
            let halves = (isNeeded ? column.dropLast() : column).split(separator: "=")
            let words = (halves.last ?? "").split(separator: ":")
            return FieldColumn(
                key: String(halves.first ?? ""), label: String(words.first ?? ""),
                kind: words.count > 1
                    ? FieldColumn.Kind(rawValue: String(words[1])) ?? .text : .text,
                required: isNeeded)
        }
        return FieldTable(columns: columns, minimum: rows[0], maximum: rows[1])
    }
}
