// Telling a dossier again from its entries: every meddling with what was written is found.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Replaying dossiers` {
    /// A few dossiers at different stages; then the meddling, then the replay.
    private func findings(
        after sql: String, _ arguments: [SQLValue] = []
    ) async throws -> [ReplayFinding] {
        var found: [ReplayFinding] = []
        try await DossierTestOffice.run { office in
            for times in [0, 3, 7] {
                let code = try await office.receive()
                try await office.advance(code, times: times)
                try await Self.save(code, in: office)
            }
            #expect(try await office.desk.read { try LedgerReplay.run($0) }.isClean)
            _ = try await office.desk.store.write { try $0.execute(sql, arguments) }
            found = try await office.desk.read { try LedgerReplay.run($0) }.findings
        }
        return found
    }

    /// Writes the state's row at once, as it is written when the version passes a multiple.
    private static func save(_ code: String, in office: DossierTestOffice) async throws {
        let stream = Dossiers.stream(of: code)
        let told = try await office.desk.read {
            try $0.told(Dossiers.Dossier.self, by: stream)
        }
        let (state, head) = try #require(told.map { ($0.state, $0.head) })
        try await office.desk.store.write {
            try StreamState.save(state, stream: stream, version: head.version, in: $0)
        }
    }

    private static let stream = "dossier/PA-170703-0002"

    @Test func `a dossier whose state was swapped for another's is named`() async throws {
        let found = try await findings(
            after: """
                UPDATE streamState SET state = (SELECT state FROM streamState WHERE stream = ?),
                    version = (SELECT version FROM streamState WHERE stream = ?) WHERE stream = ?
                """,
            ["dossier/PA-170703-0003", "dossier/PA-170703-0003", .text(Self.stream)])
        #expect(found.map(\.stream) == [Self.stream])
    }

    @Test func `a state row set back to an earlier version is named`() async throws {
        let found = try await findings(
            after: "UPDATE streamState SET version = version - 1 WHERE stream = ?",
            [.text(Self.stream)])
        #expect(found == [ReplayFinding(.stateDiffers, stream: Self.stream)])
    }

    @Test func `a state row ahead of its entries is named`() async throws {
        let found = try await findings(
            after: "UPDATE streamState SET version = version + 1 WHERE stream = ?",
            [.text(Self.stream)])
        guard case .versionDiffers(let stored, let told) = found.first?.problem else {
            Issue.record("\(found)")
            return
        }
        #expect(found.count == 1 && stored == told + 1)
    }

    @Test func `an entry that is gone leaves a state nobody told`() async throws {
        for version in [1, 2, 4] {
            let found = try await findings(
                after: "DELETE FROM entry WHERE stream = ? AND version = ?",
                [.text(Self.stream), SQLValue(version)])
            #expect(found.map(\.stream) == [Self.stream], "version \(version)")
        }
    }

    @Test func `an author or a time that was changed shows in the state`() async throws {
        for sql in [
            "UPDATE entry SET actor = 'la' WHERE stream = ? AND version = 3",
            "UPDATE entry SET at = at + 600000 WHERE stream = ? AND version = 3",
        ] {
            let found = try await findings(after: sql, [.text(Self.stream)])
            #expect(found.map(\.problem) == [.stateDiffers], "\(sql)")
        }
    }

    @Test func `payloads of another entry are told or not understood, never overlooked`()
        async throws
    {
        let sql = """
            UPDATE entry SET payload = (SELECT payload FROM entry WHERE stream = ? AND version = ?)
            WHERE stream = ? AND version = ?
            """
        for (from, to) in [(1, 2), (2, 1), (3, 4)] {
            let found = try await findings(
                after: sql,
                [.text(Self.stream), SQLValue(from), .text(Self.stream), SQLValue(to)])
            #expect(found.map(\.stream) == [Self.stream], "\(from) over \(to)")
        }
    }

    @Test func `work before the registration is not understood`() async throws {
        let found = try await findings(
            after: "UPDATE entry SET type = 'engine.changed' WHERE stream = ? AND version = 1",
            [.text(Self.stream)])
        #expect(
            found.map(\.problem) == [.unreadable(version: 1, type: "engine.changed")])
    }

    @Test func `thousands of findings are counted, and a thousand are shown`() {
        var report = ReplayReport()
        for number in 0..<1_234 { report.add(.stateMissing, stream: "dossier/\(number)") }
        #expect(report.findings.count == 1_000)
        #expect(report.omittedCount == 234)
        #expect(!report.isClean)
        let problems: [ReplayFinding.Problem] = [
            .stateDiffers, .stateMissing, .versionDiffers(stored: 3, told: 5), .entriesMissing,
            .unreadable(version: 7, type: "x.y"),
        ]
        let sentences = problems.map { ReplayFinding($0, stream: "s").sentence }
        #expect(Set(sentences.map(\.vi)).count == 5 && Set(sentences.map(\.en)).count == 5)
        #expect(sentences[2].vi.contains("3") && sentences[2].vi.contains("5"))
        #expect(sentences[4].en.contains("“x.y”"))
    }
}
