// The command line as a stranger meets it: help, misspelt commands, wrong options.

import Testing

/// A wrong call, and what its refusal says.
struct MisuseCase: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let names: String
    let vi: String
    let en: String

    init(_ line: String, names: String, vi: String, en: String) {
        arguments = line.split(separator: " ").map(String.init)
        self.names = names
        self.vi = vi
        self.en = en
    }

    var testDescription: String { arguments.joined(separator: " ") }
}

struct HelpTests {
    private static let commands: [[String]] = [
        [], ["serve"], ["demo"], ["process"], ["process", "check"], ["process", "import"],
        ["process", "diff"], ["process", "diagram"], ["deadline"], ["clock"], ["report"],
        ["report", "article"], ["report", "apologies"], ["verify"], ["token"],
        ["token", "create"], ["token", "list"], ["token", "revoke"], ["checkpoint"], ["proof"],
        ["key"], ["key", "create"],
        ["key", "show"], ["backup"], ["backup", "make"], ["backup", "check"], ["restore"], ["move"],
        ["bench"], ["bench", "deadlines"], ["bench", "engine"], ["bench", "lists"],
        ["bench", "played"],
    ]

    @Test(arguments: commands)
    func `every command explains itself and ends well`(command: [String]) async throws {
        let result = try await CommandProcess.run(command + ["--help"])
        #expect(result.status == 0 && result.complaint.isEmpty)
        #expect(result.output.contains("USAGE: " + (["roviec"] + command).joined(separator: " ")))
        #expect(result.output.contains("OVERVIEW: "))
    }

    @Test func `without a command the help is shown, with every command in it`() async throws {
        let result = try await roviec()
        #expect(result.status == 0)
        for name in [
            "serve", "demo", "process", "deadline", "clock", "report", "verify", "checkpoint",
            "proof", "key", "token", "bench",
        ] {
            #expect(result.output.contains("\n  \(name) "), "\(name)")
        }
        #expect(result.output.contains("roviec demo --data var/office"))
    }

    @Test func `help of a subcommand is found through the word help as well`() async throws {
        let result = try await roviec("help", "verify")
        #expect(result.status == 0 && result.output.contains("--checkpoint"))
    }

    private static let day = "deadline --rule working_day --received 2017-07-03T09:00"
    private static let misuses = [
        MisuseCase("open", names: "open", vi: "Thừa “open”", en: "Unexpected argument"),
        MisuseCase("--version", names: "--version", vi: "Không có tùy chọn", en: "Unknown option"),
        MisuseCase(
            "deadline --foo", names: "--foo", vi: "Không có tùy chọn", en: "Unknown option"),
        MisuseCase(
            "\(day) --limit 3 --foo", names: "--foo", vi: "Không có tùy chọn", en: "Unknown"),
        MisuseCase(
            "\(day) --limit 3 --explian", names: "--explain", vi: "có phải là",
            en: "Did you mean"),
        MisuseCase("\(day) --limit 3 4", names: "4", vi: "Thừa “4”", en: "Unexpected argument"),
        MisuseCase(
            "\(day) --limit 3 4 5", names: "5", vi: "Thừa “4”, “5”", en: "2 unexpected arguments"),
        MisuseCase("\(day) --limit", names: "--limit", vi: "Thiếu giá trị", en: "Missing value"),
        MisuseCase("\(day) --limit -5", names: "--limit", vi: "dấu bằng", en: "Missing value"),
        MisuseCase(
            "\(day) --limit x", names: "--limit", vi: "“x” không hợp lệ", en: "'x' is invalid"),
        MisuseCase("\(day) --limit 1.5", names: "1.5", vi: "không hợp lệ", en: "is invalid"),
        MisuseCase(
            "\(day) --limit 99999999999999999999", names: "--limit", vi: "không hợp lệ",
            en: "is invalid"),
        MisuseCase(day, names: "--limit", vi: "Thiếu --limit", en: "--limit is missing"),
        MisuseCase("process check", names: "<files>", vi: "Thiếu", en: "Missing expected argument"),
        MisuseCase("process import a.csv", names: "--out", vi: "Thiếu", en: "Missing"),
        MisuseCase("process import --out x", names: "<steps>", vi: "Thiếu", en: "Missing"),
        MisuseCase("process diff a.yaml", names: "<new>", vi: "Thiếu", en: "Missing"),
        MisuseCase("process diagram", names: "<file>", vi: "Thiếu", en: "Missing"),
        MisuseCase(
            "process check a.yaml --language fr", names: "--language",
            vi: "hãy dùng một trong: “vi”, “en”", en: "one of 'vi' and 'en'"),
        MisuseCase(
            "process check a.yaml --json=yes", names: "--json", vi: "không nhận giá trị",
            en: "does not take any value"),
        MisuseCase(
            "process check a.yaml --today 2017-02-30", names: "--today", vi: "ngày có thật",
            en: "a day that exists"),
        MisuseCase(
            "process check a.yaml --today 01/08/2017", names: "--today", vi: "2017-08-01",
            en: "2017-08-01"),
        MisuseCase(
            "report --data x", names: "--data", vi: "Không có tùy chọn", en: "Unknown option"),
        MisuseCase("serve --port 99999", names: "--port", vi: "từ 0 đến 65535", en: "0 to 65535"),
        MisuseCase("serve --port=-1", names: "--port", vi: "từ 0 đến 65535", en: "0 to 65535"),
        MisuseCase("demo --dossiers 0", names: "--dossiers", vi: "từ 1", en: "1 or more"),
        MisuseCase("demo --seed=-1", names: "--seed", vi: "không hợp lệ", en: "is invalid"),
        MisuseCase("bench --count 0", names: "--count", vi: "từ 1", en: "1 to"),
        MisuseCase("bench --rounds 1001", names: "--rounds", vi: "đến 1000", en: "to 1000"),
        MisuseCase("clock", names: "--batch", vi: "Thiếu --batch", en: "--batch is missing"),
        MisuseCase("verify extra", names: "extra", vi: "Thừa “extra”", en: "Unexpected argument"),
    ]

