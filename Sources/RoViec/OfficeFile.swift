// An office in one SQLite file: made from whatever store the office lives in, and put in its place.

import Foundation
import Ledger
import LedgerSQLite
import Office

enum FileManagerPlace {
    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}

enum OfficeFile {
    /// Copies an office as it is at one instant, while others work in it, into a new file that is
    /// on the disk afterwards.
    static func copy(_ place: DataOption, to path: String) async throws {
        if !place.isServer, FileManagerPlace.exists(place.databasePath) {
            try requireContent(place)
            try SQLiteFile.copy(from: place.databasePath, to: path)
            return
        }
        let aside = path + ".store"
        defer { remove(aside) }
        try await copyStore(place, to: aside)
        // A store keeps its file open for writing; a backup is one file, and nothing beside it.
        try SQLiteFile.copy(from: aside, to: path)
    }

    /// Any other store, read on one snapshot.
    private static func copyStore(_ place: DataOption, to path: String) async throws {
        let source = try await OfficeOpening.desk(at: place, creates: false)
        let target = try SQLiteLedgerStore(path: path)
        do {
            try await Desk(store: target, sources: source.sources).prepare()
            _ = try await StoreCopy.run(
                SchemaTable.all(after: OfficeMigrations.all), from: source.store, to: target)
        } catch {
            await source.store.close()
            await target.close()
            throw error
        }
        await source.store.close()
        await target.close()
    }

    /// Somebody else's database, or an empty file, is not worth a backup.
    private static func requireContent(_ place: DataOption) throws {
        do {
            let entries = try SQLiteFile.read(place.databasePath) { try $0.ledgerSequence() }
            if entries > 0 { return }
        } catch LedgerStoreError.failed {
            // There is no such table.
        }
        throw CommandFailure(
            vi: "“\(place.databasePath)” không chứa dữ liệu của Rõ Việc; hãy nêu thư mục khác.",
            en: "“\(place.databasePath)” holds no office; name another folder.")
    }

    /// Removes a database with what a store leaves beside it.
    static func remove(_ path: String) {
        for ending in ["", "-wal", "-shm", "-journal"] { unlink(path + ending) }
    }

    /// Copies bytes into a new file and brings them to the disk.
    static func copyBytes(from: String, to path: String) throws {
        let file = try NewFile(path: path, isPrivate: true)
        let source = try FileHandle(forReadingFrom: URL(filePath: from))
        defer { try? source.close() }
        while let piece = try source.read(upToCount: FileDigest.pieceSize), !piece.isEmpty {
            try file.write(piece)
        }
        try file.finish()
    }
}
