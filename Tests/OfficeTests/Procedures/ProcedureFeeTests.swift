// Fees by day and channel against a slow reference, and sheets issued by programs with a token.

import Engine
import Foundation
import HTTPTypes
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Fees by chance` {
    /// Day by day: a row holds where the day is one of its days.
    private func holds(
        _ fee: Procedures.Fee, _ day: DayNumber, _ channel: Dossiers.Channel
    ) -> Bool {
        if let only = fee.channel, only != channel { return false }
        var days = Set<Int>()
        let first = fee.from?.number ?? ProcedureSamples.day("2016-01-01").number
        let last = fee.through?.number ?? ProcedureSamples.day("2021-01-01").number
        if first <= last { days = Set(first...last) }
        return days.contains(day.number)
    }

    @Test(arguments: [11, 12, 13] as [UInt64])
    func `hold on the days and channels that their rows name`(_ seed: UInt64) {
        var sheets = ProcedureRandomSheets(seed: seed, texts: ProcedureRandomSheets.plain)
        for _ in 0..<12 {
            var sheet = ProcedureSamples.birth
            sheet.fees = (0..<8).map { _ in sheets.fee() }
            let edges = sheet.fees.flatMap { [$0.from, $0.through] }.compactMap { $0 }
            let days = edges.flatMap { [$0 - 1, $0, $0 + 1] } + [sheets.day()]
            for day in days {
                for channel in Dossiers.Channel.allCases {
                    let expected = sheet.fees.filter { holds($0, day, channel) }
                    #expect(sheet.fees(on: day, over: channel) == expected, "\(day) \(channel)")
                }
            }
        }
    }

    @Test(arguments: [14, 15] as [UInt64])
    func `read back from their lines, whatever they hold`(_ seed: UInt64) throws {
        var sheets = ProcedureRandomSheets(seed: seed, texts: HostileText.all)
        for _ in 0..<60 {
            let fees = (0..<sheets.chance.below(6)).map { _ in sheets.fee() }
            let text = fees.map(\.line).joined(separator: "\r\n")
            #expect(try Procedures.fees(text) == fees)
            let terms = sheets.sheet(of: "KS-01").terms
            #expect(try Procedures.terms(terms.map(\.line).joined(separator: "\n")) == terms)
        }
    }

    @Test func `stand on the page until their last day, and those to come with their first`()
        async throws
    {
        try await DossierTestOffice.run { office in
            var sheet = ProcedureSamples.birth
            sheet.fees = [
                .init(when: "Hết rồi", amount: 1_000, through: ProcedureSamples.day("2017-07-02")),
                .init(when: "Hôm nay", amount: 2_000, through: ProcedureSamples.day("2017-07-03")),
                .init(when: "Ngày mai", amount: 3_000, from: ProcedureSamples.day("2017-07-04")),
            ]
            try await office.issue(sheet)
            let page = try await office.open("/procedures/KS-01", as: nil).text
            #expect(!page.contains("Hết rồi") && page.contains("Hôm nay"))
            #expect(page.contains("Ngày mai") && page.contains("từ 04/07/2017"))
            try office.set("2017-07-04T00:00")
            #expect(!(try await office.open("/procedures/KS-01", as: nil).text.contains("Hôm nay")))
        }
    }
}

@Suite struct `A sheet issued by a program` {
    private static let path = "/procedures/KS-01/issue"
    private static let sheet = """
        {"effective": "2017-09-01", "nationalCode": "1.001193",
         "subject": ["citizen", "household"], "channel": ["counter", "online"],
         "onlineLevel": "level4", "returnWay": ["counter", "home"], "lifeEvent": ["birth"],
         "results": ["Giấy khai sinh", "Bản sao"], "keywords": ["em bé"],
         "fees": ["Bản sao | 8.000 | bản", "Quá hạn | 5000"],
         "terms": ["Cần xác minh | 3 working_days | yes"], "unconfirmed": ["fees"]}
        """

    private func count(_ office: DossierTestOffice) async throws -> Int {
        try await office.number("SELECT count(*) AS n FROM procedureIssue")
    }

    @Test func `is the sheet of its lists`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireEditor()
            let token = try await office.token(of: "quy", .admin)
            let answer = try await office.call(.post, Self.path, token, json: Self.sheet)
            #expect(answer.status == .created, "\(answer.text)")
            #expect(try answer.json()["stream"] as? String == "procedure/KS-01")
            let told = try await office.desk.read { try $0.procedure("KS-01") }
            let sheet = try #require(told?.issues.last?.sheet)
            #expect(sheet.subjects == [.citizen, .household])
            #expect(sheet.channels == [.counter, .online] && sheet.onlineLevel == .level4)
            #expect(sheet.returnWays == [.counter, .home] && sheet.lifeEvents == [.birth])
            #expect(sheet.results == ["Giấy khai sinh", "Bản sao"] && sheet.keywords == ["em bé"])
            #expect(sheet.fees.map(\.amount) == [8_000, 5_000])
            #expect(
                sheet.terms == [
                    .init(when: "Cần xác minh", term: .workingDays(3), isExtension: true)
                ])
            #expect(sheet.unconfirmed == [.fees])
        }
    }

    @Test func `needs the scope for it, and the person in charge`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireEditor()
            for scopes in [[.read], [.work], [.read, .work]] as [[Tokens.Scope]] {
                let token = try #require(try await office.issue("quy", scopes).text)
                let answer = try await office.call(.post, Self.path, token, json: Self.sheet)
                #expect(answer.status == .forbidden)
                #expect(try answer.code() == "tokens.scopeNeeded")
                #expect(answer.header("WWW-Authenticate").contains("scope=\"admin\""))
            }
            for person in DossierTestSamples.people {
                let token = try await office.token(of: person, .read, .work, .admin)
                let answer = try await office.call(.post, Self.path, token, json: Self.sheet)
                #expect(try answer.code() == "procedures.mayNotIssue", "\(person)")
                let form = try await office.call(.get, Self.path, token)
                #expect(try form.code() == "procedures.mayNotIssue", "\(person)")
            }
            #expect(try await count(office) == 0)
        }
    }

    @Test func `sent again with its key is one issue, and with another key one refusal`()
        async throws
    {
        try await DossierTestOffice.run { office in
            try await office.hireEditor()
            let token = try await office.token(of: "quy", .admin)
            let first = try await office.call(
                .post, Self.path, token, json: Self.sheet, key: "lan-1")
            let again = try await office.call(
                .post, Self.path, token, json: Self.sheet, key: "lan-1")
            #expect(first.status == .created && again.text == first.text)
            #expect(try await count(office) == 1)
            let other = try await office.call(
                .post, Self.path, token, json: Self.sheet, key: "lan-2")
            #expect(try other.code() == "procedures.effectiveBeforeLast")
            let changed = try await office.call(
                .post, Self.path, token,
                json: Self.sheet.replacing("2017-09-01", with: "2017-10-01"), key: "lan-1")
            #expect(changed.status == .unprocessableContent, "another command with that key")
            #expect(try await count(office) == 1)
        }
    }

    @Test(arguments: ["[]", "{", "", "\"x\"", #"{"effective": {"a": {"b": 1}}}"#, "{}"])
    func `that is none is refused in words`(_ json: String) async throws {
        try await DossierTestOffice.run { office in
            try await office.hireEditor()
            let token = try await office.token(of: "quy", .admin)
            let answer = try await office.call(.post, Self.path, token, json: json)
            #expect(answer.status == .unprocessableContent, "\(json)")
            #expect(try answer.json()["vi"] as? String != nil)
            #expect(try await count(office) == 0)
        }
    }
}
