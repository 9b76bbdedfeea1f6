// The script puts four kinds of acts into one order of time: dossiers, what comes beside them, and
// what names them.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The order of the script` {
    private static func script(
        coded: [Demo.CodedAct]? = nil, deliveries: [Demo.PlannedDelivery] = []
    ) throws -> (script: Demo.Script, installed: Int, plan: Demo.Plan) {
        let world = try DemoTestWorld.built.get()
        var script = try Demo.Script(seed: 2017, zone: .indochina)
        try script.install(
            organisation: Demo.organisationCommands(), processes: world.processes.all)
        let installed = script.orders.count
        let plan = world.plan
        let all =
            try coded
            ?? Demo.coded(
                of: plan, processes: world.processes, organisation: script.organisation,
                seed: 2017)
        script.play(
            plan, petitions: try Demo.petitionActs(Demo.Ward.all()), deliveries: deliveries,
            coded: all, free: try Demo.freeActs(Demo.Ward.all()))
        return (script, installed, plan)
    }

    @Test func `never runs back, whatever lies beside the dossiers`() throws {
        let sheets = try Demo.sheets()
        let world = try DemoTestWorld.built.get()
        let (script, installed, _) = try Self.script(
            deliveries: Demo.deliveries(
                of: world.plan, processes: world.processes, sheets: sheets))
        let times = script.orders.dropFirst(installed).map(\.at.milliseconds)
        #expect(times == times.sorted())
        #expect(Set(script.orders.map(\.key)).count == script.orders.count)
        #expect(Set(script.orders.map(\.salt)).count == script.orders.count)
    }

    @Test func `names a dossier only after it was received`() throws {
        let (script, installed, _) = try Self.script()
        var known: Set<String> = []
        var numbers: [String: Int] = [:]
        var named = 0
        for order in script.orders.dropFirst(installed) {
            let code: String
            switch order.command {
            case .dossiers(.receive(let intake)):
                let day = order.at.local(in: .indochina).day
                let office = try #require(script.organisation.units[intake.office]?.code)
                numbers["\(office) \(day)", default: 0] += 1
                known.insert(
                    Dossiers.code(
                        of: office, on: day, number: numbers["\(office) \(day)"] ?? 0))
                continue
            case .ratings(.rate(let rated, _)): code = rated
            case .payments(.ask(let asked, _, _)): code = asked
            case .payments(.confirm(let paid, _, _)): code = paid
            case .payments(.refund(let refunded, _, _, _, _)): code = refunded
            case .dossiers(.apologise(let late, _, _)): code = late
            default: continue
            }
            named += 1
            #expect(known.contains(code), "\(order.key) \(code)")
        }
        #expect(named > 500)
    }

    @Test func `asks for a fee before it is paid, and pays before it is given back`() throws {
        let (script, _, _) = try Self.script()
        var standing: [String: Int] = [:]
        for order in script.orders {
            guard case .payments(let command) = order.command else { continue }
            switch command {
            case .ask(let code, _, _):
                #expect(standing[code] == nil)
                standing[code] = 1
            case .confirm(let code, 1, let receiving):
                #expect(standing[code] == 1)
                #expect(receiving.day <= order.at.local(in: .indochina).day)
                standing[code] = 2
            case .refund(let code, 1, _, _, _):
                #expect(standing[code] == 2)
                standing[code] = 3
            default: continue
            }
        }
        #expect(standing.values.contains(1) && standing.values.contains(3))
    }

    @Test func `puts what names a dossier after the acts of its minute`() throws {
        let world = try DemoTestWorld.built.get()
        let first = try #require(world.plan.dossiers.first)
        let at = first.received
        let act = Demo.CodedAct(at: at, dossier: 0, actor: Ratings.actor) {
            .payments(.cancel($0, 1, reason: "thử"))
        }
        let (script, installed, _) = try Self.script(coded: [act])
        let minute = script.orders.dropFirst(installed).filter {
            $0.at.local(in: .indochina) == at
        }
        guard case .dossiers(.receive)? = minute.first?.command else {
            Issue.record("the receipt comes first")
            return
        }
        let later = script.orders.dropFirst(installed).first {
            if case .payments = $0.command { true } else { false }
        }
        guard case .payments(.cancel(let code, _, _))? = later?.command else {
            Issue.record("nothing was added")
            return
        }
        #expect(!code.isEmpty, "the code is known by then")
        #expect(later?.at.local(in: .indochina) == at)
    }

    @Test func `is not moved by anything of a small demo`() throws {
        let world = try DemoTestWorld.built.get()
        var plain = try Demo.Script(seed: 2017, zone: .indochina)
        plain.play(world.plan.first(30))
        var same = try Demo.Script(seed: 2017, zone: .indochina)
        same.play(world.plan.first(30), coded: [])
        #expect(plain.orders.map(\.salt) == same.orders.map(\.salt))
        #expect(plain.orders.map(\.at) == same.orders.map(\.at))
    }

    @Test func `rates late dossiers lower than the others`() throws {
        let world = try DemoTestWorld.built.get()
        let plan = world.plan
        var (late, other) = ([Int](), [Int]())
        let acts = try Demo.coded(
            of: plan, processes: world.processes, organisation: world.organisation, seed: 2017)
        for act in acts {
            guard case .ratings(.rate(_, let entered)) = act.command("") else { continue }
            let content = entered.answers.count { $0.level == .satisfied }
            if plan.dossiers[act.dossier].story == .late {
                late.append(content)
            } else {
                other.append(content)
            }
        }
        func average(_ values: [Int]) -> Double {
            values.isEmpty ? 0 : Double(values.reduce(0, +)) / Double(values.count)
        }
        #expect(!late.isEmpty && !other.isEmpty)
        #expect(average(late) < average(other))
    }
}
