// Replaying a ledger: clean as written, and each kind of meddling with state rows is named.

import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct LedgerReplayTests {
    private func findings(
        after sql: String?, _ arguments: [SQLValue] = []
    ) async throws -> ReplayReport {
        let office = try await ProcessTestOffice.open()
        try await office.perform(
            .draft(
                ProcessVersion(code: "T1", title: "Thử", kind: .internalWork, ownerUnit: "NV")))
        if let sql {
            _ = try await office.desk.store.write { try $0.execute(sql, arguments) }
        }
        let report = try await office.desk.read { try LedgerReplay.run($0) }
        try await office.close()
        return report
    }

    @Test func `states follow from the entries`() async throws {
        let report = try await findings(after: nil)
        #expect(report.isClean)
        #expect(report.streamCount == 2)
        #expect(report.entryCount == ProcessTestOffice.commands.count + 1)
    }

    @Test func `a state row that is gone is named`() async throws {
        let report = try await findings(
            after: "DELETE FROM streamState WHERE stream = ?", ["process/T1"])
        #expect(report.findings == [ReplayFinding(.stateMissing, stream: "process/T1")])
    }

    @Test func `a large state needs no row before it is time to save it`() async throws {
        #expect(ProcessTestOffice.commands.count < People.Organisation.savedEvery)
        let report = try await findings(
            after: "DELETE FROM streamState WHERE stream = ?", ["organisation"])
        #expect(report.isClean)
    }

    @Test func `a state row of another stream is named`() async throws {
        let report = try await findings(
            after: "UPDATE streamState SET state = ? WHERE stream = 'process/T1'",
            [.blob(try StreamState.bytes(of: Processes.Definition(code: "T2")))])
        #expect(report.findings == [ReplayFinding(.stateDiffers, stream: "process/T1")])
    }

    @Test func `bytes that are no state, a wrong version and an orphan are named`() async throws {
        let broken = try await findings(
            after: "UPDATE streamState SET state = ? WHERE stream = 'process/T1'",
            [.blob([1, 2, 3])])
        #expect(broken.findings.map(\.problem) == [.stateDiffers])
        let version = try await findings(
            after: "UPDATE streamState SET version = 9 WHERE stream = 'process/T1'")
        #expect(version.findings.map(\.problem) == [.versionDiffers(stored: 9, told: 1)])
        let orphan = try await findings(
            after: "INSERT INTO streamState (stream, version, state) VALUES ('x', 1, ?)",
            [.blob([])])
        #expect(orphan.findings == [ReplayFinding(.entriesMissing, stream: "x")])
        for finding in broken.findings + version.findings + orphan.findings {
            #expect(finding.sentence.vi.contains(finding.stream))
            #expect(finding.sentence.en.contains(finding.stream))
        }
    }

    @Test func `an entry of an unknown kind is named with its version`() async throws {
        let report = try await findings(
            after: "UPDATE entry SET type = 'process.eaten' WHERE stream = 'process/T1'")
        #expect(
            report.findings.map(\.problem) == [.unreadable(version: 1, type: "process.eaten")])
    }
}
