// The measure of a changed calendar: it moves what it says, whole and in the ledger.

import Foundation
import Testing

struct BenchCalendarCommandTests {
    @Test func `every open dossier takes the calendar while another is received`() async throws {
        try await withWorkFolder { folder in
            let data = folder.path("office")
            let result = try await roviec(
                "bench", "calendar", "--data", data, "--instances", "120")
            try #require(result.status == 0, "\(result.complaint)")
            let fields = try #require(try result.json() as? [String: Double])
            #expect(fields["moved"] == 120 && fields["failures"] == 0)
            for key in ["seconds", "movedPerSecond", "processor", "othersP50", "othersP99"] {
                #expect(fields[key] ?? 0 > 0, "\(key)")
            }
            let others = try #require(fields["others"])
            #expect(others >= 1)
            let taken = "SELECT count(*) FROM entry WHERE type = 'dossier.calendarTaken'"
            #expect(try await DemoOffice.value(data, taken) == "120")
            let waiting = "SELECT count(*) FROM dossier WHERE calendar = 0"
            #expect(try await DemoOffice.value(data, waiting) == "0")
            let all = "SELECT count(*) FROM dossier"
            #expect(try await DemoOffice.value(data, all) == "\(120 + Int(others))")
            let verified = try await roviec("verify", "--data", data)
            #expect(verified.status == 0, "\(verified.output)")
        }
    }

    @Test(arguments: ["0", "-1", "10000001", "x"])
    func `a number that is none is refused in both languages`(_ number: String) async throws {
        try await withWorkFolder { folder in
            let result = try await roviec(
                "bench", "calendar", "--data", folder.path("office"), "--instances=\(number)")
            #expect(result.status != 0)
            #expect(!folder.names(in: "").contains("office"))
        }
    }
}
