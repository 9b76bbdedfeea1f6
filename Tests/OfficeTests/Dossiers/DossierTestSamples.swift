// Units, people and processes of the invented ward. Nobody here is a real person.

import Engine
import ProcessModel
import WorkTime

@testable import Office

enum DossierTestSamples {
    private static let begin = DayNumber("2016-01-01") ?? DayNumber(rawValue: 0)

    private static let units: [People.Unit] = [
        unit("p", "PA", "UBND phường A", .committee, nil, ["lanh-dao"]),
        unit("p.mc", "PA-MC", "Một cửa phường A", .oneStop, "p", ["mot-cua"]),
        unit("p.tp", "PA-TP", "Tư pháp phường A", .team, "p", ["tu-phap"]),
        unit("p.kt", "PA-KT", "Kế toán phường A", .team, "p", ["ke-toan"]),
        unit("r", "PB", "UBND phường B", .committee, nil, ["lanh-dao"]),
        unit("r.mc", "PB-MC", "Một cửa phường B", .oneStop, "r", ["mot-cua"]),
    ]

    private static func unit(
        _ id: UnitID, _ code: String, _ name: String, _ kind: People.UnitKind, _ parent: UnitID?,
        _ functions: [String]
    ) -> People.Unit {
        People.Unit(
            id: id, code: code, name: name, kind: kind, level: .ward, parent: parent,
            functions: functions, from: begin)
    }

    /// Unit, code, head or not, roles, holder.
    private static let posts: [(UnitID, String, Bool, [People.Role], PersonID)] = [
        ("p", "chu-tich", true, [.lead], "anh"),
        ("p", "pho-chu-tich", false, [.lead], "pho"),
        ("p.mc", "truong-mc", true, [.counter, .head], "binh"),
        ("p.mc", "can-bo-mc", false, [.counter, .work], "chi"),
        ("p.tp", "truong-tp", true, [.head, .work], "tam"),
        ("p.tp", "tu-phap", false, [.work], "ha"),
        ("p.kt", "ke-toan", true, [.work, .head], "ke"),
        ("r", "chu-tich", true, [.lead], "giang"),
        ("r.mc", "truong-mc", true, [.counter, .head], "la"),
    ]

    static let people = posts.map(\.4)

    /// Absent, substitute, unit.
    private static let substitutes: [(PersonID, PersonID, UnitID)] = [
        ("ha", "tam", "p.tp"), ("anh", "pho", "p"), ("chi", "binh", "p.mc"),
    ]

    static var organisation: [People.Command] {
        var commands = units.map(People.Command.createUnit)
        for (unit, code, isHead, roles, person) in posts {
            let id = "\(unit):\(code)"
            commands.append(
                .createPosition(
                    .init(
                        id: id, unit: unit, code: code, title: code, isHead: isHead,
                        roles: roles)))
            commands.append(
                .addPerson(.init(id: person, name: "Người \(person)", isInvented: true)))
            commands.append(.appoint(.init(position: id, person: person, from: begin)))
        }
        for (absent, substitute, unit) in substitutes {
            commands.append(
                .substitute(
                    .init(
                        absent: absent, substitute: substitute, unit: unit,
                        from: DayNumber("2017-07-01") ?? begin,
                        through: DayNumber("2017-12-31") ?? begin, reason: "đi học")))
        }
        return commands
    }

    // MARK: Processes

    private static func step(
        _ id: NodeID, _ title: String, _ performer: Performer, substitute: Performer,
        minutes: Int, change: (inout Step) -> Void = { _ in }
    ) -> Node {
        var step = Step(
            performer: performer, accountable: .head(of: performer.unit ?? .function("mot-cua")),
            substitute: substitute, work: title, product: "Phiếu \(id)", form: "BM-02",
            time: .term(.workingMinutes(minutes)))
        change(&step)
        return Node(id: id, title: title, kind: .step(step))
    }

    private static let receiving = step(
        "nhan", "Tiếp nhận hồ sơ", .focalPoint,
        substitute: .position("truong-mc", in: .function("mot-cua")), minutes: 30
    ) { $0.form = "BM-01" }
    private static let checking = step(
        "tham-dinh", "Thẩm định hồ sơ", .position("tu-phap", in: .function("tu-phap")),
        substitute: .head(of: .function("tu-phap")), minutes: 480
    ) { $0.cooperating = [.position("ke-toan", in: .function("ke-toan"))] }
    private static let signing = step(
        "ky", "Ký kết quả", .head(of: .function("lanh-dao")),
        substitute: .position("pho-chu-tich", in: .function("lanh-dao")), minutes: 120
    ) {
        $0.marksDone = true
    }
    /// Signing that may send the work back to who checked it.
    private static let signingChecked = step(
        "ky", "Ký kết quả", .head(of: .function("lanh-dao")),
        substitute: .position("pho-chu-tich", in: .function("lanh-dao")), minutes: 120
    ) {
        $0.marksDone = true
        $0.returnsTo = ["tham-dinh"]
    }
    private static let returning = step(
        "tra", "Trả kết quả cho công dân", .focalPoint,
        substitute: .position("truong-mc", in: .function("mot-cua")), minutes: 30)
    private static let sharing = step(
        "chung", "Kiểm tra hồ sơ", .member(of: .function("tu-phap")),
        substitute: .head(of: .function("tu-phap")), minutes: 120)

    private static func line(
        _ code: ProcessCode, _ title: String, _ total: Term, _ steps: [Node]
    ) -> ProcessVersion {
        let nodes =
            [Node(id: "dau", title: "Bắt đầu", kind: .start)] + steps
            + [Node(id: "cuoi", title: "Kết thúc", kind: .end(.finished))]
        return ProcessVersion(
            code: code, title: title, kind: .procedure, ownerUnit: "PA-TP", field: "Hộ tịch",
            legalBasis: ["Luật Hộ tịch 2014, Điều 16"], scope: "Phường", total: total,
            records: ["Sổ hộ tịch"], issue: 1, effective: DayNumber("2017-01-01"),
            approver: "Chủ tịch UBND phường", source: "hư cấu",
            components: ["Tờ khai", "Giấy chứng sinh"],
            forms: [
                Form(
                    code: "BM-01", title: "Phiếu tiếp nhận",
                    fields: [
                        FormField(key: "soBan", label: "Số bản sao", type: .number),
                        FormField(
                            key: "tenCon", label: "Tên con", type: .text, personal: true),
                    ]),
                Form(code: "BM-02", title: "Phiếu kiểm soát"),
            ], nodes: nodes,
            flows: zip(nodes, nodes.dropFirst()).map { Flow(from: $0.id, to: $1.id) })
    }

    /// Two working days, through four hands; one for the day itself; one that a unit shares.
    static let processes = [
        line(
            "KS-01", "Đăng ký khai sinh", .workingDays(2),
            [receiving, checking, signingChecked, returning]),
        line("CT-02", "Chứng thực bản sao", .sameDay, [receiving, signing]),
        line("XN-03", "Xác nhận hộ tịch", .workingDays(1), [receiving, sharing]),
    ]

    static let intake = Dossiers.Intake(
        process: "KS-01", office: "p", channel: .counter,
        applicant: Dossiers.Applicant(
            name: "Đặng Thị Hư Cấu", identity: "012345678901", phone: "0912 345 678",
            address: "Số 1, phố Minh Họa", submitter: "Lê Văn Nộp Thay",
            request: "Khai sinh cho con"),
        papers: [Dossiers.Paper(name: "Tờ khai", copies: 1)], sets: 1, fee: 8000)
}
