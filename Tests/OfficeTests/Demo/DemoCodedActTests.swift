// Fees, ratings and an apology of the demo: invented, in the order of time, and each one playable.

import Engine
import Ledger
import ProcessModel
import TestStores
import Testing
import WorkTime

@testable import Office

@Suite struct `Acts beside the work of the demo` {
    private static func coded(_ seed: UInt64 = 2017) throws -> [Demo.CodedAct] {
        let world = try DemoTestWorld.built.get()
        return try Demo.coded(
            of: world.plan, processes: world.processes, organisation: world.organisation,
            seed: seed)
    }

    /// The commands as they name the dossier of the plan.
    private static func commands(_ acts: [Demo.CodedAct]) -> [OfficeCommand] {
        acts.map { $0.command("\($0.dossier)") }
    }

    @Test func `come in the order of time, before it opens`() throws {
        let acts = try Self.coded()
        #expect(acts.map(\.at) == acts.map(\.at).sorted())
        #expect(acts.allSatisfy { $0.at < Demo.Plan.opens })
        for act in acts.filter({ $0.at.time.minutes != 7 * 60 + 45 }) {
            // The last minute of the day ends when the office closes.
            let isOpen = try WorkCalendar.vietnam.isOpen(at: act.at + -1)
            #expect(try isOpen || WorkCalendar.vietnam.isOpen(at: act.at), "\(act.at)")
        }
    }

    @Test func `are the same for the same seed`() throws {
        func text(_ seed: UInt64) throws -> [String] {
            let acts = try Self.coded(seed)
            return zip(acts, Self.commands(acts)).map { "\($0.at) \($0.dossier) \($1)" }
        }
        #expect(try text(2017) == text(2017))
        #expect(try text(2017) != text(2018))
    }

    @Test func `rate a share of what was returned, after it was returned`() throws {
        let world = try DemoTestWorld.built.get()
        let catalogue = ProcessCatalogue(world.processes.all)
        var rated: [Int: Ratings.Entered] = [:]
        for act in try Self.coded() {
            guard case .ratings(.rate(_, let entered)) = act.command("") else { continue }
            let planned = world.plan.dossiers[act.dossier]
            let version = try #require(catalogue[planned.intake.process])
            let returned = try #require(planned.returnedAt(version))
            #expect(act.at > returned && act.actor == Ratings.actor)
            #expect(rated[act.dossier] == nil, "each once")
            rated[act.dossier] = entered
        }
        let returned = world.plan.dossiers.count { planned in
            catalogue[planned.intake.process].flatMap { planned.returnedAt($0) } != nil
        }
        #expect(rated.count * 100 > returned * 8 && rated.count * 100 < returned * 16)
        let comments = rated.values.map(\.comment).filter { !$0.isEmpty }
        #expect(comments.count > 20)
        #expect(comments.allSatisfy { $0.hasSuffix("(Ý kiến hư cấu.)") })
        let levels = Set(rated.values.flatMap(\.answers).map(\.level))
        #expect(levels == Set(Ratings.Level.allCases))
    }

    @Test func `ask the fee of the receipt, and leave some for the visitor`() throws {
        let world = try DemoTestWorld.built.get()
        var (asked, paid, refunded) = (Set<Int>(), [Int: Payments.Way](), 0)
        var accounts = 0
        for act in try Self.coded() {
            guard case .payments(let command) = act.command("") else { continue }
            switch command {
            case .ask(_, let amount, _):
                #expect(world.plan.dossiers[act.dossier].intake.fee == amount)
                asked.insert(act.dossier)
            case .confirm(_, 1, let receiving):
                #expect(asked.contains(act.dossier))
                #expect(paid.updateValue(receiving.way, forKey: act.dossier) == nil)
            case .refund(_, _, let amount, let reason, _):
                #expect(paid[act.dossier] == .cash && reason.contains("hư cấu"))
                #expect(world.plan.dossiers[act.dossier].intake.fee == amount)
                refunded += 1
            case .setAccount(_, let account):
                #expect(account.holder.hasSuffix("(HU CAU)"))
                accounts += 1
            default: Issue.record("unexpected \(command)")
            }
        }
        #expect(asked.count > 20 && accounts > 0 && refunded == 1)
        #expect(paid.values.contains(.cash) && paid.values.contains(.statement))
        #expect(asked.count - paid.count > 3, "some wait")
    }

