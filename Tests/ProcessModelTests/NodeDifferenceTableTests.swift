// A change of each field of a version and of a step, alone: its key, its label, old and new.

import ProcessModel
import Testing
import WorkTime

struct NodeDifferenceTableTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var key: String
        var change: @Sendable (inout ProcessVersion) -> Void
        var label: String
        var old: String
        var new: String

        init(
            _ key: String, _ change: @escaping @Sendable (inout ProcessVersion) -> Void,
            label: String, old: String, new: String
        ) {
            (self.key, self.change, self.label) = (key, change, label)
            (self.old, self.new) = (old, new)
        }

        var testDescription: String { key }

        var difference: VersionDifference {
            var new = ProcessSamples.clear
            change(&new)
            return VersionDifference(from: ProcessSamples.clear, to: new)
        }
        var head: VersionDifference.Change? { difference.header.first }
        var field: VersionDifference.Change? { difference.changed.first?.changes.first }
        func said(_ change: VersionDifference.Change?) -> [String] {
            guard let change else { return ["-", "-", "-"] }
            return [change.label, change.old, change.new].map { "\($0.vi) | \($0.en)" }
        }
        var headSaid: [String] { said(head) }
        var fieldSaid: [String] { said(field) }
    }

    static let heads: [Row] = [
        Row(
            "title", { $0.title = "Cấp sổ" },
            label: "tên quy trình | title", old: "Cấp giấy phép | Cấp giấy phép",
            new: "Cấp sổ | Cấp sổ"),
        Row(
            "kind", { $0.kind = .inspection },
            label: "loại | kind", old: "thủ tục hành chính | procedure",
            new: "kiểm tra | inspection"),
        Row(
            "owner", { $0.ownerUnit = "TP" },
            label: "đơn vị chủ trì | owner", old: "QLDT | QLDT",
            new: "TP | TP"),
        Row(
            "field", { $0.field = "Hộ tịch" },
            label: "lĩnh vực | field of work", old: " | ",
            new: "Hộ tịch | Hộ tịch"),
        Row(
            "legal_basis", { $0.legalBasis.append("Nghị định 61/2018") },
            label: "căn cứ | legal basis",
            old: "Luật Xây dựng 2014, Điều 102 | Luật Xây dựng 2014, Điều 102",
            new: """
                Luật Xây dựng 2014, Điều 102; Nghị định 61/2018 | Luật Xây dựng 2014, \
                Điều 102; Nghị định 61/2018
                """),
        Row(
            "scope", { $0.scope = "Cấp phường" },
            label: "phạm vi | scope", old: "Toàn quận | Toàn quận",
            new: "Cấp phường | Cấp phường"),
        Row(
            "principle", { $0.principle = "6ro-TTg2025" },
            label: "nguyên tắc | principle", old: "5ro-LB2017 | 5ro-LB2017",
            new: "6ro-TTg2025 | 6ro-TTg2025"),
        Row(
            "total", { $0.total = .halfDays(9) },
            label: "thời hạn | limit", old: "5 ngày làm việc | 5 working days",
            new: "4,5 ngày làm việc | 4.5 working days"),
        Row(
            "total", { $0.total = nil },
            label: "thời hạn | limit", old: "5 ngày làm việc | 5 working days",
            new: " | "),
        Row(
            "records", { $0.records = ["Sổ", "Bản sao"] },
            label: "hồ sơ lưu | records", old: "Giấy phép | Giấy phép",
            new: "Sổ; Bản sao | Sổ; Bản sao"),
        Row(
            "effective", { $0.effective = ProcessSamples.today + 31 },
            label: "ngày hiệu lực | effective", old: "2017-08-01 | 2017-08-01",
            new: "2017-09-01 | 2017-09-01"),
        Row(
            "approver", { $0.approver = "" },
            label: "người duyệt | approver", old: "Chủ tịch UBND quận | Chủ tịch UBND quận",
            new: " | "),
        Row(
            "source", { $0.source = "Đề xuất" },
            label: "nguồn | source", old: " | ",
            new: "Đề xuất | Đề xuất"),
        Row(
            "components", { $0.components = ["Đơn", "Bản vẽ"] },
            label: "thành phần hồ sơ | papers", old: "Đơn | Đơn",
            new: "Đơn; Bản vẽ | Đơn; Bản vẽ"),
    ]

    static let fields: [Row] = [
        Row(
            "performer", { $0.step("b2") { $0.performer = .focalPoint } },
            label: "người thực hiện | performer", old: "chuyen-vien, QLDT | chuyen-vien, QLDT",
            new: "đầu mối của hồ sơ | the focal point"),
        Row(
            "accountable", { $0.step("b2") { $0.accountable = nil } },
            label: "người chịu trách nhiệm | accountable", old: "lãnh đạo QLDT | head of QLDT",
            new: " | "),
        Row(
            "substitute", { $0.step("b2") { $0.substitute = .member(of: .function("mot-cua")) } },
            label: "người thay | substitute", old: "pho-phong, QLDT | pho-phong, QLDT",
            new: """
                người của đơn vị có chức năng mot-cua | a member of the unit of \
                function mot-cua
                """),
        Row(
            "cooperating", { $0.step("b2") { $0.cooperating = [.applicant, .body("Công an")] } },
            label: "người phối hợp | cooperating", old: " | ",
            new: "người nộp, Công an | the applicant, Công an"),
        Row(
            "work", { $0.step("b2") { $0.work = "Ký" } },
            label: "việc | work", old: "Thẩm định hồ sơ | Thẩm định hồ sơ",
            new: "Ký | Ký"),
        Row(
            "tasks", { $0.step("b2") { $0.tasks = ["Ghi số", "Đóng dấu"] } },
            label: "các việc nhỏ | tasks", old: " | ",
            new: "Ghi số; Đóng dấu | Ghi số; Đóng dấu"),
        Row(
            "product", { $0.step("b2") { $0.product = "Giấy phép" } },
            label: "sản phẩm | product", old: "Phiếu b2 | Phiếu b2",
            new: "Giấy phép | Giấy phép"),
        Row(
            "form", { $0.step("b2") { $0.form = nil } },
            label: "biểu mẫu | form", old: "BM-01 | BM-01",
            new: " | "),
        Row(
            "time", { $0.step("b2") { $0.time = .withinTotal } },
            label: "thời gian | time", old: "1,5 ngày làm việc | 1.5 working days",
            new: "trong tổng thời hạn | within the total"),
        Row(
            "time", { $0.step("b2") { $0.time = .term(.calendarDays(3)) } },
            label: "thời gian | time", old: "1,5 ngày làm việc | 1.5 working days",
            new: "3 ngày | 3 calendar days"),
        Row(
            "clock", { $0.step("b2") { $0.clock = .pauseAndResume } },
            label: "cách tính giờ | clock", old: "tính giờ | runs",
            new: "dừng trong lúc làm bước này | pauses while it lasts"),
        Row(
            "marksDone", { $0.step("b2") { $0.marksDone = true } },
            label: "bước có kết quả | result ready", old: "không | no",
            new: "có | yes"),
        Row(
            "conditional", { $0.step("b2") { $0.conditional = true } },
            label: "chỉ khi cần | only in some cases", old: "không | no",
            new: "có | yes"),
        Row(
            "returnsTo", { $0.step("b2") { $0.returnsTo = ["b1"] } },
            label: "trả lại bước | returns to", old: " | ",
            new: "b1 | b1"),
        Row(
            "controls", { $0.step("b2") { $0.controls = ["b1", "b3"] } },
            label: "kiểm soát bước | controls", old: " | ",
            new: "b1, b3 | b1, b3"),
        Row(
            "derived", { $0.step("b2") { $0.derived = [.product, .time] } },
            label: "mục suy ra | derived fields", old: " | ",
            new: "sản phẩm, thời gian | product, time"),
    ]

    @Test(arguments: heads)
    func `A field of the whole differs alone`(row: Row) throws {
        let difference = row.difference
        #expect(difference.header.map(\.field) == [row.key])
        #expect(row.headSaid == [row.label, row.old, row.new])
        #expect(difference.changed.isEmpty && !difference.isReordered && !difference.isEmpty)
        let (old, new) = (ProcessSamples.clear, row)
        var changed = old
        new.change(&changed)
        let back = VersionDifference(from: changed, to: old)
        #expect(back.header.map(\.old) == difference.header.map(\.new))
        #expect(back.header.map(\.new) == difference.header.map(\.old))
    }

    @Test(arguments: fields)
    func `A field of a step differs alone`(row: Row) throws {
        let difference = row.difference
        let change = try #require(difference.changed.first)
        #expect(difference.changed.count == 1 && change.node == "b2")
        #expect(change.changes.map(\.field) == [row.key])
        #expect(row.fieldSaid == [row.label, row.old, row.new])
        #expect(difference.header.isEmpty && difference.flowsAdded.isEmpty)
    }

    @Test func `Every field of a step has a row`() {
        let keys = Set(Self.fields.map(\.key))
        let missing = StepField.allCases.filter { !keys.contains($0.rawValue) }
        #expect(missing == [.title])
    }
}
