// `roviec token`: made once, listed without the secret, revoked.

import Foundation
import Testing

struct TokenCommandTests {
    private func create(
        _ data: String, _ more: String...
    ) async throws -> CommandResult {
        try await CommandProcess.run(
            ["token", "create", "--data", data, "--person", "mc.bode"] + more)
    }

    @Test func `a token is printed alone, once, and nothing on the disk holds it`()
        async throws
    {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            let made = try await create(
                data, "--scope", "read", "--scope", "work", "--name", "Máy in")
            #expect(made.status == 0)
            let token = try #require(made.lines.first)
            #expect(made.lines.count == 1 && token.hasPrefix("rv_") && token.count == 67)
            #expect(made.complaint.contains("chỉ hiện lần này"))
            #expect(made.complaint.contains("shown this once"))
            #expect(!made.complaint.contains(token))
            for name in try FileManager.default.contentsOfDirectory(atPath: data) {
                let bytes = try Data(contentsOf: URL(filePath: "\(data)/\(name)"))
                #expect(bytes.range(of: Data(token.utf8)) == nil, "\(name)")
                #expect(bytes.range(of: Data(token.dropFirst(3).utf8)) == nil, "\(name)")
            }
            let list = try await roviec("token", "list", "--data", data)
            #expect(list.status == 0 && list.lines.count == 1)
            for word in ["mc.bode", "read,work", "live", "Máy in"] {
                #expect(list.output.contains(word), "\(word)")
            }
            #expect(!list.output.contains(token))
            let verify = try await roviec("verify", "--data", data)
            #expect(verify.status == 0, "\(verify)")
        }
    }

    @Test func `a revoked token stands in the list as such`() async throws {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            #expect(try await roviec("token", "list", "--data", data).output.isEmpty)
            _ = try await create(data, "--scope", "read", "--days", "1")
            let list = try await roviec("token", "list", "--data", data, "--json")
            let rows = try #require(try list.json() as? [[String: Any]])
            let id = try #require(rows.first?["id"] as? String)
            #expect(rows.count == 1 && rows.first?["standing"] as? String == "live")
            #expect(list.output.contains(id))
            for _ in 0..<2 {
                let revoked = try await roviec("token", "revoke", "--data", data, id)
                #expect(revoked.status == 0 && revoked.output.isEmpty)
            }
            let after = try await roviec("token", "list", "--data", data)
            #expect(after.output.contains("revoked"))
            let entries = try await DemoOffice.value(
                data, "SELECT CAST(COUNT(*) AS TEXT) FROM entry WHERE stream = 'token/\(id)'")
            #expect(entries == "2", "issued and revoked, each once")
            let verify = try await roviec("verify", "--data", data)
            #expect(verify.status == 0, "\(verify)")
        }
    }

    @Test func `what is missing or unknown is named`() async throws {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            let nobody = try await roviec(
                "token", "create", "--data", data, "--person", "ai.do", "--scope", "read")
            expectRefusal(
                nobody, naming: "ai.do", vi: "Không có tài khoản", en: "There is no account")
            expectRefusal(
                try await create(data, "--scope", "root"), naming: "root",
                vi: "Hãy chọn trong: read, work, admin", en: "Choose among")
            for days in ["0", "366"] {
                expectRefusal(
                    try await create(data, "--scope", "read", "--days", days), naming: "365",
                    vi: "Mã có hạn từ 1", en: "A token lasts 1")
            }
            let unknown = try await roviec("token", "revoke", "--data", data, "khong-co")
            expectRefusal(
                unknown, naming: "khong-co", vi: "Không có mã truy cập", en: "There is no token")
            #expect(try await roviec("token", "list", "--data", data).output.isEmpty)
        }
    }

    @Test(arguments: [
        ["token", "create", "--scope", "read"], ["token", "create", "--person", "mc.bode"],
        ["token", "revoke"],
    ])
    func `a call without what it needs is misuse`(arguments: [String]) async throws {
        let result = try await CommandProcess.run(arguments)
        #expect(result.status == 2 && result.complaint.contains("Usage: roviec token"))
    }
}
