// /signing: choosing, looking, signing, as a person and as a program.

import Engine
import HTTPTypes
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The pages of the signing desk` {
    private func run(_ body: (DossierTestOffice) async throws -> Void) async throws {
        try await DossierTestOffice.run { office in
            try await office.publish(try SigningSamples.process())
            try await body(office)
        }
    }

    @Test func `lead from the list over the preview to the signature`() async throws {
        try await run { office in
            let codes = [
                try await office.receiveForSigning(), try await office.receiveForSigning(),
            ]
            let work = try await office.open("/work", as: "anh")
            #expect(work.text.contains("href=\"/signing\""))
            let list = try await office.open("/signing", as: "anh")
            #expect(list.status == .ok)
            for words in ["Ký kết quả", "Người ha", "Đặng Thị Hư Cấu"] + codes {
                #expect(list.text.contains(words), "\(words)")
            }
            #expect(list.text.contains("type=\"checkbox\"") && !list.text.contains("checked"))
            let choices = try await office.signings(as: "anh").rows.map(\.choice.text)
            let query = choices.map { "item=\($0.replacing("/", with: "%2F"))" }
            let before = try await office.sequence()
            let preview = try await office.open(
                "/signing/preview?\(query.joined(separator: "&"))", as: "anh")
            #expect(preview.text.contains("Ký 2 việc") && preview.text.contains("Phiếu ky"))
            #expect(try await office.sequence() == before, "looking changes nothing")
            let done = try await office.post(
                "/signing", as: "anh", choices.map { ("item", $0) } + [("key", "k1")])
            #expect(done.status == .ok && done.text.contains("Đã ký 2 trên 2 việc"))
            let empty = try await office.open("/signing", as: "anh")
            #expect(empty.text.contains("Không có việc nào chờ bạn ký"))
        }
    }

    @Test func `preview only what was chosen`() async throws {
        try await run { office in
            let (one, other) = (
                try await office.receiveForSigning(), try await office.receiveForSigning()
            )
            let choice = try #require(
                try await office.signings(as: "anh").rows.first { $0.choice.dossier == one }
            ).choice.text
            let page = try await office.open("/signing/preview?item=\(choice)", as: "anh")
            #expect(page.text.contains("Ký 1 việc") && !page.text.contains(other))
            let gone = try await office.open(
                "/signing/preview?item=\(choice)&item=KHONG-CO/1", as: "anh")
            #expect(gone.text.contains("không còn chờ bạn ký"))
            let nothing = try await office.open("/signing/preview", as: "anh")
            #expect(nothing.status == .unprocessableContent)
            #expect(nothing.text.contains("Chưa chọn việc nào") && nothing.text.contains(one))
        }
    }

    @Test func `answer programs with the same`() async throws {
        try await run { office in
            let code = try await office.receiveForSigning()
            let list = try await office.open("/signing", as: "anh", wantsJSON: true).json()
            let row = try #require((list["rows"] as? [[String: Any]])?.first)
            #expect(row["asked"] as? String == "Ký kết quả" && row["isOffered"] as? Bool == true)
            #expect(row["person"] == nil)
            let choice = try #require(row["choice"] as? [String: Any])
            #expect(choice["dossier"] as? String == code)
            let item = try #require(choice["item"] as? Int)
            let done = try await office.post(
                "/signing", as: "anh", [("item", "\(code)/\(item)")], wantsJSON: true)
            #expect(done.text.contains("\"isSigned\":true"))
            let again = try await office.post(
                "/signing", as: "anh", [("item", "\(code)/\(item)")], wantsJSON: true)
            #expect(again.text.contains("signings.gone"))
            let nothing = try await office.post("/signing", as: "anh", [], wantsJSON: true)
            #expect(try nothing.code() == "signings.nothingChosen")
        }
    }

    @Test func `keep out strangers and forged forms`() async throws {
        try await run { office in
            let code = try await office.receiveForSigning()
            for path in ["/signing", "/signing/preview?item=\(code)/1"] {
                #expect(try await office.open(path, as: nil).location == "/sign-in")
            }
            let other = try await office.open("/signing", as: "giang")
            #expect(!other.text.contains(code))
            let choice = try #require(try await office.signings(as: "anh").rows.first).choice.text
            let forged = try await office.post(
                "/signing", as: "anh", [("item", choice)], withToken: false)
            #expect(forged.status == .unprocessableContent)
            #expect(try await office.signings(as: "anh").rows.count == 1)
        }
    }

    @Test func `escape what people wrote`() async throws {
        try await run { office in
            let code = try await office.receive {
                $0.process = "KY-01"
                $0.applicant.name = "<script>a</script>"
            }
            for _ in 0..<3 { try await office.advance(code) }
            let page = try await office.open("/signing", as: "anh").text
            #expect(page.contains(code) && !page.contains("<script>a"))
        }
    }
}
