// The dated lists item by item, and for each rule the item that it serves in each list.

import ProcessModel
import Testing
import WorkTime

struct PrincipleTableTests {
    /// List, number of the item from 1, the item as offices write it.
    static let items: [(String, Int, String)] = [
        ("5ro-LB2017", 1, "rõ người"), ("5ro-LB2017", 2, "rõ việc"),
        ("5ro-LB2017", 3, "rõ trách nhiệm"), ("5ro-LB2017", 4, "rõ quy trình"),
        ("5ro-LB2017", 5, "rõ hiệu quả"), ("5ro-LB2017b", 1, "rõ người"),
        ("5ro-LB2017b", 2, "rõ việc"), ("5ro-LB2017b", 3, "rõ quy trình"),
        ("5ro-LB2017b", 4, "rõ trách nhiệm"), ("5ro-LB2017b", 5, "rõ hiệu quả"),
        ("3theo-LB2017", 1, "điều hành theo quy chế"),
        ("3theo-LB2017", 2, "thực hiện nhiệm vụ theo kế hoạch"),
        ("3theo-LB2017", 3, "giải quyết công việc theo quy trình"), ("3ro-HN2023", 1, "rõ người"),
        ("3ro-HN2023", 2, "rõ việc"), ("3ro-HN2023", 3, "rõ trách nhiệm"),
        ("3ro-HN2023", 4, "một việc - một đầu mối xuyên suốt"), ("6ro-TTg2025", 1, "rõ người"),
        ("6ro-TTg2025", 2, "rõ việc"), ("6ro-TTg2025", 3, "rõ thời gian"),
        ("6ro-TTg2025", 4, "rõ trách nhiệm"), ("6ro-TTg2025", 5, "rõ sản phẩm"),
        ("6ro-TTg2025", 6, "rõ thẩm quyền"), ("6ro-var", 1, "rõ người"), ("6ro-var", 2, "rõ việc"),
        ("6ro-var", 3, "rõ tiến độ"), ("6ro-var", 4, "rõ kết quả"),
        ("6ro-var", 5, "rõ trách nhiệm"), ("6ro-var", 6, "rõ thẩm quyền"),
    ]

    @Test(arguments: items)
    func `An item stands at its place of its list`(
        list: String, number: Int, label: String
    ) throws {
        let list = try #require(PrincipleList.named(list))
        #expect(list.items[number - 1].label.vi == label)
    }

    @Test func `The table holds every item of every list`() {
        let all = PrincipleList.all.flatMap { list in
            list.items.indices.map { "\(list.id) \($0 + 1)" }
        }
        #expect(Self.items.map { "\($0.0) \($0.1)" } == all && all.count == 29)
    }

    @Test(arguments: [
        ("5ro-LB2017", "2017", "ART"), ("5ro-LB2017b", "2017-01-11", "HNM17"),
        ("3theo-LB2017", "2017-01-11", "HNM17"), ("3ro-HN2023", "2023-03-03", "HNTCT"),
        ("6ro-TTg2025", "2025-10-06", "SGGP6R"), ("6ro-var", "2026", "REPO-TG"),
    ])
    func `A list has its date and its source`(id: String, date: String, source: String) {
        let list = PrincipleList.named(id)
        #expect(list?.date == date && list?.source == source)
    }

    @Test(arguments: ["", "5RO-LB2017", "5ro", "6ro-TTg2026"])
    func `What no list is called is not found`(id: String) {
        #expect(PrincipleList.named(id) == nil)
    }

    struct Served: Sendable, CustomTestStringConvertible {
        var rule: ClarityRule
        /// Items in the order of `PrincipleList.all`.
        var items: String
        init(_ rule: ClarityRule, _ items: String) { (self.rule, self.items) = (rule, items) }
        var testDescription: String { rule.rawValue }
        var actual: String {
            PrincipleList.all.map { $0.item(for: rule)?.rawValue ?? "-" }.joined(separator: " ")
        }
    }

    static let served: [Served] = [
        Served(.performer, "person person byProcess person person person"),
        Served(.performerResolves, "person person byProcess person person person"),
        Served(.unitMatched, "person person byProcess person person person"),
        Served(.substitute, "person person byProcess person person person"),
        Served(
            .accountable,
            """
            responsibility responsibility byProcess responsibility responsibility \
            responsibility
            """),
        Served(
            .bothSides,
            """
            responsibility responsibility byRegulation responsibility authority \
            authority
            """),
        Served(.title, "task task byProcess task task task"),
        Served(.work, "task task byProcess task task task"),
        Served(.product, "effect effect byProcess task product result"),
        Served(.scope, "task task byProcess task task task"),
        Served(.records, "effect effect byProcess task product result"),
        Served(.components, "process process byProcess task task task"),
        Served(.form, "process process byProcess task task task"),
        Served(.formField, "process process byProcess task task task"),
        Served(
            .derived,
            """
            responsibility responsibility byProcess responsibility responsibility \
            responsibility
            """),
        Served(.time, "process process byPlan task time progress"),
        Served(.withinTotal, "process process byPlan task time progress"),
        Served(.clearTime, "process process byPlan task time progress"),
        Served(.longestPath, "process process byPlan task time progress"),
        Served(.halfOfTotal, "process process byPlan task time progress"),
        Served(.pauseResume, "process process byPlan task time progress"),
        Served(.oneStart, "process process byProcess task task task"),
        Served(.pathEnds, "process process byProcess task task task"),
        Served(.unreachable, "process process byProcess task task task"),
        Served(.loopExit, "process process byProcess task task task"),
        Served(.gateway, "process process byProcess task task task"),
        Served(.conditionalWay, "process process byProcess task task task"),
        Served(.unknownNode, "process process byProcess task task task"),
        Served(.returnTarget, "process process byProcess task task task"),
        Served(.duplicateCode, "process process byProcess task task task"),
        Served(.entryStep, "process process byProcess oneContact task task"),
        Served(
            .owner,
            """
            responsibility responsibility byProcess responsibility responsibility \
            responsibility
            """),
        Served(.legalBasis, "process process byRegulation responsibility authority authority"),
        Served(
            .approver,
            """
            responsibility responsibility byRegulation responsibility authority \
            authority
            """),
        Served(.effective, "process process byPlan task time progress"),
        Served(.principle, "process process byProcess task task task"),
        Served(
            .waiver,
            """
            responsibility responsibility byProcess responsibility responsibility \
            responsibility
            """),
    ]

    @Test(arguments: served)
    func `A rule serves one item of each list`(row: Served) {
        #expect(row.actual == row.items)
    }

    @Test func `Rules stand in the table in their order, none left out`() {
        #expect(Self.served.map(\.rule) == ClarityRule.allCases)
    }
}
