// The demo catalogue: the published numbers, clear by the gate, honest about its gaps.

import Engine
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct DemoProcessesTests {
    let processes: Demo.Processes
    let organisation: People.Organisation
    let wards: [Demo.Ward]

    init() throws {
        processes = try Demo.Processes()
        organisation = try DemoOrganisationTests.built()
        wards = try Demo.Ward.all()
    }

    /// Asks the district first, then the wards, as one catalogue serves them all.
    private var roster: PerformerRoster {
        let offices = [UnitID("ubnd")] + wards.map(\.office)
        let organisation = organisation
        return PerformerRoster { performer in
            for office in offices {
                let found = organisation.assignment(
                    of: performer, office: office, on: Demo.Day.firstReceipt)
                guard let found else { continue }
                let day = Demo.Day.firstReceipt
                let members = organisation.members(of: found.unit, on: day)
                let holders: [PersonID] =
                    switch performer {
                    case .position(let code, _):
                        members.filter { person in
                            organisation.positions(of: person, on: day).contains { $0.code == code }
                        }
                    case .member: members
                    default: [found.person]
                    }
                return .people(
                    holders: holders.map(\.rawValue),
                    substitutes: members.filter { !holders.contains($0) }.map(\.rawValue))
            }
            return .unknown
        }
    }

    @Test func `There are 5 and 4 operating processes and 139 others`() {
        #expect(processes.operating.count { $0.code.rawValue.hasPrefix("QT-Q") } == 5)
        #expect(processes.operating.count { $0.code.rawValue.hasPrefix("QT-P") } == 4)
        #expect(processes.operating.count == 9)
        #expect(processes.work.count == 139)
        #expect(Set(processes.all.map(\.code)).count == 148)
    }

    @Test func `Every version passes the gate with its waivers`() {
        let gate = ClarityGate(
            today: Demo.Day.today, catalogue: ProcessCatalogue(processes.all), roster: roster)
        for version in processes.all {
            let blocking = gate.check(version).filter(\.isBlocking)
            #expect(
                blocking.isEmpty,
                "\(version.code): \(blocking.map { $0.text(in: .en) })")
        }
    }

    @Test func `No waiver is idle, and none is missing a name, a reason or a date`() {
        let gate = ClarityGate(today: Demo.Day.today, roster: roster)
        for gap in gate.openGaps(in: processes.all) {
            #expect(!gap.isExpired)
            #expect(!gap.findings.isEmpty, "\(gap.process) \(gap.waiver.rule)")
            #expect(!gap.waiver.by.isEmpty && !gap.waiver.reason.isEmpty)
        }
    }

    @Test func `Without its waivers a table with gaps is refused`() throws {
        var version = try #require(processes.work.first { $0.code == "YB-TC01" })
        let gate = ClarityGate(today: Demo.Day.today, roster: roster)
        #expect(gate.check(version).isClear)
        version.waivers = []
        let rules = Set(gate.check(version).filter(\.isBlocking).map(\.rule))
        #expect(rules == ["derived", "longest-path"])
    }

    @Test func `Step times are those of the source and nothing else`() throws {
        let permit = try #require(processes.work.first { $0.code == "HN049" })
        #expect(permit.total == .workingDays(15))
        let times = permit.nodes.compactMap(\.step).map(\.time)
        #expect(
            times == [1, 23, 6, 0, 0].map { StepTime.term(.halfDays($0)) })
        let birth = try #require(processes.work.first { $0.code == "HN001" })
        #expect(birth.total == .sameDay)
        #expect(birth.nodes.compactMap(\.step).allSatisfy { $0.time == .withinTotal })
    }

    @Test func `Ward procedures run receive, handle, sign, return in every ward`() throws {
        for code in ["HN001", "HN006", "HN009", "HN012", "HN027"] {
            let version = try #require(processes.work.first { $0.code == ProcessCode(code) })
            let steps = version.nodes.filter { $0.step != nil }
            #expect(steps.map(\.id) == ["tiep-nhan", "thu-ly", "ky", "tra-ket-qua"])
            #expect(steps.map { $0.step?.marksDone } == [false, false, true, false])
            for ward in wards {
                for performer in steps.compactMap(\.step?.performer) where performer != .focalPoint
                {
                    let found = organisation.assignment(
                        of: performer, office: ward.office, on: Demo.Day.lastReceipt)
                    #expect(found != nil, "\(code) \(ward.name) \(performer)")
                }
            }
        }
    }

    @Test func `A land table asks the ward where the land lies, one step a ward`() throws {
        let version = try #require(processes.work.first { $0.code == "HN061" })
        let confirming = version.nodes.filter { $0.id.rawValue.hasPrefix("b3-") && $0.step != nil }
        #expect(confirming.count == 14)
        #expect(version.forms.flatMap(\.fields).contains { $0.key == Demo.wardField })
        let waits = version.nodes.compactMap(\.step).filter { $0.clock == .pauseAndResume }
        #expect(waits.count == 1)
    }

    @Test func `Every version names its source and says what it is not`() {
        for version in processes.all {
            #expect(!version.source.isEmpty)
            #expect(version.changeNote.contains("Ban hành lần đầu"))
            #expect(!version.legalBasis.isEmpty)
            #expect(version.effective == Demo.Day.processesInForce)
        }
        let reference = processes.operating.filter { $0.changeNote.contains("đề xuất") }
        #expect(reference.count == 6)
    }

    @Test func `25 procedures are online at level 3 and 2 at level 4`() throws {
        let levels = try Demo.OnlineLevels().levels
        #expect(levels.values.count { $0 == 3 } == 25)
        #expect(levels.values.count { $0 == 4 } == 2)
        let codes = Set(processes.work.map(\.code))
        #expect(levels.keys.allSatisfy { codes.contains($0) })
    }

    @Test func `Every form field has a key of its own and personal names are marked`() throws {
        for version in processes.all {
            let keys = version.forms.flatMap(\.fields).map(\.key)
            #expect(Set(keys).count == keys.count)
        }
        let birth = try #require(processes.work.first { $0.code == "HN001" })
        let child = try #require(birth.forms.flatMap(\.fields).first { $0.key == "ho_ten_con" })
        #expect(child.personal)
    }
}
