// The script that is played: keys, salts, codes and time, the same on every run.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct DemoScriptTests {
    private func script(_ count: Int, seed: UInt64 = 2017) throws -> Demo.Script {
        let world = try DemoTestWorld.built.get()
        var script = try Demo.Script(seed: seed, zone: .indochina)
        try script.install(
            organisation: Demo.organisationCommands(), processes: world.processes.all)
        script.play(world.plan.first(count))
        return script
    }

    @Test func `Every order has a key of its own and a salt of its own`() throws {
        let orders = try script(400).orders
        #expect(Set(orders.map(\.key)).count == orders.count)
        #expect(Set(orders.map(\.salt)).count == orders.count)
        #expect(orders.allSatisfy { $0.salt.count == 16 })
        #expect(orders.count > 3_000)
    }

    @Test func `Time never runs back, and the office is set up before anybody comes`() throws {
        let orders = try script(400).orders
        let first = try #require(
            orders.firstIndex {
                if case .dossiers = $0.command { true } else { false }
            })
        for order in orders[..<first] {
            #expect(order.at.local(in: .indochina).day == Demo.Day.installed)
        }
        for (earlier, later) in zip(orders[first...], orders[first...].dropFirst()) {
            #expect(earlier.at <= later.at, "\(later.key)")
        }
        for order in orders[first...] {
            guard case .dossiers = order.command else {
                Issue.record("\(order.key) comes after the first dossier")
                continue
            }
        }
    }

    @Test func `Each act names a dossier that was received before it`() throws {
        var received: Set<String> = []
        var numbers: [String: Int] = [:]
        let script = try script(400)
        for order in script.orders {
            guard case .dossiers(let command) = order.command else { continue }
            switch command {
            case .receive(let intake):
                let day = order.at.local(in: .indochina).day
                let office = try #require(script.organisation.units[intake.office]?.code)
                numbers["\(office) \(day)", default: 0] += 1
                received.insert(
                    Dossiers.code(of: office, on: day, number: numbers["\(office) \(day)"] ?? 0))
            case .askSupplement(let code, _, _, _), .act(let code, _), .fireTimers(let code),
                .takeCalendar(let code), .apologise(let code, _, _):
                #expect(received.contains(code), "\(order.key): \(code)")
            }
        }
        #expect(received.count == 400)
    }

    @Test func `The same seed gives the same orders, another one other salts`() throws {
        func text(_ script: Demo.Script) -> [String] {
            script.orders.map {
                "\($0.key) \($0.at.milliseconds) \($0.salt) \($0.actor?.person ?? "")"
            }
        }
        #expect(try text(script(60)) == text(script(60)))
        #expect(try text(script(60)) != text(script(60, seed: 2018)))
    }

    @Test func `A small demo is the beginning of the great one`() throws {
        let plan = try DemoTestWorld.built.get().plan
        let small = plan.first(100)
        #expect(small.dossiers.count == 100)
        #expect(small.dossiers.map(\.acts) == plan.dossiers.prefix(100).map(\.acts))
        #expect(plan.first(0).script.isEmpty)
        #expect(plan.first(1_000_000).dossiers.count == plan.dossiers.count)
    }
}
