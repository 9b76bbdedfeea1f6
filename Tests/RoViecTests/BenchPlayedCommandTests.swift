// `roviec bench played`: a large office, made by acts and never over a history.

import Foundation
import Testing

struct BenchPlayedCommandTests {
    @Test func `districts are played into an empty place, and never over history`() async throws {
        try await withWorkFolder { folder in
            let line = ["bench", "played", "--data", folder.path("large")]
            let small = ["--districts", "2", "--dossiers", "5"]
            let result = try await CommandProcess.run(line + small)
            try #require(result.status == 0, "\(result.complaint)")
            let fields = try #require(try result.json() as? [String: Double])
            #expect(fields["dossiers"] == 10 && fields["acts"] ?? 0 > 100)
            let again = try await CommandProcess.run(line + small)
            expectRefusal(again, naming: "large", vi: "đã có", en: "Name an empty database.")
        }
    }

    @Test(arguments: [
        "--districts 0", "--districts 101", "--spans 0", "--spans 12", "--dossiers 0",
    ])
    func `sizes that nobody plays are refused`(line: String) async throws {
        let result = try await CommandProcess.run(
            ["bench", "played"] + line.split(separator: " ").map(String.init))
        expectRefusal(result, status: 2, naming: "--districts", vi: "nhận từ 1", en: "takes 1")
    }
}
