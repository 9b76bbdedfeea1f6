// What the sender is told by e-mail, and what the outbox holds of it.

import Engine
import Ledger
import Mail
import Testing
import WorkTime

@testable import Office

@Suite struct `Mail about a petition` {
    @Test func `goes out once for each happening that concerns the sender`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.petition()
            try await office.petitionAct(.assign("ha"), on: code, by: "anh")
            try await office.petitionAct(.ask("ke", "Zqa"), on: code, by: "ha")
            try await office.petitionAct(.reply("Zqb"), on: code, by: "ke")
            try await office.petitionAct(.ask(nil, "Ngày nào?"), on: code, by: "ha")
            try await office.petitionAct(.reply("Ngày 5"), on: code, by: nil)
            try await office.petitionAct(
                .answer("Xin lỗi bà.", PetitionSamples.publication), on: code, by: "ha")
            let box = NoticeTestBox()
            let delivered = try await office.deliver(to: box)
            #expect(delivered.sent == 3 && delivered.failures.isEmpty)
            #expect(
                box.mails.map(\.subject) == [
                    "Đã nhận phản ánh \(code)", "Cần hỏi thêm về phản ánh \(code)",
                    "Trả lời phản ánh \(code)",
                ])
            let bodies = box.mails.map(\.body)
            #expect(bodies[0].contains("24/07/2017") && bodies[0].contains("UBND phường A"))
            #expect(bodies[1].contains("Ngày nào?") && bodies[2].contains("Xin lỗi bà."))
            for body in bodies {
                #expect(body.contains("https://mot-cua.example/petitions/follow"))
                #expect(body.contains("Follow it with the number and the secret"))
                for words in ["Zqa", "Zqb", "Hư Cấu", PetitionSamples.secret, "0912"] {
                    #expect(!body.contains(words), "\(words)")
                }
            }
            #expect(try await office.deliver(to: box).sent == 0)
        }
    }

    @Test func `names the ground, and the body it went to`() async throws {
        try await DossierTestOffice.run { office in
            let (first, second) = (try await office.petition(), try await office.petition())
            for code in [first, second] {
                try await office.petitionAct(.assign("ha"), on: code, by: "anh")
            }
            try await office.petitionAct(
                .refuse(.notTask, "Mời hỏi nơi khác."), on: first, by: "ha")
            try await office.petitionAct(.forward("Công ty", "Đã gửi."), on: second, by: "ha")
            let box = NoticeTestBox()
            _ = try await office.deliver(to: box, site: nil)
            let text = box.mails.map(\.body).joined()
            #expect(text.contains("Không liên quan đến việc của cơ quan nhà nước"))
            #expect(text.contains("Mời hỏi nơi khác.") && text.contains("Đã chuyển đến: Công ty."))
        }
    }

    @Test func `is not written without an address, nor once the address was erased`()
        async throws
    {
        try await DossierTestOffice.run { office in
            _ = try await office.petition { $0.sender.email = "" }
            #expect(try await office.number("SELECT count(*) AS n FROM outboxMessage") == 0)
            let code = try await office.petition()
            let payload = try await office.desk.read { reading in
                try reading.rows("SELECT payload FROM outboxMessage").map {
                    String(decoding: try $0.blob("payload"), as: UTF8.self)
                }.joined()
            }
            #expect(payload.contains(code) && !payload.contains("@"))
            _ = try await office.desk.store.write {
                try $0.erasePersonal(stream: "petition/\(code)", at: 1, basis: "Luật")
            }
            let box = NoticeTestBox()
            let delivered = try await office.deliver(to: box)
            #expect(delivered.ended == 1 && box.mails.isEmpty)
        }
    }

    @Test func `stands on the page of the notices when it was given up`() async throws {
        try await DossierTestOffice.run { office in
            for command in OrganisationTestState.staffCommands {
                _ = try await office.desk.perform(
                    .people(command), by: nil, at: office.sources.now)
            }
            let code = try await office.petition()
            _ = try await office.deliver(to: NoticeTestBox([.refused("recipient: 550")]))
            let page = try await office.open("/notices", as: "quan")
            #expect(page.text.contains("về phản ánh") && page.text.contains(code))
        }
    }
}
