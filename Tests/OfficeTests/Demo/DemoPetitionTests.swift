// The petitions of the demo office: invented, marked as such, and playable.

import Engine
import Ledger
import TestStores
import Testing
import WorkTime

@testable import Office

@Suite struct DemoPetitionTests {
    private func played(_ body: (Desk, [Demo.PetitionAct]) async throws -> Void) async throws {
        try await StoreFactory.chosen.withEmptyStore { store in
            // Each draw is another, so that each command has a key of its own.
            let sources = DossierTestSources(LocalMinute(startOf: Demo.Day.firstReceipt))
            let desk = Desk(
                store: store,
                sources: DeskSources(now: { sources.now }, bytes: { sources.bytes($0) }))
            try await desk.prepare()
            let early = Instant(LocalMinute(startOf: Demo.Day.firstReceipt), in: .indochina)
            try await desk.perform(
                inOneCommit: try Demo.organisationCommands().map { .people($0) }, by: nil,
                at: early)
            let acts = try Demo.petitionActs(Demo.Ward.all())
            for act in acts {
                _ = try await desk.perform(
                    .petitions(act.command), by: act.actor, at: Instant(act.at, in: .indochina))
            }
            try await body(desk, acts)
        }
    }

    @Test func `Each act is allowed, in the order of time, in working hours`() async throws {
        try await played { desk, acts in
            #expect(zip(acts, acts.dropFirst()).allSatisfy { $0.at <= $1.at })
            for act in acts {
                #expect(try WorkCalendar.vietnam.isOpen(at: act.at), "\(act.at)")
                #expect(act.at.day < Demo.Day.today)
            }
            let standings = try await desk.read {
                try $0.rows("SELECT standing FROM petition ORDER BY receivedAt")
                    .map { try $0.text("standing") }
            }
            #expect(
                standings == ["answered", "taken", "answered", "forwarded", "asked", "received"])
            let report = try await desk.read { try LedgerReplay.run($0) }
            #expect(report.isClean, "\(report.findings)")
        }
    }

    @Test func `They say that they are invented, and one is published`() async throws {
        try await played { desk, acts in
            for act in acts {
                guard case .submit(let submission) = act.command else { continue }
                #expect(submission.sender.words.contains("hư cấu"))
                #expect(submission.sender.name.isEmpty && submission.sender.email.isEmpty)
            }
            let page = try await desk.read { try $0.publishedPetitions() }
            #expect(page.rows.count == 1)
            #expect(page.rows.allSatisfy { $0.answer.contains("hư cấu") })
        }
    }
}
