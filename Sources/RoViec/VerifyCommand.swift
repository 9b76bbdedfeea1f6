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
            --since and --since-file check only what came after a checkpoint, without the replay: \
            cheap enough for every hour. With --public-key the newest checkpoint must be signed.
            """)

    @OptionGroup var place: DataOption

    @Option(help: "File of checkpoint lines that were kept outside the office.")
    var checkpoint: String?

    @Option(help: "Check only what came after the checkpoint with this number.")
    var since: Int?

    @Option(help: "Check only what came after the newest checkpoint of a file that was kept.")
    var sinceFile: String?

    @Option(help: "Public key that is trusted, or a file with some; may stand several times.")
    var publicKey: [String] = []

    @Flag(help: "Print the outcome as JSON.")
    var json = false

    func validate() throws {
        if since != nil, sinceFile != nil {
            throw ValidationError(
                vi: "--since và --since-file không đi cùng nhau; hãy chọn một.",
                en: "--since and --since-file do not go together; choose one.")
        }
    }

    func run() async throws {
        let keys = try CheckpointKeyFile.publicKeys(publicKey)
        let kept = try sinceFile.map(CheckpointFile.read) ?? []
        let anchors = try (checkpoint.map(CheckpointFile.read) ?? []) + kept
        let newest = kept.max { $0.number < $1.number }
        let desk = try await OfficeOpening.desk(at: place, creates: false)
        let (number, place) = (since, place)
        let (ledger, replay) = try await desk.read { reading in
            let reader = reading.reader
            guard let since = try newest ?? number.map({ try Self.find($0, reader, place) }) else {
                return (
                    try Verification.run(reader, anchors: anchors, keys: keys),
                    try LedgerReplay.run(reading) as ReplayReport?
                )
            }
            return (
                try Verification.run(reader, since: since, anchors: anchors, keys: keys), nil
            )
        }
        await desk.store.close()
        let outcome = VerifyOutcome(
            ledger: ledger, replay: replay, areKeysNamed: !keys.isEmpty)
        if json {
            try Output.writeJSON(outcome)
        } else {
            Output.write(outcome.text)
        }
        if !outcome.isClean { throw CommandEnd.found }
    }

    private static func find(
        _ number: Int, _ reader: any LedgerReader, _ place: DataOption
    ) throws -> Checkpoint {
        if let found = try reader.checkpoint(number: number) { return found }
        let last = try reader.lastCheckpoint()?.number ?? 0
        throw CommandFailure(
            vi: "Không có điểm kiểm tra \(number) trong “\(place.shown)”; điểm cuối là \(last).",
            en: "There is no checkpoint \(number) in “\(place.shown)”; the last one is \(last).")
    }
}
