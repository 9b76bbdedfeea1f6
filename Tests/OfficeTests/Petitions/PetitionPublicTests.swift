// Sending and following without an account, as a page and as JSON, within the limits.

import Engine
import HTTPTypes
import Hummingbird
import Ledger
import NIOCore
import Testing
import WorkTime

@testable import Office

@Suite struct `Sending a petition` {
    private func send(
        _ office: DossierTestOffice, _ change: [String: String] = [:], key: String = "k-1",
        from address: String = "203.0.113.7", wantsJSON: Bool = false
    ) async throws -> DossierTestAnswer {
        var fields = PetitionSamples.fields.map { ($0.0, change[$0.0] ?? $0.1) }
        fields.append(("key", key))
        var headers: HTTPFields = [:]
        if let name = HTTPField.Name("X-Forwarded-For") { headers[name] = address }
        if wantsJSON { headers[.accept] = "application/json" }
        return try await office.send(
            .post, "/petitions/new", headers, body: DossierTestOffice.encoded(fields))
    }

    @Test func `is open to everybody, and says the days and that they are unconfirmed`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let page = try await office.open("/petitions/new", as: nil)
            #expect(page.status == .ok)
            for words in [
                "Phản ánh, kiến nghị", "Thái độ cán bộ, hồ sơ chậm", "Quy định, thủ tục",
                "UBND phường A", "UBND phường B", "trả lời trong 15 ngày", "chưa xác nhận",
                "href=\"/petitions/new\" aria-current=\"page\"",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            #expect(!page.text.contains("Một cửa phường A"), "units are no offices")
            let english = try await office.open("/petitions/new", as: nil, language: "en")
            #expect(english.text.contains("unconfirmed"))
            let json = try await office.open("/petitions/new", as: nil, wantsJSON: true)
            #expect((try json.json()["offices"] as? [Any])?.count == 2)
            let terms = try #require(try json.json()["terms"] as? [String: [String: Any]])
            #expect(terms["conduct"]?["answer"] as? Int == 15)
        }
    }

    @Test func `gives the number and a secret at once, and both open it`() async throws {
        try await DossierTestOffice.run { office in
            let page = try await send(office)
            #expect(page.status == .ok, "\(page.text.prefix(600))")
            let secret = Petitions.secret(ofKey: "form/k-1")
            #expect(page.text.contains("PA-PA-170703-0001") && page.text.contains(secret))
            #expect(page.text.contains("24/07/2017"))
            let told = try await office.followPetition("pa-pa-170703-0001", secret.lowercased())
            #expect(told.status == .ok && told.text.contains("Đã nhận, chờ giao"))
            #expect(told.text.contains("Đến hẹn chưa có kết quả"))
            for words in ["Trần Thị", "hu.cau", "0912"] {
                #expect(!told.text.contains(words), "\(words)")
            }
        }
    }

    @Test func `twice with one form is one petition with one secret`() async throws {
        try await DossierTestOffice.run { office in
            let first = try await send(office, wantsJSON: true)
            #expect(first.status == .created)
            let again = try await send(office, wantsJSON: true)
            #expect(try first.json()["code"] as? String == again.json()["code"] as? String)
            #expect(try first.json()["secret"] as? String == again.json()["secret"] as? String)
            #expect(try await office.number("SELECT count(*) AS n FROM petition") == 1)
            let other = try await send(office, ["subject": "Khác"], wantsJSON: true)
            #expect(try other.code() == "desk.keyUsedForOtherCommand")
        }
    }

    @Test func `says what is wrong at its place and keeps what was typed`() async throws {
        try await DossierTestOffice.run { office in
            let page = try await send(office, ["subject": "", "words": "Chậm <b>"])
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("Hãy ghi tóm tắt trong một câu."))
            #expect(page.text.contains("href=\"#subject\"") && page.text.contains("Chậm &lt;b"))
            #expect(page.text.contains("value=\"idea\" checked"))
            let json = try await send(office, ["kind": "x"], wantsJSON: true)
            #expect(try json.code() == "petitions.kindMissing")
            #expect(try json.json()["field"] as? String == "kind")
            #expect(try await office.number("SELECT count(*) AS n FROM trackingTry") == 0)
        }
    }

    @Test func `ends for an hour after many from one place, on every node`() async throws {
        try await DossierTestOffice.run { office in
            let nodes = [office, try office.node()]
            for number in 0..<Petitions.sendingMaximum {
                let answer = try await send(nodes[number % 2], key: "k\(number)", wantsJSON: true)
                #expect(answer.status == .created)
            }
            for node in nodes {
                let stopped = try await send(node, key: "k-n", wantsJSON: true)
                #expect(stopped.status == .tooManyRequests)
                #expect(try stopped.code() == "petitions.tooMany")
                #expect(!stopped.header("Retry-After").isEmpty)
            }
            let page = try await send(office, key: "k-p")
            #expect(page.text.contains("Chậm") == false && page.text.contains("quá nhiều phản ánh"))
            #expect(page.text.contains("Đến hẹn chưa có kết quả"), "nothing typed is lost")
            let other = try await send(office, key: "k-o", from: "203.0.113.8", wantsJSON: true)
            #expect(other.status == .created)
            try office.set("2017-07-03T10:01")
            let later = try await send(office, key: "k-l", wantsJSON: true)
            #expect(later.status == .created)
        }
    }

    @Test func `does not come from another site, and takes no token`() async throws {
        try await DossierTestOffice.run { office in
            var headers: HTTPFields = [:]
            if let name = HTTPField.Name("Sec-Fetch-Site") { headers[name] = "cross-site" }
            let body = DossierTestOffice.encoded(PetitionSamples.fields)
            let foreign = try await office.send(.post, "/petitions/new", headers, body: body)
            #expect(foreign.status == .unprocessableContent)
            #expect(try await office.number("SELECT count(*) AS n FROM petition") == 0)
            func scope(_ path: String) -> Tokens.Scope? {
                Site.scope(
                    of: .init(
                        head: .init(method: .post, scheme: nil, authority: nil, path: path),
                        body: .init(buffer: .init())))
            }
            #expect(scope("/petitions/new") == nil && scope("/petitions/follow") == nil)
            #expect(scope("/petitions/PA-1/acts") == .work)
        }
    }
}

