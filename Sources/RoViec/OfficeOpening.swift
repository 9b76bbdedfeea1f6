// Opens an office's database: the only place that picks a store, reads the machine's clock and
// takes chance from the system.

import ArgumentParser
import Foundation
import Ledger
import LedgerSQLite
import Office
import WorkTime

/// Where the office lives.
struct DataOption: ParsableArguments {
    @Option(help: ArgumentHelp("Folder of the office's data.", valueName: "folder"))
    var data = "var/office"

    /// Path of the database inside the folder.
    var databasePath: String { data + "/office.sqlite" }
}

enum OfficeOpening {
    static let machineNow: @Sendable () -> Instant = {
        Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }

    static let machineBytes: @Sendable (Int) -> [UInt8] = { count in
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }

    /// Opens the database of the folder and brings its tables up to date.
    static func desk(at option: DataOption, creates: Bool) async throws -> Desk {
        let manager = FileManager.default
        if creates {
            try manager.createDirectory(
                atPath: option.data, withIntermediateDirectories: true)
        } else if !manager.fileExists(atPath: option.databasePath) {
            throw CommandFailure(
                vi: "Không có dữ liệu trong “\(option.data)”. "
                    + "Hãy chạy: roviec demo --data \(option.data)",
                en: "There is no office in “\(option.data)”. "
                    + "Run: roviec demo --data \(option.data)")
        }
        let store = try SQLiteLedgerStore(path: option.databasePath)
        let desk = Desk(
            store: store, sources: DeskSources(now: machineNow, bytes: machineBytes))
        try await desk.prepare()
        return desk
    }
}
