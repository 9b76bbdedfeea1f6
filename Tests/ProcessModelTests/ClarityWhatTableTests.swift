// The rules about the work and the head of a process: place, sentence and mend in both languages.

import ProcessModel
import Testing
import WorkTime

struct ClarityWhatTableTests {
    static let works: [ClarityCase] = [
        ClarityCase(
            .work, at: "b1", breaking: { $0.step("b1") { $0.work = " \n" } },
            vi: "Bước 1 “Thẩm định hồ sơ”: chưa ghi việc phải làm",
            viMend: "ghi một động từ và việc phải làm, ví dụ “Thẩm định hồ sơ”",
            en: "Step 1 “Thẩm định hồ sơ”: no work is stated",
            enMend: "write a verb and what it is done to, for example “Thẩm định hồ sơ”",
            mended: { $0.step("b1") { $0.work = "Ký giấy phép" } }),
        ClarityCase(
            .work, at: "b2", breaking: { $0.step("b2") { $0.work = "Văn thư UBND" } },
            vi: """
                Bước 2 “Thẩm định hồ sơ”: “Văn thư UBND” là tên đơn vị hoặc chức danh, \
                không phải việc
                """,
            viMend: "ghi một động từ và việc phải làm, ví dụ “Thẩm định hồ sơ”",
            en: """
                Step 2 “Thẩm định hồ sơ”: “Văn thư UBND” names a unit or a post, not a \
                work
                """,
            enMend: "write a verb and what it is done to, for example “Thẩm định hồ sơ”",
            mended: { $0.step("b2") { $0.work = "Phát hành văn bản" } }),
        ClarityCase(
            .work, .note, at: "b3", breaking: { $0.step("b3") { $0.work = "Hồ sơ đất đai" } },
            vi: "Bước 3 “Thẩm định hồ sơ”: không nhận ra động từ ở đầu “Hồ sơ đất đai”",
            viMend: "ghi một động từ và việc phải làm, ví dụ “Thẩm định hồ sơ”",
            en: """
                Step 3 “Thẩm định hồ sơ”: no known verb at the beginning of “Hồ sơ đất \
                đai”
                """,
            enMend: "write a verb and what it is done to, for example “Thẩm định hồ sơ”",
            mended: { $0.step("b3") { $0.work = "Lưu hồ sơ đất đai" } }),
        ClarityCase(
            .product, at: "b2", breaking: { $0.step("b2") { $0.product = "" } },
            vi: "Bước 2 “Thẩm định hồ sơ”: chưa ghi sản phẩm của bước",
            viMend: "ghi thứ có trong tay khi xong bước: phiếu, dự thảo, văn bản đã ký",
            en: "Step 2 “Thẩm định hồ sơ”: its product is not stated",
            enMend: "state what is in hand afterwards: a slip, a draft, a signed paper",
            mended: { $0.step("b2") { $0.product = "Dự thảo giấy phép" } }),
        ClarityCase(
            .form, at: "b1", breaking: { $0.step("b1") { $0.form = "BM-09" } },
            vi: """
                Bước 1 “Thẩm định hồ sơ”: biểu mẫu BM-09 chưa có trong danh mục của quy \
                trình
                """,
            viMend: "thêm biểu mẫu này vào mục forms, hoặc dùng mẫu đã có: BM-01",
            en: """
                Step 1 “Thẩm định hồ sơ”: the form BM-09 is not among the forms of the \
                process
                """,
            enMend: "add it under forms, or use one of those there: BM-01",
            mended: { $0.forms.append(Form(code: "BM-09", title: "Tờ trình")) }),
        ClarityCase(
            .form, .note, at: "b1", breaking: { $0.step("b1") { $0.form = nil } },
            vi: "Bước 1 “Thẩm định hồ sơ”: không ghi biểu mẫu",
            viMend: "ghi mã biểu mẫu nếu bước này có dùng",
            en: "Step 1 “Thẩm định hồ sơ”: names no form",
            enMend: "name its form if it uses one",
            mended: { $0.step("b1") { $0.form = "BM-01" } }),
        ClarityCase(
            .derived, at: "b3", breaking: { $0.step("b3") { $0.derived = [.substitute, .time] } },
            vi: """
                Bước 3 “Thẩm định hồ sơ”: suy ra theo quy tắc, chưa ai xác nhận: người \
                thay, thời gian
                """,
            viMend: "xem lại các mục này, ghi đúng rồi bỏ tên chúng khỏi derived",
            en: """
                Step 3 “Thẩm định hồ sơ”: filled in by rule, confirmed by nobody: \
                substitute, time
                """,
            enMend: """
                check these fields, write them right and take their names out of derived
                """,
            mended: { $0.step("b3") { $0.derived = [] } }),
    ]

