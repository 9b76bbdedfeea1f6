// What the demo office does beside its dossiers: invented, marked as such, allowed, and there when
// the demo opens.

import Engine
import Ledger
import ProcessModel
import TestStores
import Testing
import WorkTime

@testable import Office

@Suite struct DemoFreeActTests {
    /// The office with its processes, a few dossiers, and all that names none.
    private func played(
        _ body: @Sendable (Desk, [DeskOrder]) async throws -> Void
    ) async throws {
        let world = try DemoTestWorld.built.get()
        try await StoreFactory.chosen.withEmptyStore { store in
            let desk = Desk(
                store: store,
                sources: DeskSources(
                    now: { Instant(milliseconds: 0) }, bytes: { Array(repeating: 7, count: $0) }))
            try await desk.prepare()
            var script = try Demo.Script(seed: 2017, zone: .indochina)
            try script.install(
                organisation: Demo.organisationCommands(), processes: world.processes.all)
            script.play(world.plan.first(3), free: try Demo.freeActs(Demo.Ward.all()))
            // Whatever is refused is thrown.
            try await Demo.Player(desk: desk).perform(script.orders) { _, _ in }
            try await body(desk, script.orders)
        }
    }

    @Test func `Each act is allowed, and the pages have something to show`() async throws {
        try await played { desk, _ in
            let outages = try await desk.read { try $0.outageBook().outages }
            #expect(outages.map(\.standing) == [.approved, .approved, .declared])
            #expect(Set(outages.map(\.declaration.kind)).count == 3)
            let given = try await desk.read { try $0.delegationBook().delegations }
            #expect(given.count == 1 && given.first?.grant.covers(Demo.Day.today) == true)
            let claims = try await desk.read {
                try $0.rows("SELECT standing FROM privacyClaim ORDER BY receivedAt")
                    .map { try $0.text("standing") }
            }
            #expect(claims == ["taken", "received"])
            let report = try await desk.read { try LedgerReplay.run($0) }
            #expect(report.isClean, "\(report.findings)")
        }
    }

    @Test func `The line of the day before is through, and people wait at the opening`()
        async throws
    {
        try await played { desk, _ in
            let before = try await desk.read {
                try #require(try $0.toldQueue(of: "p.bode", on: Demo.Day.today - 1)).state
            }
            #expect(before.tickets.count == 12)
            #expect(before.tickets.allSatisfy { $0.standing == .done })
            #expect(before.tickets.filter { $0.setBacks == 1 }.map(\.number) == [6])
            let calls = before.tickets.compactMap(\.calledAt)
            #expect(before.ticket(6)?.calledAt == calls.max(), "who was not there comes last")
            let now = try await desk.read {
                try #require(try $0.toldQueue(of: "p.bode", on: Demo.Day.today)).state
            }
            #expect(now.called(at: 1)?.number == 7, "one comes before its turn")
            #expect(now.called(at: 2)?.number == 1)
            #expect(
                now.tickets.filter { $0.standing == .waiting }.map(\.number) == [2, 3, 4, 5, 6])
        }
    }

    @Test func `All of it lies before the opening, in the order of time`() throws {
        let acts = try Demo.freeActs(Demo.Ward.all())
        #expect(zip(acts, acts.dropFirst()).allSatisfy { $0.at <= $1.at })
        #expect(acts.allSatisfy { $0.at < Demo.Plan.opens })
        for act in acts {
            #expect(try WorkCalendar.vietnam.isWorkingDay(act.at.day), "\(act.at)")
        }
    }

    @Test func `The evening of the opening day has not come`() async throws {
        try await played { desk, orders in
            let last = try #require(orders.last?.at)
            #expect(last < Instant(Demo.Plan.opens, in: .indochina))
            let evening = LocalMinute(startOf: Demo.Day.today - 1) + 18 * 60
            let rounds = try await desk.read { reading in
                try reading.rows("SELECT max(at) AS last FROM checkpoint").first?.int64("last")
            }
            #expect(rounds == Instant(evening, in: .indochina).milliseconds)
        }
    }

    @Test func `Words of people say that they are invented, and no address is given`() throws {
        var told = 0
        for act in try Demo.freeActs(Demo.Ward.all()) {
            switch act.command {
            case .outages(.declare(let declaration)):
                #expect(declaration.reason.contains("hư cấu"))
                #expect(declaration.evidence.contains("hư cấu"))
            case .delegations(.give(let grant)): #expect(grant.document.contains("hư cấu"))
            case .privacy(.submit(let submission)):
                #expect(submission.claimant.name.contains("hư cấu"))
                #expect(submission.claimant.words.contains("hư cấu"))
                #expect(submission.claimant.email.isEmpty)
            default: continue
            }
            told += 1
        }
        #expect(told == 6)
    }
}
