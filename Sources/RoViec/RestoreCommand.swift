// `roviec restore`: an office from a backup, in a new place, proved before it counts.

import ArgumentParser

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Makes an office out of a backup, in a place where none is.",
        discussion: """
            Khôi phục từ bản sao lưu vào nơi mới. Dấu băm, số dòng từng bảng và toàn bộ sổ được \
            kiểm tra trước khi báo xong; có gì sai thì nơi mới vẫn trống.
            """)

    @Option(
        help: ArgumentHelp("Backup: the .sqlite file, with its .json beside it.", valueName: "file")
    )
    var from: String

    @OptionGroup var place: DataOption

    func run() async throws {
        let manifest = try await BackupRestoring(backup: from).restore(to: NewPlace(place.data))
        Output.write(
            """
            Đã khôi phục vào “\(place.shown)”: sổ đến số \(manifest.sequence), không có gì sai lệch.
            Restored into “\(place.shown)”: ledger up to \(manifest.sequence), nothing is amiss.

            """)
    }
}
