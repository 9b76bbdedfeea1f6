// One small demo office for all tests of this target; each test works on a copy of its own.

import Foundation
import GRDB
import Synchronization
import Testing

enum DemoOffice {
    static let dossiers = 40

    /// The folder is made once, by the program itself, and removed when the tests end.
    private static let made = Task {
        let folder = try WorkFolder.make()
        place.withLock { $0 = folder }
        atexit { DemoOffice.place.withLock { $0 }?.remove() }
        let result = try await roviec(
            "demo", "--data", folder.path("office"), "--dossiers", "\(dossiers)")
        return (folder, result)
    }
    private static let place = Mutex<WorkFolder?>(nil)

    /// How the making of it ended.
    static func making() async throws -> CommandResult { try await made.value.1 }

    /// Copies the office into `office` of a folder and returns its path.
    static func copy(to folder: WorkFolder) async throws -> String {
        let (source, result) = try await made.value
        try #require(result.status == 0, "\(result.complaint)")
        try FileManager.default.copyItem(at: source.url("office"), to: folder.url("office"))
        return folder.path("office")
    }

    /// Changes the file behind the back of the program.
    static func edit(_ data: String, _ sql: String) async throws {
        let database = try DatabaseQueue(path: data + "/office.sqlite")
        try await database.write { try $0.execute(sql: sql) }
        try database.close()
    }

    static func value(_ data: String, _ sql: String) async throws -> String {
        let database = try DatabaseQueue(path: data + "/office.sqlite")
        let text = try await database.read { try String.fetchOne($0, sql: sql) }
        try database.close()
        return try #require(text)
    }
}
