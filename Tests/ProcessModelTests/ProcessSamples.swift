// Small processes that the tests of this target share.

import ProcessModel
import WorkTime

/// A clear process of three steps, and shorthands to make others.
enum ProcessSamples {
    static let today = DayNumber(rawValue: 17_379)  // 2017-08-01

    static func step(
        _ id: NodeID, title: String = "Thẩm định hồ sơ", unit: String = "QLDT",
        time: StepTime? = .term(.workingDays(1)), change: (inout Step) -> Void = { _ in }
    ) -> Node {
        var step = Step(
            performer: .position("chuyen-vien", in: .code(unit)),
            accountable: .head(of: .code(unit)),
            substitute: .position("pho-phong", in: .code(unit)), work: title,
            product: "Phiếu \(id)", form: "BM-01", time: time)
        change(&step)
        return Node(
            id: id, title: title, kind: .step(step), origin: Origin(file: "a.yaml", line: 7))
    }

    static let start = Node(id: "start", title: "Bắt đầu", kind: .start)
    static let end = Node(id: "end", title: "Kết thúc", kind: .end(.finished))

    static func gateway(_ id: NodeID, _ kind: GatewayKind) -> Node {
        Node(id: id, title: "", kind: .gateway(kind))
    }

    /// Start, these nodes one after the other, end.
    static func line(_ nodes: [Node], total: Term? = .workingDays(5)) -> ProcessVersion {
        let all = [start] + nodes + [end]
        return graph(all, zip(all, all.dropFirst()).map { ($0.id, $1.id) }, total: total)
    }

    static func graph(
        _ nodes: [Node], _ flows: [(NodeID, NodeID)], total: Term? = .workingDays(5)
    ) -> ProcessVersion {
        ProcessVersion(
            code: "QT-01", title: "Cấp giấy phép", kind: .procedure, ownerUnit: "QLDT",
            legalBasis: ["Luật Xây dựng 2014, Điều 102"], scope: "Toàn quận", total: total,
            records: ["Giấy phép"], effective: today, approver: "Chủ tịch UBND quận",
            components: ["Đơn"],
            forms: [
                Form(
                    code: "BM-01", title: "Phiếu thẩm định",
                    fields: [
                        FormField(key: "so_tien", label: "Số tiền", type: .number),
                        FormField(key: "loai", label: "Loại", type: .choice(["A", "B"])),
                        FormField(key: "ngay", label: "Ngày", type: .date),
                    ])
            ],
            nodes: nodes, flows: flows.map { Flow(from: $0, to: $1) })
    }

    static let clear = line([step("b1"), step("b2", time: .term(.halfDays(3))), step("b3")])

    static func findings(
        _ version: ProcessVersion, catalogue: [ProcessVersion]? = nil,
        roster: PerformerRoster? = nil
    ) -> [Diagnostic] {
        ClarityGate(today: today, catalogue: catalogue.map { ProcessCatalogue($0) }, roster: roster)
            .check(version)
    }

    /// Nodes that break a rule; `nil` stands for the version as a whole.
    static func broken(
        _ rule: ClarityRule, _ severity: Diagnostic.Severity = .error, in version: ProcessVersion,
        catalogue: [ProcessVersion]? = nil, roster: PerformerRoster? = nil
    ) -> [NodeID?] {
        findings(version, catalogue: catalogue, roster: roster)
            .filter { $0.rule == rule.rawValue && $0.severity == severity }.map(\.node)
    }
}
