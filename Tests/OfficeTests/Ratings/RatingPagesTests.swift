// Rating on the page of the applicant, as a page and as JSON, and what officers see of it.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `A citizen rates` {
    @Test func `the page of a returned dossier offers it, once`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let before = try await office.track(code, DossierTestOffice.digits, wantsJSON: false)
            #expect(!before.text.contains("/track/rating"))
            try await office.finish(code)
            let page = try await office.track(code, DossierTestOffice.digits, wantsJSON: false)
            for words in [
                "action=\"/track/rating\"", "Thời gian giải quyết", "Thái độ của cán bộ",
                "Số lần phải đi lại", "Hướng dẫn rõ ràng", "Hài lòng", "chưa được xác nhận",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            #expect(!page.text.contains("value=\"5678\""), "digits stay out of the page")
            let short = try await office.track(code, wantsJSON: false)
            #expect(!short.text.contains("/track/rating"), "the code alone rates nothing")
        }
    }

    @Test func `and is thanked, with what was answered and until when it may be changed`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.finish(code)
            let page = try await office.rate(code, wantsJSON: false)
            #expect(page.status == .ok)
            #expect(page.text.contains("Đã nhận đánh giá, xin cảm ơn."))
            #expect(page.text.contains("sửa được đến hết Thứ Hai 10/07/2017"))
            #expect(page.text.contains("Sửa đánh giá"))
            let rating = try #require(try await office.rating(code))
            #expect(rating.sheet.answers.map(\.level) == Array(repeating: .satisfied, count: 4))
            #expect(rating.sheet.comment == nil && rating.changedAt == nil)
        }
    }

    @Test func `as JSON gets the whole answer back, without the words`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.finish(code)
            let answer = try await office.rate(code, comment: "Rất nhanh, Zqyx")
            #expect(answer.status == .ok, "\(answer.text)")
            let details = try #require(try answer.json()["details"] as? [String: Any])
            let rating = try #require(details["rating"] as? [String: Any])
            #expect((rating["given"] as? [Any])?.count == 4)
            #expect(rating["isOpen"] as? Bool == true)
            #expect(!answer.text.contains("Zqyx"))
        }
    }

    @Test func `a form sent twice rates once`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.finish(code)
            let proof = try await office.proof(of: code)
            for _ in 0..<3 {
                let answer = try await office.rate(
                    code, comment: "Tốt", proof: proof, key: "k-1")
                #expect(answer.status == .ok)
            }
            let entries = try await office.number(
                "SELECT count(*) AS n FROM entry WHERE stream = ?",
                [.text("rating/\(code)")])
            #expect(entries == 1)
        }
    }

    @Test func `a question left out is told at its place, and the rest is kept`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.finish(code)
            let page = try await office.rate(
                code, [("q.time", "unsatisfied"), ("q.attitude", "khac")], comment: "Chậm <b>",
                wantsJSON: false)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("Hãy chọn một mức cho: Thái độ của cán bộ."))
            #expect(page.text.contains("href=\"#q-attitude\""))
            #expect(page.text.contains("id=\"q-attitude\""))
            #expect(page.text.contains("value=\"unsatisfied\" checked"))
            #expect(page.text.contains("Chậm &lt;b"))
            let answer = try await office.rate(code, [])
            #expect(try answer.code() == "ratings.answerMissing")
            #expect(try answer.json()["field"] as? String == "q.time")
            #expect(try await office.rating(code) == nil)
        }
    }

    @Test func `before the result is returned nothing is taken`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            _ = try await office.told(code)
            let now = office.sources.now
            let salt = try #require(
                try await office.desk.read { try Tracking.salts(at: now, in: $0.reader) }.first)
            let proof = Tracking.proof(of: code, salt: salt)
            let answer = try await office.rate(code, proof: proof)
            #expect(try answer.code() == "ratings.notReturned")
            #expect(answer.status == .unprocessableContent)
        }
    }

    @Test func `without the proof of the page nothing is taken, whatever the digits`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let (code, other) = (try await office.receive(), try await office.receive())
            try await office.finish(code)
            try await office.finish(other)
            for proof in ["", "0000", try await office.proof(of: other)] {
                let answer = try await office.rate(code, proof: proof)
                #expect(try answer.code() == "ratings.proofOld")
                let page = try await office.rate(code, proof: proof, wantsJSON: false)
                #expect(page.status == .unprocessableContent)
                #expect(!page.text.contains("Đăng ký khai sinh"), "nothing is told either")
            }
            #expect(try await office.rating(code) == nil)
        }
    }

    @Test func `a page that was left open overnight still rates, one of last week does not`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.finish(code)
            let proof = try await office.proof(of: code)
            try office.set("2017-07-04T09:00")
            #expect(try await office.rate(code, proof: proof).status == .ok)
            try office.set("2017-07-06T09:00")
            let late = try await office.rate(code, proof: proof)
            #expect(try late.code() == "ratings.proofOld")
        }
    }

    @Test func `a change within seven days takes the place of the first, its words too`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.finish(code)
            _ = try await office.rate(code, comment: "Lời thứ nhất")
            try office.set("2017-07-10T15:00")
            var answers = DossierTestOffice.contented
            answers[2].1 = "unsatisfied"
            _ = try await office.rate(code, answers, comment: "Lời thứ hai")
            let rating = try #require(try await office.rating(code))
            #expect(rating.changedAt == office.now)
            #expect(rating.sheet.answers[2].level == .unsatisfied)
            let shown = try #require(try await office.record(code, as: "chi").rating)
            #expect(shown.comment == "Lời thứ hai")
            let first = try await office.desk.read {
                try $0.reader.personal(id: "rating/\(code)/1")
            }
            guard case .erased = try #require(first) else {
                Issue.record("the first words are still there")
                return
            }
            try office.set("2017-07-11T09:00")
            let late = try await office.rate(code)
            #expect(try late.code() == "ratings.changeOver")
            let page = try await office.track(code, DossierTestOffice.digits, wantsJSON: false)
            #expect(page.text.contains("thời gian sửa đã hết ngày Thứ Hai 10/07/2017"))
            #expect(!page.text.contains("action=\"/track/rating\""))
        }
    }
}

