// What stands beside a backup: enough to see that the file is whole, and what must be in it.

import Foundation
import Ledger
import LedgerSQLite
import Office
import WorkTime

struct BackupManifest: Codable, Hashable {
    static let format = "roviec backup v1"

    var format = Self.format
    /// Name of the file it describes, which lies beside it.
    let file: String
    let bytes: Int
    /// Hexadecimal SHA-256 of the file.
    let sha256: String
    /// Rows by table.
    let rows: [String: Int]
    /// The newest entry.
    let sequence: Int
    /// Line of the newest checkpoint, if there is one.
    let checkpoint: String?
    /// When it was made, by the machine's clock, in UTC.
    let at: String
    /// The last step of the schema: which release can read it.
    let migration: String

    /// Describes a file that nobody writes to any more.
    static func describe(_ path: String, named name: String, at: String) throws -> BackupManifest {
        let (bytes, digest) = try Self.digest(of: path)
        return try SQLiteFile.read(path) { reader in
            let applied = try Migration.applied(OfficeMigrations.all, in: reader)
            return BackupManifest(
                file: name, bytes: bytes, sha256: digest, rows: try Self.rows(applied, in: reader),
                sequence: try reader.ledgerSequence(),
                checkpoint: try reader.lastCheckpoint()?.line, at: at,
                migration: applied.last?.id ?? "")
        }
    }

    private static func rows(
        _ applied: [Migration], in reader: any LedgerReader
    ) throws -> [String: Int] {
        var rows: [String: Int] = [:]
        for table in SchemaTable.all(after: applied) {
            rows[table.name] = try table.rowCount(in: reader)
        }
        return rows
    }

    /// Reads the manifest of a backup.
    static func read(of backup: String) throws -> BackupManifest {
        let path = place(of: backup)
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure(
                vi: "Không có “\(path)” bên cạnh bản sao lưu; hãy để hai tệp cùng một chỗ.",
                en: "There is no “\(path)” beside the backup; keep the two files together.")
        }
        guard let manifest = try? JSONDecoder().decode(Self.self, from: data),
            manifest.format == Self.format
        else {
            throw CommandFailure(
                vi: "“\(path)” không mô tả bản sao lưu nào; hãy dùng bản sao lưu khác.",
                en: "“\(path)” describes no backup; use another backup.")
        }
        return manifest
    }

    static func place(of backup: String) -> String {
        (backup.hasSuffix(BackupFolder.ending) ? String(backup.dropLast(7)) : backup) + ".json"
    }

    func write(to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let file = try NewFile(path: path)
        try file.write(try encoder.encode(self) + Data("\n".utf8))
        try file.finish()
    }

    private static func digest(of path: String) throws -> (bytes: Int, sha256: String) {
        do {
            return try FileDigest.of(path)
        } catch {
            throw CommandFailure(
                vi: "Không đọc được tệp “\(path)”; hãy xem lại tên và quyền đọc.",
                en: "The file “\(path)” cannot be read; look at its name and permissions.")
        }
    }

    /// Refuses a file that is not the one that was described.
    func requireFile(_ path: String) throws {
        let (size, digest) = try Self.digest(of: path)
        if size == bytes, digest == sha256 { return }
        throw CommandFailure(
            vi: "“\(path)” không phải bản đã lưu: có \(size) byte, dấu băm \(digest.prefix(16))…, "
                + "khi lưu là \(bytes) byte, \(sha256.prefix(16))…. Hãy dùng bản sao lưu khác.",
            en: "“\(path)” is not what was saved: it has \(size) bytes, digest "
                + "\(digest.prefix(16))…, saved were \(bytes) bytes, \(sha256.prefix(16))…. "
                + "Use another backup.")
    }

    /// Refuses a database that does not hold the rows that were saved.
    func requireRows(_ path: String, in reader: any LedgerReader) throws {
        let applied = try Migration.applied(OfficeMigrations.all, in: reader)
        let found = try Self.rows(applied, in: reader)
        for table in Set(rows.keys).union(found.keys).sorted() where rows[table] != found[table] {
            throw CommandFailure(
                vi: "“\(path)” có \(found[table] ?? 0) dòng trong \(table), khi lưu là "
                    + "\(rows[table] ?? 0). Hãy dùng bản sao lưu khác.",
                en: "“\(path)” has \(found[table] ?? 0) rows in \(table), saved were "
                    + "\(rows[table] ?? 0). Use another backup.")
        }
        if try reader.ledgerSequence() == sequence { return }
        throw CommandFailure(
            vi: "Sổ trong “\(path)” không dừng ở số \(sequence) như khi lưu. Hãy dùng bản khác.",
            en: "The ledger in “\(path)” does not end at \(sequence) as saved. Use another backup.")
    }
}