    @Test func `set what deliveries cost, invented, before the first is asked for`() throws {
        let world = try DemoTestWorld.built.get()
        var (fees, centres) = ([UnitID: [Deliveries.Fee]](), [UnitID: Int]())
        for act in try Self.coded() {
            guard case .deliveries(.plan(let office, let planned)) = act.command("") else {
                continue
            }
            let person = try #require(act.actor?.person)
            #expect(world.organisation.maySetSlots(person, of: office, on: act.at.day))
            switch planned {
            case .addFee(let fee):
                #expect(fee.source.contains("hư cấu, chưa xác nhận"))
                #expect(fee.from <= act.at.day && fee.until == nil)
                let others = fees[office, default: []]
                #expect(!others.contains { $0.collides(with: fee) })
                fees[office, default: []].append(fee)
            case .setCentre(let centre):
                #expect(centre.name.contains("hư cấu"))
                centres[office, default: 0] += 1
            default: Issue.record("unexpected \(planned)")
            }
        }
        #expect(fees.count == 14, "every ward")
        #expect(fees.values.allSatisfy { Set($0.map(\.carrier)).count == 2 && $0.count == 4 })
        #expect(centres.count == 14 && centres.values.allSatisfy { $0 == 1 })
    }

    @Test func `apologise once, for a date that has not come`() throws {
        let world = try DemoTestWorld.built.get()
        var found = 0
        for act in try Self.coded() {
            guard case .dossiers(.apologise(_, let reason, let day)) = act.command("") else {
                continue
            }
            found += 1
            #expect(reason.contains("hư cấu"))
            #expect(try #require(day) > Demo.Day.today)
            #expect(act.actor?.person.rawValue == "ct.\(world.plan.dossiers[act.dossier].ward)")
        }
        #expect(found == 1)
    }

    @Test func `are all allowed by the rules when they are played`() async throws {
        try await StoreFactory.chosen.withEmptyStore { store in
            let world = try DemoTestWorld.built.get()
            let plan = world.plan.last(700)
            let desk = Desk(
                store: store,
                sources: DeskSources(
                    now: { Instant(milliseconds: 0) }, bytes: { Array(repeating: 7, count: $0) }))
            try await desk.prepare()
            var script = try Demo.Script(seed: 2017, zone: .indochina)
            try script.install(
                organisation: Demo.organisationCommands(), processes: world.processes.all)
            let coded = try Demo.coded(
                of: plan, processes: world.processes, organisation: script.organisation,
                seed: 2017)
            script.play(plan, coded: coded)
            // The office is set up first, in an order of its own.
            let first = Instant(LocalMinute(startOf: Demo.Day.firstReceipt), in: .indochina)
            let times = script.orders.map(\.at.milliseconds).filter { $0 >= first.milliseconds }
            #expect(times == times.sorted())
            for start in stride(from: 0, to: script.orders.count, by: 500) {
                let batch = Array(script.orders[start...].prefix(500))
                for (order, answer) in zip(batch, try await desk.perform(batch)) {
                    if case .failure(let error) = answer {
                        Issue.record("\(order.key) \(order.command): \(error)")
                    }
                }
            }
            let open = try await desk.read {
                try $0.rows("SELECT SUM(count) AS n FROM paymentOpen").first?.int("n") ?? 0
            }
            #expect(open > 0)
            let ratings = try await desk.read {
                try $0.rows("SELECT count(*) AS n FROM rating").first?.int("n") ?? 0
            }
            #expect(ratings > 20)
            let report = try await desk.read { try LedgerReplay.run($0) }
            #expect(report.isClean, "\(report.findings)")
        }
    }
}
