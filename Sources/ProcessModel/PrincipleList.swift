// The clear principles ("5 rõ", "6 rõ", …) as dated lists: an office answers to one of them.

import WorkTime

/// What an item of a principle asks to be clear. The lists in use differ by year and place; this
/// is the union of their items.
public enum PrincipleSubject: String, Hashable, Sendable, CaseIterable {
    case person, task, responsibility, process, effect
    case time, product, authority, progress, result
    case oneContact, byRegulation, byPlan, byProcess

    public var label: Bilingual {
        switch self {
        case .person: Bilingual(vi: "rõ người", en: "clear person")
        case .task: Bilingual(vi: "rõ việc", en: "clear task")
        case .responsibility: Bilingual(vi: "rõ trách nhiệm", en: "clear responsibility")
        case .process: Bilingual(vi: "rõ quy trình", en: "clear process")
        case .effect: Bilingual(vi: "rõ hiệu quả", en: "clear effect")
        case .time: Bilingual(vi: "rõ thời gian", en: "clear time")
        case .product: Bilingual(vi: "rõ sản phẩm", en: "clear product")
        case .authority: Bilingual(vi: "rõ thẩm quyền", en: "clear authority")
        case .progress: Bilingual(vi: "rõ tiến độ", en: "clear progress")
        case .result: Bilingual(vi: "rõ kết quả", en: "clear result")
        case .oneContact:
            Bilingual(
                vi: "một việc - một đầu mối xuyên suốt", en: "one task, one contact all the way")
        case .byRegulation: Bilingual(vi: "điều hành theo quy chế", en: "run by regulation")
        case .byPlan: Bilingual(vi: "thực hiện nhiệm vụ theo kế hoạch", en: "perform by plan")
        case .byProcess:
            Bilingual(vi: "giải quyết công việc theo quy trình", en: "resolve work by process")
        }
    }
}

/// One dated list.
public struct PrincipleList: Hashable, Sendable {
    /// For example `5ro-LB2017`; a version names it in `principle`.
    public var id: String
    public var label: Bilingual
    /// Items in their order.
    public var items: [PrincipleSubject]
    public var usedBy: Bilingual
    /// ISO date, or the year alone where no day is known.
    public var date: String
    /// Key of the source that the list was read in.
    public var source: String

    public init(
        id: String, label: Bilingual, items: [PrincipleSubject], usedBy: Bilingual,
        date: String, source: String
    ) {
        self.id = id
        self.label = label
        self.items = items
        self.usedBy = usedBy
        self.date = date
        self.source = source
    }

    /// The item that a rule serves in this list: the first of the subjects the rule names that the
    /// list has.
    public func item(for rule: ClarityRule) -> PrincipleSubject? {
        rule.subjects.first(where: items.contains)
    }

    /// The rules that prove one item.
    public func rules(for subject: PrincipleSubject) -> [ClarityRule] {
        ClarityRule.allCases.filter { item(for: $0) == subject }
    }

    public static func named(_ id: String) -> PrincipleList? { all.first { $0.id == id } }
}
