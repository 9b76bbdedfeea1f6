// A power cut at any moment: what was answered is there, and the chain is whole.

import Foundation
import Ledger
import LedgerSQLite
import Synchronization
import TestStores
import Testing

/// What callers were told is written: stream to version.
private final class Acknowledged: Sendable {
    private let versions = Mutex<[String: Int]>([:])

    func note(_ entry: Entry) {
        versions.withLock { $0[entry.stream] = entry.version }
    }

    var all: [String: Int] { versions.withLock { $0 } }
}

@Suite struct CrashTests {
    /// While 16 callers write, copies database and log on the writer's own thread, in the middle
    /// of a transaction: the exact picture a crash at that moment leaves. Half of the images get
    /// noise behind the log, as of a write that was under way. Then opens each copy.
    @Test func `every crash image holds what was acknowledged and verifies`() async throws {
        try await withFolder { folder in
            let path = folder.file("live.sqlite")
            let store = try SQLiteLedgerStore(path: path)
            try await store.migrate(LedgerSchema.migrations)
            let acknowledged = Acknowledged()
            let images = try await withThrowingTaskGroup(of: Void.self) { group in
                for caller in 0..<16 {
                    group.addTask { try await Self.writeOn(store, "s/\(caller)", acknowledged) }
                }
                var images: [(path: String, known: [String: Int])] = []
                for number in 0..<12 {
                    try await Task.sleep(for: .milliseconds(15))
                    let image = folder.file("image-\(number).sqlite")
                    let known = try await store.write { transaction in
                        try transaction.append(
                            [NewEntry("n", [:])], to: "half done/\(number)", expecting: 0,
                            by: someone)
                        let known = acknowledged.all
                        try Self.copy(path, to: image, noise: number.isMultiple(of: 2))
                        return known
                    }
                    images.append((image, known))
                }
                group.cancelAll()
                try await group.waitForAll()
                return images
            }
            await store.close()
            #expect(images.last.map { $0.known.values.reduce(0, +) > 100 } ?? false)
            for (number, image) in images.enumerated() {
                try await Self.check(image.path, holds: image.known, without: "half done/\(number)")
            }
        }
    }

    private static func writeOn(
        _ store: any LedgerStore, _ stream: String, _ acknowledged: Acknowledged
    ) async throws {
        var version = 0
        while !Task.isCancelled {
            let entry = try await store.note(stream, expecting: version)
            acknowledged.note(entry)
            version = entry.version
        }
    }

    private static func copy(_ path: String, to image: String, noise: Bool) throws {
        try FileManager.default.copyItem(atPath: path, toPath: image)
        var log = try Data(contentsOf: URL(fileURLWithPath: path + "-wal"))
        if noise { log.append(Data(repeating: 0x5A, count: 5000)) }
        try log.write(to: URL(fileURLWithPath: image + "-wal"))
    }

    private static func check(
        _ image: String, holds known: [String: Int], without stream: String
    ) async throws {
        let store = try SQLiteLedgerStore(path: image)
        try await store.migrate(LedgerSchema.migrations)
        let report = try await store.verify()
        #expect(report.findings.isEmpty)
        for (stream, version) in known {
            let head = try await store.read { try $0.streamHead(of: stream) }
            #expect((head?.version ?? 0) >= version)
        }
        let halfDone = try await store.read { try $0.streamHead(of: stream) }
        #expect(halfDone == nil)
        let sequence = try await store.sequence()
        try await store.note("after the crash", expecting: 0)
        let next = try await store.sequence()
        #expect(next == sequence + 1)
        await store.close()
    }
}
