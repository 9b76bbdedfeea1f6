// What only the PostgreSQL store has: a server that may be away, lines that break, neighbours.

import Foundation
import Ledger
import LedgerPostgres
import TestStores
import Testing

@Suite(.enabled(if: StoreFactory.postgres != nil, "ROVIEC_TEST_POSTGRES names no server"))
struct PostgresStoreTests {
    private func withPlace(_ body: (LentPlace) async throws -> Void) async throws {
        try await #require(StoreFactory.postgres).withPlace(body)
    }

    @Test func `a commit is on the server's disk before it is answered`() async throws {
        try await withPlace { place in
            let store = try await place.open()
            let settings = try await store.write { transaction in
                try ["fsync", "full_page_writes", "synchronous_commit"].map { name in
                    try transaction.rows("SHOW \(name)", [])[0].values[0]
                }
            }
            #expect(settings == ["on", "on", "on"])
            await store.close()
        }
    }

    @Test func `a snapshot may pause as long as a slow disk asks, a command may not`() async throws
    {
        try await withPlace { place in
            let store = try await place.open()
            let ask = "SHOW idle_in_transaction_session_timeout"
            #expect(try await store.read { try $0.rows(ask, [])[0].values[0] } == "0")
            #expect(try await store.write { try $0.rows(ask, [])[0].values[0] } == "30s")
            await store.close()
        }
    }

    @Test(arguments: [
        ("LOCALE 'C.UTF-8' ENCODING 'UTF8'", nil),
        ("LOCALE 'C' ENCODING 'SQL_ASCII'", "encoding"),
        ("LOCALE_PROVIDER icu ICU_LOCALE 'vi-VN' LOCALE 'C' ENCODING 'UTF8'", "locale"),
    ])
    func `a database that orders or writes letters otherwise is refused by name`(
        made: String, wrong: String?
    ) async throws {
        let server = try #require(PostgresTestServer.named)
        let name = "odd_\(UUID().uuidString.lowercased().replacing("-", with: ""))"
        try PostgresTestServer.run(
            server.url, "CREATE DATABASE \(name) TEMPLATE template0 \(made)")
        let url = String(server.url.dropLast("postgres".count)) + name
        do {
            let store = try await PostgresLedgerStore(url: url)
            await store.close()
            #expect(wrong == nil)
        } catch LedgerStoreError.wrongSetting(let setting, _, _) {
            #expect(setting == wrong)
        }
        try PostgresTestServer.run(server.url, "DROP DATABASE \(name) WITH (FORCE)")
    }

