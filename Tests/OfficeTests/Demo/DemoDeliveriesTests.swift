// What the visitor of the demo finds on its way home.

import Engine
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Deliveries of the demo` {
    private static func planned() throws -> (DemoTestWorld.World, [Demo.PlannedDelivery]) {
        let world = try DemoTestWorld.built.get()
        let sheets = try Demo.sheets()
        return (
            world,
            Demo.deliveries(of: world.plan, processes: world.processes, sheets: sheets)
        )
    }

    @Test func `are a few, in the order of time, before it opens`() throws {
        let (_, planned) = try Self.planned()
        #expect((6...30).contains(planned.count), "\(planned.count)")
        #expect(planned.map(\.at) == planned.map(\.at).sorted())
        #expect(planned.allSatisfy { $0.at < Demo.Plan.opens })
        #expect(Set(planned.map(\.dossier)).count >= 4)
    }

    @Test func `hold one for National Day, with flowers`() throws {
        let (_, planned) = try Self.planned()
        let start = DeliverySamples.moment("2017-09-02T08:00")
        let holiday = planned.filter {
            if case .schedule(let at, _) = $0.act { at == start } else { false }
        }
        #expect(holiday.count == 1)
        let asked = planned.first { act in
            guard case .request(let entered) = act.act else { return false }
            return act.dossier == holiday.first?.dossier && entered.hasGift
        }
        #expect(asked != nil)
    }

    @Test func `are of dossiers that lie at a counter and are never for a marriage`() throws {
        let (world, planned) = try Self.planned()
        let sheets = Dictionary(
            try Demo.sheets().map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        for index in Set(planned.map(\.dossier)) {
            let dossier = world.plan.dossiers[index]
            let sheet = try #require(sheets[dossier.intake.process])
            #expect(!sheet.requiresPresence && sheet.returnWays.contains(.home))
            let first = planned.first { $0.dossier == index }
            #expect(dossier.acts.last.map { $0.at < (first?.at ?? $0.at) } == true)
            #expect(first?.actor == Deliveries.citizen)
        }
    }

    @Test func `tell of a Sunday on which one found nobody`() throws {
        let (_, planned) = try Self.planned()
        let failed = planned.first { if case .fail = $0.act { true } else { false } }
        #expect(failed?.at.day.weekday == .sunday)
    }
}
