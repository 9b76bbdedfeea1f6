// `roviec backup`: a copy of the office in one file, made while the office works.

import ArgumentParser
import Foundation
import Ledger
import LedgerSQLite
import Office
import WorkTime

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Saves the office into one file while it works, and checks such files.",
        discussion: """
            Sao lưu cơ quan vào một tệp trong khi vẫn làm việc, và kiểm tra các tệp đó.
            roviec backup --data var/office --to /var/backups/roviec --keep 14
            roviec backup check --from /var/backups/roviec
            """,
        subcommands: [BackupMakeCommand.self, BackupCheckCommand.self],
        defaultSubcommand: BackupMakeCommand.self)
}

struct BackupMakeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make", abstract: "Saves the office into a new file of a folder.",
        discussion: """
            Lưu vào thư mục: một tệp office-….sqlite và một tệp .json mô tả nó. --keep và \
            --keep-days xóa bản cũ, chỉ sau khi bản mới đã được chứng minh là lành.
            """)

    @OptionGroup var place: DataOption

    @Option(help: ArgumentHelp("Folder of the backups.", valueName: "folder"))
    var to: String

    @Option(help: "How many backups stay; older ones are removed once the new one is proved.")
    var keep: Int?

    @Option(help: "For how many days backups stay.")
    var keepDays: Int?

    func validate() throws {
        guard keep.map({ $0 > 0 }) ?? true, keepDays.map({ $0 > 0 }) ?? true else {
            throw ValidationError(
                vi: "--keep và --keep-days nhận từ 1 trở lên.",
                en: "--keep and --keep-days take 1 or more.")
        }
    }

    func run() async throws {
        let folder = try BackupFolder.open(to)
        let now = OfficeOpening.machineNow()
        let (file, name) = folder.place(at: now)
        for path in [file, BackupManifest.place(of: file)] { try NewFile.requireFree(path) }
        let part = "\(file).part-\(ProcessInfo.processInfo.processIdentifier)"
        defer { OfficeFile.remove(part) }
        try await OfficeFile.copy(place, to: part)
        let manifest = try BackupManifest.describe(part, named: name, at: now.utcText)
        try manifest.write(to: BackupManifest.place(of: file))
        guard rename(part, file) == 0 else { throw NewFile.unwritable(file) }
        DiskFolder.synchronize(parentOf: file)
        Output.write(
            """
            Đã lưu “\(file)”: \(manifest.bytes) byte, sổ đến số \(manifest.sequence).
            Saved “\(file)”: \(manifest.bytes) bytes, ledger up to \(manifest.sequence).

            """)
        try removeOld(in: folder, at: now, new: file)
    }

    /// Old ones go only when the new one is proved: what it holds is read from the disk again.
    private func removeOld(in folder: BackupFolder, at now: Instant, new: String) throws {
        let retention = BackupRetention(count: keep, days: keepDays)
        let expired = retention.expired(folder.backups(), at: now)
        if expired.isEmpty { return }
        try BackupManifest.read(of: new).requireFile(new)
        let report = try SQLiteFile.read(new) { try Verification.run($0) }
        if let finding = report.findings.first {
            throw CommandFailure(
                vi: "Sổ trong bản mới có sai lệch nên không xóa bản cũ nào: \(finding.sentence.vi)",
                en: "The new backup has findings, so no old one goes: \(finding.sentence.en)")
        }
        for backup in expired {
            try folder.remove(backup)
            Output.write("Đã xóa / removed: \(backup.path)\n")
        }
    }
}