    @Test func `a server that is not there is named without the password`() async throws {
        let error = await #expect(throws: LedgerStoreError.self) {
            try await PostgresLedgerStore(url: "postgres://clerk:bimat@127.0.0.1:9/office")
        }
        guard case .cannotOpen(let path, _)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(path == "postgres://clerk@127.0.0.1:9/office")
        #expect(error.map { "\($0)\($0.sentence)" }?.contains("bimat") == false)
    }

    @Test func `the server proves who it is on an encrypted line, or is refused`() async throws {
        try await withPlace { place in
            let good = PostgresTestServer.certificate
            let url = place.place + "?sslmode=verify-full&sslrootcert="
            let store = try await PostgresLedgerStore(url: url + good)
            let isEncrypted = try await store.read { reader in
                try reader.rows(
                    "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()", [])[0].bool("ssl")
            }
            #expect(isEncrypted)
            await store.close()
            try await withFolder { folder in
                // A certificate of somebody else, as a stranger in the middle would show.
                let stranger = folder.file("stranger.crt")
                try Self.strangersCertificate.write(
                    toFile: stranger, atomically: true, encoding: .utf8)
                await #expect(throws: LedgerStoreError.self) {
                    try await PostgresLedgerStore(url: url + stranger)
                }
            }
        }
    }

    @Test(arguments: [
        ("postgres://a:b@h/d", "postgres://a@h/d"),
        ("postgres://a@h:5432/d", "postgres://a@h:5432/d"),
        ("postgresql://h/d?sslmode=require", "postgresql://h/d?sslmode=require"),
        ("postgres://a:p:@@h/d", "postgres://a@h/d"),
        ("postgres://h/d?user=a&password=b", "PostgreSQL"),
        ("host=h password=b", "PostgreSQL"),
    ])
    func `a shown address holds no password`(url: String, shown: String) {
        #expect(PostgresLedgerStore.shown(url) == shown)
    }

    @Test func `lines that the server cuts are opened again`() async throws {
        try await withPlace { place in
            let store = try await place.open()
            try await store.migrate(LedgerSchema.migrations)
            for version in 0..<5 {
                try await store.note("a", expecting: version)
                #expect(try await store.sequence() == version + 1)
                try Self.cut(place)
            }
            #expect(try await store.verify().isClean)
            await store.close()
        }
    }

    /// Callers repeat what failed under the same key, as browsers and programs do.
    @Test func `what was answered is there once however often lines are cut`() async throws {
        try await withPlace { place in
            let store = try await place.open()
            try await store.migrate(LedgerSchema.migrations)
            let written = try await withThrowingTaskGroup(of: Int.self) { group in
                for caller in 0..<8 {
                    group.addTask {
                        var version = 0
                        while !Task.isCancelled {
                            if try await Self.noteOnce(store, caller, version) { version += 1 }
                        }
                        return version
                    }
                }
                for _ in 0..<12 {
                    try await Task.sleep(for: .milliseconds(60))
                    try Self.cut(place)
                }
                // However slow the machine is: they get on when the lines hold again.
                while try await store.sequence() <= 8 { await Task.yield() }
                group.cancelAll()
                return try await group.reduce(0, +)
            }
            #expect(written > 8)
            let report = try await store.verify()
            #expect(report.isClean)
            #expect(report.entryCount == written)
            await store.close()
        }
    }

    /// Writes the next note of a caller; true when it stands in the ledger.
    private static func noteOnce(
        _ store: any LedgerStore, _ caller: Int, _ version: Int
    ) async throws -> Bool {
        do {
            try await store.note("s/\(caller)", expecting: version)
            return true
        } catch LedgerStoreError.outcomeUnknown, LedgerStoreError.unreachable {
            let found = try? await store.read { reader in
                try reader.streamHead(of: "s/\(caller)")?.version ?? 0
            }
            return (found ?? 0) > version
        }
    }

    private static func cut(_ place: LentPlace) throws {
        try PostgresTestServer.run(
            place.place,
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()
            """)
    }

    @Test func `a neighbour who keeps the turn makes commands wait, then fail by name`()
        async throws
    {
        try await withPlace { place in
            let store = try await PostgresLedgerStore(url: place.place, patienceSeconds: 1)
            try await store.migrate(LedgerSchema.migrations)
            let neighbour = try await place.open()
            async let holding: Void = neighbour.write { transaction in
                _ = try transaction.rows("SELECT pg_sleep(4)", [])
            }
            try await Task.sleep(for: .milliseconds(500))
            await #expect(throws: LedgerStoreError.lockedByAnotherProcess) {
                try await store.note("a", expecting: 0)
            }
            try await holding
            try await store.note("a", expecting: 0)
            await store.close()
            await neighbour.close()
        }
    }

    @Test func `nodes that write the same streams take turns and never wait in a circle`()
        async throws
    {
        try await withPlace { place in
            var nodes: [any LedgerStore] = []
            for _ in 0..<3 { nodes.append(try await place.open()) }
            try await nodes[0].migrate(LedgerSchema.migrations)
            let wins = try await withThrowingTaskGroup(of: Int.self) { group in
                for caller in 0..<12 {
                    let node = nodes[caller % 3]
                    group.addTask {
                        var wins = 0
                        for _ in 0..<20 {
                            // In opposite order on each node: two locks would meet.
                            let streams = caller.isMultiple(of: 2) ? ["a", "b"] : ["b", "a"]
                            try await node.write { transaction in
                                for stream in streams {
                                    let version = try transaction.streamHead(of: stream)?.version
                                    try transaction.append(
                                        [NewEntry("n", [:])], to: stream,
                                        expecting: version ?? 0, by: someone)
                                }
                            }
                            wins += 1
                        }
                        return wins
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(wins == 240)
            let report = try await nodes[1].verify()
            #expect(report.isClean && report.entryCount == 480 && report.streamCount == 2)
            for node in nodes { await node.close() }
        }
    }

    private static let strangersCertificate = """
        -----BEGIN CERTIFICATE-----
        MIIBfTCCASOgAwIBAgIUNpbxApUDves41zm9oztK4BIvvUYwCgYIKoZIzj0EAwIw
        EzERMA8GA1UEAwwIc3RyYW5nZXIwIBcNMjYxMTI1MDQyODQ1WhgPMjEyNjExMDEw
        NDI4NDVaMBMxETAPBgNVBAMMCHN0cmFuZ2VyMFkwEwYHKoZIzj0CAQYIKoZIzj0D
        AQcDQgAEGhahEqSIpgSk2Ua9Y6yDd+3OGZiMHXitHTXfD5+rCTXeDG+YeIFSoiVx
        B8OXybm1mJT+1BvfXbAR+Ow4PkjJoKNTMFEwHQYDVR0OBBYEFPkZFQbL9hs+2pgE
        9cBddR9P/in+MB8GA1UdIwQYMBaAFPkZFQbL9hs+2pgE9cBddR9P/in+MA8GA1Ud
        EwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIhAORvIJHgIu2C2s3f2tX4sAGK
        NCedf8FZnEpfQhGGfCEqAiBICeF3KxiBl7YiUkNOu9MSn/t31szVPkyYAdE4Hhvi
        /Q==
        -----END CERTIFICATE-----

        """
}
