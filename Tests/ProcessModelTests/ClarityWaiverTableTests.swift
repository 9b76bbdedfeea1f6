// Waivers that do not count, and what is said of them; which rules nobody can answer for.

import ProcessModel
import Testing
import WorkTime

struct ClarityWaiverTableTests {
    private static func waiver(
        _ rule: String, node: NodeID? = nil, days: Int = 30, by: String = "Trưởng phòng",
        reason: String = "chờ ban hành mẫu mới"
    ) -> Waiver {
        Waiver(
            rule: rule, node: node, reason: reason, by: by, mendBy: ProcessSamples.today + days)
    }

    static let rows: [ClarityCase] = [
        ClarityCase(
            .waiver, .warning, breaking: { $0.waivers = [waiver("scope", days: -1)] },
            vi: "hạn sửa 2017-07-31 đã qua, không còn được miễn scope",
            viMend: "sửa chỗ còn thiếu, hoặc gia hạn",
            en: "the waiver of scope ran out on 2017-07-31",
            enMend: "mend the gap, or renew it",
            mended: { $0.waivers = [] }),
        ClarityCase(
            .waiver, at: "b1", breaking: { $0.waivers = [waiver("product", node: "b1", by: " ")] },
            vi: """
                Bước 1 “Thẩm định hồ sơ”: miễn quy tắc product mà thiếu người chịu \
                trách nhiệm hoặc lý do
                """,
            viMend: "ghi đủ by và reason",
            en: """
                Step 1 “Thẩm định hồ sơ”: the waiver of product lacks who answers for \
                it or the reason
                """,
            enMend: "write both by and reason",
            mended: { $0.waivers = [] }),
        ClarityCase(
            .waiver, at: "b2",
            breaking: { $0.waivers = [waiver("product", node: "b2", reason: "")] },
            vi: """
                Bước 2 “Thẩm định hồ sơ”: miễn quy tắc product mà thiếu người chịu \
                trách nhiệm hoặc lý do
                """,
            viMend: "ghi đủ by và reason",
            en: """
                Step 2 “Thẩm định hồ sơ”: the waiver of product lacks who answers for \
                it or the reason
                """,
            enMend: "write both by and reason",
            mended: { $0.waivers = [] }),
        ClarityCase(
            .waiver, .warning, breaking: { $0.waivers = [waiver("gateway")] },
            vi: "không được miễn quy tắc gateway",
            viMend: "sửa chỗ sai thay vì xin miễn",
            en: "the rule gateway cannot be waived",
            enMend: "mend the place instead",
            mended: { $0.waivers = [] }),
        ClarityCase(
            .waiver, .note, at: "b3", breaking: { $0.waivers = [waiver("form", node: "b3")] },
            vi: """
                Bước 3 “Thẩm định hồ sơ”: miễn quy tắc form, nhưng chỗ này không còn \
                thiếu gì
                """,
            viMend: "bỏ mục miễn này",
            en: "Step 3 “Thẩm định hồ sơ”: waives form, yet nothing is missing there",
            enMend: "remove the waiver",
            mended: { $0.waivers = [] }),
        ClarityCase(
            .waiver, .note, breaking: { $0.waivers = [waiver("no-such-rule")] },
            vi: "miễn quy tắc no-such-rule, nhưng chỗ này không còn thiếu gì",
            viMend: "bỏ mục miễn này",
            en: "waives no-such-rule, yet nothing is missing there",
            enMend: "remove the waiver",
            mended: { $0.waivers = [] }),
    ]

    @Test(arguments: rows)
    func `A waiver that does not count is said with the reason`(row: ClarityCase) {
        row.expectFoundAndMended()
    }

    @Test(arguments: [
        ("product", "b1" as NodeID?, 0, true), ("product", nil, 0, true),
        ("product", "b1", 365, true), ("product", "b1", -1, false), ("product", "b2", 30, false),
        ("form", "b1", 30, false), ("Product", "b1", 30, false), ("", "b1", 30, false),
        ("product", "b9", 30, false),
    ])
    func `A waiver answers for its rule at its place until its day`(
        rule: String, node: NodeID?, days: Int, answers: Bool
    ) {
        var version = ProcessSamples.clear
        version.step("b1") { $0.product = "" }
        version.waivers = [Self.waiver(rule, node: node, days: days)]
        let gap = ProcessSamples.findings(version).first
        #expect(gap?.rule == "product")
        #expect(gap?.isBlocking == !answers)
        #expect(gap?.waived == (answers ? version.waivers[0] : nil))
    }

    @Test func `Of two waivers of one gap the first answers`() {
        var version = ProcessSamples.clear
        version.step("b1") { $0.product = "" }
        version.waivers = [
            Self.waiver("product", by: "Phó phòng"), Self.waiver("product", node: "b1"),
        ]
        let findings = ProcessSamples.findings(version)
        #expect(findings.count == 1 && findings[0].waived?.by == "Phó phòng")
    }

    @Test(arguments: ClarityRule.allCases)
    func `Nobody answers for what cannot run`(rule: ClarityRule) {
        let never: Set<ClarityRule> = [
            .oneStart, .pathEnds, .unreachable, .loopExit, .gateway, .unknownNode, .returnTarget,
            .duplicateCode, .formField, .waiver,
        ]
        #expect(rule.isWaivable == !never.contains(rule))
    }
}
