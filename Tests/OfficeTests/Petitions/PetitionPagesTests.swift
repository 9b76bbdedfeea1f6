// The pages of the office: who sees what, acts through forms, looks that are noted.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `The office's pages of petitions` {
    private func act(
        _ office: DossierTestOffice, _ code: String, as person: PersonID,
        _ fields: [(String, String)], wantsJSON: Bool = false
    ) async throws -> DossierTestAnswer {
        try await office.post(
            "/petitions/\(code)/acts", as: person, fields, wantsJSON: wantsJSON)
    }

    /// Who sees a new petition of each kind, and the figures.
    @Test func `are for those in charge, whoever holds it, and nobody else`() async throws {
        try await DossierTestOffice.run { office in
            for command in OrganisationTestState.staffCommands {
                _ = try await office.desk.perform(
                    .people(command), by: nil, at: office.sources.now)
            }
            let conduct = try await office.petition(.conduct)
            let idea = try await office.petition(.idea)
            let leads: Set<PersonID> = ["anh", "pho"]
            let heads: Set<PersonID> = ["binh", "tam", "ke"]
            for person: PersonID in [
                "anh", "pho", "binh", "chi", "tam", "ha", "ke", "quan", "so", "quy", "giang", "la",
            ] {
                for (code, seers) in [(conduct, leads), (idea, leads.union(heads))] {
                    for wantsJSON in [false, true] {
                        let answer = try await office.open(
                            "/petitions/\(code)", as: person, wantsJSON: wantsJSON)
                        #expect(
                            answer.status == (seers.contains(person) ? .ok : .notFound),
                            "\(person) \(code)")
                        #expect(
                            answer.text.contains("Giấy hẹn ngày 3") == seers.contains(person))
                    }
                    let taken = try await act(
                        office, code, as: person, [("act", "publish"), ("title", "x")])
                    #expect(
                        taken.status
                            == (seers.contains(person) ? .unprocessableContent : .notFound))
                }
                #expect(try await office.open("/petitions", as: person).status == .ok)
                let figures = try await office.open("/petitions/figures", as: person)
                let mayCount = leads.contains(person) || ["so", "giang"].contains(person)
                #expect((figures.status == .ok) == mayCount, "\(person)")
            }
            for path in ["/petitions", "/petitions/\(idea)", "/petitions/figures"] {
                #expect(try await office.open(path, as: nil).location == "/sign-in")
            }
            let home = try await office.open("/work", as: "ha")
            #expect(home.text.contains("href=\"/petitions\""))
        }
    }

    @Test func `take it with one press, ask, and answer with a publication`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.petition(.regulation)
            let page = try await office.open("/petitions/\(code)", as: "binh")
            #expect(page.text.contains("Tôi giữ phản ánh này"))
            #expect(page.text.contains("chưa xác nhận") && page.text.contains("05/07/2017"))
            let taken = try await act(
                office, code, as: "binh", [("act", "assign"), ("person", "binh")])
            #expect(taken.location == "/petitions/\(code)")
            let asked = try await act(
                office, code, as: "binh",
                [("act", "ask"), ("person", "ha"), ("words", "Sổ ghi thế nào?")])
            #expect(asked.status == .seeOther)
            let forHa = try await office.open("/petitions/\(code)", as: "ha")
            #expect(forHa.text.contains("Sổ ghi thế nào?") && !forHa.text.contains("0912 345"))
            let replied = try await act(
                office, code, as: "ha", [("act", "reply"), ("words", "Đúng ngày.")])
            #expect(replied.location == "/petitions", "who is done does not see it any more")
            let answered = try await act(
                office, code, as: "binh",
                [
                    ("act", "answer"), ("words", "Xin lỗi."), ("publish", "1"), ("title", "Hẹn"),
                    ("question", "Sao trễ?"), ("publicAnswer", "Đã sửa."),
                ])
            #expect(answered.status == .seeOther)
            let done = try await office.open("/petitions/\(code)", as: "binh")
            for words in ["Đã trả lời", "Đúng ngày.", "Người ha", "Đã sửa.", "Đúng hạn"] {
                #expect(done.text.contains(words), "\(words)")
            }
            let json = try await office.open("/petitions/\(code)", as: "binh", wantsJSON: true)
            #expect((try json.json()["steps"] as? [Any])?.count == 5)
            #expect(!json.text.contains(PetitionSamples.sender.secret))
            try await office.isPetitionClean()
        }
    }

    @Test func `hand a refused form back with the sentence at its field`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.petition()
            try await office.petitionAct(.assign("binh"), on: code, by: "anh")
            let page = try await act(
                office, code, as: "binh", [("act", "refuse"), ("words", "Không rõ <gì>")])
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("Hãy chọn căn cứ từ chối."))
            #expect(page.text.contains("href=\"#refuse-ground\""))
            #expect(page.text.contains("id=\"refuse-ground\""))
            #expect(page.text.contains("Không rõ &lt;gì"))
            let named = try await act(
                office, code, as: "binh",
                [
                    ("act", "answer"), ("words", "Xin lỗi."), ("publish", "1"),
                    ("title", "Bà Trần Thị Hư Cấu"), ("question", "a"), ("publicAnswer", "b"),
                ])
            #expect(named.text.contains("Hãy bỏ đi rồi công khai"))
            #expect(named.text.contains("Xin lỗi."), "nothing typed is lost")
            let json = try await act(
                office, code, as: "binh", [("act", "forward"), ("words", "x")], wantsJSON: true)
            #expect(try json.code() == "petitions.bodyMissing")
            let odd = try await act(office, code, as: "binh", [("act", "xoa")])
            #expect(odd.status == .notFound)
            let token = try await office.post(
                "/petitions/\(code)/acts", as: "binh", [("act", "assign")], withToken: false)
            #expect(token.status == .unprocessableContent)
            #expect(try await office.petitionState(code).standing == .taken)
        }
    }

    @Test func `note who looked at what the sender wrote`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.petition()
            _ = try await office.open("/petitions/\(code)", as: "anh")
            _ = try await office.open("/petitions/\(code)", as: "ha")
            let found = try await office.desk.read {
                try $0.rows("SELECT person FROM personalRead WHERE subject = ?", [.text(code)])
                    .map { try $0.text("person") }
            }
            #expect(found == ["anh"])
        }
    }

    @Test func `show the lists by tab, with what is next`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.petition()
            let incoming = try await office.open("/petitions?list=incoming", as: "anh")
            #expect(incoming.text.contains(code) && incoming.text.contains("Chưa ai giữ"))
            let mine = try await office.open("/petitions", as: "ha")
            #expect(mine.text.contains("giao cho bạn") && !mine.text.contains("list=incoming"))
            try await office.petitionAct(.assign("ha"), on: code, by: "anh")
            let json = try await office.open("/petitions", as: "ha", wantsJSON: true).json()
            let rows = try #require(json["rows"] as? [[String: Any]])
            #expect(rows.first?["code"] as? String == code)
            #expect((json["counts"] as? [String: Int])?["mine"] == 1)
            let forged = try await office.open("/petitions?list=ended&after=x/y", as: "ha")
            #expect(forged.status == .ok)
        }
    }
}