@Suite struct `Following a petition` {
    @Test func `needs both, and stops who guesses`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.petition()
            let none = try await office.followPetition(code, "")
            #expect(none.status == .unprocessableContent && none.text.contains("mã bí mật"))
            for _ in 0..<Tracking.dossierTriesMaximum {
                let wrong = try await office.followPetition(code, "ZZZZZ-ZZZZZ")
                #expect(wrong.status == .notFound)
                #expect(wrong.text.contains("Không có phản ánh nào khớp"))
                #expect(!wrong.text.contains("ZZZZZ"), "the secret is not handed back")
            }
            let stopped = try await office.followPetition(code)
            #expect(stopped.status == .tooManyRequests)
            #expect(!stopped.header("Retry-After").isEmpty)
            let other = try await office.petition()
            #expect(try await office.followPetition(other).status == .ok)
            let form = try await office.open("/petitions/follow?code=\(code)", as: nil)
            #expect(form.text.contains("value=\"\(code)\""))
        }
    }

    @Test func `tells who has it, what is asked, and the answer`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.petition()
            try await office.petitionAct(.assign("ha"), on: code, by: "anh")
            let taken = try await office.followPetition(code)
            #expect(taken.text.contains("Tư pháp phường A") && !taken.text.contains("Người ha"))
            try await office.petitionAct(.ask("ke", "Zqa"), on: code, by: "ha")
            let house = try await office.followPetition(code)
            #expect(!house.text.contains("Zqa"), "what the house asks itself stays in it")
            try await office.petitionAct(.reply("Zqb"), on: code, by: "ke")
            try await office.petitionAct(.answer("Xin lỗi.\nSẽ <sửa>.", nil), on: code, by: "ha")
            let answered = try await office.followPetition(code)
            #expect(answered.text.contains("Xin lỗi.<br>Sẽ &lt;sửa&gt;."))
            #expect(!answered.text.contains("Zqb"))
            let json = try await office.followPetition(code, wantsJSON: true).json()
            #expect(json["standing"] as? String == "answered")
            #expect(json["answer"] as? String == "Xin lỗi.\nSẽ <sửa>.")
            #expect(json["isPublished"] as? Bool == false)
        }
    }

    @Test func `names the ground of a refusal, and the body it went to`() async throws {
        try await DossierTestOffice.run { office in
            let (first, second) = (try await office.petition(), try await office.petition())
            for code in [first, second] {
                try await office.petitionAct(.assign("ha"), on: code, by: "anh")
            }
            try await office.petitionAct(.refuse(.otherWay, "Mời nộp đơn."), on: first, by: "ha")
            let refused = try await office.followPetition(first)
            #expect(refused.text.contains("khiếu nại") && refused.text.contains("Mời nộp đơn."))
            try await office.petitionAct(
                .forward("Công ty thoát nước", "Đã gửi."), on: second, by: "ha")
            let gone = try await office.followPetition(second)
            #expect(gone.text.contains("Đã chuyển đến: Công ty thoát nước."))
        }
    }

    @Test func `lets the sender reply once, with the proof of the page`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.petition()
            try await office.petitionAct(.assign("ha"), on: code, by: "anh")
            try await office.petitionAct(.ask(nil, "Ngày nào?"), on: code, by: "ha")
            let asked = try await office.followPetition(code)
            #expect(asked.text.contains("Ngày nào?"))
            let proof = try asked.hidden("proof")
            func reply(_ words: String, _ proof: String) async throws -> DossierTestAnswer {
                try await office.post(
                    "/petitions/follow/reply", as: nil,
                    [("code", code), ("proof", proof), ("words", words)])
            }
            for wrong in ["", "x", String(repeating: "0", count: 64)] {
                let answer = try await reply("Ngày 5", wrong)
                #expect(answer.status == .unprocessableContent)
                #expect(!answer.text.contains("Ngày nào?"))
            }
            let empty = try await reply(" ", proof)
            #expect(empty.status == .unprocessableContent && empty.text.contains("Ngày nào?"))
            let taken = try await reply("Ngày 5", proof)
            #expect(taken.status == .ok && taken.text.contains("Đã nhận phần trả lời thêm."))
            #expect(try await reply("Ngày 6", proof).status == .unprocessableContent)
            let state = try await office.petitionState(code)
            #expect(state.standing == .taken && state.steps.last?.turn.by == nil)
        }
    }
}