@Suite struct `What officers see of a rating` {
    @Test func `stands on the page of the dossier, and its words are personal data`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.finish(code)
            let none = try await office.open("/dossiers/\(code)", as: "chi")
            #expect(!none.text.contains("Đánh giá của người dân"))
            _ = try await office.rate(code, comment: "Bà Zqw cảm ơn <cán bộ>")
            let page = try await office.open("/dossiers/\(code)", as: "chi")
            #expect(page.text.contains("Đánh giá của người dân"))
            #expect(page.text.contains("Bà Zqw cảm ơn &lt;cán bộ&gt;"))
            #expect(try await office.number("SELECT count(*) AS n FROM personalRead") > 0)
            let hidden = try await office.open("/dossiers/\(code)", as: "la")
            #expect(hidden.status == .notFound, "another ward")
        }
    }

    @Test func `its words lie beside the ledger and go by law, the chain stays whole`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.finish(code)
            _ = try await office.rate(code, comment: "Lời riêng Zqv")
            let payloads = try await office.desk.read {
                try $0.reader.entries(of: "rating/\(code)", after: 0, limit: 9)
                    .map { String(decoding: $0.payload, as: UTF8.self) }
            }
            #expect(payloads.count == 1 && !payloads[0].contains("Zqv"))
            _ = try await office.desk.store.write {
                try $0.erasePersonal(stream: "rating/\(code)", at: 1, basis: "theo yêu cầu")
            }
            let shown = try #require(try await office.record(code, as: "chi").rating)
            #expect(shown.comment == nil && shown.lines.count == 4)
            #expect(try await office.desk.store.read { try Verification.run($0) }.isClean)
        }
    }

    @Test func `a look at words is noted even where the applicant's own values are gone`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.finish(code)
            _ = try await office.rate(code, comment: "Lời")
            _ = try await office.desk.store.write {
                try $0.erasePersonal(id: "applicant/\(code)", at: 1, basis: "theo yêu cầu")
            }
            _ = try await office.open("/dossiers/\(code)", as: "chi")
            #expect(
                try await office.number(
                    "SELECT count(*) AS n FROM personalRead WHERE subject = ?", [.text(code)])
                    == 1)
        }
    }
}