    static let heads: [ClarityCase] = [
        ClarityCase(
            .title, breaking: { $0.title = "" },
            vi: "quy trình chưa có tên",
            viMend: "ghi vào mục title",
            en: "the process has no title",
            enMend: "write it as title",
            mended: { $0.title = "Cấp bản sao trích lục" }),
        ClarityCase(
            .owner, breaking: { $0.ownerUnit = "  " },
            vi: "chưa có đơn vị chủ trì",
            viMend: "ghi vào mục owner",
            en: "no unit owns the process",
            enMend: "write it as owner",
            mended: { $0.ownerUnit = "TP" }),
        ClarityCase(
            .legalBasis, breaking: { $0.legalBasis = [""] },
            vi: "chưa ghi căn cứ pháp lý",
            viMend: "ghi vào mục legal_basis",
            en: "its legal basis is not stated",
            enMend: "write it as legal_basis",
            mended: { $0.legalBasis = ["Luật Hộ tịch 2014"] }),
        ClarityCase(
            .legalBasis, .warning, breaking: { ($0.legalBasis, $0.kind) = ([], .operating) },
            vi: "chưa ghi căn cứ pháp lý",
            viMend: "ghi vào mục legal_basis",
            en: "its legal basis is not stated",
            enMend: "write it as legal_basis",
            mended: { $0.legalBasis = ["Quy chế làm việc"] }),
        ClarityCase(
            .records, .warning, breaking: { $0.records = [] },
            vi: "chưa ghi hồ sơ phải lưu",
            viMend: "ghi vào mục records",
            en: "the records to keep are not stated",
            enMend: "write it as records",
            mended: { $0.records = ["Sổ theo dõi"] }),
        ClarityCase(
            .scope, .warning, breaking: { $0.scope = "" },
            vi: "chưa ghi phạm vi áp dụng",
            viMend: "ghi vào mục scope",
            en: "its scope is not stated",
            enMend: "write it as scope",
            mended: { $0.scope = "Mười bốn phường" }),
        ClarityCase(
            .approver, .warning, breaking: { $0.approver = "" },
            vi: "chưa ghi người duyệt",
            viMend: "ghi vào mục approver",
            en: "who approves it is not stated",
            enMend: "write it as approver",
            mended: { $0.approver = "Chủ tịch" }),
        ClarityCase(
            .effective, .warning, breaking: { $0.effective = nil },
            vi: "chưa có ngày hiệu lực",
            viMend: "ghi vào mục effective",
            en: "it has no effective date",
            enMend: "write it as effective",
            mended: { $0.effective = ProcessSamples.today }),
        ClarityCase(
            .components, .warning, breaking: { $0.components = [] },
            vi: "chưa ghi thành phần hồ sơ",
            viMend: "ghi vào mục components",
            en: "the papers are not stated",
            enMend: "write it as components",
            mended: { $0.kind = .inspection }),
        ClarityCase(
            .principle, .warning, breaking: { $0.principle = "4ro" },
            vi: "không biết bộ nguyên tắc “4ro”",
            viMend: """
                dùng một trong: 5ro-LB2017, 5ro-LB2017b, 3theo-LB2017, 3ro-HN2023, \
                6ro-TTg2025, 6ro-var
                """,
            en: "the principle list “4ro” is not known",
            enMend: """
                use one of: 5ro-LB2017, 5ro-LB2017b, 3theo-LB2017, 3ro-HN2023, \
                6ro-TTg2025, 6ro-var
                """,
            mended: { $0.principle = "6ro-TTg2025" }),
        ClarityCase(
            .duplicateCode, breaking: { $0.code = "" },
            vi: "quy trình chưa có mã",
            viMend: "ghi vào mục code",
            en: "the process has no code",
            enMend: "write it as code",
            mended: { $0.code = "QT-09" }),
        ClarityCase(
            .duplicateCode, breaking: { $0.forms.append(Form(code: "BM-01", title: "Khác")) },
            vi: "hai biểu mẫu cùng mã BM-01",
            viMend: "đổi một trong hai",
            en: "two forms carry the code BM-01",
            enMend: "change one of the two",
            mended: { $0.forms[1].code = "BM-02" }),
        ClarityCase(
            .duplicateCode,
            breaking: { $0.forms[0].fields.append(FormField(key: "ngay", label: "", type: .text)) },
            vi: "hai mục cùng khóa ngay",
            viMend: "đổi một trong hai",
            en: "two fields carry the key ngay",
            enMend: "change one of the two",
            mended: { $0.forms[0].fields[3].key = "ngay_hop" }),
        ClarityCase(
            .duplicateCode, beside: [ProcessSamples.clear, ProcessSamples.forked],
            breaking: { _ in },
            vi: "hai quy trình cùng mã QT-01 và lần ban hành 1",
            viMend: "đổi một trong hai",
            en: "two processes carry the code QT-01 and issue 1",
            enMend: "change one of the two",
            mended: { $0.code = "QT-02" }),
    ]

    @Test(arguments: works)
    func `A gap about the work is named at its step, and mended`(row: ClarityCase) {
        row.expectFoundAndMended()
    }

    @Test(arguments: heads)
    func `A gap of the whole is named without a step, and mended`(row: ClarityCase) {
        row.expectFoundAndMended()
        #expect(row.node == nil)
    }

    @Test func `Without any form it is said to add one`() {
        var version = ProcessSamples.line([ProcessSamples.step("b1", time: .term(.workingDays(4)))])
        version.forms = []
        let finding = ProcessSamples.findings(version).first
        #expect(finding?.mend.vi == "thêm biểu mẫu BM-01 vào mục forms")
        #expect(finding?.mend.en == "add the form BM-01 under forms")
    }
}
