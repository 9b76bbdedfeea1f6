// Opens an office's database: the only place that picks a store, reads the machine's clock and
// takes chance from the system.

import ArgumentParser
import Foundation
import Ledger
import LedgerPostgres
import LedgerSQLite
import Office
import WorkTime

/// Where the office lives.
struct DataOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Folder of the office's data, or postgres://… for a database that several nodes share. "
                + "Without it the environment variable ROVIEC_DATA counts, then var/office.",
            valueName: "place"))
    var data = ProcessInfo.processInfo.environment["ROVIEC_DATA"] ?? "var/office"

    /// Path of the database inside the folder.
    var databasePath: String { data + "/office.sqlite" }

    var isServer: Bool { data.hasPrefix("postgres://") || data.hasPrefix("postgresql://") }

    /// How messages name the place: an address without its password.
    var shown: String { isServer ? PostgresLedgerStore.shown(data) : data }
}

enum OfficeOpening {
    static let machineNow: @Sendable () -> Instant = {
        Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }

    static let machineBytes: @Sendable (Int) -> [UInt8] = { count in
        // Eight bytes a question to the kernel, not one.
        var generator = SystemRandomNumberGenerator()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 7)
        while bytes.count < count {
            withUnsafeBytes(of: generator.next()) { bytes.append(contentsOf: $0) }
        }
        return Array(bytes.prefix(count))
    }

    /// Opens the office's database and brings its tables up to date.
    static func desk(at option: DataOption, creates: Bool) async throws -> Desk {
        let store = try await store(at: option, creates: creates)
        if !creates { try await requireOffice(in: store, at: option) }
        let desk = Desk(
            store: store, sources: DeskSources(now: machineNow, bytes: machineBytes))
        try await desk.prepare()
        return desk
    }

    private static func store(
        at option: DataOption, creates: Bool
    ) async throws -> any LedgerStore {
        if option.isServer { return try await PostgresLedgerStore(url: option.data) }
        if creates {
            try makeFolder(option.data)
        } else {
            try requireContent(in: option)
        }
        return try SQLiteLedgerStore(path: option.databasePath)
    }

    private static func makeFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure(
                vi: "Không tạo được thư mục “\(path)”: hãy kiểm tra đường dẫn và quyền ghi.",
                en: "The folder “\(path)” cannot be made: check its path and permissions.")
        }
    }

    private static func requireContent(in option: DataOption) throws {
        let manager = FileManager.default
        guard manager.fileExists(atPath: option.databasePath) else {
            throw CommandFailure(
                vi: "Không có dữ liệu trong “\(option.data)”. "
                    + "Hãy chạy: roviec demo --data \(option.data)",
                en: "There is no office in “\(option.data)”. "
                    + "Run: roviec demo --data \(option.data)")
        }
        // The database would take an empty file for a new one, and find nothing amiss in it.
        let attributes = try? manager.attributesOfItem(atPath: option.databasePath)
        if attributes?[.size] as? Int == 0 { throw noOffice(option) }
    }

    /// Somebody else's database must not get the tables of an office.
    private static func requireOffice(
        in store: any LedgerStore, at option: DataOption
    ) async throws {
        do {
            _ = try await store.read { try $0.rows("SELECT id FROM schemaMigration LIMIT 1") }
        } catch LedgerStoreError.failed {
            await store.close()
            throw noOffice(option)
        }
    }

    private static func noOffice(_ option: DataOption) -> CommandFailure {
        let place = option.isServer ? option.shown : option.databasePath
        return CommandFailure(
            vi: "“\(place)” không chứa dữ liệu của Rõ Việc. "
                + "Hãy khôi phục bản sao lưu hoặc nêu nơi khác.",
            en: "“\(place)” holds no office. Restore the backup, or name another place.")
    }
}
