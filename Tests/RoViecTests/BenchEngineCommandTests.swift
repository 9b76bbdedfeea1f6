// The measure of the engine: it does what it measures, whole and in the ledger.

import Foundation
import Testing

struct BenchEngineCommandTests {
    private func run(
        _ folder: WorkFolder, _ arguments: String...
    ) async throws -> [String: Double] {
        let result = try await CommandProcess.run(
            ["bench", "engine", "--data", folder.path("office")] + arguments)
        try #require(result.status == 0, "\(result.complaint)")
        #expect(result.lines.count == 1)
        return try #require(try result.json() as? [String: Double])
    }

    private func count(_ folder: WorkFolder, _ sql: String) async throws -> String {
        try await DemoOffice.value(folder.path("office"), sql)
    }

    @Test func `each instance goes through six pieces of work to its end`() async throws {
        try await withWorkFolder { folder in
            let fields = try await run(folder, "--instances", "5", "--callers", "3")
            #expect(fields["instances"] == 5)
            for key in [
                "startsPerSecond", "completionsPerSecond", "p50", "p99", "processor", "startP50",
                "startP99", "startProcessor", "memoryMegabytes", "bytesPerInstance",
            ] { #expect(fields[key] ?? 0 > 0, "\(key)") }
            #expect(fields["acceptancesPerSecond"] == nil)
            #expect((fields["p50"] ?? 1) <= (fields["p99"] ?? 0))
            let ended = "SELECT count(*) FROM dossier WHERE status = 'returned'"
            #expect(try await count(folder, ended) == "5")
            #expect(try await count(folder, "SELECT count(*) FROM workDone") == "30")
            #expect(try await count(folder, "SELECT count(*) FROM workItem") == "0")
            let entries = "SELECT count(*) FROM entry WHERE stream LIKE 'dossier/%'"
            #expect(try await count(folder, entries) == "40")
            let verified = try await roviec("verify", "--data", folder.path("office"))
            #expect(verified.status == 0, "\(verified.output)")
        }
    }

    @Test func `work between units is accepted before it is done`() async throws {
        try await withWorkFolder { folder in
            let fields = try await run(folder, "--instances", "3", "--apart")
            #expect(fields["acceptancesPerSecond"] ?? 0 > 0)
            #expect(fields["acceptanceProcessor"] ?? 0 > 0)
            let ended = "SELECT count(*) FROM dossier WHERE status = 'returned'"
            #expect(try await count(folder, ended) == "3")
            // Two entries of the start, four acceptances, six completions.
            let entries = "SELECT count(*) FROM entry WHERE stream LIKE 'dossier/%'"
            #expect(try await count(folder, entries) == "36")
        }
    }

    @Test func `live instances are only started`() async throws {
        try await withWorkFolder { folder in
            let fields = try await run(folder, "--instances", "4", "--live")
            #expect(fields["completionsPerSecond"] == nil)
            #expect(fields["startsPerSecond"] ?? 0 > 0)
            #expect(try await count(folder, "SELECT count(*) FROM workItem") == "4")
            #expect(try await count(folder, "SELECT count(*) FROM workDone") == "0")
        }
    }

    @Test(arguments: ["--instances 0", "--instances 1000001", "--callers 0", "--callers 5000"])
    func `numbers beyond the bounds are refused`(line: String) async throws {
        let result = try await CommandProcess.run(
            ["bench", "engine"] + line.split(separator: " ").map(String.init))
        expectRefusal(
            result, status: 2, naming: "--instances", vi: "từ 1 đến", en: "1 to 1000000")
    }

    @Test func `the measure of deadlines has a name and needs none`() async throws {
        let named = try await roviec("bench", "deadlines", "--count", "20", "--rounds", "1")
        let plain = try await roviec("bench", "--count", "20", "--rounds", "1")
        for result in [named, plain] {
            let fields = try #require(try result.json() as? [String: Any])
            #expect(fields["count"] as? Int == 20)
        }
    }
}

struct BenchListsCommandTests {
    @Test func `the lists of a person of the demo office are timed with their rows`() async throws {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            let result = try await roviec(
                "bench", "lists", "--data", data, "--account", "ht.bode", "--rounds", "3")
            try #require(result.status == 0, "\(result.complaint)")
            let fields = try #require(try result.json() as? [String: Double])
            for name in ["mine", "unit", "done", "overdue"] {
                #expect(fields["\(name)P50"] ?? 0 > 0, "\(name)")
                #expect((fields["\(name)P50"] ?? 1) <= (fields["\(name)P99"] ?? 0), "\(name)")
                #expect(fields["\(name)Rows"] ?? -1 >= 0, "\(name)")
            }
        }
    }

    @Test func `somebody who does not work there is refused by name`() async throws {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            let result = try await roviec("bench", "lists", "--data", data, "--account", "nobody")
            expectRefusal(
                result, naming: "nobody", vi: "Không có tài khoản", en: "No account")
        }
    }

    @Test(arguments: ["--rounds 0", "--at 2017-02-30T08:00", "--at morning"])
    func `a moment that does not exist and no round at all are refused`(line: String) async throws {
        let result = try await CommandProcess.run(
            ["bench", "lists"] + line.split(separator: " ").map(String.init))
        expectRefusal(result, status: 2, naming: "--rounds", vi: "một giờ có thật", en: "exists")
    }
}
