// The invented office and the one process of the engine's measure: receive, verify, approve or
// refuse, two opinions side by side, sign, hand over. Six pieces of work when it is approved.

import Engine
import Office
import ProcessModel
import WorkTime

enum BenchOffice {
    static let office: UnitID = "do"
    static let process: ProcessCode = "DO-01"
    /// A Monday; the office was set up on the Friday before.
    static let opening = LocalMinute("2017-07-03T08:00") ?? LocalMinute(rawValue: 0)

    /// The four desks, each with the position that does the work.
    enum Desk: String, CaseIterable {
        case counter = "mot-cua"
        case expert = "chuyen-mon"
        case money = "tai-chinh"
        case leader = "lanh-dao"

        var person: PersonID { PersonID("do.\(rawValue)") }
        var head: PersonID { PersonID("do.truong.\(rawValue)") }
        var reference: UnitReference { .function(rawValue) }
        /// What the position is called in the process.
        var position: String { "lam-\(rawValue)" }
    }

    /// One piece of work in the order in which the engine counts them.
    struct Work: Sendable {
        let item: WorkItemID
        let desk: Desk
        /// It comes from another unit where each desk is a unit of its own.
        let isPassed: Bool
        var fields: [String: FieldValue] = [:]
    }

    static let works = [
        Work(item: 1, desk: .counter, isPassed: false),
        Work(
            item: 2, desk: .expert, isPassed: true, fields: ["decision": .text("approve")]),
        Work(item: 3, desk: .expert, isPassed: false),
        Work(item: 4, desk: .money, isPassed: true),
        Work(item: 5, desk: .leader, isPassed: true),
        Work(item: 6, desk: .counter, isPassed: true),
    ]

    static func intake(_ number: Int) -> Dossiers.Intake {
        Dossiers.Intake(
            process: process, office: office, channel: .counter,
            applicant: Dossiers.Applicant(
                name: "Người Đo Thử", identity: "012345678901", phone: "0912345678",
                address: "Số \(number), phố Minh Họa", request: "Đo tốc độ"),
            papers: [Dossiers.Paper(name: "Đơn đề nghị", copies: 1)])
    }

    // MARK: The process

    private static func step(
        _ id: NodeID, _ work: String, _ performer: Performer, _ desk: Desk, form: String = "BM-02",
        done: Bool = false
    ) -> Node {
        Node(
            id: id, title: work,
            kind: .step(
                Step(
                    performer: performer, accountable: .head(of: desk.reference),
                    substitute: .head(of: desk.reference), work: work, product: "Phiếu \(id)",
                    form: form, time: .term(.workingMinutes(60)), marksDone: done)))
    }

    private static func step(
        _ id: NodeID, _ work: String, _ desk: Desk, form: String = "BM-02", done: Bool = false
    ) -> Node {
        step(
            id, work, .position(desk.position, in: desk.reference), desk, form: form, done: done)
    }

    private static let nodes = [
        Node(id: "start", title: "Bắt đầu", kind: .start),
        step("receive", "Tiếp nhận hồ sơ", .focalPoint, .counter),
        step("verify", "Thẩm định hồ sơ", .expert, form: "BM-01"),
        Node(id: "approved", title: "Đạt yêu cầu?", kind: .gateway(.exclusive)),
        step("refuse", "Trả lời từ chối hồ sơ", .focalPoint, .counter, done: true),
        Node(id: "split", title: "Lấy ý kiến", kind: .gateway(.parallel)),
        step("opinionA", "Cho ý kiến chuyên môn", .expert),
        step("opinionB", "Cho ý kiến tài chính", .money),
        Node(id: "join", title: "Đủ ý kiến", kind: .gateway(.parallel)),
        step("sign", "Ký kết quả", .leader, done: true),
        step("handOver", "Trả kết quả cho công dân", .focalPoint, .counter),
        Node(id: "end", title: "Kết thúc", kind: .end(.finished)),
        Node(id: "refused", title: "Từ chối", kind: .end(.refused)),
    ]

