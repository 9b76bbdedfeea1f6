// /file/PROCEDURE without an account: page by page, back and forth, and all at once for programs.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

/// A browser that keeps its cookie.
struct FilingCitizen {
    let office: DossierTestOffice
    var cookie = ""

    mutating func begin(_ process: String = "KS-01") async throws -> DossierTestAnswer {
        let answer = try await office.send(.post, "/file/\(process)", [:], body: [])
        cookie = String(answer.header("Set-Cookie").prefix { $0 != ";" })
        return answer
    }

    func open(_ path: String, language: String? = nil) async throws -> DossierTestAnswer {
        let extra = language.map { "; roviec_language=\($0)" } ?? ""
        return try await office.send(.get, path, [.cookie: cookie + extra])
    }

    func post(
        _ path: String, _ fields: [(String, String)] = [], headers: HTTPFields = [:]
    ) async throws -> DossierTestAnswer {
        var headers = headers
        headers[.cookie] = cookie
        return try await office.send(
            .post, path, headers, body: DossierTestOffice.encoded(fields))
    }

    /// Answers everything that is asked, as the sample.
    func fill(_ process: String = "KS-01") async throws -> [String] {
        var met: [String] = []
        var place = try await open("/file/\(process)/review").location
        while !place.isEmpty, !place.hasSuffix("/review"), met.count < 20 {
            met.append(String(place.split(separator: "/").last ?? ""))
            let answer = try await post(place, FilingSamples.fields)
            #expect(answer.status == .seeOther, "\(place): \(answer.text)")
            place = answer.location
        }
        return met
    }
}

