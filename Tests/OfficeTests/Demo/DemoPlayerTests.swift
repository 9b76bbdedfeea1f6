// Playing the script through the desk: nothing is refused, the ledger is the same each time.

import Foundation
import Ledger
import TestStores
import Testing
import WorkTime

@testable import Office

@Suite struct DemoPlayerTests {
    /// Plays the first dossiers into a file of its own and returns what `look` sees in it.
    private func played<Value: Sendable>(
        _ limit: Int, look: @escaping @Sendable (Desk, Demo.Player.Summary) async throws -> Value
    ) async throws -> Value {
        try await StoreFactory.chosen.withEmptyStore { store in
            let desk = Desk(
                store: store,
                sources: DeskSources(
                    now: { Instant(milliseconds: 0) }, bytes: { Array(repeating: 7, count: $0) }))
            try await desk.prepare()
            let summary = try await Demo.Player(desk: desk, limit: limit).play()
            return try await look(desk, summary)
        }
    }

    @Test func `A small demo is played without a refusal, twice to the same heads`() async throws {
        let limit = 120
        let look: @Sendable (Desk, Demo.Player.Summary) async throws -> [String] = {
            desk, summary in
            #expect(summary.dossiers == limit)
            return try await desk.read { reading in
                try reading.rows("SELECT stream, version, hash FROM streamHead ORDER BY stream")
                    .map { row in
                        let version = try row.int("version")
                        return "\(try row.text("stream")) \(version) \(try row.blob("hash"))"
                    }
            }
        }
        let first = try await played(limit, look: look)
        #expect(first.count == limit + 1 + 148 + 69)
        let again = try await played(limit, look: look)
        #expect(first == again)
    }

    @Test func `States follow from the entries and the register has every dossier`() async throws {
        try await played(40) { desk, _ in
            let report = try await desk.read { try LedgerReplay.run($0) }
            #expect(report.isClean)
            let rows = try await desk.read {
                try $0.rows("SELECT code, receivedDay FROM dossier ORDER BY code")
            }
            #expect(rows.count == 40)
            let first = Int(Demo.Day.firstReceipt.rawValue)
            #expect(try rows.allSatisfy { try $0.int("receivedDay") >= first })
        }
    }
}
