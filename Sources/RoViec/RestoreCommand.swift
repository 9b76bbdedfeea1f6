// `roviec restore`: an office from a backup, in a new place, proved before it counts.

import ArgumentParser
import Foundation
import Ledger
import LedgerSQLite
import Office
import WorkTime

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
            Đã khôi phục vào “\(place.data)”: sổ đến số \(manifest.sequence), không có gì sai lệch.
            Restored into “\(place.data)”: ledger up to \(manifest.sequence), nothing is amiss.

            """)
    }
}

struct BackupCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Restores a backup into a place for a moment, proves it, and removes it again.",
        discussion: """
            Khôi phục thử: bản sao lưu được dựng lại ở chỗ tạm, kiểm tra như khi khôi phục thật rồi \
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

/// Puts a backup in place, or leaves nothing behind.
struct BackupRestoring {
    let backup: String

    func restore(to place: NewPlace) async throws -> BackupManifest {
        if !FileManagerPlace.exists(backup) {
            throw CommandFailure(
                vi: "Không có tệp “\(backup)”; hãy xem lại tên và thư mục.",
                en: "There is no file “\(backup)”; look at its name and folder.")
        }
        let manifest = try BackupManifest.read(of: backup)
        try manifest.requireFile(backup)
        try SQLiteFile.read(backup) { try manifest.requireRows(backup, in: $0) }
        if place.isFile {
            try await restoreFile(to: place)
        } else {
            try await restoreStore(to: place)
        }
        return manifest
    }

    /// Proved under another name, then moved to its own.
    private func restoreFile(to place: NewPlace) async throws {
        _ = try BackupFolder.open(place.option.data)
        let path = place.option.databasePath
        let part = "\(path).part-restore"
        defer { OfficeFile.remove(part) }
        try OfficeFile.copyBytes(from: backup, to: part)
        try await prove(part)
        guard rename(part, path) == 0 else { throw NewFile.unwritable(path) }
        DiskFolder.synchronize(parentOf: path)
    }

    /// Through a file that lies aside for a moment: opening a store changes its file.
    private func restoreStore(to place: NewPlace) async throws {
        let aside = FileManager.default.temporaryDirectory
            .appending(path: "roviec-restore-\(ProcessInfo.processInfo.processIdentifier)").path
        defer { try? FileManager.default.removeItem(atPath: aside) }
        try await restoreFile(to: try NewPlace(aside))
        let source = try DataOption.parse(["--data", aside])
        _ = try await OfficeMoving(from: source, to: place).move()
    }

    private func prove(_ path: String) async throws {
        let store = try SQLiteLedgerStore(path: path)
        let desk = Desk(
            store: store,
            sources: DeskSources(now: OfficeOpening.machineNow, bytes: OfficeOpening.machineBytes))
        do {
            try await desk.prepare()
            try await OfficeProof.require(desk, at: backup)
        } catch {
            await store.close()
            throw error
        }
        await store.close()
    }
}
