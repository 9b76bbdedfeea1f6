// Every dossier of the demo's history is one that an office could have had: taken in by its
// counter, worked on by people in their posts, in the order of the law, and counted into the
// printed totals.

import Engine
import Ledger
import LedgerSQLite
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct DemoHistoryTests {
    private let plan: Demo.Plan
    private let organisation: People.Organisation
    private let versions: [ProcessCode: ProcessVersion]

    init() throws {
        let world = try DemoTestWorld.built.get()
        plan = world.plan
        organisation = world.organisation
        versions = Dictionary(uniqueKeysWithValues: world.processes.all.map { ($0.code, $0) })
    }

    @Test func `The counter of its office would take in every dossier`() throws {
        for dossier in plan.dossiers {
            let officer = try #require(dossier.acts.first?.actor)
            #expect(officer.onBehalfOf == nil)
            do {
                try Dossiers.check(
                    dossier.intake, by: officer.person, in: organisation,
                    today: dossier.received.day)
            } catch {
                Issue.record("\(dossier.number): \(error)")
            }
            let version = try #require(versions[dossier.intake.process])
            #expect(version.effective.map { $0 <= dossier.received.day } == true)
        }
    }

    @Test func `Whoever acts holds a post that day, and substitutes were named`() {
        var (acts, standing) = (0, 0)
        for dossier in plan.dossiers {
            for act in dossier.acts {
                acts += 1
                let day = act.at.day
                #expect(
                    !organisation.positions(of: act.actor.person, on: day).isEmpty,
                    "\(dossier.number) \(act)")
                guard let absent = act.actor.onBehalfOf else { continue }
                standing += 1
                let named = organisation.absentees(of: act.actor.person, on: day)
                #expect(named.contains(absent), "\(dossier.number) \(act)")
                #expect(act.actor.person != absent)
            }
        }
        #expect(acts > 50_000)
        #expect(standing > 10, "leaders are away now and then")
    }

    /// NĐ 61/2018: papers are asked for once, and nothing is done while they are missing.
    @Test func `Papers are asked for once, with a name, and the work waits for them`() {
        var asked = 0
        for dossier in plan.dossiers {
            var isWaiting = false
            var count = 0
            for act in dossier.acts {
                switch act.deed {
                case .askSupplement(_, let reason, let papers):
                    #expect(!reason.isEmpty && !papers.isEmpty && papers.allSatisfy { !$0.isEmpty })
                    (isWaiting, count) = (true, count + 1)
                case .work(.receiveSupplement):
                    #expect(isWaiting, "\(dossier.number)")
                    isWaiting = false
                default: #expect(!isWaiting, "\(dossier.number): \(act)")
                }
            }
            #expect(count <= 1)
            let mayAsk = [Demo.Story.supplement, .supplementOpen].contains(dossier.story)
            #expect(count == 0 || mayAsk)
            asked += count
        }
        #expect(asked > 30)
    }

    @Test func `Work is done in order: offered work is accepted, and nothing follows an end`() {
        for dossier in plan.dossiers {
            var (done, isEnded) = (0, false)
            for act in dossier.acts.dropFirst() {
                #expect(!isEnded, "\(dossier.number)")
                let item: Int
                switch act.deed {
                case .receive: item = -1
                case .askSupplement(let id, _, _): item = id.rawValue
                case .work(let command):
                    switch command {
                    case .accept(let id), .take(let id), .assign(let id, _),
                        .receiveSupplement(let id):
                        item = id.rawValue
                    case .complete(let id, let product, _):
                        item = id.rawValue
                        done += 1
                        #expect(item == done, "\(dossier.number): \(act)")
                        #expect(!product.isEmpty)
                        continue
                    case .close(let outcome, let reason):
                        isEnded = true
                        #expect([.refused, .withdrawn].contains(outcome) && !reason.isEmpty)
                        continue
                    default: item = -1
                    }
                }
                #expect(item == done + 1, "\(dossier.number): \(act)")
            }
        }
    }

    @Test func `Every story is told, most of them the usual one`() {
        var count: [Demo.Story: Int] = [:]
        for dossier in plan.dossiers { count[dossier.story, default: 0] += 1 }
        for story in Demo.Story.allCases { #expect((count[story] ?? 0) > 0, "\(story)") }
        let usual = (count[.normal] ?? 0) * 100 / plan.dossiers.count
        #expect((90...98).contains(usual))
    }

    @Test func `Each request of the demand is one dossier, no more and no fewer`() throws {
        let filings = try Demo.filings(wards: try Demo.Ward.all())
        #expect(filings.count == plan.dossiers.count)
        func key(_ process: ProcessCode, _ office: UnitID, _ channel: Dossiers.Channel) -> String {
            "\(process) \(office) \(channel)"
        }
        var asked: [String: Int] = [:]
        for filing in filings {
            asked[key(filing.process, filing.office, filing.channel), default: 0] += 1
        }
        var planned: [String: Int] = [:]
        for dossier in plan.dossiers {
            let intake = dossier.intake
            planned[key(intake.process, intake.office, intake.channel), default: 0] += 1
        }
        #expect(asked == planned)
    }

    @Test func `Personal values stand in the personal part and nowhere else`() throws {
        for dossier in plan.dossiers {
            let version = try #require(versions[dossier.intake.process])
            for field in version.forms.flatMap(\.fields) {
                if field.personal {
                    #expect(dossier.intake.fields[field.key] == nil)
                } else {
                    #expect(dossier.intake.applicant.fields[field.key] == nil)
                }
                if field.required {
                    let isThere =
                        dossier.intake.fields[field.key] != nil
                        || dossier.intake.applicant.fields[field.key] != nil
                    #expect(isThere, "\(dossier.number) \(field.key)")
                }
            }
        }
    }

    /// Receipts of the plan counted as the desk counts them give the seven printed figures.
    @Test func `The newspaper's seven figures come out of the plan`() async throws {
        let office = try await ProcessTestOffice.open(isEmpty: true)
        let commands = try Demo.organisationCommands()
        let at = Instant(LocalMinute(startOf: Demo.Day.installed), in: .indochina)
        let orders = commands.enumerated().map { index, command in
            DeskOrder(
                command: .people(command), actor: nil, at: at, key: "k\(index)",
                salt: Array(repeating: 1, count: 16))
        }
        for answer in try await office.desk.perform(orders) { _ = try answer.get() }
        var counts: [String: (dossier: Demo.PlannedDossier, count: Int)] = [:]
        for dossier in plan.dossiers {
            let key =
                "\(dossier.intake.office) \(dossier.received.day) \(dossier.intake.process) "
                + dossier.channel.rawValue
            counts[key] = (dossier, (counts[key]?.count ?? 0) + 1)
        }
        let rows = Array(counts.values)
        try await office.desk.store.write { transaction in
            for (dossier, count) in rows {
                try transaction.execute(
                    """
                    INSERT INTO dossierCount (office, day, process, channel, received)
                    VALUES (?, ?, ?, ?, ?)
                    """,
                    [
                        .text(dossier.intake.office.rawValue),
                        SQLValue(dossier.received.day.number),
                        .text(dossier.intake.process.rawValue),
                        .text(dossier.channel.rawValue), SQLValue(count),
                    ])
            }
        }
        let article = try await office.desk.read { try Reports.article($0, limit: .all) }
        #expect(article.agrees, "\(article.text)")
        #expect(
            article.figures.map(\.recomputed) == [
                "7114", "935", "894", "95.61", "6179", "6167", "99.81",
            ])
        #expect(!article.text.contains("≠"))
        try await office.close()
    }
}
