// `roviec process check`: whatever file is named, the answer is findings with their lines.

import Foundation
import Testing

struct ProcessCheckCommandTests {
    private func check(
        _ name: String, _ bytes: [UInt8], _ options: String...
    ) async throws -> CommandResult {
        try await withWorkFolder { folder in
            let path = try folder.write(name, bytes)
            let day = ["--today", "2019-08-01"]
            return try await CommandProcess.run(["process", "check", path] + day + options)
        }
    }

    private func check(_ name: String, _ text: String, _ options: String...) async throws
        -> CommandResult
    {
        try await withWorkFolder { folder in
            let path = try folder.write(name, text)
            return try await CommandProcess.run(
                ["process", "check", path, "--today", "2019-08-01"] + options)
        }
    }

    /// The only error of a file, as the compiler form `file:line: error: … [rule]` tells it.
    private func expectOnly(
        _ rule: String, line: Int, _ result: CommandResult, names: String = "cách sửa: ",
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let seen = Comment(rawValue: result.output + result.complaint)
        let found = result.lines.filter { $0.hasSuffix("[\(rule)]") }
        #expect(result.status == 1 && !result.isKilled, seen, sourceLocation: sourceLocation)
        #expect(found.count == 1, seen, sourceLocation: sourceLocation)
        #expect(
            found.first?.contains(":\(line): lỗi: ") == true, seen, sourceLocation: sourceLocation)
        #expect(result.output.contains(names), seen, sourceLocation: sourceLocation)
        #expect(result.output.contains("cách sửa: "), seen, sourceLocation: sourceLocation)
        expectNoMachineTalk(result, sourceLocation: sourceLocation)
    }

    @Test func `the example passes on its day and fails when its gap is overdue`() async throws {
        let good = try await roviec(
            "process", "check", SchemaFile.example, "--today", "2019-08-01")
        #expect(good.status == 0)
        #expect(good.complaint.hasPrefix("1 quy trình."))
        let late = try await roviec(
            "process", "check", SchemaFile.example, "--today", "2020-01-01", "--language", "en")
        #expect(late.status == 1)
        #expect(late.output.contains("cap-gpxd.yaml:") && late.output.contains("mend: "))
    }

    @Test func `findings as JSON have the same keys each and the same count as the text`()
        async throws
    {
        let text = SchemaFile.head + "steps:\n  - {id: b1, title: Ký duyệt}\n"
        let plain = try await check("a.yaml", text)
        let coded = try await check("a.yaml", text, "--json")
        #expect(plain.status == 1 && coded.status == 1)
        let rows = try #require(try coded.json() as? [[String: Any]])
        #expect(!rows.isEmpty && plain.output.contains("\n\(rows.count) nhận xét, "))
        #expect(Set(rows.map { Set($0.keys) }).count == 1)
        for row in rows {
            #expect((row["file"] as? String)?.hasSuffix("a.yaml") == true)
            #expect(row["line"] as? Int ?? 0 >= 1)
            for key in ["message_vi", "message_en", "mend_vi", "mend_en"] {
                #expect((row[key] as? String)?.isEmpty == false, "\(key)")
            }
        }
    }

    @Test func `a clean file is an empty JSON array`() async throws {
        let result = try await roviec(
            "process", "check", SchemaFile.example, "--today", "2019-08-01", "--json")
        let rows = try #require(try result.json() as? [[String: Any]])
        #expect(
            rows.allSatisfy {
                $0["severity"] as? String != "error" || $0["waived"] as? Bool == true
            })
        #expect(result.status == 0)
    }

    private static let encodings: [(name: String, bytes: [UInt8], line: Int, guess: String)] = {
        let text = SchemaFile.head + "steps:\n  - {id: b1, title: Ký duyệt}\n"
        let units = text.utf16
        let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let latin = Array("code: A\ntitle: C".utf8) + [0xE2, 0x70, 0x0A]
        return [
            ("UTF-16 with its mark", [0xFF, 0xFE] + little, 1, "UTF-16"),
            ("UTF-16 the other way round", [0xFE, 0xFF] + big, 1, "UTF-16"),
            ("UTF-16 without a mark", little, 1, "UTF-16"),
            ("Latin-1", latin, 2, "Windows-1258"),
            ("a zero in a later line", Array("code: A\ntitle: B\n\0".utf8), 3, "PDF"),
            ("a spreadsheet", [0x50, 0x4B, 3, 4, 20, 0, 6, 0, 8, 0], 1, "XLSX"),
            ("an overlong zero", Array("code: A\n".utf8) + [0xC0, 0x80], 2, "Windows-1258"),
            ("half a pair", Array("code: A\n".utf8) + [0xED, 0xA0, 0x80], 2, "Windows-1258"),
        ]
    }()

    @Test(arguments: encodings.indices)
    func `a file in another encoding is named at its line with what it may be`(index: Int)
        async throws
    {
        let (_, bytes, line, guess) = Self.encodings[index]
        for name in ["a.yaml", "a.csv"] {
            let result = try await check(name, bytes)
            expectOnly("file-encoding", line: line, result, names: guess)
            #expect(result.output.contains("UTF-8"))
        }
    }

    @Test func `a byte order mark is no error`() async throws {
        let example = try SchemaFile.text()
        let marked = try await check("a.yaml", [0xEF, 0xBB, 0xBF] + Array(example.utf8))
        #expect(marked.status == 0)
        let rows = SchemaFile.csvHeader + SchemaFile.row("A-1")
        let table = try await check("a.csv", [0xEF, 0xBB, 0xBF] + Array(rows.utf8))
        #expect(!table.output.contains("[csv-columns]"))
    }

    @Test(arguments: ["", "\n", "\u{FEFF}", "# ghi chú\n"])
    func `an empty file is told so at line 1`(text: String) async throws {
        let result = try await check("a.yaml", text)
        #expect(result.status == 1 && result.output.contains("a.yaml:1: lỗi: "))
        #expect(result.lines.count == 3, "\(result.output)")
    }

    @Test(arguments: ["", "\n\n", "\u{FEFF}", "\r\n"])
    func `an empty table is told its columns`(text: String) async throws {
        expectOnly("csv-columns", line: 1, try await check("a.csv", text), names: "sop_id")
    }

    @Test func `a file without end is refused without filling the memory`() async throws {
        let endless = try await roviec("process", "check", "/dev/zero")
        #expect(endless.status == 1 && endless.output.contains("/dev/zero:1: lỗi: "))
        try await withWorkFolder { folder in
            // A hole of 64 GiB: whoever reads all of it does not come back.
            let path = try folder.write("huge.yaml", [])
            try FileHandle(forWritingTo: folder.url("huge.yaml")).truncate(atOffset: 64 << 30)
            let huge = try await roviec("process", "check", path)
            #expect(huge.status == 1 && huge.output.contains("[file-size]"))
            #expect(huge.output.contains("lớn hơn 2097152 byte"))
        }
    }

    @Test func `a folder, nothing and what may not be read are told apart`() async throws {
        try await withWorkFolder { folder in
            let place = folder.path("")
            expectRefusal(
                try await roviec("process", "check", place), naming: place, vi: "là thư mục",
                en: "is a folder")
            let nothing = folder.path("không có.yaml")
            expectRefusal(
                try await roviec("process", "check", nothing), naming: nothing,
                vi: "Không có tệp", en: "There is no file")
            let within = try folder.write("tệp", "x") + "/a.yaml"
            expectRefusal(
                try await roviec("process", "check", within), naming: within,
                vi: "Không có tệp", en: "There is no file")
            expectRefusal(
                try await roviec(
                    "process", "check", SchemaFile.example, "--limits", nothing),
                naming: nothing, vi: "Không có tệp", en: "There is no file")
        }
    }

    @Test func `a name with spaces, letters of all kinds and a colon is printed as it is`()
        async throws
    {
        let result = try await check("bảng 1: “Cấp\tphép”.yaml", "code: [\n")
        #expect(result.output.contains("bảng 1: “Cấp\tphép”.yaml:2: lỗi: "))
    }

    private static let yaml: [(text: String, rule: String, line: Int, names: String)] = [
        ("titel: B\n", "yaml-key", 4, "title"), ("steps: none\n", "yaml-type", 4, "none"),
        ("total: 5 tuần\n", "yaml-value", 4, "5 tuần"),
        ("effective: 2017-02-30\n", "yaml-value", 4, "2017-02-30"),
        ("effective: 10000-01-01\n", "yaml-value", 4, "10000-01-01"),
        ("issue: 0\n", "yaml-value", 4, "issue"),
        ("owner: {a: b}\n", "yaml-type", 4, "một dòng chữ"),
        ("owner: &a QLDT\nscope: *a\n", "yaml-anchor", 5, "neo YAML"),
        ("owner: \"QLDT\n", "yaml-syntax", 4, "chưa được đóng"),
        ("owner: A: B\n", "yaml-syntax", 4, "dấu hai chấm"),
        ("\towner: A\n", "yaml-syntax", 4, "tab"),
    ]

    @Test(arguments: yaml.indices)
    func `what is wrong in YAML is said at its line, once`(index: Int) async throws {
        let (text, rule, line, names) = Self.yaml[index]
        let steps = rule == "yaml-type" && text.hasPrefix("steps") ? "" : "steps:\n  - {id: b1}\n"
        let result = try await check("a.yaml", SchemaFile.head + text + steps)
        let found = result.lines.filter { $0.hasSuffix("[\(rule)]") }
        #expect(result.status == 1 && found.count == 1, "\(result.output)")
        #expect(found.first?.contains("a.yaml:\(line): lỗi: ") == true, "\(result.output)")
        #expect(result.output.contains(names))
        expectNoMachineTalk(result)
    }

    @Test func `a bomb of aliases is refused in one sentence`() async throws {
        var bomb = SchemaFile.head + "a0: &a0 [x, x]\n"
        for level in 1...60 {
            bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
        }
        expectOnly("yaml-anchor", line: 5, try await check("a.yaml", bomb))
    }

    private static let csv: [(rows: String, rule: String, line: Int, names: String)] = [
        ("A-1,Thử,1,\"Ký,UBND,,1,ngày làm việc,run,no,S1\n", "csv-syntax", 2, "không được đóng"),
        ("A-1,Thử,1,Ký \"duyệt\",UBND,,1,ngày,run,no,S1\n", "csv-syntax", 2, "dấu \""),
        ("A-1,Thử,1,\"Ký\"x,UBND,,1,ngày,run,no,S1\n", "csv-syntax", 2, "dấu \""),
        (SchemaFile.row("A-1") + "A-1,Thử\n", "csv-syntax", 3, "11 cột"),
        (SchemaFile.row("A-1", unit: "tuần"), "csv-value", 2, "tuần"),
        (SchemaFile.row("A-1") + SchemaFile.row("A-1"), "csv-value", 3, "dòng 2"),
    ]

    @Test(arguments: csv.indices)
    func `what is wrong in a table is said at its line, once`(index: Int) async throws {
        let (rows, rule, line, names) = Self.csv[index]
        let result = try await check("a.csv", SchemaFile.csvHeader + rows)
        expectOnly(rule, line: line, result, names: names)
    }

    @Test func `a column that stands twice is an error, not a choice`() async throws {
        let header = SchemaFile.csvHeader.replacing("source_id", with: "step_vi")
        let result = try await check("a.csv", header + SchemaFile.row("A-1"))
        expectOnly("csv-columns", line: 1, result, names: "cột step_vi được ghi hai lần")
        #expect(result.complaint.contains("0 quy trình"))
    }

    @Test(arguments: ["step_no", "sop_id", "time_unit"])
    func `a missing column is named`(column: String) async throws {
        let header = SchemaFile.csvHeader.replacing(column, with: "x")
        let result = try await check("a.csv", header + SchemaFile.row("A-1"))
        expectOnly("csv-columns", line: 1, result, names: "thiếu cột \(column)")
    }

    @Test func `a circle that nobody can leave and codes that stand twice are errors`()
        async throws
    {
        let circle =
            SchemaFile.head + """
                nodes:
                  - {id: start, kind: start}
                  - {id: b1, title: Ký duyệt, next: b2}
                  - {id: b2, title: Đóng dấu, next: b1}
                  - {id: b2, title: Đóng dấu lần nữa, next: b1}
                  - {id: end, kind: end}
                """
        let result = try await check("a.yaml", circle)
        #expect(result.status == 1 && !result.isKilled)
        for rule in ["loop-exit", "duplicate-code", "unreachable"] {
            #expect(result.output.contains("[\(rule)]"), "\(rule): \(result.output)")
        }
    }

    @Test func `files are checked against each other`() async throws {
        try await withWorkFolder { folder in
            let call = "steps:\n  - {id: goi, kind: call, process: QT-02, unit: VP}\n"
            let caller = try folder.write("a.yaml", SchemaFile.head + call)
            let called = try folder.write(
                "b.yaml",
                SchemaFile.head.replacing("QT-01", with: "QT-02")
                    + "steps:\n  - {id: b1, title: Ký duyệt, performer: {member: VP}}\n")
            let alone = try await roviec("process", "check", caller)
            let both = try await roviec("process", "check", caller, called)
            #expect(alone.output.contains("[entry-step]"))
            #expect(!both.output.contains("[entry-step]"))
            #expect(both.complaint.hasPrefix("2 quy trình."))
        }
    }

    @Test func `hostile text in a file is printed as text and never followed`() async throws {
        let result = try await check(
            "a.yaml",
            SchemaFile.head + "steps:\n  - {id: b1, title: \"$(touch x) <script> %s %n\"}\n")
        #expect(result.status == 1 && result.output.contains("$(touch x) <script> %s %n"))
    }
}
