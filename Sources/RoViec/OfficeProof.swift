// The proofs of `roviec verify`, for commands that make an office out of another one.

import Ledger
import Office
import WorkTime

enum OfficeProof {
    /// Chains, checkpoints and personal values, then every state by replay.
    static func require(_ desk: Desk, at place: String) async throws {
        let (ledger, replay) = try await desk.read { reading in
            (try Verification.run(reading.reader), try LedgerReplay.run(reading))
        }
        let outcome = VerifyOutcome(ledger: ledger, replay: replay, areKeysNamed: false)
        if outcome.isClean { return }
        let count = outcome.findings.count + outcome.omitted
        let first = outcome.findings.first
        throw CommandFailure(
            vi: "Sổ trong “\(place)” có \(count) chỗ sai lệch: \(first?.vi ?? "") "
                + "Không dùng được; hãy lấy bản khác.",
            en: "The ledger in “\(place)” has \(count) findings: \(first?.en ?? "") "
                + "It will not do; take another copy.")
    }
}
