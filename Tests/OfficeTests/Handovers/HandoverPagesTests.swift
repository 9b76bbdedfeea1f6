// /handovers: choosing, looking, passing on, and the sheet, as a person and as a program.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The pages of handing over` {
    private func path(_ choices: [Signings.Choice], _ route: Handovers.Route) -> String {
        let fields = [("route", route.text)] + choices.map { ("item", $0.text) }
        return "/handovers/preview?"
            + String(decoding: DossierTestOffice.encoded(fields), as: UTF8.self)
    }

    @Test func `lead from the list over the preview to the sheet`() async throws {
        try await DossierTestOffice.run { office in
            let codes = [try await office.receive(), try await office.receive()]
            let work = try await office.open("/work", as: "chi")
            #expect(work.text.contains("href=\"/handovers\""))
            let list = try await office.open("/handovers", as: "chi")
            for words in ["Chuyển đến: Tư pháp phường A", "Đặng Thị Hư Cấu"] + codes {
                #expect(list.text.contains(words), "\(words)")
            }
            #expect(list.text.contains("type=\"checkbox\"") && !list.text.contains("checked"))
            let choices = try await office.handoverChoices(HandoverSamples.toStatus, of: "chi")
            let before = try await office.sequence()
            let preview = try await office.open(path(choices, HandoverSamples.toStatus), as: "chi")
            #expect(preview.text.contains("Bàn giao 2 hồ sơ"))
            #expect(try await office.sequence() == before, "looking changes nothing")
            let done = try await office.post(
                "/handovers", as: "chi",
                [("route", HandoverSamples.toStatus.text), ("key", "k1")]
                    + choices.map { ("item", $0.text) })
            #expect(done.text.contains("Đã bàn giao 2 trên 2 hồ sơ."))
            #expect(done.text.contains("href=\"/handovers/sheets/BG-PA-170703-0001\""))
            let sheet = try await office.open("/handovers/sheets/BG-PA-170703-0001", as: "ha")
            for words in [
                "BẢNG KÊ BÀN GIAO HỒ SƠ", "Cộng: 2 hồ sơ, 2 giấy tờ.", "NGƯỜI GIAO", "NGƯỜI NHẬN",
                "Người chi", "Người ha", "chưa xác nhận", "09:00, 03/07/2017",
            ] + codes {
                #expect(sheet.text.contains(words), "\(words)")
            }
            let sheets = try await office.open("/handovers/sheets", as: "ha")
            #expect(sheets.text.contains("BG-PA-170703-0001"))
            let taking = try await office.open("/handovers", as: "ha")
            #expect(taking.text.contains("Nhận từ: Một cửa phường A"))
            let empty = try await office.open("/handovers", as: "chi")
            #expect(empty.text.contains("Không có hồ sơ nào chờ bàn giao"))
        }
    }

    @Test func `preview only what was chosen, and say what is gone`() async throws {
        try await DossierTestOffice.run { office in
            let (one, other) = (try await office.receive(), try await office.receive())
            let choice = try #require(
                try await office.handoverChoices(HandoverSamples.toStatus, of: "chi")
                    .first { $0.dossier == one })
            let page = try await office.open(path([choice], HandoverSamples.toStatus), as: "chi")
            #expect(page.text.contains("Bàn giao 1 hồ sơ") && !page.text.contains(other))
            let strange = Signings.Choice(dossier: "KHONG-CO", item: 1)
            let gone = try await office.open(
                path([choice, strange], HandoverSamples.toStatus), as: "chi")
            #expect(gone.text.contains("không còn chờ bạn bàn giao"))
            let nothing = try await office.open("/handovers/preview", as: "chi")
            #expect(nothing.status == .unprocessableContent)
            #expect(nothing.text.contains("Chưa chọn hồ sơ nào") && nothing.text.contains(one))
            let wrong = try await office.open(
                path([choice], Handovers.Route(way: .give, from: "a", to: "b")), as: "chi",
                wantsJSON: true)
            #expect(try wrong.code() == "handovers.routeUnknown")
        }
    }

    @Test func `answer programs with the same`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let list = try await office.open("/handovers", as: "chi", wantsJSON: true).json()
            let group = try #require((list["groups"] as? [[String: Any]])?.first)
            let row = try #require((group["rows"] as? [[String: Any]])?.first)
            #expect(row["papers"] as? Int == 1 && row["person"] == nil)
            let choice = try #require(row["choice"] as? [String: Any])
            #expect(choice["dossier"] as? String == code)
            let item = try #require(choice["item"] as? Int)
            let done = try await office.post(
                "/handovers", as: "chi",
                [("route", HandoverSamples.toStatus.text), ("item", "\(code)/\(item)")],
                wantsJSON: true
            ).json()
            #expect(done["sheet"] as? String == "BG-PA-170703-0001")
            let shown = try await office.open(
                "/handovers/sheets/BG-PA-170703-0001", as: "chi", wantsJSON: true
            ).json()
            #expect((shown["lines"] as? [Any])?.count == 1)
            let sheets = try await office.open("/handovers/sheets", as: "chi", wantsJSON: true)
            #expect((try sheets.json()["rows"] as? [Any])?.count == 1)
            let nothing = try await office.post(
                "/handovers", as: "chi", [("route", "give/p/q")], wantsJSON: true)
            #expect(try nothing.code() == "handovers.nothingChosen")
            let lost = try await office.post("/handovers", as: "chi", [], wantsJSON: true)
            #expect(try lost.code() == "handovers.routeUnknown")
        }
    }

    @Test func `keep out strangers, forged forms and other offices`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let choices = try await office.handoverChoices(HandoverSamples.toStatus, of: "chi")
            for path in ["/handovers", "/handovers/preview", "/handovers/sheets"] {
                #expect(try await office.open(path, as: nil).location == "/sign-in")
            }
            let forged = try await office.post(
                "/handovers", as: "chi",
                [("route", HandoverSamples.toStatus.text), ("item", choices[0].text)],
                withToken: false)
            #expect(forged.status == .unprocessableContent)
            #expect(try await office.item(code).node == "nhan")
            _ = try await office.handOver(choices, HandoverSamples.toStatus, by: "chi")
            for person: PersonID in ["ke", "giang", "la"] {
                for ending in ["", ".pdf"] {
                    let answer = try await office.open(
                        "/handovers/sheets/BG-PA-170703-0001\(ending)", as: person)
                    #expect(answer.status == .notFound && !answer.text.contains("Hư Cấu"))
                }
            }
        }
    }

    @Test func `escape what people wrote`() async throws {
        try await DossierTestOffice.run { office in
            try await office.receive { $0.applicant.name = "<script>a</script>" }
            let choices = try await office.handoverChoices(HandoverSamples.toStatus, of: "chi")
            let list = try await office.open("/handovers", as: "chi").text
            let preview = try await office.open(path(choices, HandoverSamples.toStatus), as: "chi")
            _ = try await office.handOver(choices, HandoverSamples.toStatus, by: "chi")
            let sheet = try await office.open("/handovers/sheets/BG-PA-170703-0001", as: "chi")
            for text in [list, preview.text, sheet.text] {
                #expect(text.contains("&lt;script") && !text.contains("<script>a"))
            }
        }
    }

    @Test func `say that the server makes no PDF where it has no press`() async throws {
        try await DossierTestOffice.run { office in
            try await office.receive()
            let choices = try await office.handoverChoices(HandoverSamples.toStatus, of: "chi")
            _ = try await office.handOver(choices, HandoverSamples.toStatus, by: "chi")
            let answer = try await office.open(
                "/handovers/sheets/BG-PA-170703-0001.pdf", as: "chi", wantsJSON: true)
            #expect(try answer.code() == "papers.press.absent")
        }
    }
}
