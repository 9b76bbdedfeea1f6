// `roviec backup check`: a trial that shows that a backup can be restored.

import ArgumentParser
import Foundation

struct BackupCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Restores a backup into a place for a moment, proves it, and removes it again.",
        discussion: """
            Khôi phục thử: dựng lại bản sao lưu ở chỗ tạm, kiểm tra như khi khôi phục thật rồi \
            xóa. Nên chạy hằng đêm. Exit status 1 when the backup would not do.
            """)

    @Option(
        help: ArgumentHelp("Backup, or a folder of which the newest is taken.", valueName: "path"))
    var from: String

    @Option(help: ArgumentHelp("Folder with room for the trial.", valueName: "folder"))
    var temporary: String?

    func run() async throws {
        let backup = try newest()
        let root = temporary ?? FileManager.default.temporaryDirectory.path
        let trial = "\(root)/roviec-check-\(ProcessInfo.processInfo.processIdentifier)"
        defer { try? FileManager.default.removeItem(atPath: trial) }
        let manifest = try await BackupRestoring(backup: backup).restore(to: NewPlace(trial))
        Output.write(
            """
            “\(backup)” khôi phục được: sổ đến số \(manifest.sequence), không có gì sai lệch.
            “\(backup)” can be restored: ledger up to \(manifest.sequence), nothing is amiss.

            """)
    }

    private func newest() throws -> String {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: from, isDirectory: &isFolder)
        if !exists || !isFolder.boolValue { return from }
        if let newest = BackupFolder(path: from).backups().last { return newest.path }
        throw CommandFailure(
            vi: "Trong “\(from)” không có bản sao lưu nào; hãy chạy: roviec backup",
            en: "There is no backup in “\(from)”; run: roviec backup")
    }
}
