// The proofs of `roviec verify`, for commands that make an office out of another one.

import ArgumentParser
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

/// A place where an office is to be made: nothing of an office may be there.
struct NewPlace {
    let option: DataOption

    init(_ data: String) throws {
        option = try DataOption.parse(["--data", data])
        if FileManagerPlace.exists(option.databasePath) {
            throw CommandFailure(
                vi: "“\(data)” đã có dữ liệu của cơ quan nên không ghi vào. Hãy nêu thư mục mới.",
                en: "There is an office in “\(data)”, so nothing is written. Name a new folder.")
        }
    }

    /// Whether the office is a file in a folder.
    var isFile: Bool { !option.data.contains("://") }
}
