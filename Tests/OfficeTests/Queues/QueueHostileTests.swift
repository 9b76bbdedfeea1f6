// Input that nobody sends by mistake, and every person at every door of the queue.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Hostile input about queues` {
    @Test(arguments: HostileText.all)
    func `is shown as the text it is, or not at all`(_ words: String) async throws {
        try await DossierTestOffice.run { office in
            try await office.draw()
            let text = DossierTestOffice.encoded(words)
            for path in [
                "/queue?window=\(text)&field=\(text)", "/queue?window=2&field=\(text)",
            ] {
                let page = try await office.open(path, as: "chi")
                #expect(page.status == .ok, "\(path)")
                page.expectSound(words)
            }
            let drawn = try await office.post("/queue/p", as: nil, [("wish", words)])
            #expect(drawn.status == .unprocessableContent)
            drawn.expectSound(words)
            let called = try await office.post(
                "/queue", as: "chi",
                [("act", "next"), ("window", words), ("field", words), ("number", words)])
            #expect(called.status == .unprocessableContent)
            called.expectSound(words)
            #expect(try await office.queueDay().tickets.count == 1)
        }
    }

    @Test(arguments: [
        "/queue/%3Cb%3E", "/queue/..%2Fp", "/queue/p/tickets/%3Cb%3E", "/queue/p/tickets/1.5",
        "/queue/p/tickets/", "/queue/p/screen/x", "/queue/P", "/queue/p%00",
    ])
    func `in an address finds nothing`(_ path: String) async throws {
        try await DossierTestOffice.run { office in
            try await office.draw()
            let answer = try await office.open(path, as: nil)
            #expect(answer.status == .notFound, "\(path)")
            #expect(!answer.text.contains("<b>"))
        }
    }

    @Test func `every act is refused to everybody but the counter of the office`() async throws {
        try await DossierTestOffice.run { office in
            for _ in 0..<3 { try await office.draw() }
            try await office.queueAct(.next(window: 1, field: "", ends: false))
            let before = try await office.sequence()
            for act in ["next", "done", "again", "notHere", "end", "draw"] {
                for person: PersonID in ["anh", "pho", "tam", "ha", "ke", "giang"] {
                    let answer = try await office.post(
                        "/queue", as: person,
                        [("act", act), ("window", "1"), ("field", ""), ("number", "1")],
                        wantsJSON: true)
                    #expect(try answer.code() == "queues.mayNotCall", "\(person) \(act)")
                }
                let other = try await office.post(
                    "/queue", as: "la",
                    [("act", act), ("window", "1"), ("field", ""), ("number", "1")],
                    wantsJSON: true)
                if act == "draw" {
                    #expect(try other.json()["office"] as? String == "r", "their own line")
                } else {
                    #expect(other.status != .ok, "\(act) finds nobody in ward B")
                }
                let nobody = try await office.post("/queue", as: nil, [("act", act)])
                #expect(nobody.location == "/sign-in", "\(act)")
            }
            #expect(try await office.sequence() == before + 2, "one line of ward B was opened")
            #expect(try await office.queueDay().called(at: 1)?.number == 1)
        }
    }

    @Test func `pages for everybody tell of nobody, in both languages`() async throws {
        try await DossierTestOffice.run { office in
            try await office.draw(Queues.Wish(field: "Hộ tịch", isPriority: true), by: "binh")
            try await office.queueAct(.next(window: 3, field: "Hộ tịch", ends: false))
            for path in ["/queue/p", "/queue/p/screen", "/queue/p/tickets/1"] {
                for language in ["vi", "en"] {
                    let page = try await office.open(path, as: nil, language: language)
                    #expect(page.status == .ok && page.missingWords.isEmpty, "\(path)")
                    for name in ["Người chi", "Người binh", "chi", "binh"] {
                        #expect(!page.text.contains(">\(name)<"), "\(path) \(name)")
                    }
                }
                let json = try await office.open(path, as: nil, wantsJSON: true)
                #expect(!json.text.contains("binh") && !json.text.contains("isPriority"))
            }
            let slip = try await office.open("/queue/p/tickets/1", as: nil, language: "en")
            #expect(slip.text.contains("Please go to window 3."))
        }
    }

    @Test func `a slip tells how it stands, to its end`() async throws {
        try await DossierTestOffice.run { office in
            try await office.draw()
            func slip() async throws -> String {
                try await office.open("/queue/p/tickets/1", as: nil).text
            }
            #expect(try await slip().contains("còn 0 người"))
            try await office.queueAct(.next(window: 4, field: "", ends: false))
            #expect(try await slip().contains("Mời đến cửa 4."))
            try await office.queueAct(.notHere(1))
            #expect(try await slip().contains("Đang chờ."))
            try await office.queueAct(.next(window: 4, field: "", ends: false))
            try await office.queueAct(.notHere(1))
            #expect(try await slip().contains("Đã gọi mà không có mặt."))
            try await office.draw()
            try await office.queueAct(.next(window: 4, field: "", ends: false))
            try await office.queueAct(.end(2))
            let done = try await office.open("/queue/p/tickets/2", as: nil)
            #expect(done.text.contains("Đã xong."))
            try office.set("2017-07-04T09:00")
            let yesterday = try await office.open("/queue/p/tickets/1", as: nil)
            #expect(yesterday.status == .notFound, "a slip is good for its day")
        }
    }

    @Test func `the desk lists a bounded part of a long line`() async throws {
        try await DossierTestOffice.run { office in
            for _ in 0..<(Queues.shownWaiting + 5) { try await office.draw(by: "chi") }
            let console = try await office.queueConsole()
            #expect(console.line.count == Queues.shownWaiting)
            #expect(console.figures.waiting == Queues.shownWaiting + 5)
            for window in 1...(Queues.shownCalled + 2) {
                try await office.queueAct(.next(window: window, field: "", ends: false))
            }
            let (now, id) = (office.now, UnitID("p"))
            let screen = try await office.desk.read { try $0.queueScreen(of: id, at: now) }
            #expect(screen.calls.count == Queues.shownCalled)
            #expect(screen.calls.first?.number == "006", "the latest call stands first")
            #expect(screen.next.count == Queues.shownNext)
            let other = try await office.queueConsole(window: 2)
            #expect(other.here?.number == 2 && !other.others.contains { $0.number == 2 })
        }
    }
}
