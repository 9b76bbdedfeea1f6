// `roviec checkpoint`: fixes the ledger now and prints the line to be kept outside.

import ArgumentParser
import Ledger
import Office

struct CheckpointCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint",
        abstract: "Writes a checkpoint now and prints its line, to be kept outside the office.",
        discussion: """
            Chốt sổ ngay và in dòng điểm kiểm tra để giữ ở ngoài: gửi cho đơn vị khác, in ra, ký.
            roviec checkpoint --data var/office >> /mnt/elsewhere/kept.jsonl
            """)

    @OptionGroup var place: DataOption
    @OptionGroup var key: SigningOption

    func run() async throws {
        let signer = try key.signer()
        let desk = try await OfficeOpening.desk(at: place, creates: false)
        let checkpoint = try await Site.House.open(desk: desk).fixLedger(signer: signer)
        await desk.store.close()
        guard let checkpoint else {
            throw CommandFailure(
                vi: "Sổ trong “\(place.shown)” chưa có mục nào để chốt.",
                en: "The ledger in “\(place.shown)” has no entry to fix yet.")
        }
        Output.write(checkpoint.line + "\n")
    }
}
