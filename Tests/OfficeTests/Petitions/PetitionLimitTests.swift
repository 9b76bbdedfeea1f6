// How many petitions one place may send in an hour, over all nodes at once.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `The limit of sending` {
    /// How many of many at once are let through.
    private func sent(
        _ nodes: [DossierTestOffice], count: Int, from address: String
    ) async throws -> Int {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<count {
                let node = nodes[number % nodes.count]
                group.addTask { await passes(node, address) }
            }
            var passed = 0
            for try await isThrough in group where isThrough { passed += 1 }
            return passed
        }
    }

    @Test func `holds however many come at once`() async throws {
        try await DossierTestOffice.run { office in
            let nodes = [office, try office.node(), try office.node()]
            let passed = try await sent(nodes, count: 40, from: "192.0.2.1")
            #expect(passed == Petitions.sendingMaximum)
            let other = try await sent(nodes, count: 3, from: "192.0.2.2")
            #expect(other == 3)
        }
    }

    @Test func `begins anew an hour after the first, not after the last`() async throws {
        try await DossierTestOffice.run { office in
            for minute in 0..<Petitions.sendingMaximum {
                office.sources.set(office.now + (minute == 0 ? 0 : 5))
                try await office.desk.countPetition(from: "192.0.2.1")
            }
            // Nine times five minutes have passed.
            await #expect(throws: Petitions.Rejection.tooMany(seconds: 15 * 60)) {
                try await office.desk.countPetition(from: "192.0.2.1")
            }
            office.sources.set(office.now + 14)
            await #expect(throws: Petitions.Rejection.tooMany(seconds: 60)) {
                try await office.desk.countPetition(from: "192.0.2.1")
            }
            office.sources.set(office.now + 2)
            try await office.desk.countPetition(from: "192.0.2.1")
        }
    }

    @Test func `keeps no address, and is forgotten with the round`() async throws {
        try await DossierTestOffice.run { office in
            try await office.desk.countPetition(from: "192.0.2.77")
            let kept = try await office.desk.read {
                try $0.rows("SELECT subject FROM trackingTry").map { try $0.text("subject") }
            }
            #expect(kept.count == 1 && !kept[0].contains("192.0.2") && kept[0].count == 64)
            let before = try await office.sequence()
            try await office.desk.countPetition(from: "192.0.2.77")
            #expect(try await office.sequence() == before, "no entry of the ledger")
            try office.set("2017-07-03T11:00")
            _ = try await office.round()
            #expect(try await office.number("SELECT count(*) AS n FROM trackingTry") == 0)
        }
    }

    @Test func `is another than that of wrong secrets`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.petition()
            for _ in 0..<Petitions.sendingMaximum {
                try await office.desk.countPetition(from: "203.0.113.9")
            }
            let told = try await office.followPetition(code, from: "203.0.113.9")
            #expect(told.status == .ok, "who has sent many may still read the answers")
        }
    }
}

/// A function of its own: a task of a group cannot hold the expectation.
private func passes(_ office: DossierTestOffice, _ address: String) async -> Bool {
    do {
        try await office.desk.countPetition(from: address)
        return true
    } catch {
        return false
    }
}
