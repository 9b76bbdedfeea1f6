// Messages while the dossier goes through hands: handed over, offered, sent back, taken by a unit,
// waiting for papers, ended, withdrawn.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Messages along the way of a dossier` {
    /// Who has a message of the dossier on the list, of everybody.
    private func listed(_ code: String, _ office: DossierTestOffice) async throws -> [PersonID] {
        var found: [PersonID] = []
        for person in DossierTestSamples.people
        where try await office.waitingCodes(for: person).contains(code) {
            found.append(person)
        }
        return found
    }

    @Test func `go from hand to hand with the work`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.ask(about: code)
            #expect(try await listed(code, office) == ["binh", "chi"])
            try await office.advance(code)
            // Offered to Ha: she answers, or Chi, who has it until then.
            let item = try await office.item(code)
            let offered = try #require(item.offer?.person)
            #expect(try await listed(code, office).contains(offered))
            try await office.reply("Tôi còn giữ.", about: code, by: item.holder)
            try await office.ask("Còn ai nữa?", about: code)
            try await office.reply("Tôi sắp nhận.", about: code, by: offered)
            #expect(try await listed(code, office).isEmpty)
            try await office.advance(code)
            try await office.ask("Đến đâu rồi?", about: code)
            let holder = try await office.item(code).holder
            #expect(try await listed(code, office).contains(holder))
            await #expect(throws: Messages.Rejection.onlyForHolder) {
                try await office.reply(about: code, by: "chi")
            }
            try await office.reply("Đang thẩm định.", about: code, by: holder)
            #expect(
                try await office.talk(code).turns.map { $0.by != nil } == [
                    false, true, false, true, false, true,
                ])
        }
    }

    @Test func `wait for the unit while nobody has taken the work`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive { $0.process = "XN-03" }
            try await office.advance(code)
            try await office.ask(about: code)
            let hands = try await office.state(code).hands
            let listed = try await listed(code, office)
            #expect(!listed.isEmpty)
            for person in hands where listed.contains(person) {
                try await office.reply(about: code, by: person)
                break
            }
            #expect(try await office.talk(code).open == nil)
        }
    }

    @Test func `go on while papers are awaited, and the clock does not care`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.askPapers(code)
            let before = try await office.state(code)
            try await office.ask("Giấy này lấy ở đâu?", about: code)
            try await office.reply("Ở trạm y tế.", about: code, by: "chi")
            #expect(try await office.state(code) == before, "the dossier itself is untouched")
            let details = try await office.details(code)
            #expect(details.duty == .bringPapers)
            #expect(
                details.messages?.lines.map(\.words) == ["Giấy này lấy ở đâu?", "Ở trạm y tế."])
            #expect(details.messages?.lines.map(\.name) == ["", ""])
        }
    }

    @Test func `of one that was withdrawn close after their days`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.act(.close(.withdrawn, reason: "Đổi ý"), on: code, by: "chi")
            #expect(try await office.state(code).status == .withdrawn)
            try await office.ask("Tôi lấy lại giấy được không?", about: code)
            #expect(try await office.waitingCodes(for: "chi") == [code])
            let thread = try #require(try await office.details(code).messages)
            #expect(thread.mayWrite && thread.lastDay == office.now.day + Messages.openDays)
            office.sources.set(office.now + (Messages.openDays + 1) * 1_440)
            let closed = try #require(try await office.details(code).messages)
            #expect(!closed.mayWrite && closed.lines.count == 1, "it is still read")
            let page = try await office.open("/dossiers/\(code)/messages", as: "chi")
            #expect(page.text.contains("Nhắn được đến hết ngày"))
            #expect(!page.text.contains("<textarea"))
        }
    }

    @Test func `are late when the answer did not come in time`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.ask(about: code)
            let first = try #require(try await office.waiting(for: "chi").rows.first)
            #expect(first.left.state != .late)
            office.sources.set(office.now + 5 * 1_440)
            let late = try #require(try await office.waiting(for: "chi").rows.first)
            #expect(late.left.state == .late && late.due == first.due)
            // A second question does not put the first off.
            try await office.ask("Tôi hỏi lại.", about: code)
            let again = try #require(try await office.waiting(for: "chi").rows.first)
            #expect(again.due == first.due && again.since == first.since)
        }
    }

    @Test func `of a filing follow the dossier that it became`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let filing = try await office.file()
            await #expect(throws: Messages.Rejection.unknown(filing)) {
                try await office.ask(about: filing)
            }
            try await office.answer(.accept(filing), by: "chi")
            let dossier = try #require(try await office.filing(filing).dossier)
            try await office.ask(about: dossier)
            let page = try await office.track(filing, "5678", wantsJSON: false)
            #expect(page.text.contains(MessageSamples.question))
        }
    }

    @Test func `never tell the citizen who the officers are, whoever wrote`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            for _ in 0..<8 {
                if try await office.state(code).instance?.items.isEmpty ?? true { break }
                let holder = try await office.item(code).holder
                try await office.reply("Chào ông/bà, \(holder) đây", about: code, by: holder)
                try await office.advance(code)
            }
            let json = try await office.track(code, "5678").text
            for person in DossierTestSamples.people {
                #expect(!json.contains("Người \(person)"), "\(person)")
            }
            let page = try await office.track(code, "5678", wantsJSON: false)
            page.expectSound("many messages")
            #expect(page.text.contains("Cơ quan"))
        }
    }
}
