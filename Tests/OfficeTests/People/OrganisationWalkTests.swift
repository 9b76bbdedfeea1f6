// Walks by chance through the organisation: sound after each step, and replay is the same as life.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Walks through the organisation` {
    @Test(arguments: [1, 2, 3, 5, 8, 13, 21, 34] as [UInt64])
    func `leave dates, names and indexes sound after every step`(_ seed: UInt64) throws {
        var walk = OrganisationWalk(seed: seed)
        for number in 0..<600 {
            walk.step()
            if number % 10 == 0 { walk.state.expectSound() }
            if number % 40 == 0 {
                let day = OrganisationWalk.first + walk.chance.below(60)
                walk.state.expectIndexed(on: day)
                walk.state.expectAssigned(on: day)
            }
        }
        walk.state.expectSound()
        // The walk must have gone somewhere, and met the rules.
        #expect(walk.events.count > 40)
        #expect(walk.refused.count > 10, "\(walk.refused)")
    }

    @Test(arguments: [4, 9, 16] as [UInt64])
    func `replayed from the ledger's bytes come to the same state`(_ seed: UInt64) throws {
        var walk = OrganisationWalk(seed: seed)
        for _ in 0..<600 { walk.step() }
        var replayed = People.Organisation()
        for event in walk.events {
            let (type, payload) = try EventEncoding.entry(of: event, feature: "people")
            let bytes = try payload.encoded()
            let read = try EventDecoding.event(
                People.Event.self, entryType: type, payload: try Payload(decoding: bytes),
                feature: "people")
            #expect(read == event)
            replayed.apply(read)
        }
        #expect(replayed == walk.state)
        let bytes = try StreamState.bytes(of: walk.state)
        #expect(try StreamState.bytes(of: replayed) == bytes)
        let saved = try EventDecoding.value(
            People.Organisation.self, from: .nested(try Payload(decoding: bytes)))
        #expect(saved == walk.state)
    }

    @Test func `at the desk a refused command leaves no trace, a granted one exactly one entry`()
        async throws
    {
        try await DossierTestOffice.run { office in
            var walk = OrganisationWalk(seed: 77)
            walk.state = try await office.desk.read { try $0.organisation() }
            var (granted, refusals) = (0, 0)
            for _ in 0..<400 {
                let (command, by) = (walk.command(), walk.chance.below(6) == 0 ? "anh" : nil)
                let today = office.now.day
                let before = try await office.sequence()
                let actor = by.map { Actor(PersonID($0)) }
                do {
                    _ = try await office.desk.perform(
                        .people(command), by: actor, at: office.sources.now)
                    for event in try People.decide(
                        command, on: walk.state, by: actor?.person, today: today)
                    {
                        walk.state.apply(event)
                    }
                    #expect(try await office.sequence() == before + 1)
                    granted += 1
                } catch let refusal as People.Rejection {
                    #expect(throws: refusal) {
                        try People.decide(
                            command, on: walk.state, by: actor?.person, today: today)
                    }
                    #expect(try await office.sequence() == before)
                    refusals += 1
                }
                let live = try await office.desk.read { try $0.organisation() }
                #expect(live == walk.state)
            }
            #expect(granted > 30 && refusals > 50, "\(granted) granted, \(refusals) refused")
            let report = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(report.isClean, "\(report.findings)")
        }
    }
}
