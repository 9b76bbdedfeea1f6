// The catalogue by code, findings as text, and the clear words of the gate about a whole office.

import ProcessModel
import Testing
import WorkTime

struct CatalogueUsageTests {
    private static func version(_ code: ProcessCode, issue: Int, title: String) -> ProcessVersion {
        ProcessVersion(code: code, title: title, kind: .procedure, ownerUnit: "TP", issue: issue)
    }

    /// Issues in the order of reading, the one that counts, whether it is a double.
    @Test(arguments: [
        ([1], 1, false), ([1, 2], 2, false), ([2, 1], 2, false), ([1, 3, 2], 3, false),
        ([1, 1], 1, true), ([2, 1, 2], 2, true), ([3, 3, 3], 3, true), ([0, -1], 0, false),
    ])
    func `The highest issue of a code counts`(issues: [Int], counts: Int, isDouble: Bool) {
        let catalogue = ProcessCatalogue(
            issues.map { Self.version("QT-01", issue: $0, title: "Lần \($0)") })
        #expect(catalogue["QT-01"]?.issue == counts)
        #expect(catalogue["QT-01"]?.title == "Lần \(counts)")
        #expect(catalogue.duplicates == (isDouble ? ["QT-01"] : []))
        #expect(catalogue.versions.count == 1)
    }

    @Test func `Of two with one issue the first is kept`() {
        let catalogue = ProcessCatalogue([
            Self.version("A", issue: 1, title: "Đầu"), Self.version("A", issue: 1, title: "Sau"),
            Self.version("B", issue: 1, title: "Khác"),
        ])
        #expect(catalogue["A"]?.title == "Đầu" && catalogue.duplicates == ["A"])
        #expect(catalogue["B"]?.title == "Khác" && catalogue["C"] == nil)
        #expect(ProcessCatalogue().versions.isEmpty)
    }

    private static let said = Bilingual(vi: "thiếu", en: "missing")
    private static let mend = Bilingual(vi: "thêm", en: "add")

    @Test(
        arguments: [
            (
                Diagnostic(severity: .error, rule: "time", message: said, mend: mend),
                "lỗi: thiếu [time]\n    cách sửa: thêm", "error: missing [time]\n    mend: add"
            ),
            (
                Diagnostic(
                    severity: .warning, rule: "scope", process: "QT-1",
                    origin: Origin(file: "a.csv", line: 3), message: said, mend: mend),
                "a.csv:3: cảnh báo: QT-1: thiếu [scope]\n    cách sửa: thêm",
                "a.csv:3: warning: QT-1: missing [scope]\n    mend: add"
            ),
            (
                Diagnostic(
                    severity: .note, rule: "form", principle: PrincipleSubject.task.label,
                    node: "b1", message: said, mend: mend),
                "lưu ý: rõ việc: thiếu [form]\n    cách sửa: thêm",
                "note: clear task: missing [form]\n    mend: add"
            ),
            (
                Diagnostic(
                    severity: .error, rule: "form", message: said, mend: mend,
                    waived: Waiver(
                        rule: "form", node: nil, reason: "in lại", by: "Văn thư",
                        mendBy: ProcessSamples.today)),
                """
                lỗi: thiếu [form]
                    cách sửa: thêm
                    miễn đến 2017-08-01: Văn thư chịu trách nhiệm, lý do: in lại
                """,
                """
                error: missing [form]
                    mend: add
                    waived until 2017-08-01: Văn thư answers for it, reason: in lại
                """
            ),
        ] as [(Diagnostic, String, String)])
    func `A finding is printed in both languages`(finding: Diagnostic, vi: String, en: String) {
        #expect(finding.text(in: .vi) == vi)
        #expect(finding.text(in: .en) == en)
    }

    @Test(arguments: [
        (Diagnostic.Severity.error, false, true), (.error, true, false), (.warning, false, false),
        (.warning, true, false), (.note, false, false),
    ])
    func `Only an error that nobody answers for blocks`(
        severity: Diagnostic.Severity, isWaived: Bool, isBlocking: Bool
    ) {
        var finding = Diagnostic(severity: severity, rule: "x", message: Self.said, mend: Self.mend)
        if isWaived {
            finding.waived = Waiver(
                rule: "x", node: nil, reason: "r", by: "b", mendBy: ProcessSamples.today)
        }
        #expect(finding.isBlocking == isBlocking && [finding].isClear == !isBlocking)
    }

    @Test(
        arguments: [
            (Performer.position("van-thu", in: .code("VP")), "van-thu, VP", "van-thu, VP", true),
            (
                .head(of: .function("mot-cua")), "lãnh đạo đơn vị có chức năng mot-cua",
                "head of the unit of function mot-cua", true
            ),
            (
                .member(of: .label("Phòng Nội vụ")), "người của Phòng Nội vụ",
                "a member of Phòng Nội vụ", true
            ),
            (.focalPoint, "đầu mối của hồ sơ", "the focal point", false),
            (.performer(of: "b1"), "người đã làm bước b1", "who did step b1", false),
            (.applicant, "người nộp", "the applicant", false),
            (.body("Công an"), "Công an", "Công an", false),
        ] as [(Performer, String, String, Bool)])
    func `A performer is said and knows its unit`(
        performer: Performer, vi: String, en: String, hasUnit: Bool
    ) {
        #expect(performer.phrase == Bilingual(vi: vi, en: en))
        #expect((performer.unit != nil) == hasUnit)
    }
}
