// The pages of the queue: the entrance, the slip, the screen, and the officers' desk.

import Engine
import HTTPTypes
import Hummingbird
import Ledger
import NIOCore
import Testing
import WorkTime

@testable import Office

@Suite struct `The entrance of the hall` {
    private func draw(
        _ office: DossierTestOffice, _ fields: [(String, String)], key: String = "k-1",
        from address: String = "203.0.113.7", wantsJSON: Bool = false
    ) async throws -> DossierTestAnswer {
        var headers: HTTPFields = [:]
        if let name = HTTPField.Name("X-Forwarded-For") { headers[name] = address }
        if wantsJSON { headers[.accept] = "application/json" }
        return try await office.send(
            .post, "/queue/p", headers,
            body: DossierTestOffice.encoded(fields + [("key", key)]))
    }

    @Test func `offers the fields of the office to everybody, and says what is unconfirmed`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let page = try await office.open("/queue/p", as: nil)
            #expect(page.status == .ok)
            for words in [
                "Lấy số thứ tự", "UBND phường A", "value=\"Hộ tịch\"", "ưu tiên", "chưa xác nhận",
                "name=\"priority\"", "href=\"/queue/p/screen\"",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            let english = try await office.open("/queue/p", as: nil, language: "en")
            #expect(english.text.contains("Draw a number"))
            let json = try await office.open("/queue/p", as: nil, wantsJSON: true).json()
            #expect(json["fields"] as? [String] == ["Hộ tịch"])
            #expect(json["isOpen"] as? Bool == true)
            for path in ["/queue/p.mc", "/queue/khong-co", "/queue/khong-co/screen"] {
                #expect(try await office.open(path, as: nil).status == .notFound, "\(path)")
            }
        }
    }

    @Test func `gives a slip without anything personal`() async throws {
        try await DossierTestOffice.run { office in
            try await office.draw()
            let answer = try await draw(office, [("wish", "Hộ tịch"), ("priority", "1")])
            #expect(answer.status == .seeOther && answer.location == "/queue/p/tickets/2")
            let slip = try await office.open(answer.location, as: nil)
            for words in [
                ">002<", "UBND phường A", "Hộ tịch", "09:00, 03/07/2017", "còn 0 người",
                "data-refresh=\"10\"", "aria-live=\"polite\"", "data-print",
            ] {
                #expect(slip.text.contains(words), "\(words)")
            }
            #expect(!slip.text.contains("ưu tiên"), "why somebody comes first is not on paper")
            let json = try await office.open(answer.location, as: nil, wantsJSON: true)
            #expect(try json.json()["before"] as? Int == 0)
            #expect(!json.text.contains("riority"))
            let other = try await office.open("/queue/p/tickets/1", as: nil)
            #expect(other.text.contains("còn 1 người"))
            for number in ["3", "0", "-1", "x", "99999999999999999999"] {
                let missing = try await office.open("/queue/p/tickets/\(number)", as: nil)
                #expect(missing.status == .notFound, "\(number)")
            }
        }
    }

    @Test func `draws once for a form that is sent twice`() async throws {
        try await DossierTestOffice.run { office in
            let first = try await draw(office, [("wish", "")])
            let again = try await draw(office, [("wish", "")])
            #expect(first.location == again.location)
            let json = try await draw(office, [("wish", "")], key: "k-2", wantsJSON: true)
            #expect(json.status == .created)
            #expect(try json.json()["text"] as? String == "002")
        }
    }

    @Test func `says why there is no number`() async throws {
        try await DossierTestOffice.run { office in
            let wrong = try await draw(office, [("wish", "<b>")])
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("không nhận lĩnh vực đó"))
            let json = try await draw(office, [("wish", "x")], wantsJSON: true)
            #expect(try json.code() == "queues.fieldUnknown")
            try office.set("2017-07-03T23:00")
            let late = try await office.open("/queue/p", as: nil)
            #expect(late.text.contains("Ngoài giờ lấy số"))
            #expect(!late.text.contains("name=\"wish\""))
            #expect(try await draw(office, [], wantsJSON: true).code() == "queues.closed")
        }
    }

    @Test func `ends for an hour after very many from one place, on every node`() async throws {
        try await DossierTestOffice.run { office in
            let nodes = [office, try office.node()]
            for number in 0..<Queues.drawingsMaximum {
                try await nodes[number % 2].desk.countDrawing(from: "203.0.113.7")
            }
            let stopped = try await draw(office, [("wish", "")], wantsJSON: true)
            #expect(stopped.status == .tooManyRequests)
            #expect(try stopped.code() == "queues.tooMany")
            #expect(!stopped.header("Retry-After").isEmpty)
            let page = try await draw(office, [("wish", "")], key: "k-3")
            #expect(page.status == .tooManyRequests && page.text.contains("quá nhiều số"))
            let other = try await draw(office, [("wish", "")], from: "203.0.113.8")
            #expect(other.status == .seeOther)
            #expect(
                try await office.number(
                    "SELECT count(*) AS n FROM trackingTry WHERE subject LIKE '%203.0%'") == 0)
        }
    }

    @Test func `takes no form of another site, and no token of a program`() async throws {
        try await DossierTestOffice.run { office in
            var headers: HTTPFields = [:]
            if let name = HTTPField.Name("Sec-Fetch-Site") { headers[name] = "cross-site" }
            let foreign = try await office.send(
                .post, "/queue/p", headers, body: DossierTestOffice.encoded([("wish", "")]))
            #expect(foreign.status == .unprocessableContent)
            func scope(_ path: String) -> Tokens.Scope? {
                Site.scope(
                    of: .init(
                        head: .init(method: .post, scheme: nil, authority: nil, path: path),
                        body: .init(buffer: .init())))
            }
            #expect(scope("/queue") == .work && scope("/queue/p") == nil)
        }
    }
}

