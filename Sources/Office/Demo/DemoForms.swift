// Small forms of the demo's procedures: a few typed fields each, names of people marked personal.

import ProcessModel

extension Demo {
    struct Forms: Sendable {
        private var forms: [String: Form] = [:]

        init() throws(DataError) {
            let columns = [
                "applies_to", "form", "title", "key", "label", "type", "required", "personal",
            ]
            for row in try Table.load("forms", columns: columns).rows {
                let field = FormField(
                    key: row["key"], label: row["label"], type: try row.fieldType(),
                    required: row["required"] == "yes", personal: row["personal"] == "yes")
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
        case let text where text.hasPrefix("choice:"):
            return .choice(text.dropFirst("choice:".count).split(separator: ";").map(String.init))
        case let text: throw .badValue(text, column: "type", table: table)
        }
    }
}
