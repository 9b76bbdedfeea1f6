// To which unit work goes next, and whether it can go with no more than a press.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The unit where the next step lies` {
    /// The next unit of the one open piece of work of a dossier, asked of a changed process.
    private func next(
        _ office: DossierTestOffice, _ code: String,
        _ change: (inout ProcessVersion) -> Void = { _ in }
    ) async throws -> UnitID? {
        let dossier = try await office.state(code)
        var version = try #require(
            DossierTestSamples.processes.first { $0.code == dossier.registration.process })
        change(&version)
        let instance = try #require(dossier.instance)
        let item = try #require(instance.items.first)
        let organisation = try await office.desk.read { try $0.organisation() }
        return organisation.nextUnit(
            after: item, in: instance, version, office: "p", on: office.now.day)
    }

    @Test func `is told along the whole way of a process`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            var units: [String] = []
            for _ in 0..<8 {
                let item = try await office.item(code)
                if item.offer == nil {
                    units.append(try await next(office, code)?.rawValue ?? "-")
                }
                try await office.advance(code)
                if try await office.state(code).status == .returned { break }
            }
            #expect(units == ["p.tp", "p", "p.mc", "-"], "the last step leads to the end")
        }
    }

    @Test func `is not told where the way is open`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let forked = try await next(office, code) {
                $0.flows.append(Flow(from: "nhan", to: "tra"))
            }
            #expect(forked == nil, "two ways out")
            let ended = try await next(office, code) { version in
                version.flows = version.flows.map {
                    $0.from == "nhan" ? Flow(from: "nhan", to: "cuoi") : $0
                }
            }
            #expect(ended == nil, "the end is no step")
            let lost = try await next(office, code) { $0.flows = [] }
            #expect(lost == nil)
        }
    }

    /// Who does the second step, and where that is for a dossier at its first.
    @Test(
        arguments: [
            (.focalPoint, nil), (.applicant, nil), (.body("Công an phường"), nil),
            (.performer(of: "ky"), nil), (.head(of: .function("ke-toan")), "p.kt"),
            (.position("ke-toan", in: .code("PA-KT")), "p.kt"),
            (.member(of: .label("Kế toán phường A")), "p.kt"),
            (.head(of: .function("khong-co")), nil), (.head(of: .function("mot-cua")), nil),
        ] as [(Performer, UnitID?)])
    func `is that of whoever will do it, when somebody can be named`(
        _ performer: Performer, _ unit: UnitID?
    ) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let found = try await next(office, code) { version in
                version.nodes = version.nodes.map { node in
                    guard node.id == "tham-dinh", case .step(var step) = node.kind else {
                        return node
                    }
                    step.performer = performer
                    return Node(id: node.id, title: node.title, kind: .step(step))
                }
            }
            #expect(found == unit, "\(performer)")
        }
    }

    @Test func `is told again for work that was returned: what was missing is added, it goes on`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code)
            let offered = try await office.item(code)
            try await office.act(
                .returnHandover(offered.id, reason: "thiếu giấy"), on: code, by: "ha")
            let back = try await office.item(code)
            #expect(back.node == "nhan" && back.holder == "chi" && back.offer == nil)
            let unit = try await next(office, code)
            #expect(unit == offered.offer?.unit)
            let groups = try await office.handovers(of: "chi").groups
            #expect(groups.count == 1 && unit != nil)
        }
    }
}

@Suite struct `A step that goes with a press` {
    private func step(
        controls: [NodeID] = [], form: String? = "BM-01"
    ) throws -> Step {
        let version = try #require(DossierTestSamples.processes.first)
        var step = try #require(version.nodes.first { $0.id == "nhan" }?.step)
        step.controls = controls
        step.form = form
        return step
    }

    private func version(_ fields: [FormField]) throws -> ProcessVersion {
        var version = try #require(DossierTestSamples.processes.first)
        version.forms[0].fields = fields
        return version
    }

    @Test func `has nothing left to fill in, and is no signature`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive { $0.fields = ["soBan": .number(2)] }
            let instance = try #require(try await office.state(code).instance)
            let plain = FormField(key: "ghiChu", label: "Ghi chú", type: .text)
            let known = FormField(key: "soBan", label: "Số bản", type: .number, required: true)
            let missing = FormField(key: "ngay", label: "Ngày", type: .date, required: true)
            for (fields, isReady) in [
                ([], true), ([plain], true), ([known], true), ([plain, known], true),
                ([missing], false), ([known, missing], false),
            ] as [([FormField], Bool)] {
                #expect(
                    try step().isReadyToPass(in: instance, version(fields)) == isReady,
                    "\(fields.map(\.key))")
            }
            #expect(try step(form: nil).isReadyToPass(in: instance, version([missing])))
            #expect(try step(form: "BM-99").isReadyToPass(in: instance, version([missing])))
            #expect(
                try !step(controls: ["tham-dinh"]).isReadyToPass(in: instance, version([])))
        }
    }
}