    private static let flows = [
        Flow(from: "start", to: "receive"), Flow(from: "receive", to: "verify"),
        Flow(from: "verify", to: "approved"),
        Flow(
            from: "approved", to: "split",
            condition: .compare("decision", .equal, .text("approve"))),
        Flow(from: "approved", to: "refuse"), Flow(from: "refuse", to: "refused"),
        Flow(from: "split", to: "opinionA"), Flow(from: "split", to: "opinionB"),
        Flow(from: "opinionA", to: "join"), Flow(from: "opinionB", to: "join"),
        Flow(from: "join", to: "sign"), Flow(from: "sign", to: "handOver"),
        Flow(from: "handOver", to: "end"),
    ]

    static let version = ProcessVersion(
        code: process, title: "Duyệt hồ sơ", kind: .procedure, ownerUnit: "DO", field: "Đo thử",
        legalBasis: ["Quy trình hư cấu để đo"], scope: "Văn phòng đo thử", total: .workingDays(5),
        records: ["Sổ đo thử"], effective: DayNumber("2017-01-01"), approver: "Trưởng phòng đo",
        source: "hư cấu", components: ["Đơn đề nghị"],
        forms: [
            Form(
                code: "BM-01", title: "Phiếu thẩm định",
                fields: [
                    FormField(
                        key: "decision", label: "Kết luận", type: .choice(["approve", "reject"]),
                        required: true)
                ]),
            Form(code: "BM-02", title: "Phiếu kiểm soát"),
        ], nodes: nodes, flows: flows)

    // MARK: The organisation

    /// - Parameter apart: each desk is a unit of its own, and what is passed on must be accepted.
    static func organisation(apart: Bool) -> [People.Command] {
        let from = DayNumber("2016-01-01") ?? opening.day
        var commands: [People.Command] = [
            .createUnit(
                People.Unit(
                    id: office, code: "DO", name: "Văn phòng đo thử", kind: .committee,
                    level: .ward, parent: nil, from: from))
        ]
        let groups = apart ? Desk.allCases.map { [$0] } : [Desk.allCases]
        for desks in groups {
            let unit = UnitID("\(office).\(desks[0].rawValue)")
            commands.append(
                .createUnit(
                    People.Unit(
                        id: unit, code: "DO-\(desks[0].rawValue)", name: desks[0].rawValue,
                        kind: .oneStop, level: .ward, parent: office,
                        functions: desks.map(\.rawValue), from: from)))
            commands += post("truong", isHead: true, desks[0].head, in: unit, from)
            for desk in desks {
                commands += post(desk.position, isHead: false, desk.person, in: unit, from)
            }
        }
        return commands
    }

    private static func post(
        _ code: String, isHead: Bool, _ person: PersonID, in unit: UnitID, _ from: DayNumber
    ) -> [People.Command] {
        let id = "\(unit):\(code)"
        let roles: [People.Role] = isHead ? [.head, .counter, .processes] : [.counter, .work]
        return [
            .createPosition(
                People.Position(
                    id: id, unit: unit, code: code, title: code, isHead: isHead, roles: roles)),
            .addPerson(People.Person(id: person, name: "Người \(person)", isInvented: true)),
            .appoint(People.Holding(position: id, person: person, from: from)),
        ]
    }

    /// Sets up an empty office.
    static func settle(_ desk: Office.Desk, apart: Bool) async throws {
        let morning = Instant(opening + -3 * 1440, in: desk.sources.zone)
        for command in organisation(apart: apart) {
            _ = try await desk.perform(.people(command), by: nil, at: morning)
        }
        _ = try await desk.perform(.processes(.draft(version)), by: nil, at: morning)
        _ = try await desk.perform(
            .processes(.publish(process, issue: 1, effective: morning.local(in: .indochina).day)),
            by: nil, at: morning)
    }
}
