// `roviec verify`: proves that the ledger reads as it was written and that states follow from it.

import ArgumentParser
import Foundation
import Ledger
import Office
import WorkTime

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Proves that the ledger is whole and that every state follows from it.",
        discussion: """
            Kiểm tra sổ: chuỗi băm, điểm kiểm tra, thông tin cá nhân, rồi diễn lại toàn bộ và so \
            với trạng thái đã lưu. Exit status 1 when anything is not as it was written.
            """)

    @OptionGroup var place: DataOption

    @Option(help: "File of checkpoint lines that were kept outside the office.")
    var checkpoint: String?

    @Flag(help: "Print the outcome as JSON.")
    var json = false

    func run() async throws {
        let anchors = try checkpoint.map(CheckpointFile.read) ?? []
        let desk = try await OfficeOpening.desk(at: place, creates: false)
        let (ledger, replay) = try await desk.read { reading in
            (
                try Verification.run(reading.reader, anchors: anchors),
                try LedgerReplay.run(reading)
            )
        }
        await desk.store.close()
        let outcome = VerifyOutcome(ledger: ledger, replay: replay)
        if json {
            try Output.writeJSON(outcome)
        } else {
            Output.write(outcome.text)
        }
        if !outcome.isClean { throw CommandEnd.found }
    }
}
