// Rules about the work of a step: a verb, a product, a form that exists, nothing filled in by rule.

import WorkTime

extension ClarityCheck {
    mutating func work(of step: Step, at node: Node) {
        verb(of: step, at: node)
        product(of: step, at: node)
        form(of: step, at: node)
        derived(step, at: node)
    }

    private mutating func verb(of step: Step, at node: Node) {
        let mend = Bilingual(
            vi: "ghi một động từ và việc phải làm, ví dụ “Thẩm định hồ sơ”",
            en: "write a verb and what it is done to, for example “Thẩm định hồ sơ”")
        switch WorkVerb.standing(of: step.work) {
        case .verb: break
        case .empty:
            report(
                .work, at: node, Bilingual(vi: "chưa ghi việc phải làm", en: "no work is stated"),
                mend: mend)
        case .name:
            report(
                .work, at: node,
                Bilingual(
                    vi: "“\(step.work)” là tên đơn vị hoặc chức danh, không phải việc",
                    en: "“\(step.work)” names a unit or a post, not a work"),
                mend: mend)
        case .unknown:
            report(
                .work, .note, at: node,
                Bilingual(
                    vi: "không nhận ra động từ ở đầu “\(step.work)”",
                    en: "no known verb at the beginning of “\(step.work)”"),
                mend: mend)
        }
    }

    private mutating func product(of step: Step, at node: Node) {
        guard step.product.isBlank, step.performer != .applicant else { return }
        report(
            .product, at: node,
            Bilingual(vi: "chưa ghi sản phẩm của bước", en: "its product is not stated"),
            mend: Bilingual(
                vi: "ghi thứ có trong tay khi xong bước: phiếu, dự thảo, văn bản đã ký",
                en: "state what is in hand afterwards: a slip, a draft, a signed paper"))
    }

    private mutating func form(of step: Step, at node: Node) {
        guard let code = step.form else {
            report(
                .form, .note, at: node,
                Bilingual(vi: "không ghi biểu mẫu", en: "names no form"),
                mend: Bilingual(
                    vi: "ghi mã biểu mẫu nếu bước này có dùng", en: "name its form if it uses one"))
            return
        }
        if version.forms.contains(where: { $0.code == code }) { return }
        let known = version.forms.map(\.code).joined(separator: ", ")
        report(
            .form, at: node,
            Bilingual(
                vi: "biểu mẫu \(code) chưa có trong danh mục của quy trình",
                en: "the form \(code) is not among the forms of the process"),
            mend: Bilingual(
                vi: known.isEmpty
                    ? "thêm biểu mẫu \(code) vào mục forms"
                    : "thêm biểu mẫu này vào mục forms, hoặc dùng mẫu đã có: \(known)",
                en: known.isEmpty
                    ? "add the form \(code) under forms"
                    : "add it under forms, or use one of those there: \(known)"))
    }

    private mutating func derived(_ step: Step, at node: Node) {
        guard !step.derived.isEmpty else { return }
        let fields = step.derived.map(\.phrase).joined(separator: ", ")
        report(
            .derived, at: node,
            Bilingual(
                vi: "suy ra theo quy tắc, chưa ai xác nhận: \(fields.vi)",
                en: "filled in by rule, confirmed by nobody: \(fields.en)"),
            mend: Bilingual(
                vi: "xem lại các mục này, ghi đúng rồi bỏ tên chúng khỏi derived",
                en: "check these fields, write them right and take their names out of derived"))
    }
}

extension String {
    /// Nothing but spaces and line ends.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
