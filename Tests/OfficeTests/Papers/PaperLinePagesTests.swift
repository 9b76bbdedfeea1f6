// /papers/fields: the head of processes adds a line, and the paper prints it; who may not, hostile
// words, programs, and the ledger told again.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Writing lines on forms` {
    private typealias Of = PaperLineSamples
    private static let path = "/papers/fields?regime=TT-03-2025&form=stop"

    private func run(_ body: (DossierTestOffice) async throws -> Void) async throws {
        try await DossierTestOffice.run(at: "2025-07-02T09:00") { office in
            try await office.hireStaff()
            try await body(office)
        }
    }

    @Test func `puts them on the notice of a stop, and tells the officer that nobody checked`()
        async throws
    {
        try await run { office in
            let empty = try await office.open(Self.path, as: "quy")
            empty.expectSound("fields")
            #expect(empty.text.contains("Mẫu số 05, TT 03/2025/TT-VPCP"))
            #expect(empty.text.contains("name=\"vi3\"") && !empty.text.contains("name=\"vi4\""))
            let saved = try await office.post(
                "/papers/fields", as: "quy", Of.fields(["Căn cứ dừng", "Nơi khiếu nại"]))
            #expect(saved.status == .seeOther && saved.location == Self.path)
            let again = try await office.open(saved.location, as: "quy")
            #expect(again.text.contains("value=\"Căn cứ dừng\""))
            #expect(again.text.contains("Người quy") && again.text.contains("09:00, 02/07/2025"))
            #expect(again.text.contains("name=\"vi5\""), "room for three more")

            let code = try await `Papers for the citizen`.prepare(.stop, in: office)
            let page = try await office.open("/dossiers/\(code)/papers/stop", as: "chi").text
            let sheet = try #require(page.firstRange(of: "class=\"paper\"")).lowerBound
            #expect(page[..<sheet].contains("Chưa kiểm chứng"))
            #expect(page[sheet...].contains("Căn cứ dừng: …"))
            #expect(!page[sheet...].contains("Chưa kiểm chứng"), "no doubt on the citizen's paper")
            let english = try await office.open(
                "/dossiers/\(code)/papers/stop", as: "chi", language: "en"
            ).text
            #expect(english.contains("In English: Căn cứ dừng: …"))
            let json = try await office.open(
                "/dossiers/\(code)/papers/stop", as: "chi", wantsJSON: true
            ).json()
            let lines = try #require((json["form"] as? [String: Any])?["lines"] as? [[String: Any]])
            #expect(lines.map { $0["way"] as? String } == ["blank", "blank"])
        }
    }

    @Test func `reaches that form of that regime and no other paper`() async throws {
        try await run { office in
            try await office.write([Of.line("Chỉ trên thông báo dừng")], on: .stop)
            let code = try await `Papers for the citizen`.prepare(.refusal, in: office)
            for path in ["papers/refusal", "receipt", "slip"] {
                let page = try await office.open("/dossiers/\(code)/\(path)", as: "chi")
                #expect(page.status == .ok)
                #expect(!page.text.contains("Chỉ trên thông báo dừng"), "\(path)")
            }
            let list = try await office.open("/papers/regimes", as: "chi")
            #expect(list.text.contains("Chỉ trên thông báo dừng"))
        }
    }

    @Test(arguments: [
        (Papers.FormName.receipt, "/receipt"), (.slip, "/slip"), (.refusal, "/papers/refusal"),
    ])
    func `prints them on every kind of paper`(
        _ form: Papers.FormName, _ path: String
    ) async throws {
        try await run { office in
            try await office.write([Of.line("Dòng riêng", .text)], on: form)
            let code = try await `Papers for the citizen`.prepare(.refusal, in: office)
            let page = try await office.open("/dossiers/\(code)\(path)", as: "chi").text
            let sheet = try #require(page.firstRange(of: "class=\"paper\"")).lowerBound
            #expect(page[sheet...].contains("<p>Dòng riêng</p>"), "as it stands, no dots")
        }
    }

    @Test func `is for who is in charge of processes`() async throws {
        try await run { office in
            let before = try await office.sequence()
            for person in DossierTestSamples.people + ["quan", "so"] {
                for path in ["/papers/fields", Self.path] {
                    let page = try await office.open(path, as: person, wantsJSON: true)
                    #expect(page.status == .unprocessableContent, "\(person)")
                    #expect(try page.code() == "papers.lines.mayNotWrite")
                }
                for wantsJSON in [true, false] {
                    let posted = try await office.post(
                        "/papers/fields", as: person, Of.fields(["Một"]), wantsJSON: wantsJSON)
                    #expect(posted.status == .unprocessableContent, "\(person)")
                    #expect(!posted.text.contains("name=\"vi1\""), "no form for \(person)")
                }
            }
            #expect(try await office.open("/papers/fields", as: nil).location == "/sign-in")
            let alone = try await office.post(
                "/papers/fields", as: "quy", Of.fields(["Một"]), withToken: false)
            #expect(alone.status != .seeOther, "without the token of the page")
            #expect(try await office.sequence() == before)
        }
    }

    @Test(arguments: [
        (Of.fields([""]), "papers.lines.labelMissing"),
        (Of.fields(["Một", "Một"]), "papers.lines.repeated"),
        (Of.fields([]), "papers.lines.unchanged"),
        (Of.fields(["Một"], form: "05"), "papers.lines.formUnknown"),
        (Of.fields(["Một"], regime: "TT-01-2018"), "papers.lines.formUnknown"),
        (Of.fields(["Một"], regime: "TT-09"), "papers.lines.regimeUnknown"),
        (Of.fields((1...11).map { "Dòng \($0)" }), "papers.lines.tooMany"),
        (Of.fields(["Một"]).filter { $0.0 != "way1" }, "papers.lines.wayUnknown"),
        (Of.fields([String(repeating: "a", count: 121)]), "papers.lines.labelTooLong"),
    ])
    func `is refused with the reason and what was typed`(
        _ fields: [(String, String)], _ code: String
    ) async throws {
        try await run { office in
            let before = try await office.sequence()
            let json = try await office.post(
                "/papers/fields", as: "quy", fields, wantsJSON: true)
            #expect(try json.code() == code)
            let page = try await office.post("/papers/fields", as: "quy", fields)
            #expect(page.status == json.status && page.missingWords.isEmpty)
            if page.status == .unprocessableContent {
                #expect(page.text.contains("id=\"errors\""))
                let typed = fields.first { $0.0 == "vi1" }?.1 ?? ""
                #expect(typed.isEmpty || page.text.contains(typed), "nothing is typed twice")
            } else {
                #expect(page.status == .notFound)
            }
            #expect(try await office.sequence() == before)
        }
    }

    @Test(arguments: HostileText.all)
    func `shows any words as words`(_ words: String) async throws {
        try await run { office in
            let label = "Dòng " + words
            do {
                try await office.write([Of.line(label)], on: .stop)
            } catch is Papers.LineRejection {
                // Longer than a line may be.
                #expect(label.count > Papers.labelMaximum - 12)
                return
            }
            let code = try await `Papers for the citizen`.prepare(.stop, in: office)
            for (path, person) in [
                ("/papers/regimes", "ha"), (Self.path, "quy"),
                ("/dossiers/\(code)/papers/stop", "chi"),
            ] as [(String, PersonID)] {
                let page = try await office.open(path, as: person)
                #expect(page.status == .ok)
                page.expectSound(words)
                // In the field that is edited quotation marks are written otherwise.
                #expect(path == Self.path || page.text.contains(HostileText.shown(label)))
            }
        }
    }

    @Test func `by a program needs the scope of administrators, and is done once`() async throws {
        try await run { office in
            let json = #"""
                {"regime": "TT-03-2025", "form": "stop", "vi1": "Căn cứ", "en1": "Basis",
                 "way1": "text"}
                """#
            let worker = try await office.token(of: "quy", .work)
            #expect(
                try await office.call(.post, "/papers/fields", worker, json: json).status
                    == .forbidden)
            let admin = try await office.token(of: "quy", .admin)
            let first = try await office.call(.post, "/papers/fields", admin, json: json, key: "1")
            let again = try await office.call(.post, "/papers/fields", admin, json: json, key: "1")
            #expect(first.status == .ok && again.text == first.text)
            #expect(try await office.addedLines(Of.key(.stop)).map(\.label.en) == ["Basis"])
            let other = try await office.call(.post, "/papers/fields", admin, json: json, key: "2")
            #expect(try other.code() == "papers.lines.unchanged")
        }
    }

    @Test(arguments: [3, 71] as [UInt64])
    func `leaves a ledger that tells the same lines again`(_ seed: UInt64) async throws {
        try await run { office in
            var chance = DossierTestChance(seed: seed)
            var expected: [Papers.FormKey: [Papers.Line]] = [:]
            var refused = 0
            for number in 0..<60 {
                let regime = chance.pick(Papers.Regime.Name.allCases)
                let key = Of.key(chance.pick(Papers.FormName.allCases), regime)
                let lines = (0..<chance.below(4)).map { Of.line("Dòng \(number) \($0)") }
                do {
                    try await office.write(lines, on: key.form, of: regime)
                    expected[key] = lines
                } catch is Papers.LineRejection {
                    refused += 1
                    let hasForm = Papers.Regime.named(regime).form(key.form) != nil
                    #expect(!hasForm || lines == expected[key] ?? [], "\(key)")
                }
            }
            #expect(refused > 0 && expected.count > 5)
            for (key, lines) in expected {
                #expect(try await office.addedLines(key) == lines)
            }
            let zone = ZoneOffset.indochina
            let (kept, told) = try await office.desk.read { reading in
                var told: Papers.LineBook?
                for entry in try reading.reader.entries(of: Papers.lineStream) {
                    told = try .told(by: entry, after: told, zone: zone)
                }
                return (try reading.paperLines(), told)
            }
            #expect(told == kept)
            let saved = "SELECT count(*) AS n FROM streamState WHERE stream = 'paperLines'"
            #expect(try await office.number(saved) == 1)
            let report = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(report.isClean, "\(report.findings)")
        }
    }
}
