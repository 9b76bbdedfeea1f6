// Refusals on a page of their own: the reader keeps the menu, and there is a way on.

import Engine
import HTTPTypes
import ProcessModel
import Testing

@testable import Office

@Suite struct `A page that says no` {
    @Test(arguments: ["/dossiers/PA-170703-9999", "/khong-co", "/organisation/x", "/people/x"])
    func `keeps the menu and the way back for who has signed in`(_ path: String) async throws {
        try await DossierTestOffice.run { office in
            let page = try await office.open(path, as: "chi")
            #expect(page.status == .notFound)
            #expect(page.text.contains("Người chi"))
            #expect(page.text.contains("<nav class=\"bar\""))
            #expect(page.text.contains("class=\"btn\" href=\"/work\">"))
            let english = try await office.open(path, as: "chi", language: "en")
            #expect(english.text.contains("lang=\"en\""))
        }
    }

    @Test func `shows a stranger the way to sign in and the citizens' menu`() async throws {
        try await DossierTestOffice.run { office in
            let page = try await office.open("/khong-co", as: nil)
            #expect(page.status == .notFound)
            #expect(page.text.contains("class=\"btn\" href=\"/sign-in\">"))
            #expect(page.text.contains("class=\"btn\" href=\"/\">"), "citizens have no account")
            #expect(page.text.contains("href=\"/track\""))
            #expect(!page.text.contains("href=\"/work\""))
        }
    }

    @Test func `says of an address without its code what it lacks`() async throws {
        try await DossierTestOffice.run { office in
            let page = try await office.open("/notices/stop", as: nil)
            #expect(page.status == .notFound)
            #expect(page.text.contains("Đường dẫn thiếu mã.") && !page.text.contains("“”"))
            let english = try await office.open("/notices/stop", as: nil, language: "en")
            #expect(english.text.contains("The address lacks its code."))
        }
    }

    @Test func `of the counter leaves the officer of another unit a way on`() async throws {
        try await DossierTestOffice.run { office in
            let page = try await office.open("/counter", as: "ha")
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("Người ha"))
            #expect(page.text.contains("href=\"/work\""))
        }
    }
}

@Suite struct `A refused act` {
    @Test func `leaves the product of another form as it was`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let page = try await office.post(
                "/dossiers/\(code)/acts", as: "chi",
                [("act", "handOver"), ("item", "1"), ("person", "binh"), ("reason", "")])
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("value=\"Phiếu nhan\""))
            #expect(page.text.contains("<details open><summary>Bàn giao cho người khác"))
        }
    }
}

@Suite struct `The page of a dossier` {
    @Test func `offers the next work to who has nothing to do on it`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let holder = try await office.open("/dossiers/\(code)", as: "chi")
            #expect(!holder.text.contains("href=\"/work/next\""))
            let leader = try await office.open("/dossiers/\(code)", as: "anh")
            #expect(leader.text.contains("class=\"btn go\" href=\"/work/next\">"))
        }
    }

    @Test func `shows the time of the step beside that of the whole`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let page = try await office.open("/dossiers/\(code)", as: "chi")
            #expect(page.text.contains("<span class=\"st today\">Còn 30 phút</span>"))
            #expect(page.text.contains("<details class=\"panel\" open>"))
            #expect(page.text.contains("<small><a href=\"#why\">Vì sao ngày này?</a></small>"))
        }
    }

    @Test func `folds the sum away when the time has ended`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive { $0.process = "CT-02" }
            while try await !office.state(code).status.isResolved {
                try await office.advance(code)
            }
            let page = try await office.open("/dossiers/\(code)", as: "chi")
            #expect(page.text.contains("<details class=\"panel\"><summary><h2 id=\"why-title\">"))
        }
    }
}
