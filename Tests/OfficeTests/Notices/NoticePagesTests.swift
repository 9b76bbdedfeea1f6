// /notices: how the telling of citizens goes, for administrators.

import Engine
import HTTPTypes
import Mail
import Testing
import WorkTime

@testable import Office

@Suite struct `The page of notices` {
    private func withTroubles(
        _ body: (DossierTestOffice, [String]) async throws -> Void
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            var codes: [String] = []
            for _ in 0..<4 { codes.append(try await office.receiveWithAddress()) }
            _ = try await office.deliver(
                to: NoticeTestBox([
                    .accepted, .refused("recipient: 550 5.1.1"), .unreachable("<script>alert"),
                ]))
            try await body(office, codes)
        }
    }

    @Test func `counts what waits, left and was given up, with the reasons`() async throws {
        try await withTroubles { office, codes in
            let page = try await office.noticePage()
            #expect(page.open == 2 && page.givenUp == 1 && page.delivered == 1)
            #expect(page.openSince == LocalMinute("2017-07-03T09:00"))
            #expect(page.rows.map(\.code) == [codes[1], codes[2]])
            #expect(page.rows.map(\.isGivenUp) == [true, false])
            #expect(page.rows.map(\.failure) == ["recipient: 550 5.1.1", "<script>alert"])
            #expect(page.rows.map(\.attempts) == [1, 1])
            #expect(page.rows.map(\.at.text) == ["2017-07-03T09:00", "2017-07-03T09:01"])
        }
    }

    @Test func `is shown as a page and as JSON, without an address in either`() async throws {
        try await withTroubles { office, codes in
            let page = try await office.open("/notices", as: "quantri")
            #expect(page.status == .ok && page.text.contains(codes[1]))
            #expect(page.text.contains("recipient: 550 5.1.1") && page.text.contains("tiếp nhận"))
            #expect(page.text.contains("&lt;script&gt;alert"))
            #expect(!page.text.contains("<script>alert"))
            #expect(page.text.contains("Gửi lại lúc 09:01, 03/07/2017"))
            let json = try await office.open("/notices", as: "quantri", wantsJSON: true)
            let value = try json.json()
            #expect(value["open"] as? Int == 2 && value["givenUp"] as? Int == 1)
            let rows = try #require(value["rows"] as? [[String: Any]])
            #expect(rows.first?["kind"] as? String == "received")
            #expect(rows.first?["isGivenUp"] as? Bool == true)
            for text in [page.text, json.text] {
                #expect(!text.contains(DossierTestOffice.address) && !text.contains("Hư Cấu"))
            }
            let english = try await office.open("/notices", as: "quantri", language: "en")
            #expect(english.text.contains("Notices to citizens"))
        }
    }

    @Test func `says that nothing failed where nothing did`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let page = try await office.open("/notices", as: "quantri")
            #expect(page.text.contains("Không có thư nào gửi chưa được"))
            #expect(!page.text.contains("/notices/retries"))
            let account = try await office.open("/account", as: "quantri")
            #expect(account.text.contains("href=\"/notices\""))
        }
    }

    @Test func `is for administrators alone`() async throws {
        try await withTroubles { office, _ in
            for person in DossierTestSamples.people {
                let page = try await office.open("/notices", as: person, wantsJSON: true)
                #expect(page.status == .unprocessableContent, "\(person)")
                #expect(try page.code() == "people.mayNotAdminister")
                let retry = try await office.post(
                    "/notices/retries", as: person, [], wantsJSON: true)
                #expect(try retry.code() == "people.mayNotAdminister")
                let account = try await office.open("/account", as: person)
                #expect(!account.text.contains("href=\"/notices\""))
            }
            let guest = try await office.open("/notices", as: nil)
            #expect(guest.status == .seeOther && guest.location == "/sign-in")
            #expect(try await office.noticePage().givenUp == 1)
        }
    }

    @Test func `opens again what was given up, once mended`() async throws {
        try await withTroubles { office, codes in
            let noToken = try await office.post(
                "/notices/retries", as: "quantri", [], withToken: false)
            #expect(noToken.status == .unprocessableContent)
            let answer = try await office.post("/notices/retries", as: "quantri", [])
            #expect(answer.status == .seeOther && answer.location == "/notices")
            #expect(try await office.noticePage().givenUp == 0)
            let again = try await office.post(
                "/notices/retries", as: "quantri", [], wantsJSON: true)
            #expect(try again.json()["opened"] as? Int == 0)
            office.sources.set(office.now + 1)
            let box = NoticeTestBox()
            #expect(try await office.deliver(to: box).sent == 3)
            #expect(box.mails.contains { $0.subject.contains(codes[1]) })
            let page = try await office.noticePage()
            #expect(page.open == 0 && page.delivered == 4 && page.rows.isEmpty)
        }
    }
}
