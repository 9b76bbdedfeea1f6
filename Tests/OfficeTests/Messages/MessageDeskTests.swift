// Messages at the desk: words beside the ledger, the list of who has the work, notices, erasure.

import Engine
import Ledger
import Mail
import Testing
import WorkTime

@testable import Office

@Suite struct `Messages about a dossier` {
    @Test func `go to and fro, and stand beside the ledger`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.ask(about: code)
            office.sources.set(office.now + 30)
            try await office.reply(about: code, by: "chi")
            let thread = try await office.thread(code, as: "chi")
            #expect(
                thread.lines.map(\.words) == [MessageSamples.question, MessageSamples.answer])
            #expect(thread.lines.map(\.isCitizen) == [true, false])
            #expect(thread.lines.map(\.name) == ["", "Người chi"])
            #expect(!thread.waits && thread.mayWrite && thread.lastDay == nil)
            let entries = try await office.desk.read { reading in
                try reading.reader.entries(of: "message/\(code)", after: 0).map {
                    "\(try $0.decodedPayload())"
                }.joined()
            }
            #expect(!entries.contains("bản chính"))
            try await office.isPetitionClean()
        }
    }

    @Test func `want an answer within two working days, by the calendar`() async throws {
        try await DossierTestOffice.run(at: "2017-07-07T16:00") { office in
            let code = try await office.receive()
            try await office.ask(about: code)
            let due = try #require(try await office.talk(code).open?.due)
            #expect(due.day.text == "2017-07-11", "Friday, then Monday and Tuesday")
            #expect(try await office.waiting(for: "chi").rows.first?.due == due)
        }
    }

    @Test func `wait on the list of who has the work, and of who stands in`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.ask(about: code)
            #expect(try await office.waitingCodes(for: "chi") == [code])
            // Binh stands in for Chi until the end of the year.
            #expect(try await office.waitingCodes(for: "binh") == [code])
            for other: PersonID in ["ha", "anh", "la"] {
                #expect(try await office.waitingCodes(for: other).isEmpty, "\(other)")
            }
            try await office.advance(code, times: 2)
            #expect(try await office.item(code).holder == "ha")
            #expect(try await office.waitingCodes(for: "ha") == [code])
            #expect(try await office.waitingCodes(for: "chi").isEmpty, "the work went on")
            try await office.reply(about: code, by: "ha")
            #expect(try await office.waitingCodes(for: "ha").isEmpty)
        }
    }

    @Test func `are answered by who has the work, or stands in, and by nobody else`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.ask(about: code)
            for other: PersonID in ["anh"] {
                await #expect(throws: Messages.Rejection.onlyForHolder) {
                    try await office.reply(about: code, by: other)
                }
            }
            // Who does not find the dossier is not told that it is there.
            for stranger: PersonID in ["ha", "giang", "la", "khong-co"] {
                await #expect(throws: Messages.Rejection.unknown(code)) {
                    try await office.reply(about: code, by: stranger)
                }
            }
            try await office.reply(about: code, by: "binh")
            let talk = try await office.talk(code)
            #expect(talk.turns.map(\.by) == [nil, "binh"])
        }
    }

    @Test func `of a dossier that ended go to the focal point, until they close`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.finish(code)
            try await office.ask(about: code)
            #expect(try await office.waitingCodes(for: "chi") == [code])
            try await office.reply(about: code, by: "chi")
            let ended = try #require(try await office.state(code).instance?.endedAt)
            office.sources.set(LocalMinute(startOf: ended.day + Messages.openDays) + 600)
            try await office.ask("Còn hỏi được không?", about: code)
            office.sources.set(LocalMinute(startOf: ended.day + Messages.openDays + 1) + 600)
            await #expect(throws: Messages.Rejection.closed(ended.day + Messages.openDays)) {
                try await office.ask(about: code)
            }
            let thread = try await office.thread(code, as: "chi")
            #expect(!thread.mayWrite && thread.lastDay == ended.day + Messages.openDays)
        }
    }

    @Test func `sent twice with one key are one, and refused leave nothing`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let first = try await office.ask(about: code, key: "k")
            #expect(try await office.ask(about: code, key: "k") == first)
            #expect(try await office.talk(code).turns.count == 1)
            let before = try await office.sequence()
            await #expect(throws: Messages.Rejection.wordsMissing) {
                try await office.ask(" ", about: code)
            }
            await #expect(throws: Messages.Rejection.unknown("KHONG-CO")) {
                try await office.ask(about: "KHONG-CO")
            }
            for _ in 1..<Messages.waitingMaximum { try await office.ask(about: code) }
            let full = try await office.sequence()
            await #expect(throws: Messages.Rejection.waits) { try await office.ask(about: code) }
            #expect(try await office.sequence() == full && full > before)
            let values = try await office.number(
                "SELECT count(*) AS n FROM personalValue WHERE stream = ?",
                [.text("message/\(code)")])
            #expect(values == Messages.waitingMaximum, "words of what was refused are not kept")
        }
    }

    @Test func `of the office are told to the citizen without a word of them`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receiveWithAddress()
            try await office.ask(about: code)
            #expect(try await office.notices() == [.received], "the citizen tells nobody by mail")
            try await office.reply(about: code, by: "chi")
            #expect(try await office.notices() == [.received, .message])
            let box = NoticeTestBox()
            _ = try await office.deliver(to: box)
            let mail = try #require(box.mails.last)
            #expect(mail.subject == "Có tin nhắn về hồ sơ \(code)")
            #expect(mail.body.contains("/track"))
            for words in ["bản chính", "Hư Cấu", "Người chi"] {
                #expect(!mail.body.contains(words), "\(words)")
            }
        }
    }

    @Test func `erased by law leave their place, and the chain stays whole`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.ask(about: code)
            _ = try await office.desk.store.write {
                try $0.erasePersonal(stream: "message/\(code)", at: 1, basis: "Luật")
            }
            let thread = try await office.thread(code, as: "chi")
            #expect(thread.lines.count == 1 && thread.lines[0].words == nil)
            try await office.isPetitionClean()
            let page = try await office.open("/dossiers/\(code)/messages", as: "chi")
            #expect(page.text.contains("xóa theo luật"))
        }
    }

    @Test func `stand on the work list, the day sheet and the page of the dossier`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            #expect(try await office.work(.mine, of: "chi").messages == 0)
            try await office.ask(about: code)
            #expect(try await office.work(.mine, of: "chi").messages == 1)
            #expect(try await office.codes(.messages, of: "chi") == [code])
            #expect(try await office.codes(.messages, of: "ha").isEmpty)
            let list = try await office.open("/work", as: "chi")
            #expect(list.text.contains("href=\"/messages\""))
            #expect(list.text.contains("Tin nhắn chờ trả lời (1)"))
            let sheet = try await office.open("/today", as: "chi")
            #expect(sheet.text.contains("Người dân chờ trả lời"))
            #expect(sheet.text.contains("href=\"/dossiers/\(code)/messages\""))
            let record = try await office.record(code, as: "chi")
            #expect(record.messages == 1 && record.messagesWait)
            let page = try await office.open("/dossiers/\(code)", as: "chi")
            #expect(page.text.contains("Tin nhắn (1), chờ trả lời"))
            try await office.reply(about: code, by: "chi")
            #expect(try await office.work(.mine, of: "chi").messages == 0)
            #expect(try await office.codes(.messages, of: "chi").isEmpty)
        }
    }

    @Test func `that wait come in pages, the most urgent first, each once`() async throws {
        try await DossierTestOffice.run { office in
            var codes: [String] = []
            for number in 0..<Messages.pageSize + 7 {
                let code = try await office.receive()
                if number % 9 == 8 { office.sources.set(office.now + 1_440) }
                try await office.ask(about: code)
                codes.append(code)
            }
            var (seen, after) = ([String](), "")
            for _ in 0..<4 {
                let list = try await office.waiting(for: "chi", after: after)
                seen += list.rows.map(\.dossier)
                guard let next = list.next else { break }
                after = next
            }
            #expect(seen.count == codes.count && Set(seen) == Set(codes))
            #expect(try await office.work(.mine, of: "chi").messages == codes.count)
            for odd in ["", "x", "9/", "/", "99999999999999999999/A"] {
                _ = try await office.waiting(for: "chi", after: odd)
            }
        }
    }
}
