// Random people declare, decide and withdraw: the book keeps its order, every outage goes one way,
// and nobody decides on their own.

import Engine
import Testing
import WorkTime

@testable import Office

@Suite struct `Outages by chance` {
    private static let people: [PersonID] = [
        "anh", "pho", "tam", "binh", "quan", "ha", "giang", "so",
    ]

    private func declaration(_ chance: inout DossierTestChance) -> Outages.Declaration {
        let scope = chance.pick(Outages.Scope.allCases)
        let from = LatenessSamples.moment("3T08:00") + chance.below(3 * 1_440)
        let unit: UnitID =
            scope == .office ? chance.pick(["p", "r"]) : chance.pick(["p.tp", "p.mc", "r.mc"])
        return .init(
            kind: chance.pick(Outages.Kind.allCases), scope: scope,
            unit: scope == .all ? nil : unit, from: from, until: from + 1 + chance.below(700),
            reason: "mất điện", evidence: "BB")
    }

    private func command(
        _ book: Outages.Book, _ chance: inout DossierTestChance
    ) -> Outages.Command {
        let number = 1 + chance.below(max(1, book.outages.count))
        switch chance.below(6) {
        case 0, 1: return .declare(declaration(&chance))
        case 2, 3: return .approve(number)
        case 4: return .refuse(number, reason: chance.below(4) == 0 ? " " : "sai giờ")
        default: return .withdraw(number, reason: chance.below(4) == 0 ? "" : "nhầm")
        }
    }

    @Test(arguments: [6, 28, 496] as [UInt64])
    func `go one way, with two people`(_ seed: UInt64) throws {
        let ward = try OrganisationTestState.ward()
        var chance = DossierTestChance(seed: seed)
        var book = Outages.Book()
        var done = 0
        for _ in 0..<500 {
            let person = chance.pick(Self.people)
            let around = Outages.Surroundings(
                person: person, organisation: ward, calendar: .vietnam,
                now: LatenessSamples.moment("7T09:00"))
            let before = book
            do {
                let events = try Outages.decide(command(book, &chance), on: book, in: around)
                #expect(events.count == 1)
                for event in events { book.apply(event) }
                done += 1
                expectStep(before, book, by: person, ward)
            } catch {
                #expect(book == before, "\(error)")
            }
        }
        #expect(done > 60, "\(done) of 500 were taken")
        #expect(book.outages.map(\.number) == book.outages.indices.map { $0 + 1 })
        #expect(Set(book.outages.map(\.standing)) == Set(Outages.Standing.allCases))
        for outage in book.outages { expectSound(outage) }
    }

    /// Exactly one outage is new or went one step on.
    private func expectStep(
        _ before: Outages.Book, _ after: Outages.Book, by person: PersonID,
        _ ward: People.Organisation
    ) {
        if after.outages.count == before.outages.count + 1 {
            #expect(Array(after.outages.dropLast()) == before.outages)
            #expect(after.outages.last?.declaredBy == person)
            #expect(after.outages.last?.standing == .declared)
            return
        }
        let changed = zip(before.outages, after.outages).filter { $0 != $1 }
        #expect(changed.count == 1)
        for (old, new) in changed {
            #expect(old.declaration == new.declaration && old.declaredBy == new.declaredBy)
            switch new.standing {
            case .approved, .refused:
                #expect(old.standing == .declared && new.decision?.by == person)
                #expect(person != new.declaredBy, "nobody decides on their own")
            case .withdrawn:
                #expect([.declared, .approved].contains(old.standing))
                #expect(new.withdrawal?.by == person && new.decision == old.decision)
            case .declared: Issue.record("nothing goes back")
            }
        }
    }

    private func expectSound(_ outage: Outages.Outage) {
        switch outage.standing {
        case .declared: #expect(outage.decision == nil && outage.withdrawal == nil)
        case .approved: #expect(outage.decision?.reason == "" && outage.withdrawal == nil)
        case .refused:
            #expect(outage.decision?.reason == "sai giờ" && outage.withdrawal == nil)
        case .withdrawn: #expect(outage.withdrawal?.reason == "nhầm")
        }
        let declaration = outage.declaration
        #expect(declaration.from < declaration.until)
        #expect((declaration.unit == nil) == (declaration.scope == .all))
    }

    /// What overlaps counts once: against counting minute by minute.
    @Test(arguments: [17, 170] as [UInt64])
    func `lose together what the minutes say`(_ seed: UInt64) throws {
        var chance = DossierTestChance(seed: seed)
        let (from, until) = (
            LatenessSamples.moment("4T00:00"), LatenessSamples.moment("6T17:30")
        )
        let minutes = (from.rawValue..<until.rawValue).map { LocalMinute(rawValue: $0) }
            .filter { (try? WorkCalendar.vietnam.isOpen(at: $0)) ?? false }
        for _ in 0..<60 {
            let outages = (0..<chance.below(6)).map { number in
                Outages.Outage(
                    number: number + 1, declaration: declaration(&chance),
                    declaredAt: until, declaredBy: "tam")
            }
            let counted = minutes.count { minute in
                outages.contains {
                    $0.declaration.from <= minute && minute < $0.declaration.until
                }
            }
            #expect(Outages.lost(outages, .vietnam, from: from, until: until) == counted)
        }
    }

    /// What the page offers is what the rules take, for everybody.
    @Test func `offer the acts that are not refused for rights`() async throws {
        try await DossierTestOffice.run(at: "2017-07-04T14:00") { office in
            for (person, declaration) in [
                ("tam", OutageSamples.declaration()),
                ("anh", OutageSamples.declaration(.office, "p")),
                ("giang", OutageSamples.declaration(.all, nil)),
            ] as [(PersonID, Outages.Declaration)] {
                try await office.perform(.declare(declaration), by: person)
            }
            for person in DossierTestSamples.people {
                let (viewer, now) = (try await office.viewer(person), office.now)
                let page = try await office.desk.read {
                    try $0.outages(before: nil, for: viewer, at: now)
                }
                let (book, organisation) = try await office.desk.read {
                    (try $0.outageBook(), try $0.organisation())
                }
                let around = Outages.Surroundings(
                    person: person, organisation: organisation, calendar: .vietnam, now: now)
                for row in page.rows {
                    let number = row.outage.number
                    let commands: [(Outages.Act, Outages.Command)] = [
                        (.approve, .approve(number)), (.refuse, .refuse(number, reason: "x")),
                        (.withdraw, .withdraw(number, reason: "x")),
                    ]
                    for (act, command) in commands {
                        let isTaken = (try? Outages.decide(command, on: book, in: around)) != nil
                        #expect(row.acts.contains(act) == isTaken, "\(person) \(act) \(number)")
                    }
                }
                #expect(page.rows.map(\.outage.number) == [3, 2, 1], "everybody sees all of them")
            }
        }
    }
}
