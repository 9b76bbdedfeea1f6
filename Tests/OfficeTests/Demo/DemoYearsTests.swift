// Several districts and years: the same acts under other names, cut into spans without losing one.

import Engine
import Foundation
import Ledger
import TestStores
import Testing
import WorkTime

@testable import Office

@Suite struct DemoYearsTests {
    @Test func `The first twin is the demo's own district, the others carry a number`() throws {
        let commands = try Demo.organisationCommands()
        let own = Demo.Twin(number: 1)
        let third = Demo.Twin(number: 3)
        #expect(own.unit("p.bode") == "p.bode" && third.unit("p.bode") == "p.bode-3")
        #expect(own.person("ct.quan") == "ct.quan" && third.person("ct.quan") == "ct.quan-3")
        for command in commands {
            switch (command, third.command(command)) {
            case (.createUnit(let unit), .createUnit(let twin)):
                #expect(twin.code == unit.code + "X3" && twin.name == unit.name)
                #expect(twin.parent == unit.parent.map(third.unit))
            case (.createPosition(let position), .createPosition(let twin)):
                #expect(twin.unit == third.unit(position.unit) && twin.roles == position.roles)
            case (.addPerson(let person), .addPerson(let twin)):
                #expect(twin.account == person.account.map { $0 + "-3" })
                #expect(twin.isInvented)
            case (.appoint(let holding), .appoint(let twin)):
                #expect(twin.person == third.person(holding.person))
            case (.substitute(let one), .substitute(let twin)):
                #expect(twin.absent == third.person(one.absent) && twin.through > one.through)
            default: Issue.record("\(command) has no twin")
            }
        }
    }

    @Test func `Two districts stand side by side without a name in common`() throws {
        var organisation = People.Organisation()
        let own = try Demo.organisationCommands()
        for twin in [1, 2].map(Demo.Twin.init) {
            for command in own.map(twin.command) {
                let events = try People.decide(
                    command, on: organisation, by: nil, today: Demo.Day.installed)
                for event in events { organisation.apply(event) }
            }
        }
        let alone = try DemoTestWorld.built.get().organisation
        #expect(organisation.units.count == 2 * alone.units.count)
        #expect(organisation.people.count == 2 * alone.people.count)
        #expect(Set(organisation.units.values.map(\.code)).count == organisation.units.count)
    }

    @Test func `A twin's dossiers come to its own counters and later by the shift`() throws {
        let world = try DemoTestWorld.built.get()
        var organisation = People.Organisation()
        let twin = Demo.Twin(number: 2)
        let own = try Demo.organisationCommands()
        for command in own + own.map(twin.command) {
            let events = try People.decide(
                command, on: organisation, by: nil, today: Demo.Day.installed)
            for event in events { organisation.apply(event) }
        }
        let opens = Demo.Plan.opens + Demo.Years.spanDays * 1_440
        let plan = try Demo.Plan(
            processes: world.processes, organisation: organisation, calendar: .vietnam, seed: 2018,
            twin: twin, shift: Demo.Years.spanDays, opens: opens)
        #expect(plan.dossiers.count == world.plan.dossiers.count)
        for dossier in plan.dossiers {
            #expect(dossier.intake.office.rawValue.hasSuffix("-2"))
            #expect(dossier.acts.first?.actor.person.rawValue.hasSuffix("-2") == true)
            #expect(dossier.received.day >= Demo.Day.firstReceipt + Demo.Years.spanDays)
            #expect(dossier.acts.map { $0.at < opens }.contains(false) == false)
        }
    }

    /// The cut falls where many are open; what one span leaves the next one takes up.
    @Test(arguments: ["2017-01-10T09:30", "2017-02-15T00:00", "2017-06-30T16:00"])
    func `A history cut in two has the acts of the whole`(cut: String) throws {
        let world = try DemoTestWorld.built.get()
        let cut = try #require(LocalMinute(cut))
        let zone = ZoneOffset.indochina
        let dossiers = world.plan.dossiers.prefix(900).map(Demo.OpenDossier.init)
        func orders(_ ends: [LocalMinute]) throws -> [DeskOrder] {
            var script = try Demo.Script(seed: 1, zone: zone)
            try script.install(
                organisation: Demo.organisationCommands(), processes: world.processes.all)
            var open = dossiers
            var orders: [DeskOrder] = []
            for end in ends {
                script.play(&open, until: end)
                orders += script.take()
            }
            #expect(open.isEmpty)
            return orders
        }
        let whole = try orders([Demo.Plan.opens])
        let halves = try orders([cut, Demo.Plan.opens])
        #expect(whole.map(\.key) == halves.map(\.key))
        #expect(whole.map { "\($0.command)" } == halves.map { "\($0.command)" })
        #expect(whole.map(\.at) == halves.map(\.at))
        // The office is set up first, in an order of its own.
        let acts = whole.map(\.at).drop { $0.local(in: zone).day < Demo.Day.firstReceipt }
        #expect(acts.count > 5_000 && zip(acts, acts.dropFirst()).filter { $0 > $1 }.isEmpty)
    }

    @Test func `Two districts play two spans without a refusal and the ledger tells the tables`()
        async throws
    {
        try await StoreFactory.chosen.withEmptyStore { store in
            let desk = Desk(
                store: store,
                sources: DeskSources(
                    now: { Instant(milliseconds: 0) }, bytes: { Array(repeating: 7, count: $0) }))
            try await desk.prepare()
            let years = Demo.Years(desk: desk, districts: 2, spans: 2, limit: 15)
            let summary = try await years.play()
            #expect(summary.dossiers == 60)
            #expect(years.opens.day == Demo.Day.today + Demo.Years.spanDays)
            let report = try await desk.read { try LedgerReplay.run($0) }
            #expect(report.isClean)
            let rows = try await desk.read {
                try $0.rows("SELECT office, receivedDay FROM dossier").map {
                    (try $0.text("office"), try $0.int("receivedDay"))
                }
            }
            #expect(rows.count == 60)
            #expect(rows.filter { $0.0.hasSuffix("-2") }.count == 30)
            let second = Int((Demo.Day.firstReceipt + Demo.Years.spanDays).rawValue)
            #expect(rows.filter { $0.1 >= second }.count == 30)
        }
    }
}
