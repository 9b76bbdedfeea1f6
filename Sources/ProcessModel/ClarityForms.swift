// Rules about fields of forms: conditions that can be known when the field is asked, tables that
// can be filled in.

import WorkTime

extension ClarityCheck {
    mutating func forms() {
        for form in version.forms {
            for (index, field) in form.fields.enumerated() {
                if case .table(let table) = field.type { check(table, of: field, in: form) }
                guard let condition = field.condition else { continue }
                let earlier = Set(form.fields[..<index].map(\.key))
                for key in condition.fieldKeys.unique where !earlier.contains(key) {
                    unreadable(key, at: field, in: form)
                }
                fields(of: condition, at: nil, about: Self.place(field, form))
                personal(condition, at: field, in: form)
            }
        }
        circles()
    }

    /// Fields of other forms may be read where they were filled in at an earlier step; before the
    /// form of the first step nothing was. A field that no form has is reported with the values.
    private mutating func unreadable(_ key: String, at field: FormField, in form: Form) {
        let isFirst = StepTable(version).rows.first?.step.form == form.code
        let isElsewhere = version.forms.contains { $0.fields.contains { $0.key == key } }
        guard form.fields.contains(where: { $0.key == key }) || isFirst && isElsewhere else {
            return
        }
        report(
            .formField, at: nil,
            Self.place(field, form)
                + Bilingual(
                    vi: "điều kiện hỏi mục “\(key)”, mục này không đứng trước",
                    en: "its condition asks for “\(key)”, which does not stand before it"),
            mend: Bilingual(
                vi: "đặt mục “\(key)” lên trước, hoặc đổi điều kiện (if)",
                en: "put “\(key)” before it, or change the condition (if)"))
    }

    /// Personal values lie outside of the ledger: at a later step nobody could say whether it
    /// holds.
    private mutating func personal(_ condition: Condition, at field: FormField, in form: Form) {
        let personal = Set(version.forms.flatMap(\.fields).filter(\.personal).map(\.key))
        for key in condition.fieldKeys.unique where personal.contains(key) {
            report(
                .formField, at: nil,
                Self.place(field, form)
                    + Bilingual(
                        vi: "điều kiện hỏi mục “\(key)” là dữ liệu cá nhân",
                        en: "its condition asks for “\(key)”, which is personal data"),
                mend: Bilingual(
                    vi: "hỏi một mục không phải dữ liệu cá nhân (personal)",
                    en: "ask for a field that is not personal"))
        }
    }

    private mutating func check(_ table: FieldTable, of field: FormField, in form: Form) {
        let keys = table.columns.map(\.key)
        let isSound =
            (1...FieldTable.columnsMaximum).contains(keys.count)
            && Set(keys).count == keys.count && !keys.contains("")
            && table.minimum >= 0 && table.maximum >= max(1, table.minimum)
            && table.maximum <= FieldTable.rowsMaximum
        if isSound { return }
        report(
            .formField, at: nil,
            Self.place(field, form)
                + Bilingual(
                    vi: "bảng không điền được: cột hoặc số dòng không hợp lệ",
                    en: "the table cannot be filled in: its columns or rows do not fit"),
            mend: Bilingual(
                vi: "ghi 1 đến \(FieldTable.columnsMaximum) cột khác mã nhau, min_rows không quá "
                    + "max_rows, max_rows từ 1 đến \(FieldTable.rowsMaximum)",
                en: "give 1 to \(FieldTable.columnsMaximum) columns with different keys, min_rows "
                    + "at most max_rows, max_rows from 1 to \(FieldTable.rowsMaximum)"))
    }

    /// Conditions that hang on each other, through several forms.
    private mutating func circles() {
        var reads: [String: [String]] = [:]
        for field in version.forms.flatMap(\.fields) {
            reads[field.key] = field.condition?.fieldKeys ?? []
        }
        for form in version.forms {
            for field in form.fields where field.condition != nil {
                guard Self.reaches(field.key, from: reads[field.key] ?? [], reads) else { continue }
                report(
                    .formField, at: nil,
                    Self.place(field, form)
                        + Bilingual(
                            vi: "điều kiện xoay vòng, cuối cùng hỏi lại chính mục này",
                            en: "its condition goes in a circle and asks for the field itself"),
                    mend: Bilingual(
                        vi: "bỏ một điều kiện (if) trong vòng",
                        en: "remove one condition (if) of the circle"))
            }
        }
    }

    private static func reaches(
        _ key: String, from start: [String], _ reads: [String: [String]]
    ) -> Bool {
        var open = start
        var seen: Set<String> = []
        while let next = open.popLast() {
            if next == key { return true }
            if seen.insert(next).inserted { open += reads[next] ?? [] }
        }
        return false
    }

    private static func place(_ field: FormField, _ form: Form) -> Bilingual {
        Bilingual(
            vi: "Biểu mẫu \(form.code), mục “\(field.label)”: ",
            en: "Form \(form.code), field “\(field.label)”: ")
    }
}

extension [String] {
    /// Each once, in their order.
    fileprivate var unique: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
