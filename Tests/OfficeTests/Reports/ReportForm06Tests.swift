// Form 06 of TT 01/2020/TT-VPCP: each column is what its heading says, each identity is watched.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Form 06` {
    typealias Column = WritableKeyPath<Reports.Form06, Int>

    /// Columns in the order of the form, each with the identities in which it stands.
    static var columns: [(name: String, path: Column, identities: Set<String>)] {
        [
            ("3", \.taken, ["3 = 4 + 5 + 6", "3 = 7 + 11"]), ("4", \.online, ["3 = 4 + 5 + 6"]),
            ("5", \.direct, ["3 = 4 + 5 + 6"]), ("6", \.carriedOver, ["3 = 4 + 5 + 6"]),
            ("7", \.resolved, ["7 = 8 + 9 + 10", "3 = 7 + 11"]), ("8", \.early, ["7 = 8 + 9 + 10"]),
            ("9", \.onTime, ["7 = 8 + 9 + 10"]), ("10", \.late, ["7 = 8 + 9 + 10"]),
            ("11", \.open, ["11 = 12 + 13", "3 = 7 + 11"]), ("12", \.openInTime, ["11 = 12 + 13"]),
            ("13", \.overdue, ["11 = 12 + 13"]),
        ]
    }

    @Test func `a column that is wrong by one breaks exactly the identities it stands in`() {
        for seed in UInt64(1)...40 {
            let sound = Reports.Form06(name: "", ReportSumsTests.anySums(seed))
            for (name, path, identities) in Self.columns {
                var line = sound
                line[keyPath: path] += 1
                #expect(Set(line.broken) == identities, "column \(name)")
            }
        }
    }

    @Test func `a negative column is named even where the sums agree`() {
        var sums = Reports.Sums()
        sums.online = 3
        sums.carriedOver = -3
        #expect(Reports.Form06(name: "", sums).broken == ["0 ≤ 3…13"])
    }

    @Test func `columns 3 to 13 stand in the order of the form`() {
        for seed in UInt64(1)...20 {
            let line = Reports.Form06(name: "", ReportSumsTests.anySums(seed))
            #expect(line.columns == Self.columns.map { line[keyPath: $0.path] })
        }
    }

    @Test func `of the page adds up line by line, and its last line is the whole`() async throws {
        try await DossierTestOffice.run { office in
            var chance = DossierTestChance(seed: 8)
            for _ in 0..<30 {
                let code = try await office.receive {
                    $0.process = chance.pick(["KS-01", "CT-02"])
                    $0.channel = chance.pick(Dossiers.Channel.allCases)
                }
                try await office.advance(code, times: chance.below(4))
                if chance.below(3) == 0 { office.sources.set(office.now + 700) }
            }
            let json = try await office.open("/reports", as: "anh", wantsJSON: true).json()
            let lines = try #require(json["form06"] as? [[String: Any]])
            let keys = [
                "taken", "online", "direct", "carriedOver", "resolved", "early", "onTime", "late",
                "open", "openInTime", "overdue",
            ]
            for key in keys {
                let parts = lines.dropLast().compactMap { $0[key] as? Int }
                #expect(parts.reduce(0, +) == lines.last?[key] as? Int, "\(key)")
            }
            let page = try await office.open("/reports", as: "anh").text
            for number in 3...13 { #expect(page.contains("(\(number)) ")) }
        }
    }
}