@Suite struct `The screen of the hall` {
    @Test func `shows who is called, where, and who is next, and asks again by itself`()
        async throws
    {
        try await DossierTestOffice.run { office in
            for isPriority in [false, false, true, false] {
                try await office.draw(Queues.Wish(isPriority: isPriority))
            }
            let empty = try await office.open("/queue/p/screen", as: nil)
            #expect(empty.text.contains("Chưa gọi số nào") && empty.text.contains("003  001  002"))
            try await office.queueAct(.next(window: 2, field: "", ends: false))
            let page = try await office.open("/queue/p/screen", as: nil)
            for words in [
                "<noscript><meta http-equiv=\"refresh\" content=\"10\"></noscript>", ">003<",
                "Cửa 2", "001  002  004", "aria-live=\"polite\"", "data-refresh=\"10\"",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            let json = try await office.open("/queue/p/screen", as: nil, wantsJSON: true).json()
            #expect(json["next"] as? [String] == ["001", "002", "004"])
            let calls = try #require(json["calls"] as? [[String: Any]])
            #expect(calls.map { $0["number"] as? String } == ["003"])
            #expect(json["waiting"] as? Int == 3)
        }
    }
}

@Suite struct `The officers' desk of the queue` {
    private func act(
        _ office: DossierTestOffice, _ act: String, number: Int? = nil, as person: PersonID = "chi",
        wantsJSON: Bool = false
    ) async throws -> DossierTestAnswer {
        var fields = [("act", act), ("window", "2"), ("field", "")]
        if let number { fields.append(("number", String(number))) }
        return try await office.post("/queue", as: person, fields, wantsJSON: wantsJSON)
    }