    /// Status 2 tells a script that nothing was tried.
    @Test(arguments: misuses)
    func `a wrong call is refused in both languages with its usage and status 2`(
        misuse: MisuseCase
    ) async throws {
        let result = try await CommandProcess.run(misuse.arguments)
        expectRefusal(result, status: 2, naming: misuse.names, vi: misuse.vi, en: misuse.en)
        let command = misuse.arguments.first { "open --version".contains($0) } == nil
        let named = "roviec" + (command ? " \(misuse.arguments[0])" : "")
        #expect(result.complaint.contains("Usage: \(named)"))
    }

    @Test(arguments: [
        ["deadline", "--batch", "--rule", "working_day"], ["deadline", "--batch", "--explain"],
        ["deadline", "--batch", "--limit", "3"],
    ])
    func `a batch takes no other option`(arguments: [String]) async throws {
        expectRefusal(
            try await CommandProcess.run(arguments), status: 2, naming: "--batch",
            vi: "bỏ các tùy chọn khác", en: "leave the other options out")
    }

    @Test func `the measure of deadlines prints JSON that the script can read`() async throws {
        let result = try await roviec("bench", "--count", "50", "--rounds", "1")
        let fields = try #require(try result.json() as? [String: Any])
        for key in ["workingDay", "workingMinutes"] {
            #expect(fields[key] as? Double ?? 0 > 0, "\(key)")
        }
        #expect(fields["count"] as? Int == 50)
        let again = try await roviec("bench", "--count", "50", "--rounds", "2")
        let others = try #require(try again.json() as? [String: Any])
        #expect(fields["check"] as? Int == others["check"] as? Int, "the sums are the same")
    }

    @Test(arguments: [
        ["process", "diagram", SchemaFile.example], ["process", "check", SchemaFile.example],
        ["process", "check", SchemaFile.example, "--json"],
        ["deadline", "--rule", "same_day_15h", "--received", "2017-07-03T09:00"],
    ])
    func `an answer that a full disk cuts off is no success`(arguments: [String]) async throws {
        let result = try await CommandProcess.run(arguments, output: "/dev/full")
        expectRefusal(
            result, naming: "", vi: "Không ghi được kết quả", en: "cannot be written")
    }
}
