// A folder of backups: their names and their age.

import Foundation
import WorkTime

struct BackupFolder {
    static let beginning = "office-"
    static let ending = ".sqlite"

    struct Backup: Hashable {
        let path: String
        let at: Instant
    }

    let path: String

    /// Makes the folder when it is not there.
    static func open(_ path: String) throws -> BackupFolder {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure(
                vi: "Không tạo được thư mục “\(path)”: hãy kiểm tra đường dẫn và quyền ghi.",
                en: "The folder “\(path)” cannot be made: check its path and permissions.")
        }
        if access(path, W_OK | X_OK) != 0 { throw NewFile.unwritable(path) }
        return BackupFolder(path: path)
    }

    /// Where a backup of that moment lies.
    func place(at instant: Instant) -> (file: String, name: String) {
        let name = Self.beginning + Self.stamp(instant) + Self.ending
        return (path + "/" + name, name)
    }

    /// Backups with a manifest, oldest first; other files are nobody's business here.
    func backups() -> [Backup] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.compactMap { name in
            guard name.hasPrefix(Self.beginning), name.hasSuffix(Self.ending),
                let at = Self.instant(String(name.dropFirst(7).dropLast(7))),
                FileManager.default.fileExists(
                    atPath: BackupManifest.place(of: path + "/" + name))
            else { return nil }
            return Backup(path: path + "/" + name, at: at)
        }.sorted { ($0.at.milliseconds, $0.path) < ($1.at.milliseconds, $1.path) }
    }

    /// The manifest goes last: without its file it is a trace, a file without it is a riddle.
    func remove(_ backup: Backup) throws {
        do {
            try FileManager.default.removeItem(atPath: backup.path)
            try FileManager.default.removeItem(atPath: BackupManifest.place(of: backup.path))
        } catch {
            throw CommandFailure(
                vi: "Không xóa được bản cũ “\(backup.path)”: hãy kiểm tra quyền ghi.",
                en: "The old backup “\(backup.path)” cannot be removed: check permissions.")
        }
    }

    /// `20170801T010000Z`, in UTC.
    static func stamp(_ instant: Instant) -> String {
        instant.utcText.filter { !"-:".contains($0) }
    }

    private static func instant(_ stamp: String) -> Instant? {
        let digits = Array(stamp)
        guard digits.count == 16, digits[8] == "T", digits[15] == "Z" else { return nil }
        let text =
            String(digits[0..<4]) + "-" + String(digits[4..<6]) + "-" + String(digits[6..<11]) + ":"
            + String(digits[11..<13]) + ":" + String(digits[13..<16])
        guard let date = try? Date(text, strategy: .iso8601) else { return nil }
        return Instant(milliseconds: Int64(date.timeIntervalSince1970 * 1000))
    }
}

extension Instant {
    /// `2017-08-01T01:00:00Z`.
    var utcText: String {
        Date(timeIntervalSince1970: Double(milliseconds) / 1000).formatted(.iso8601)
    }
}
