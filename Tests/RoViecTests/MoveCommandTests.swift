// `roviec move`: the same office in another place.

import Foundation
import Testing

struct MoveCommandTests {
    private static let tables = [
        "SELECT group_concat(hex(hash)) FROM (SELECT hash FROM entry ORDER BY sequence)",
        "SELECT group_concat(hex(value)) FROM (SELECT value FROM personalValue ORDER BY id)",
        "SELECT group_concat(hex(state)) FROM (SELECT state FROM streamState ORDER BY stream)",
        "SELECT group_concat(passwordHash) FROM (SELECT passwordHash FROM account ORDER BY name)",
        "SELECT group_concat(value) FROM (SELECT value FROM setting ORDER BY name)",
        "SELECT group_concat(hex(digest)) FROM (SELECT digest FROM checkpoint ORDER BY number)",
    ]

    @Test func `an office moves with every value, and goes on`() async throws {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            let new = folder.path("new/place")
            let result = try await roviec("move", "--from", data, "--to", new)
            #expect(result.status == 0 && result.complaint.isEmpty, "\(result)")
            let entries = try await DemoOffice.value(data, "SELECT count(*) FROM entry")
            #expect(result.output.contains("\(entries) mục sổ"))
            #expect(result.output.contains("\(entries) entries"))
            for sql in Self.tables {
                let both = try await (DemoOffice.value(data, sql), DemoOffice.value(new, sql))
                #expect(both.0 == both.1 && !both.0.isEmpty, "\(sql)")
            }
            let verify = try await roviec("verify", "--data", new)
            #expect(verify.status == 0, "\(verify)")
            #expect(try await roviec("verify", "--data", data).status == 0, "the old one stays")
            #expect(try await roviec("checkpoint", "--data", new).status == 0)
        }
    }

    @Test func `it never moves over another office, nor from nowhere`() async throws {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            for target in [data, data + "/"] {
                expectRefusal(
                    try await roviec("move", "--from", data, "--to", target), naming: target,
                    vi: "đã có dữ liệu", en: "There is an office")
            }
            let nowhere = folder.path("none")
            expectRefusal(
                try await roviec("move", "--from", nowhere, "--to", folder.path("new")),
                naming: nowhere, vi: "Không có dữ liệu", en: "There is no office")
            #expect(!FileManager.default.fileExists(atPath: folder.path("new")))
            #expect(try await roviec("verify", "--data", data).status == 0)
        }
    }

    @Test func `an office with findings does not arrive`() async throws {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            try await DemoOffice.edit(data, "UPDATE entry SET unit = 'x' WHERE sequence = 40")
            let result = try await roviec("move", "--from", data, "--to", folder.path("new"))
            expectRefusal(result, naming: folder.path("new"), vi: "sai lệch", en: "findings")
            #expect(result.complaint.contains("sequence 40"))
            #expect(folder.names(in: "new").isEmpty)
        }
    }
}
