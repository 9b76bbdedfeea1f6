// From a backup to an office, proved on the way.

import ArgumentParser
import Foundation
import Ledger
import LedgerSQLite
import Office
import WorkTime

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
