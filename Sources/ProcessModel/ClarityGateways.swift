// Rules about gateways: conditions that can be decided, one default, branches that may be taken.

import WorkTime

extension ClarityCheck {
    mutating func gateway(_ kind: GatewayKind, at index: Int) {
        let leaving = graph.leaving[index]
        for flow in leaving {
            if let condition = flow.condition { fields(of: condition, at: graph.nodes[index]) }
        }
        guard leaving.count > 1 else {
            if leaving.first?.condition != nil { needsDefault(at: index) }
            return
        }
        switch kind {
        case .exclusive, .inclusive:
            let defaults = leaving.count { $0.condition == nil }
            if defaults == 0 { needsDefault(at: index) }
            if defaults > 1 { manyDefaults(defaults, at: index) }
        case .parallel: unconditional(leaving, at: index)
        case .event:
            unconditional(leaving, at: index)
            eventTargets(at: index)
        }
    }

    private mutating func needsDefault(at index: Int) {
        report(
            .gateway, at: graph.nodes[index],
            Bilingual(
                vi: "không có nhánh mặc định: khi không điều kiện nào đúng thì hồ sơ đứng lại",
                en: "has no default branch: where no condition holds the work stands still"),
            mend: Bilingual(
                vi: "để một nhánh không có điều kiện (if)",
                en: "leave one branch without a condition (if)"))
    }

    private mutating func manyDefaults(_ count: Int, at index: Int) {
        report(
            .gateway, at: graph.nodes[index],
            Bilingual(
                vi: "\(count) nhánh không có điều kiện, chỉ được 1 nhánh mặc định",
                en: "\(count) branches have no condition, only the default one may"),
            mend: Bilingual(
                vi: "ghi điều kiện (if) cho các nhánh còn lại, hoặc đổi gateway thành parallel",
                en: "write a condition (if) for the others, or make the gateway parallel"))
    }

    private mutating func unconditional(_ flows: [Flow], at index: Int) {
        guard flows.contains(where: { $0.condition != nil }) else { return }
        report(
            .gateway, at: graph.nodes[index],
            Bilingual(
                vi: "nhánh có điều kiện ở nút rẽ không xét điều kiện",
                en: "a branch has a condition, this gateway looks at none"),
            mend: Bilingual(
                vi: "bỏ điều kiện, hoặc đổi gateway thành exclusive hay inclusive",
                en: "remove the condition, or make the gateway exclusive or inclusive"))
    }

    private mutating func eventTargets(at index: Int) {
        let waits = graph.successors(of: index).allSatisfy {
            switch graph.nodes[$0].kind {
            case .wait, .timer: true
            default: false
            }
        }
        if waits { return }
        report(
            .gateway, at: graph.nodes[index],
            Bilingual(
                vi: "sau nút chờ sự kiện chỉ được là wait hoặc timer",
                en: "only waits and timers may follow an event gateway"),
            mend: Bilingual(
                vi: "đặt một nút wait hoặc timer ở đầu mỗi nhánh",
                en: "begin each branch with a wait or a timer"))
    }

    /// Conditions read fields that a form has, with values of their type.
    /// - Parameter place: What the condition belongs to, where that is no node.
    mutating func fields(
        of condition: Condition, at node: Node?, about place: Bilingual = Bilingual(vi: "", en: "")
    ) {
        switch condition {
        case .compare(let key, _, let value): field(key, fits: [value], at: node, place)
        case .isOneOf(let key, let values): field(key, fits: values, at: node, place)
        case .isSet(let key): field(key, fits: [], at: node, place)
        case .not(let inner): fields(of: inner, at: node, about: place)
        case .all(let parts), .any(let parts):
            for part in parts { fields(of: part, at: node, about: place) }
        }
    }

    private mutating func field(
        _ key: String, fits values: [FieldValue], at node: Node?, _ place: Bilingual
    ) {
        let fields = version.forms.flatMap(\.fields)
        guard let field = fields.first(where: { $0.key == key }) else {
            report(
                .formField, at: node,
                place
                    + Bilingual(
                        vi: "điều kiện hỏi mục “\(key)”, không biểu mẫu nào có mục này",
                        en: "a condition asks for the field “\(key)”, no form has it"),
                mend: Bilingual(
                    vi: "thêm mục “\(key)” vào một biểu mẫu của quy trình",
                    en: "add a field “\(key)” to a form of the process"))
            return
        }
        for value in values where !field.type.takes(value) {
            let text = ConditionText.text(of: value)
            report(
                .formField, at: node,
                place
                    + Bilingual(
                        vi: "mục “\(key)” không bao giờ có giá trị \(text)",
                        en: "the field “\(key)” never has the value \(text)"),
                mend: Bilingual(
                    vi: "ghi giá trị đúng kiểu của mục, hoặc một trong các lựa chọn của nó",
                    en: "write a value of the field's type, or one of its choices"))
        }
    }
}

extension FieldType {
    /// Whether a field of this type can have the value.
    public func takes(_ value: FieldValue) -> Bool {
        switch (self, value) {
        case (.text, .text), (.number, .number), (.boolean, .boolean): true
        case (.date, .text(let text)): DayNumber(text) != nil
        case (.choice(let choices), .text(let text)): choices.contains(text)
        case (.money, .number): true
        case (.file, .text(let text)): ["file", "paper"].contains(text)
        // One may be asked for these, not compare them: they have parts, or are somebody's.
        default: false
        }
    }
}
