// The pages of dossiers and work, as people and programs get them.

import Engine
import HTTPTypes
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Pages of dossiers and work` {
    static let lists = [
        "/work", "/work?list=mine", "/work?list=unit", "/work?list=cooperating",
        "/work?list=waiting", "/work?list=done", "/work?list=khac", "/dossiers",
        "/dossiers?q=hu+cau", "/dossiers?state=open", "/dossiers?state=overdue",
        "/dossiers?state=resolved", "/dossiers?class=early", "/dossiers?channel=online",
        "/dossiers?from=2017-07-01&to=2017-07-31", "/dossiers?office=p&process=KS-01",
        "/dossiers?field=H%E1%BB%99+t%E1%BB%8Bch",
    ]

    @Test func `lists are whole pages in both languages, and JSON`() async throws {
        try await DossierTestOffice.run { office in
            let done = try await office.receive()
            try await office.advance(done, times: 7)
            let open = try await office.receive()
            try await office.act(.askDuty(1, reason: "Lệ phí"), on: open, by: "chi")
            try await office.receive()
            for path in Self.lists {
                for language in ["vi", "en"] {
                    let page = try await office.open(path, as: "chi", language: language)
                    #expect(page.status == .ok, "\(path)")
                    #expect(page.text.hasPrefix("<!doctype html>"))
                    for feature in ["work", "register", "dossier", "word", "status", "site"] {
                        #expect(!page.text.contains("[\(feature)."), "\(path)")
                    }
                }
                let json = try await office.open(path, as: "chi", wantsJSON: true)
                #expect(json.header("Content-Type").hasPrefix("application/json"))
                #expect(try json.json()["rows"] != nil, "\(path)")
            }
        }
    }

    @Test func `a page goes on where the one before ended`() async throws {
        try await DossierTestOffice.run { office in
            for _ in 0..<52 { try await office.receive() }
            for (path, label) in [("/work", "rows"), ("/dossiers", "rows")] {
                let first = try await office.open(path, as: "chi", wantsJSON: true).json()
                let next = try #require(first["next"] as? String)
                #expect((first[label] as? [Any])?.count == 50)
                let address = "\(path)?after=\(DossierTestOffice.encoded(next))"
                let second = try await office.open(address, as: "chi", wantsJSON: true).json()
                #expect((second[label] as? [Any])?.count == 2)
                #expect(second["next"] == nil)
                let page = try await office.open(path, as: "chi")
                #expect(page.text.contains("rel=\"next\""))
            }
        }
    }

    @Test func `a dossier is found by its people and by nobody else`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            for path in ["", "/receipt", "/slip"] {
                let own = try await office.open("/dossiers/\(code)\(path)", as: "chi")
                #expect(own.status == .ok)
                #expect(own.text.contains(code))
                let other = try await office.open("/dossiers/\(code)\(path)", as: "la")
                #expect(other.status == .notFound)
                #expect(!other.text.contains("Hư Cấu"))
                let unknown = try await office.open("/dossiers/PA-1\(path)", as: "chi")
                #expect(unknown.status == .notFound)
            }
            let act = try await office.post(
                "/dossiers/\(code)/acts", as: "la",
                [("act", "withdraw"), ("reason", "x")], wantsJSON: true)
            #expect(act.status == .notFound)
            #expect(try act.code() == "dossiers.unknown")
            let json = try await office.open("/dossiers/\(code)", as: "chi", wantsJSON: true)
            #expect(try json.json()["status"] as? String == "received")
        }
    }

    @Test func `acts lead back to the dossier, step by step to the result`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let path = "/dossiers/\(code)/acts"
            let acts: [(PersonID, String, String)] = [
                ("chi", "complete", "1"), ("ha", "accept", "2"), ("ha", "complete", "2"),
                ("anh", "accept", "3"), ("anh", "complete", "3"), ("chi", "accept", "4"),
                ("chi", "complete", "4"),
            ]
            for (person, act, item) in acts {
                let page = try await office.open("/dossiers/\(code)", as: person)
                #expect(page.text.contains("value=\"\(act)\""), "\(act) \(item)")
                let answer = try await office.post(
                    path, as: person, [("act", act), ("item", item), ("product", "Phiếu")])
                #expect(answer.status == .seeOther, "\(act) \(item)")
                #expect(answer.location == "/dossiers/\(code)")
            }
            #expect(try await office.state(code).status == .returned)
            let page = try await office.open("/dossiers/\(code)", as: "chi")
            #expect(page.text.contains("Đã trả kết quả"))
            #expect(!page.text.contains("name=\"act\""))
        }
    }

    @Test func `a refused act shows its sentence and keeps what was written`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let path = "/dossiers/\(code)/acts"
            let fields = [("act", "askSupplement"), ("item", "1"), ("reason", "Thiếu hộ khẩu")]
            let page = try await office.post(path, as: "chi", fields)
            #expect(page.status == .unprocessableContent)
            #expect(
                page.text.contains(Dossiers.Rejection.supplementPapersMissing.sentence.vi))
            #expect(page.text.contains("Thiếu hộ khẩu"))
            let json = try await office.post(path, as: "chi", fields, wantsJSON: true)
            #expect(try json.code() == "dossiers.supplementPapersMissing")
            for (act, item) in [("bay", "1"), ("", "1"), ("accept", "x"), ("complete", "99")] {
                let answer = try await office.post(path, as: "chi", [("act", act), ("item", item)])
                let isExpected =
                    [.notFound, .unprocessableContent].contains(answer.status)
                #expect(isExpected, "\(act) \(item)")
            }
            #expect(try await office.state(code).status == .received)
        }
    }

    @Test func `one key does not answer for another dossier`() async throws {
        try await DossierTestOffice.run { office in
            let (one, two) = (try await office.receive(), try await office.receive())
            let fields = [("act", "complete"), ("item", "1"), ("product", "x"), ("key", "k")]
            let first = try await office.post("/dossiers/\(one)/acts", as: "chi", fields)
            #expect(first.status == .seeOther)
            let again = try await office.post("/dossiers/\(one)/acts", as: "chi", fields)
            #expect(again.status == .seeOther)
            let other = try await office.post(
                "/dossiers/\(two)/acts", as: "chi", fields, wantsJSON: true)
            #expect(try other.code() == "desk.keyUsedForOtherCommand")
        }
    }

    @Test func `names that look like pages are shown as text`() async throws {
        try await DossierTestOffice.run { office in
            let name = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{0}"
            let code = try await office.receive {
                $0.applicant.name = name
                $0.applicant.address = name
                $0.applicant.request = name
                $0.applicant.submitter = name
                $0.papers = [.init(name: name, copies: 1)]
            }
            try await office.perform(
                .askSupplement(code, 1, reason: name, papers: [name]), by: "chi")
            for path in [
                "/work?list=waiting", "/dossiers", "/dossiers/\(code)",
                "/dossiers/\(code)/receipt", "/dossiers/\(code)/slip",
            ] {
                for language in ["vi", "en"] {
                    let page = try await office.open(path, as: "chi", language: language)
                    #expect(page.status == .ok)
                    #expect(!page.text.contains("<script>alert"), "\(path)")
                    #expect(!page.text.contains("<img"), "\(path)")
                }
            }
            let page = try await office.open("/dossiers", as: "chi")
            #expect(page.text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
            let json = try await office.open("/dossiers/\(code)", as: "chi", wantsJSON: true)
            let applicant = try #require(try json.json()["applicant"] as? [String: Any])
            #expect(applicant["name"] as? String == name)
        }
    }
}
