// People at the gate: a step that nobody can do anywhere blocks, a ward that lacks somebody warns.

import Engine
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct ProcessRosterTests {
    private func organisation() -> People.Organisation {
        var state = People.Organisation()
        for command in ProcessTestOffice.commands {
            switch command {
            case .createUnit(let unit): state.apply(.unitCreated(unit: unit))
            case .createPosition(let position): state.apply(.positionCreated(position: position))
            case .addPerson(let person): state.apply(.personAdded(person: person))
            case .appoint(let holding): state.apply(.appointed(holding: holding))
            default: continue
            }
        }
        return state
    }

    private let today = ProcessTestOffice.today

    private func version(_ performer: Performer) -> ProcessVersion {
        ProcessTestSamples.line([ProcessTestSamples.step("b1", "Thẩm tra hồ sơ", performer)])
    }

    @Test func `a process runs in the offices that have the units it names`() {
        let state = organisation()
        let ward = version(.member(of: .function("tu-phap")))
        #expect(state.officesRunning(ward, on: today) == ["p.a", "p.b"])
        let district = version(.member(of: .function("mot-cua")))
        #expect(state.officesRunning(district, on: today) == ["q"])
        let nowhere = version(.member(of: .function("khong-co")))
        #expect(state.officesRunning(nowhere, on: today) == ["p.a", "p.b", "q"])
    }

    @Test func `one office that can do a step is enough`() {
        let state = organisation()
        let performer = Performer.position("tu-phap", in: .function("tu-phap"))
        #expect(
            state.standing(of: performer, in: ["p.a", "p.b"], on: today)
                == .people(holders: ["ha"], substitutes: []))
        #expect(state.standing(of: performer, in: ["p.b"], on: today) == .unknown)
        #expect(
            state.standing(of: .member(of: .function("tu-phap")), in: ["p.b"], on: today)
                == .people(holders: [], substitutes: []))
    }

    @Test func `substitutes of the day count`() {
        var state = organisation()
        state.apply(
            .substituteNamed(
                substitution: People.Substitution(
                    absent: "ha", substitute: "giang", unit: "p.a.tp", from: today,
                    through: today + 5, reason: "nghỉ phép")))
        let performer = Performer.position("tu-phap", in: .code("PA-TP"))
        #expect(
            state.standing(of: performer, in: ["p.a"], on: today)
                == .people(holders: ["ha"], substitutes: ["giang"]))
        #expect(
            state.standing(of: performer, in: ["p.a"], on: today + 6)
                == .people(holders: ["ha"], substitutes: []))
    }

    @Test(arguments: [Performer.focalPoint, .applicant, .body("Chi cục Thuế")])
    func `relations and outsiders are not looked up`(_ performer: Performer) {
        #expect(organisation().standing(of: performer, in: ["q"], on: today) == .unknown)
    }

    @Test func `a ward without anybody is a warning that names it`() {
        let state = organisation()
        let ward = version(.member(of: .function("tu-phap")))
        let findings = state.lacks(of: ward, in: ["p.a", "p.b"], on: today)
        #expect(findings.map(\.severity) == [.warning])
        #expect(findings.first?.message.vi.contains("UBND phường B") == true)
        #expect(findings.first?.message.vi.contains("UBND phường A") == false)
        #expect(state.lacks(of: ward, in: ["p.b"], on: today).isEmpty)
    }

    @Test func `a position that the office does not have keeps a process from being published`()
        async throws
    {
        let office = try await ProcessTestOffice.open()
        let bad = version(.position("khong-co", in: .code("MC")))
        let findings = try await office.desk.read {
            try $0.clarity(of: bad, on: ProcessTestOffice.today)
        }
        #expect(findings.filter(\.isBlocking).map(\.rule) == ["performer-resolves"])
        try await office.perform(.draft(bad))
        await #expect(throws: Processes.Rejection.self) {
            try await office.perform(
                .publish("QT-01", issue: 1, effective: ProcessTestOffice.today))
        }
        try await office.close()
    }

    @Test func `a ward process is published though one ward lacks somebody`() async throws {
        let office = try await ProcessTestOffice.open()
        let ward = version(.member(of: .function("tu-phap")))
        try await office.publish(ward)
        let findings = try await office.desk.read {
            try $0.clarity(of: ward, on: ProcessTestOffice.today)
        }
        #expect(findings.isClear)
        #expect(findings.contains { $0.severity == .warning && $0.rule == "performer-resolves" })
        try await office.close()
    }

    @Test func `a call needs a process in force`() async throws {
        let office = try await ProcessTestOffice.open()
        let call = Node(
            id: "c", title: "Thu phí", kind: .call(Call(process: "QT-02", unit: .code("MC"))))
        let caller = ProcessTestSamples.line([
            ProcessTestSamples.step(
                "b1", "Tiếp nhận hồ sơ", .position("truong-mc", in: .code("MC"))), call,
        ])
        let rules = { (findings: [Diagnostic]) in
            findings.filter(\.isBlocking).map(\.rule)
        }
        let before = try await office.desk.read {
            try $0.clarity(of: caller, on: ProcessTestOffice.today)
        }
        #expect(rules(before) == ["entry-step"])
        try await office.publish(ProcessTestSamples.clear("QT-02", title: "Thu phí"))
        let after = try await office.desk.read {
            try $0.clarity(of: caller, on: ProcessTestOffice.today)
        }
        #expect(!rules(after).contains("entry-step"))
        try await office.close()
    }

    @Test func `without an organisation nobody is asked for`() async throws {
        let office = try await ProcessTestOffice.open(isEmpty: true)
        let findings = try await office.desk.read {
            try $0.clarity(of: ProcessTestSamples.clear(), on: ProcessTestOffice.today)
        }
        #expect(findings.isClear)
        try await office.close()
    }

    @Test func `every process of the demo office has its people`() throws {
        var state = People.Organisation()
        for command in try Demo.organisationCommands() {
            for event in try People.decide(command, on: state, by: nil, today: today) {
                state.apply(event)
            }
        }
        for version in try Demo.Processes().all {
            let offices = state.officesRunning(version, on: today)
            let organisation = state
            let roster = PerformerRoster {
                organisation.standing(of: $0, in: offices, on: DayNumber(rawValue: 17_379))
            }
            let blocking = ClarityGate(today: today, roster: roster).check(version)
                .filter(\.isBlocking)
            #expect(blocking.isEmpty, "\(version.code): \(blocking.map(\.message.vi))")
        }
    }
}