    @Test func `is for the counter, and the menu leads there`() async throws {
        try await DossierTestOffice.run { office in
            for person: PersonID in ["anh", "tam", "ha", "ke", "giang"] {
                let page = try await office.open("/queue", as: person)
                #expect(page.status == .unprocessableContent, "\(person)")
                #expect(page.text.contains(Queues.Rejection.mayNotCall.sentence.vi))
                let posted = try await act(office, "next", as: person, wantsJSON: true)
                #expect(try posted.code() == "queues.mayNotCall")
            }
            #expect(try await office.open("/queue", as: nil).location == "/sign-in")
            let counter = try await office.open("/counter", as: "chi")
            #expect(counter.text.contains("href=\"/queue\""))
        }
    }

    @Test func `calls, takes a dossier in for the number, and goes on`() async throws {
        try await DossierTestOffice.run { office in
            for _ in 0..<2 { try await office.draw() }
            let sat = try await office.open("/queue?window=2", as: "chi")
            #expect(sat.text.contains("Gọi số tiếp theo") && sat.text.contains("data-key=\"n\""))
            let called = try await act(office, "next")
            #expect(called.location == "/queue?window=2&field=")
            let here = try await office.open(called.location, as: "chi")
            #expect(here.text.contains("href=\"/counter?ticket=1\""))
            let counter = try await office.open("/counter?ticket=1", as: "chi")
            #expect(counter.text.contains("Đang tiếp số 001."))
            #expect(counter.text.contains("href=\"/counter/CT-02?ticket=1\""))
            let intake = try await office.open("/counter/CT-02?ticket=1", as: "chi")
            #expect(intake.text.contains("Đang tiếp số 001."))
            #expect(try intake.hidden("ticket") == "1")
            let refused = try await office.post(
                "/counter/CT-02", as: "chi", [("name", ""), ("ticket", "1")])
            #expect(refused.text.contains("Đang tiếp số 001."), "it stays when the form is refused")
            for wrong in ["x", "0", "1000", "<b>"] {
                let page = try await office.open(
                    "/counter?ticket=\(DossierTestOffice.encoded(wrong))", as: "chi")
                #expect(!page.text.contains("Đang tiếp số"), "\(wrong)")
            }
            _ = try await act(office, "again", number: 1)
            _ = try await act(office, "done")
            let day = try await office.queueDay()
            #expect(day.ticket(1)?.standing == .done && day.called(at: 2)?.number == 2)
            _ = try await act(office, "notHere", number: 2)
            let console = try await office.open("/queue?window=2", as: "chi", wantsJSON: true)
            let figures = try #require(try console.json()["figures"] as? [String: Int])
            #expect(figures["done"] == 1 && figures["waiting"] == 1 && figures["drawn"] == 2)
        }
    }

    @Test func `says what is wrong on the page, and keeps the window`() async throws {
        try await DossierTestOffice.run { office in
            let nobody = try await act(office, "next")
            #expect(nobody.status == .unprocessableContent)
            #expect(nobody.text.contains("Không còn ai chờ") && nobody.text.contains("value=\"2\""))
            let odd = try await act(office, "xoa", wantsJSON: true)
            #expect(try odd.code() == "queues.actUnknown")
            let strange = try await act(office, "again", number: 7, wantsJSON: true)
            #expect(strange.status == .notFound)
            let token = try await office.post(
                "/queue", as: "chi", [("act", "draw")], withToken: false)
            #expect(token.status == .unprocessableContent)
            let wide = try await office.open("/queue?window=99&field=%3Cb%3E", as: "chi")
            #expect(wide.status == .ok && !wide.text.contains("<b>\""))
        }
    }

    @Test func `draws for who cannot, also when the hall is closed`() async throws {
        try await DossierTestOffice.run(at: "2017-07-09T09:00") { office in
            let answer = try await office.post(
                "/queue", as: "binh",
                [("act", "draw"), ("wish", "Hộ tịch"), ("priority", "1"), ("window", "")])
            #expect(answer.location == "/queue/p/tickets/1")
            let console = try await office.open("/queue?window=1", as: "binh")
            #expect(console.text.contains("ưu tiên") && console.text.contains("Hộ tịch"))
        }
    }
}