@Suite struct `Petitions by month` {
    @Test func `add up to what the list holds, as a page, as JSON and as a file`() async throws {
        try await DossierTestOffice.run { office in
            var codes: [String] = []
            for kind in [Petitions.Kind.idea, .conduct, .regulation, .idea] {
                codes.append(try await office.petition(kind))
                try await office.petitionAct(.assign("ha"), on: codes.last ?? "", by: "anh")
            }
            try await office.petitionAct(.answer("x", nil), on: codes[0], by: "ha")
            try await office.petitionAct(.refuse(.unclear, "x"), on: codes[1], by: "ha")
            try office.set("2017-08-01T09:00")
            try await office.petitionAct(.forward("A", "x"), on: codes[2], by: "ha")
            _ = try await office.petition()
            let path = "/petitions/figures?period=2017"
            let json = try await office.open(path, as: "anh", wantsJSON: true).json()
            let months = try #require(json["months"] as? [[String: Any]])
            #expect(months.map { $0["month"] as? Int } == [201_707, 201_708])
            let july = try #require(months.first as? [String: Int])
            #expect(
                july == [
                    "month": 201_707, "received": 4, "conduct": 1, "regulation": 1, "idea": 2,
                    "answered": 1, "refused": 1, "forwarded": 1, "endedLate": 1, "open": 1,
                    "openLate": 1,
                ])
            let page = try await office.open(path, as: "anh")
            #expect(page.text.contains("60,00 %"), "3 of 5 in time")
            #expect(page.text.contains("07/2017") && page.text.contains("chưa xác nhận"))
            let file = try await office.open(
                "/petitions/figures.csv?period=2017-Q3&office=p", as: "anh")
            #expect(file.header("Content-Type") == "text/csv; charset=utf-8")
            #expect(file.text.contains("\r\n07/2017,4,1,1,2,1,1,1,1,1,1\r\n"))
            let other = try await office.open("/petitions/figures?office=r", as: "anh")
            #expect(other.status == .notFound)
            let wrong = try await office.open("/petitions/figures?period=x", as: "anh")
            #expect(wrong.status == .unprocessableContent)
        }
    }
}
