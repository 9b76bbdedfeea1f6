// An office on a database server: it arrives there, is saved from there, and comes back the same.

import Foundation
import TestStores
import Testing

@Suite(.enabled(if: StoreFactory.postgres != nil, "needs a PostgreSQL server"))
struct ServerMoveTests {
    private static let hashes =
        "SELECT group_concat(hex(hash)) FROM (SELECT hash FROM entry ORDER BY sequence)"
    private static let people =
        "SELECT group_concat(hex(value)) FROM (SELECT value FROM personalValue ORDER BY id)"

    private func withServer(_ body: (String) async throws -> Void) async throws {
        let factory = try #require(StoreFactory.postgres)
        try await factory.withPlace { try await body($0.place) }
    }

    private func expectSame(_ one: String, _ other: String) async throws {
        for sql in [Self.hashes, Self.people] {
            let both = try await (DemoOffice.value(one, sql), DemoOffice.value(other, sql))
            #expect(both.0 == both.1 && !both.0.isEmpty)
        }
    }

    @Test func `an office moves to the server and back with an identical ledger`() async throws {
        try await withServer { server in
            try await withWorkFolder { folder in
                let data = try await DemoOffice.copy(to: folder)
                let there = try await roviec("move", "--from", data, "--to", server)
                #expect(there.status == 0 && there.complaint.isEmpty, "\(there)")
                let verify = try await roviec("verify", "--data", server)
                #expect(verify.status == 0, "\(verify)")
                let back = try await roviec("move", "--from", server, "--to", folder.path("back"))
                #expect(back.status == 0, "\(back)")
                try await expectSame(data, folder.path("back"))
                #expect(there.lines[0].prefix(20) == back.lines[0].prefix(20), "as many rows")
            }
        }
    }

    @Test func `it is saved from the server and restored from the file, either way`() async throws {
        try await withServer { server in
            try await withWorkFolder { folder in
                let saved = try await SavedOffice.make(in: folder)
                let into = try await roviec("restore", "--from", saved.file, "--data", server)
                #expect(into.status == 0, "\(into)")
                let from = try await roviec(
                    "backup", "--data", server, "--to", folder.path("again"))
                #expect(from.status == 0, "\(from)")
                let check = try await roviec("backup", "check", "--from", folder.path("again"))
                #expect(check.status == 0, "\(check)")
                let name = try #require(
                    folder.names(in: "again").first { $0.hasSuffix(".sqlite") })
                #expect(folder.names(in: "again").count == 2, "\(folder.names(in: "again"))")
                let out = try await roviec(
                    "restore", "--from", folder.path("again/\(name)"), "--data",
                    folder.path("new"))
                #expect(out.status == 0, "\(out)")
                try await expectSame(saved.data, folder.path("new"))
            }
        }
    }

    @Test func `a server that holds an office is left alone`() async throws {
        try await withServer { server in
            try await withWorkFolder { folder in
                let saved = try await SavedOffice.make(in: folder)
                let first = try await roviec("move", "--from", saved.data, "--to", server)
                #expect(first.status == 0, "\(first)")
                for arguments in [
                    ["move", "--from", saved.data, "--to", server],
                    ["restore", "--from", saved.file, "--data", server],
                ] {
                    let again = try await CommandProcess.run(arguments)
                    expectRefusal(again, vi: "đã có dữ liệu", en: "already")
                }
                #expect(try await roviec("verify", "--data", server).status == 0)
            }
        }
    }

    @Test func `a proof from the server is the one from the file`() async throws {
        try await withServer { server in
            try await withWorkFolder { folder in
                let office = try await SignedOffice.make(in: folder)
                let moved = try await roviec("move", "--from", office.data, "--to", server)
                #expect(moved.status == 0, "\(moved)")
                _ = try await office.proof(in: folder, "file.json")
                let result = try await roviec(
                    "proof", office.code, "--data", server, "--out", folder.path("server.json"))
                #expect(result.status == 0, "\(result)")
                #expect(try folder.text("server.json") == folder.text("file.json"))
                let verify = try await roviec(
                    "verify", "--data", server, "--since", "1", "--public-key", office.publicKey)
                #expect(verify.status == 0, "\(verify)")
            }
        }
    }
}
