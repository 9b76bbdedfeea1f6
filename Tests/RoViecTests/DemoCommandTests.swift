// `roviec demo` and `roviec report`: an office out of nothing, and its figures out of its records.

import Foundation
import Testing

struct DemoCommandTests {
    @Test func `a demo tells how to sign in and how to go on`() async throws {
        let result = try await DemoOffice.making()
        #expect(result.status == 0, "\(result.complaint)")
        #expect(result.output.contains(" việc của \(DemoOffice.dossiers) hồ sơ"))
        #expect(result.output.contains(" acts on \(DemoOffice.dossiers) dossiers"))
        #expect(result.output.contains("Mật khẩu chung / Password of all: "))
        #expect(result.output.contains("  mc.bode "))
        #expect(result.output.contains("\nroviec serve --data "))
        #expect(result.complaint.contains(" / "), "progress goes beside the answer")
    }

    @Test func `a folder that holds anything is left as it is`() async throws {
        try await withWorkFolder { folder in
            for name in ["office/thư.txt", "hidden/.keep", "dir/sub/x"] {
                try folder.write(name, "của tôi")
                let data = folder.path(String(name.prefix { $0 != "/" }))
                expectRefusal(
                    try await roviec("demo", "--data", data), naming: data, vi: "không trống",
                    en: "is not empty")
                #expect(try folder.text(name) == "của tôi")
                #expect(folder.names(in: "").count { $0.hasSuffix("sqlite") } == 0)
            }
        }
    }

    @Test func `history is never played over history`() async throws {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            let before = try await DemoOffice.value(data, "SELECT sequence FROM ledgerHead")
            expectRefusal(
                try await roviec("demo", "--data", data, "--dossiers", "1"), naming: data,
                vi: "không trống", en: "is not empty")
            let after = try await DemoOffice.value(data, "SELECT sequence FROM ledgerHead")
            #expect(before == after)
        }
    }

    @Test func `a file in the way of the folder is named`() async throws {
        try await withWorkFolder { folder in
            let file = try folder.write("tệp", "x")
            for data in [file, file + "/under", file + "/a/b/c"] {
                expectRefusal(
                    try await roviec("demo", "--data", data), naming: data,
                    vi: "Không tạo được thư mục", en: "cannot be made")
            }
            #expect(try folder.text("tệp") == "x")
        }
    }
}

struct ReportCommandTests {
    @Test func `figures come from the records: forty dossiers are not those of the newspaper`()
        async throws
    {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            let plain = try await roviec("report", "article", "--data", data)
            #expect(plain.status == 1 && plain.complaint.isEmpty)
            #expect(
                plain.output.contains(
                    "≠ Hồ sơ đã tiếp nhận / Dossiers received: \(DemoOffice.dossiers)"))
            #expect(plain.output.contains("2017-01-01 – 2017-06-30"))
            let coded = try await roviec("report", "article", "--data", data, "--json")
            #expect(coded.status == 1)
            let fields = try #require(try coded.json() as? [String: Any])
            #expect(fields.isEmpty == false)
            #expect(
                coded.output.contains("7114") && coded.output.contains("\(DemoOffice.dossiers)"))
        }
    }

    @Test func `how good the warning was comes from the records, and every period has a name`()
        async throws
    {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            let plain = try await roviec("report", "apologies", "--data", data)
            #expect(plain.status == 0 && plain.complaint.isEmpty)
            #expect(plain.output.hasPrefix("2017-01-01 – 2017-06-30: "))
            #expect(plain.output.contains("recall") && plain.output.contains("precision"))
            let coded = try await roviec(
                "report", "apologies", "--data", data, "--period", "2017", "--json")
            let fields = try #require(try coded.json() as? [String: Any])
            #expect((fields["warning"] as? [String: Any])?["hits"] is Int)
            #expect(fields["isCut"] as? Bool == false)
            let wrong = try await roviec("report", "apologies", "--data", data, "--period", "x")
            #expect(wrong.status != 0 && wrong.complaint.contains("Không hiểu kỳ"))
        }
    }

    @Test func `reading figures changes nothing in the ledger`() async throws {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            let head = "SELECT sequence FROM ledgerHead"
            let before = try await DemoOffice.value(data, head)
            _ = try await roviec("report", "article", "--data", data)
            #expect(try await DemoOffice.value(data, head) == before)
        }
    }
}

/// What every command that opens an office says when there is none.
struct OfficeOpeningTests {
    private static let commands = [["verify"], ["serve", "--port", "0"], ["report", "article"]]

    @Test(arguments: commands)
    func `no office is named with the way to make one`(command: [String]) async throws {
        try await withWorkFolder { folder in
            let data = folder.path("không có")
            expectRefusal(
                try await CommandProcess.run(command + ["--data", data]), naming: data,
                vi: "Hãy chạy: roviec demo --data", en: "Run: roviec demo --data")
            #expect(folder.names(in: "").isEmpty, "nothing was made by asking")
        }
    }

    @Test(arguments: commands)
    func `an empty file is no office, and nothing is amiss would be a lie`(command: [String])
        async throws
    {
        try await withWorkFolder { folder in
            let path = try folder.write("office.sqlite", [])
            expectRefusal(
                try await CommandProcess.run(command + ["--data", folder.path("")]),
                naming: "office.sqlite", vi: "không chứa dữ liệu của Rõ Việc",
                en: "holds no office")
            #expect(try Data(contentsOf: URL(filePath: path)).isEmpty)
            #expect(folder.names(in: "") == ["office.sqlite"])
        }
    }

    @Test func `somebody else's database gets no tables of an office`() async throws {
        try await withWorkFolder { folder in
            try await DemoOffice.edit(folder.path(""), "CREATE TABLE shop (goods TEXT)")
            for command in Self.commands {
                expectRefusal(
                    try await CommandProcess.run(command + ["--data", folder.path("")]),
                    naming: "office.sqlite", vi: "không chứa dữ liệu", en: "holds no office")
            }
            let tables = try await DemoOffice.value(
                folder.path(""), "SELECT group_concat(name) FROM sqlite_schema")
            #expect(tables == "shop")
        }
    }

    @Test func `a text, a folder and a damaged file are told apart`() async throws {
        try await withWorkFolder { folder in
            try folder.write("a/office.sqlite", String(repeating: "đây là thư ", count: 500))
            expectRefusal(
                try await roviec("verify", "--data", folder.path("a")), naming: "office.sqlite",
                vi: "không phải là cơ sở dữ liệu", en: "is not a database")
            try folder.write("b/office.sqlite/x", "")
            expectRefusal(
                try await roviec("verify", "--data", folder.path("b")), naming: "office.sqlite",
                vi: "Không mở được", en: "Cannot open")
        }
    }

    @Test func `a database of a newer release is refused by name`() async throws {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            try await DemoOffice.edit(
                data,
                "INSERT INTO schemaMigration (position, id, digest) VALUES (999, 'office/99', x'')")
            expectRefusal(
                try await roviec("verify", "--data", data), naming: "office/99",
                vi: "bản mới hơn", en: "newer release")
        }
    }

    @Test func `a migration that reads differently is refused by name`() async throws {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            try await DemoOffice.edit(
                data, "UPDATE schemaMigration SET digest = x'00' WHERE id = 'ledger/1-entries'")
            expectRefusal(
                try await roviec("verify", "--data", data), naming: "ledger/1-entries",
                vi: "khác với bước đã chạy", en: "differs from the one that has run")
        }
    }
}
