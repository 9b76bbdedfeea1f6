// A folder of one test's own.

import Foundation

public struct TestFolder: Sendable {
    public let url: URL

    public func file(_ name: String) -> String {
        url.appendingPathComponent(name).path
    }

    static func make() throws -> TestFolder {
        let url = FileManager.default.temporaryDirectory
            .appendingPathComponent("roviec-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return TestFolder(url: url)
    }
}

@discardableResult
public func withFolder<T>(_ body: (TestFolder) async throws -> T) async throws -> T {
    let folder = try TestFolder.make()
    defer { try? FileManager.default.removeItem(at: folder.url) }
    return try await body(folder)
}
