// The dated lists of clear points, and the rules that prove each of their items.

import ProcessModel
import Testing
import WorkTime

struct PrincipleListTests {
    @Test func `The lists hold the 29 items known, in their order`() {
        let counts = PrincipleList.all.map { "\($0.id) \($0.items.count)" }
        #expect(
            counts == [
                "5ro-LB2017 5", "5ro-LB2017b 5", "3theo-LB2017 3", "3ro-HN2023 4", "6ro-TTg2025 6",
                "6ro-var 6",
            ])
        #expect(PrincipleList.all.map(\.items.count).reduce(0, +) == 29)
        let first = PrincipleList.named("5ro-LB2017")?.items.map(\.label.vi)
        #expect(
            first == ["rõ người", "rõ việc", "rõ trách nhiệm", "rõ quy trình", "rõ hiệu quả"])
        #expect(PrincipleList.named("6ro-TTg2025")?.items.map(\.label.en).last == "clear authority")
    }

    @Test(arguments: PrincipleList.all)
    func `Every rule serves an item, and every item has a rule`(list: PrincipleList) {
        for rule in ClarityRule.allCases {
            #expect(list.item(for: rule) != nil, "\(rule)")
        }
        for item in list.items { #expect(!list.rules(for: item).isEmpty, "\(item)") }
        #expect(!list.date.isEmpty && !list.source.isEmpty && !list.usedBy.vi.isEmpty)
    }

    @Test func `The lists differ in where time and product belong`() {
        #expect(PrincipleList.named("5ro-LB2017")?.item(for: .clearTime) == .process)
        #expect(PrincipleList.named("6ro-TTg2025")?.item(for: .clearTime) == .time)
        #expect(PrincipleList.named("6ro-var")?.item(for: .clearTime) == .progress)
        #expect(PrincipleList.named("5ro-LB2017")?.item(for: .product) == .effect)
        #expect(PrincipleList.named("3ro-HN2023")?.item(for: .entryStep) == .oneContact)
        #expect(PrincipleList.named("3theo-LB2017")?.item(for: .time) == .byPlan)
    }

    @Test func `Raw values of rules are keys and never change`() {
        #expect(ClarityRule(rawValue: "clear-time") == .clearTime)
        #expect(ClarityRule(rawValue: "longest-path") == .longestPath)
        #expect(ClarityRule(rawValue: "half-of-total") == .halfOfTotal)
        #expect(ClarityRule(rawValue: "both-sides") == .bothSides)
    }
}
