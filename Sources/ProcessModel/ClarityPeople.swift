// Rules about people: a performer who exists today, a substitute, one who answers for the step,
// nobody at both sides of a control.

import WorkTime

extension ClarityCheck {
    mutating func people(of step: Step, at node: Node) {
        guard let performer = step.performer else {
            report(
                .performer, at: node,
                Bilingual(vi: "chưa có người thực hiện", en: "nobody performs it"),
                mend: Bilingual(
                    vi: "ghi vị trí hoặc đơn vị làm bước này, không ghi tên người",
                    en: "name the position or unit that does it, not a person"))
            return
        }
        for other in [performer, step.accountable, step.substitute].compactMap(\.self)
            + step.cooperating
        {
            unit(of: other, at: node)
            if case .performer(let earlier) = other, graph[earlier]?.step == nil {
                unknown(earlier, in: StepField.performer.phrase, at: node)
            }
        }
        if performer == .applicant { return }
        accountable(step, at: node)
        if case .body = performer { return }
        let standing = standing(of: performer, at: node)
        substitute(step, standing: standing, at: node)
    }

    private mutating func accountable(_ step: Step, at node: Node) {
        if step.accountable != nil { return }
        report(
            .accountable, at: node,
            Bilingual(vi: "chưa có người chịu trách nhiệm", en: "nobody answers for it"),
            mend: Bilingual(
                vi: "ghi đúng một người chịu trách nhiệm, thường là lãnh đạo đơn vị",
                en: "name exactly one accountable, as a rule the head of the unit"))
    }

    private mutating func standing(of performer: Performer, at node: Node) -> PerformerStanding? {
        guard let roster = gate.roster, performer.isFoundInRoster else { return nil }
        let standing = roster.standing(performer)
        let phrase = performer.phrase
        switch standing {
        case .unknown:
            report(
                .performerResolves, at: node,
                Bilingual(
                    vi: "cơ quan không có vị trí hoặc đơn vị “\(phrase.vi)”",
                    en: "the office has no position or unit “\(phrase.en)”"),
                mend: Bilingual(
                    vi: "thêm vị trí, đơn vị này vào danh mục, hoặc ghi vị trí đang có",
                    en: "add it to the directory, or name one that exists"))
        case .people(holders: [], substitutes: []):
            report(
                .performerResolves, at: node,
                Bilingual(
                    vi: "“\(phrase.vi)” hôm nay không có người giữ và không có người thay",
                    en: "“\(phrase.en)” has neither a holder nor a substitute today"),
                mend: Bilingual(
                    vi: "gán người giữ hoặc người thay cho vị trí này",
                    en: "assign a holder or a substitute to it"))
        case .people: break
        }
        return standing
    }

    private mutating func substitute(
        _ step: Step, standing: PerformerStanding?, at node: Node
    ) {
        if case .people(let holders, let substitutes) = standing,
            holders.count + substitutes.count > 1
        {
            return
        }
        guard step.substitute == nil || step.substitute == step.performer else { return }
        report(
            .substitute, at: node,
            Bilingual(vi: "chưa có người thay khi vắng", en: "nobody acts when it is absent"),
            mend: Bilingual(
                vi: "ghi người thay: một vị trí khác của cùng đơn vị",
                en: "name a substitute: another position of the same unit"))
    }

    /// A unit that only a source names is reported once in a version.
    private mutating func unit(of performer: Performer, at node: Node) {
        guard case .label(let label) = performer.unit, labels.insert(label).inserted else { return }
        if let roster = gate.roster, roster.standing(performer) != .unknown { return }
        report(
            .unitMatched, at: node,
            Bilingual(
                vi: "“\(label)” là tên trong nguồn, chưa gắn với đơn vị nào của cơ quan",
                en: "“\(label)” is a name in the source, not yet a unit of the office"),
            mend: Bilingual(
                vi: "chọn đơn vị của cơ quan ứng với tên này (mã hoặc chức năng)",
                en: "choose the unit of the office that it stands for (code or function)"))
    }

    /// Nobody stands at both sides of a control.
    mutating func control(of step: Step, at node: Node) {
        for controlled in step.controls {
            guard let other = graph[controlled], let prepared = other.step else {
                unknown(controlled, in: StepField.controls.phrase, at: node)
                continue
            }
            let severity: Diagnostic.Severity
            if isSamePerson(step, prepared, as: controlled) {
                severity = .error
            } else if step.performer == prepared.performer {
                severity = .warning
            } else {
                continue
            }
            let name = other.title
            report(
                .bothSides, severity, at: node,
                Bilingual(
                    vi: "người kiểm soát cũng là người đã làm bước “\(name)”",
                    en: "who controls is also who did the step “\(name)”"),
                mend: Bilingual(
                    vi: "giao việc kiểm soát cho vị trí khác với vị trí đã làm",
                    en: "give the control to a position other than the one that did the work"))
        }
    }

    private func isSamePerson(_ step: Step, _ other: Step, as node: NodeID) -> Bool {
        guard let performer = step.performer, let prepared = other.performer else { return false }
        if performer == .performer(of: node) { return true }
        if performer == prepared, !performer.isOneOfSeveral { return true }
        guard let roster = gate.roster,
            case .people(let holders, _) = roster.standing(performer),
            case .people(let others, _) = roster.standing(prepared)
        else { return false }
        return holders.count == 1 && holders == others
    }
}

extension Performer {
    /// Stands for a position or unit whose people the office knows.
    var isFoundInRoster: Bool { unit != nil }

    /// Two works of it may be done by two people.
    var isOneOfSeveral: Bool {
        if case .member = self { true } else { false }
    }
}
