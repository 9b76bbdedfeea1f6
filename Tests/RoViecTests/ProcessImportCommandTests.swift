// `roviec process import`: all processes of a table become files, or none does.

import Foundation
import Testing

struct ProcessImportCommandTests {
    private static let rows = ["A-1", "B-2", "C-3"].map { SchemaFile.row($0) }.joined()

    private func run(
        _ folder: WorkFolder, _ rows: String, limits: String? = nil, _ options: String...
    ) async throws -> CommandResult {
        let steps = try folder.write("steps.csv", SchemaFile.csvHeader + rows)
        let published = try limits.map { ["--limits", try folder.write("limits.csv", $0)] }
        return try await CommandProcess.run(
            ["process", "import", steps, "--out", folder.path("out")] + (published ?? []) + options)
    }

    @Test func `every process becomes a file of its own that the check reads`() async throws {
        try await withWorkFolder { folder in
            let result = try await run(
                folder, Self.rows,
                limits: "code_local,time_limit_value,time_unit\n1,5,ngày làm việc\n")
            #expect(result.status == 0)
            #expect(result.output.hasPrefix("3 × YAML → "))
            #expect(folder.names(in: "out") == ["A-1.yaml", "B-2.yaml", "C-3.yaml"])
            #expect(try folder.text("out/A-1.yaml").contains("total: 5 working_days"))
            #expect(try !folder.text("out/B-2.yaml").contains("total:"))
            let check = try await CommandProcess.run(
                ["process", "check", "--json"]
                    + folder.names(in: "out").map { folder.path("out/\($0)") })
            let found = try #require(try check.json() as? [[String: Any]])
            let rules = found.compactMap { $0["rule"] as? String }
            #expect(!rules.contains { $0.hasPrefix("yaml-") || $0.hasPrefix("file-") })
        }
    }

    private static let flaws: [(rows: String, rule: String, line: Int)] = [
        ("D-4,Thử,x,Ký,UBND,,1,ngày làm việc,run,no,S1\n", "csv-value", 5),
        ("D-4,Thử,1,Ký,UBND,,1,tuần,run,no,S1\n", "csv-value", 5),
        ("D-4,Thử,1,\"Ký,UBND,,1,ngày làm việc,run,no,S1\n", "csv-syntax", 5),
        ("D-4,Thử,1,Ký\n", "csv-syntax", 5),
        (SchemaFile.row("A-1"), "csv-value", 5),
    ]

    @Test(arguments: flaws.indices)
    func `one wrong row and not a single file is written`(index: Int) async throws {
        let (row, rule, line) = Self.flaws[index]
        try await withWorkFolder { folder in
            let result = try await run(folder, Self.rows + row)
            #expect(result.status == 1 && result.output.isEmpty)
            #expect(result.complaint.contains("steps.csv:\(line): lỗi: "))
            #expect(result.complaint.contains("[\(rule)]"))
            #expect(result.complaint.contains("Không ghi tệp nào"))
            #expect(result.complaint.contains("Nothing was written"))
            #expect(folder.names(in: "out").isEmpty)
        }
    }

    @Test(arguments: [
        "code_local,time_limit_value,time_unit\n1,lâu,ngày làm việc\n", "code_local\n1\n",
        "code_local,time_limit_value,time_unit\n1,5,ngày\n1,6,ngày\n",
        "code_local,time_limit_value,time_unit\n,5,ngày\n", "\u{0}", "",
    ])
    func `a wrong table of limits stops the import as well`(limits: String) async throws {
        try await withWorkFolder { folder in
            let result = try await run(folder, Self.rows, limits: limits)
            #expect(result.status == 1 && result.complaint.contains("limits.csv:"))
            #expect(result.complaint.contains("Nothing was written"))
            #expect(folder.names(in: "out").isEmpty)
        }
    }

    @Test func `a folder in the place of one file stops all of them`() async throws {
        try await withWorkFolder { folder in
            try folder.write("out/C-3.yaml/keep", "x")
            for options in [[], ["--replace"]] {
                let steps = try folder.write("steps.csv", SchemaFile.csvHeader + Self.rows)
                let result = try await CommandProcess.run(
                    ["process", "import", steps, "--out", folder.path("out")] + options)
                expectRefusal(
                    result, naming: "out/C-3.yaml", vi: "là thư mục", en: "is a folder")
                #expect(folder.names(in: "out") == ["C-3.yaml", "C-3.yaml/keep"])
            }
        }
    }

    @Test func `a file with other content is kept until somebody says replace`() async throws {
        try await withWorkFolder { folder in
            try folder.write("out/B-2.yaml", "của tôi")
            let refused = try await run(folder, Self.rows)
            expectRefusal(refused, naming: "B-2.yaml", vi: "--replace", en: "--replace")
            #expect(folder.names(in: "out") == ["B-2.yaml"])
            #expect(try folder.text("out/B-2.yaml") == "của tôi")
            let replaced = try await run(folder, Self.rows, "--replace")
            #expect(replaced.status == 0)
            #expect(try folder.text("out/B-2.yaml").hasPrefix("code: B-2"))
            let again = try await run(folder, Self.rows)
            #expect(again.status == 0, "what is the same already is no conflict")
        }
    }

    @Test func `a file where the folder should be is refused`() async throws {
        try await withWorkFolder { folder in
            try folder.write("out", "x")
            let result = try await run(folder, Self.rows)
            expectRefusal(
                result, naming: folder.path("out"), vi: "Không ghi được", en: "Cannot write")
            #expect(try folder.text("out") == "x")
        }
    }

    @Test func `codes never lead out of the folder and never fall together`() async throws {
        try await withWorkFolder { folder in
            let codes = [
                "../../x", "/etc/passwd", ".hidden", "a b", "A b", "a_b", "Đ-1", "..", "~",
            ]
            let rows = codes.map { SchemaFile.row($0) }.joined()
            let result = try await run(folder, rows)
            #expect(result.status == 0, "\(result.complaint)")
            let names = folder.names(in: "out")
            #expect(names.count == codes.count, "\(names)")
            #expect(Set(names.map { $0.lowercased() }).count == codes.count)
            #expect(names.allSatisfy { !$0.contains("/") && !$0.hasPrefix(".") })
            #expect(folder.names(in: "").filter { !$0.hasPrefix("out") } == ["steps.csv"])
        }
    }

    @Test func `columns that are missing stop before anything is written`() async throws {
        try await withWorkFolder { folder in
            let steps = try folder.write("steps.csv", "sop_id;step_no\nA;1\n")
            let result = try await roviec(
                "process", "import", steps, "--out", folder.path("out"), "--language", "en")
            #expect(result.status == 1)
            #expect(result.complaint.contains("steps.csv:1: error: "))
            #expect(result.complaint.contains("semicolons"))
            #expect(folder.names(in: "out").isEmpty)
        }
    }
}
