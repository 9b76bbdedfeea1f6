// Processes that the tests of this folder share: invented, clear, and small.

import ProcessModel
import WorkTime

enum ProcessTestSamples {
    static func step(
        _ id: NodeID, _ title: String, _ performer: Performer,
        change: (inout Step) -> Void = { _ in }
    ) -> Node {
        var step = Step(
            performer: performer, accountable: .head(of: performer.unit ?? .code("MC")),
            substitute: .position("can-bo-mc", in: .code("MC")), work: title,
            product: "Phiếu \(id)", form: "BM-01", time: .term(.workingDays(1)))
        change(&step)
        return Node(id: id, title: title, kind: .step(step))
    }

    static let start = Node(id: "start", title: "Bắt đầu", kind: .start)
    static let end = Node(id: "end", title: "Kết thúc", kind: .end(.finished))

    /// Start, these nodes one after the other, end.
    static func line(
        _ nodes: [Node], code: ProcessCode = "QT-01", title: String = "Đăng ký khai sinh",
        issue: Int = 1
    ) -> ProcessVersion {
        let all = [start] + nodes + [end]
        return ProcessVersion(
            code: code, title: title, kind: .procedure, ownerUnit: "NV", field: "Hộ tịch",
            legalBasis: ["Luật Hộ tịch 2014, Điều 16"], scope: "Toàn quận",
            total: .workingDays(5), records: ["Sổ hộ tịch"], issue: issue,
            effective: DayNumber("2017-01-01"), approver: "Chủ tịch UBND quận",
            source: "hư cấu", components: ["Tờ khai"],
            forms: [Form(code: "BM-01", title: "Phiếu kiểm soát")], nodes: all,
            flows: zip(all, all.dropFirst()).map { Flow(from: $0.id, to: $1.id) })
    }

    /// Two steps that nothing is missing in.
    static func clear(
        _ code: ProcessCode = "QT-01", title: String = "Đăng ký khai sinh", issue: Int = 1
    ) -> ProcessVersion {
        line(
            [
                step(
                    "b1", "Tiếp nhận hồ sơ khai sinh", .position("truong-mc", in: .code("MC"))),
                step("b2", "Ký giấy khai sinh", .head(of: .function("lanh-dao"))) {
                    $0.marksDone = true
                    $0.returnsTo = ["b1"]
                },
            ], code: code, title: title, issue: issue)
    }

    /// The first step has nobody who answers for it.
    static func unclear(_ code: ProcessCode = "QT-09") -> ProcessVersion {
        var version = clear(code, title: "Quy trình chưa rõ")
        version.nodes[1] = step(
            "b1", "Tiếp nhận hồ sơ", .position("truong-mc", in: .code("MC"))
        ) { $0.accountable = nil }
        return version
    }

    static func waiver(_ rule: String, _ node: NodeID?, mendBy: String) -> Waiver {
        Waiver(
            rule: rule, node: node, reason: "chờ phân công", by: "Trưởng phòng Nội vụ",
            mendBy: DayNumber(mendBy) ?? DayNumber(rawValue: 0))
    }
}
