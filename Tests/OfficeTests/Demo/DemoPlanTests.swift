// The script of the demo: the published numbers, possible in the engine, the same on every run.

import Engine
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct DemoPlanTests {
    private let plan: Demo.Plan
    private let organisation: People.Organisation
    private let versions: [ProcessCode: ProcessVersion]
    private let calendar = WorkCalendar.vietnam

    init() throws {
        let world = try DemoTestWorld.built.get()
        plan = world.plan
        organisation = world.organisation
        versions = Dictionary(uniqueKeysWithValues: world.processes.all.map { ($0.code, $0) })
    }

    @Test func `The first half-year has the published numbers`() {
        let half = plan.firstHalf
        let district = half.filter { $0.intake.office == "ubnd" }
        let wards = half.filter { $0.intake.office != "ubnd" }
        #expect(half.count == 7_114)
        #expect(district.count == 935)
        #expect(district.count { $0.channel == .online } == 894)
        #expect(wards.count == 6_179)
        #expect(wards.count { $0.channel == .online } == 6_167)
        #expect(Set(wards.map(\.intake.office)).count == 14)
    }

    @Test func `Only online procedures are filed online`() throws {
        let levels = try Demo.OnlineLevels()
        for dossier in plan.dossiers where dossier.channel == .online {
            #expect(levels.isOnline(dossier.intake.process))
        }
    }

    @Test func `Every act lies in office hours, in order, before the office opens to visitors`()
        throws
    {
        for dossier in plan.dossiers {
            var last = LocalMinute(rawValue: 0)
            for act in dossier.acts {
                #expect(act.at >= last)
                #expect(act.at < Demo.Plan.opens)
                let isOpen = try calendar.isOpen(at: act.at) || calendar.isOpen(at: act.at + -1)
                #expect(isOpen, "\(dossier.number) at \(act.at)")
                last = act.at
            }
            #expect(dossier.acts.first?.deed == .receive)
        }
    }

    @Test func `The script runs in the order of time and loses no act`() {
        let script = plan.script
        #expect(script.count == plan.dossiers.reduce(0) { $0 + $1.acts.count })
        for (earlier, later) in zip(script, script.dropFirst()) {
            #expect(earlier.act.at <= later.act.at)
        }
    }

    @Test func `Two plans of one seed are the same, of two seeds are not`() throws {
        let world = try DemoTestWorld.built.get()
        let again = try Demo.Plan(
            processes: world.processes, organisation: organisation, calendar: calendar)
        #expect(again.dossiers.map(\.acts) == plan.dossiers.map(\.acts))
        #expect(again.dossiers.map(\.intake) == plan.dossiers.map(\.intake))
        let other = try Demo.Plan(
            processes: world.processes, organisation: organisation, calendar: calendar, seed: 2018)
        #expect(other.dossiers.map(\.acts) != plan.dossiers.map(\.acts))
    }

    @Test func `The engine accepts the acts of every plot`() throws {
        // Every tenth dossier and every one with a turn; the player's test plays them all.
        let chosen = plan.dossiers.filter { $0.number % 10 == 0 || $0.story != .normal }
        for dossier in chosen {
            let instance = try replay(dossier)
            switch dossier.story {
            case .refused where dossier.acts.last?.at.day ?? Demo.Day.today < Demo.Day.lastReceipt:
                #expect(instance.outcome == .refused)
            case .withdrawn
            where dossier.acts.last?.at.day ?? Demo.Day.today < Demo.Day.lastReceipt:
                #expect(instance.outcome == .withdrawn)
            case .supplementOpen: #expect(!instance.isEnded)
            default: break
            }
        }
    }

    @Test func `Late is late and the others come by their date`() throws {
        var late = 0
        for dossier in plan.firstHalf where dossier.number % 5 == 0 || dossier.story == .late {
            let version = try #require(versions[dossier.intake.process])
            guard [.normal, .late].contains(dossier.story), let total = version.total,
                !version.nodes.contains(where: { $0.step?.clock == .pauseAndResume }),
                let done = try replay(dossier).clock.first(where: { $0.kind == .finished })
            else { continue }
            let due = try Deadline.due(total, received: dossier.received, calendar: calendar)
            #expect(
                (done.at.day > due.day) == (dossier.story == .late),
                "\(dossier.number) \(version.code) \(dossier.received) \(done.at) \(due)")
            if done.at.day > due.day { late += 1 }
        }
        #expect((60...240).contains(late))
    }

    @Test func `Most dossiers have gone home by August and some work is left`() throws {
        let ended = try plan.dossiers.filter { $0.number % 10 == 0 }.count {
            try replay($0).isEnded
        }
        let share = ended * 1_000 / (plan.dossiers.count / 10)
        #expect((930...985).contains(share))
    }

    @Test func `Every performer is found on every day of the history`() throws {
        let used = Set(
            plan.dossiers.map { Pair(office: $0.intake.office, code: $0.intake.process) })
        let wards = try Demo.Ward.all()
        for day in [Demo.Day.firstReceipt, Demo.Day.lastReceipt, Demo.Day.today] {
            for pair in used {
                let version = try #require(versions[pair.code])
                let fields = [Demo.wardField: FieldValue.text(wards[0].name)]
                for (node, step) in Demo.route(through: version, fields: fields) {
                    guard let performer = step.performer, performer != .focalPoint else { continue }
                    if case .body = performer { continue }
                    let found = organisation.assignment(of: performer, office: pair.office, on: day)
                    #expect(found != nil, "\(pair.code) \(node) \(pair.office)")
                }
            }
        }
    }

    @Test func `No real person's name and no real number is in the plan`() {
        for dossier in plan.dossiers {
            let applicant = dossier.intake.applicant
            #expect(applicant.phone.hasPrefix("0900 000 "))
            let names = [applicant.name] + applicant.fields.values
            for word in ["Vũ Thu Hà", "Vũ Thị Thành", "Thế Dương", "Thanh Hải"] {
                #expect(!names.contains { $0.hasSuffix(word) })
            }
        }
    }

    private struct Pair: Hashable {
        let office: UnitID
        let code: ProcessCode
    }

    /// Plays one dossier through the engine alone.
    private func replay(_ dossier: Demo.PlannedDossier) throws -> Instance {
        let version = try #require(versions[dossier.intake.process])
        var instance: Instance?
        for act in dossier.acts {
            let command: EngineCommand =
                switch act.deed {
                case .receive:
                    .start(
                        InstanceID("\(dossier.number)"), focalPoint: act.actor.person,
                        fields: dossier.intake.fields)
                case .askSupplement(let item, let reason, _):
                    .askSupplement(item, reason: reason)
                case .work(let command): command
                }
            let context = EngineContext(
                now: act.at, calendar: calendar,
                roster: organisation.roster(of: dossier.intake.office, on: act.at.day))
            do {
                let events = try EngineRules.decide(
                    command, on: instance, process: version, by: act.actor, in: context)
                instance = EngineRules.applying(events, to: instance)
            } catch {
                Issue.record("\(dossier.number) \(version.code) \(act): \(error)")
                break
            }
        }
        return try #require(instance)
    }
}
