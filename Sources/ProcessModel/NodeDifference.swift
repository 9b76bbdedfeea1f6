// What changed in one node between two issues, field by field as people read it.

import WorkTime

extension Node {
    /// Fields that differ; a node of another kind differs in its kind alone.
    func changes(to other: Node) -> [VersionDifference.Change] {
        let (before, after) = (wordedFields, other.wordedFields)
        let values = after.keyed(by: \.key)
        return before.compactMap { field in
            guard let new = values[field.key], new.value != field.value else { return nil }
            return VersionDifference.Change(
                field: field.key, label: field.label, old: field.value, new: new.value)
        }
    }

    private var wordedFields: [WordedField] {
        [
            WordedField(StepField.title.rawValue, StepField.title.phrase, title),
            WordedField("kind", Bilingual(vi: "loại nút", en: "kind of node"), kind.phrase),
        ] + (step?.wordedFields ?? [])
    }
}

extension Step {
    fileprivate var wordedFields: [WordedField] {
        StepField.allCases.filter { $0 != .title }.map { field in
            WordedField(field.rawValue, field.phrase, value(of: field))
        } + [
            WordedField(
                "derived", Bilingual(vi: "mục suy ra", en: "derived fields"),
                derived.map(\.phrase).joined(separator: ", "))
        ]
    }

    /// A field as people read it; `nil` when it is empty.
    public func value(of field: StepField) -> Bilingual? {
        func same(_ text: String) -> Bilingual { Bilingual(vi: text, en: text) }
        func flag(_ value: Bool) -> Bilingual {
            value ? Bilingual(vi: "có", en: "yes") : Bilingual(vi: "không", en: "no")
        }
        return switch field {
        case .title: nil
        case .performer: performer?.phrase
        case .accountable: accountable?.phrase
        case .substitute: substitute?.phrase
        case .cooperating: cooperating.map(\.phrase).joined(separator: ", ")
        case .work: same(work)
        case .tasks: same(tasks.joined(separator: "; "))
        case .product: same(product)
        case .form: form.map(same)
        case .time: time?.phrase
        case .clock: clock.phrase
        case .marksDone: flag(marksDone)
        case .conditional: flag(conditional)
        case .returnsTo: same(returnsTo.map(\.rawValue).joined(separator: ", "))
        case .controls: same(controls.map(\.rawValue).joined(separator: ", "))
        }
    }
}

extension NodeKind {
    /// The kind with what is its own, steps apart: their fields are said one by one.
    public var phrase: Bilingual {
        switch self {
        case .start: Bilingual(vi: "bắt đầu", en: "start")
        case .end(let outcome): Bilingual(vi: "kết thúc: ", en: "end: ") + outcome.phrase
        case .step: Bilingual(vi: "bước", en: "step")
        case .service(let action):
            Bilingual(vi: "phần mềm làm: \(action)", en: "service: \(action)")
        case .gateway(let kind): kind.phrase
        case .wait(let wait): wait.phrase
        case .timer(let term): Bilingual(vi: "chờ ", en: "timer of ") + term.tablePhrase
        case .call(let call):
            Bilingual(
                vi: "gọi quy trình \(call.process), \(call.unit.phrase.vi)",
                en: "calls \(call.process), \(call.unit.phrase.en)")
        }
    }
}

extension EndOutcome {
    public var phrase: Bilingual {
        switch self {
        case .finished: Bilingual(vi: "xong", en: "finished")
        case .refused: Bilingual(vi: "từ chối", en: "refused")
        case .withdrawn: Bilingual(vi: "rút hồ sơ", en: "withdrawn")
        case .stopped: Bilingual(vi: "dừng", en: "stopped")
        }
    }
}

extension GatewayKind {
    public var phrase: Bilingual {
        switch self {
        case .exclusive: Bilingual(vi: "rẽ một nhánh", en: "one branch")
        case .parallel: Bilingual(vi: "song song mọi nhánh", en: "all branches")
        case .inclusive: Bilingual(vi: "rẽ các nhánh đúng", en: "branches that hold")
        case .event: Bilingual(vi: "chờ việc đến trước", en: "first event")
        }
    }
}

extension Wait {
    public var phrase: Bilingual {
        let who =
            switch party {
            case .applicant: Performer.applicant.phrase
            case .body(let name): Bilingual(vi: name, en: name)
            }
        return Bilingual(
            vi: "chờ \(who.vi): \(reason) (\(clock.phrase.vi))",
            en: "waits for \(who.en): \(reason) (\(clock.phrase.en))")
    }
}