@Suite struct `Filing online` {
    private func run(_ body: (FilingCitizen) async throws -> Void) async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            try await body(FilingCitizen(office: office))
        }
    }

    @Test func `goes from the first question to the number`() async throws {
        try await run { visitor in
            var citizen = visitor
            let start = try await citizen.open("/file/KS-01")
            #expect(start.status == .ok && start.text.contains("Giấy chứng sinh"))
            #expect(start.text.contains("2 ngày làm việc"))
            let begun = try await citizen.begin()
            #expect(begun.location == "/file/KS-01/person")
            let cookie = begun.header("Set-Cookie")
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
            #expect(cookie.contains("Path=/file") && cookie.contains("Max-Age=604800"))
            let met = try await citizen.fill()
            #expect(
                met == [
                    "person", "contact", "address", "field.soBan", "field.tenCon", "papers",
                    "files", "return",
                ])
            let review = try await citizen.open("/file/KS-01/review")
            for words in ["Phạm Thị Hư Cấu", "0912 345 678", "Bé Minh Họa", "Tờ khai"] {
                #expect(review.text.contains(words), "\(words)")
            }
            #expect(review.text.contains("href=\"/file/KS-01/contact\""))
            let sent = try await citizen.post("/file/KS-01/review")
            #expect(sent.location == "/file/KS-01/done")
            let done = try await citizen.open("/file/KS-01/done")
            #expect(done.text.contains("DK-PA-170703-0001"))
            #expect(done.text.contains("href=\"/track?code=DK-PA-170703-0001\""))
            #expect(done.text.contains("UBND phường A"))
            let filing = try await citizen.office.filing("DK-PA-170703-0001")
            #expect(filing.registration.papers == ["Tờ khai"])
            #expect(filing.registration.returnWay == .home)
        }
    }

    @Test func `sent twice makes one filing, and its answers are gone`() async throws {
        try await run { visitor in
            var citizen = visitor
            _ = try await citizen.begin()
            _ = try await citizen.fill()
            let first = try await citizen.post("/file/KS-01/review")
            let again = try await citizen.post("/file/KS-01/review")
            #expect(first.location == "/file/KS-01/done")
            #expect(again.status == .seeOther)
            let office = citizen.office
            #expect(try await office.number("SELECT count(*) AS n FROM filing") == 1)
            let kept = try await office.desk.read {
                try $0.rows("SELECT answers FROM filingDraft").first?.text("answers")
            }
            #expect(kept?.contains("0912") == false)
            let back = try await citizen.open("/file/KS-01/contact")
            #expect(back.location == "/file/KS-01/done")
        }
    }

    @Test func `shows what is wrong beside what was typed, and keeps what was right`()
        async throws
    {
        try await run { visitor in
            var citizen = visitor
            _ = try await citizen.begin()
            let wrong = try await citizen.post(
                "/file/KS-01/contact", [("phone", "12<b>"), ("email", "a@b.vn")])
            // The name was not given yet, so the phone is looked at when its turn comes.
            #expect([.seeOther, .unprocessableContent].contains(wrong.status))
            let name = try await citizen.post("/file/KS-01/person", [("name", "  ")])
            #expect(name.status == .unprocessableContent)
            #expect(name.text.contains("Hãy ghi họ, tên.") && name.text.contains("id=\"errors\""))
            let person = try await citizen.post("/file/KS-01/person", [("name", "Hư Cấu")])
            #expect(person.status == .seeOther)
            let phone = try await citizen.post(
                "/file/KS-01/contact", [("phone", "12<b>"), ("email", "a@b.vn")])
            #expect(phone.status == .unprocessableContent)
            #expect(phone.text.contains("12&lt;b&gt;") && phone.text.contains("a@b.vn"))
            #expect(!phone.text.contains("12<b>"))
            let english = try await citizen.open("/file/KS-01/person", language: "en")
            #expect(english.text.contains("Who asks?"))
            #expect(english.text.contains("Hư Cấu"), "what was right is kept")
        }
    }

    @Test func `goes on where it was left, on the same device alone`() async throws {
        try await run { visitor in
            var citizen = visitor
            _ = try await citizen.begin()
            _ = try await citizen.post("/file/KS-01/person", FilingSamples.fields)
            let start = try await citizen.open("/file/KS-01")
            #expect(start.text.contains("đang điền dở"))
            #expect(start.text.contains("href=\"/file/KS-01/contact\""))
            let other = FilingCitizen(office: citizen.office)
            #expect(try await other.open("/file/KS-01/person").location == "/file/KS-01")
            #expect(!(try await other.open("/file/KS-01").text.contains("đang điền dở")))
            let guessed = FilingCitizen(office: citizen.office, cookie: "roviec_filing=0000")
            #expect(try await guessed.open("/file/KS-01/review").location == "/file/KS-01")
        }
    }

    @Test func `is forgotten after a week`() async throws {
        try await run { visitor in
            var citizen = visitor
            _ = try await citizen.begin()
            _ = try await citizen.post("/file/KS-01/person", FilingSamples.fields)
            let office = citizen.office
            try office.set("2017-07-09T09:00")
            _ = try await office.house.makeRound()
            #expect(try await office.number("SELECT count(*) AS n FROM filingDraft") == 1)
            try office.set("2017-07-11T09:01")
            _ = try await office.house.makeRound()
            #expect(try await office.number("SELECT count(*) AS n FROM filingDraft") == 0)
        }
    }

    @Test func `is one request for a program`() async throws {
        try await run { visitor in
            let office = visitor.office
            let what = try await office.open("/file/KS-01", as: nil, wantsJSON: true).json()
            #expect((what["inputs"] as? [String])?.contains("field.tenCon") == true)
            let sent = try await office.post(
                "/file/KS-01", as: nil, FilingSamples.fields, wantsJSON: true)
            #expect(sent.status == .created)
            #expect(try sent.json()["filing"] as? String == "DK-PA-170703-0001")
            let wrong = try await office.post(
                "/file/KS-01", as: nil, FilingSamples.fields.filter { $0.0 != "phone" },
                wantsJSON: true)
            #expect(wrong.status == .unprocessableContent)
            #expect(try wrong.code() == "filings.phoneMissing")
        }
    }

    @Test(arguments: ["KHONG-CO", "CT-02", "%00"])
    func `is not offered for other procedures`(_ code: String) async throws {
        try await run { visitor in
            try await visitor.office.issue(ProcedureSamples.certification)
            for method in [HTTPRequest.Method.get, .post] {
                let answer = try await visitor.office.send(method, "/file/\(code)", [:], body: [])
                #expect(answer.status == .notFound)
            }
        }
    }

    @Test func `is not begun by another site, nor filled beyond measure`() async throws {
        try await run { visitor in
            var citizen = visitor
            let name = try #require(HTTPField.Name("Sec-Fetch-Site"))
            let forged = try await citizen.office.send(
                .post, "/file/KS-01", [name: "cross-site"], body: [])
            #expect(forged.status == .unprocessableContent)
            _ = try await citizen.begin()
            let flood = try await citizen.post(
                "/file/KS-01/papers",
                (0..<900).map { ("paper", "\($0)" + String(repeating: "x", count: 200)) })
            #expect(flood.status == .unprocessableContent)
            let unknown = try await citizen.open("/file/KS-01/khong-co")
            #expect(unknown.status == .notFound)
        }
    }
}
