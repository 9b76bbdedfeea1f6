// A notice as SMS: short, without marks, without a personal value; handed over at least once.

import Engine
import Ledger
import Mail
import Synchronization
import Testing
import WorkTime

@testable import Office

/// A gateway that answers as it is told.
final class TextTestBox: Sendable {
    private let taken = Mutex<[TextMessage]>([])
    private let outcomes: Mutex<[MailOutcome]>

    init(_ outcomes: [MailOutcome] = []) { self.outcomes = Mutex(outcomes) }

    var texts: [TextMessage] { taken.withLock { $0 } }

    func take(_ text: TextMessage) async -> MailOutcome {
        taken.withLock { $0.append(text) }
        return outcomes.withLock { $0.isEmpty ? .accepted : $0.removeFirst() }
    }
}

extension DossierTestOffice {
    @discardableResult
    func deliverTexts(
        to box: TextTestBox, site: String? = "https://mot-cua.example", keepsMarks: Bool = false
    ) async throws -> Notices.Delivered {
        try await house.deliverTexts(
            as: "node/a", from: Notices.TextPost(site: site, keepsMarks: keepsMarks)
        ) { await box.take($0) }
    }

    /// A dossier whose citizen wants SMS.
    func receiveWithTexts() async throws -> String {
        try await receive { $0.notices = Notices.Choice(email: false, sms: true) }
    }
}

@Suite struct `A notice as SMS` {
    @Test func `tells the code, what happened and where, in plain letters`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receiveWithTexts()
            let box = TextTestBox()
            #expect(try await office.deliverTexts(to: box).sent == 1)
            let text = try #require(box.texts.first)
            #expect(text.recipient == "+84912345678")
            let version = try await version(office, code)
            #expect(text.id == "sms/notice/dossier/\(code)/\(version)/received")
            #expect(
                text.text == "Ho so \(code): da tiep nhan, hen tra 17:30 05/07/2017. "
                    + "https://mot-cua.example/track")
            #expect(try await office.deliverTexts(to: box).sent == 0)
        }
    }

    private func version(_ office: DossierTestOffice, _ code: String) async throws -> Int {
        try await office.desk.read { try $0.toldDossier(code).head.version }
    }

    @Test func `keeps its marks where the gateway is told so`() async throws {
        try await DossierTestOffice.run { office in
            _ = try await office.receiveWithTexts()
            let box = TextTestBox()
            _ = try await office.deliverTexts(to: box, site: nil, keepsMarks: true)
            #expect(box.texts.first?.text.contains("đã tiếp nhận, hẹn trả") == true)
            #expect(box.texts.first?.text.contains("/track") == false)
        }
    }

    @Test func `exists for each kind, fits into one message and names nobody`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let dossier = try await office.state(code)
            let texts = try Site.Texts.bundled()
            for kind in Notices.Kind.allCases {
                #expect(texts.has("notice.short.\(kind.rawValue)"), "\(kind)")
                let words = Folding.withoutMarks(
                    Notices.short(
                        .init(kind: kind, code: code, version: 1), of: dossier,
                        site: "https://mot-cua-phuong.hanoi.example", texts: texts))
                #expect(words.count <= 160 && words.allSatisfy(\.isASCII), "\(words)")
                #expect(words.contains(code) && !words.contains("Hu Cau"))
            }
        }
    }

    @Test(
        arguments: [
            ("Hồ sơ Đã tiếp nhận", "Ho so Da tiep nhan"), ("ƯỚC ước", "UOC uoc"), ("", ""),
            ("abc 123 https://x.vn/", "abc 123 https://x.vn/"), ("Nguyễn Thị Ỷ", "Nguyen Thi Y"),
        ])
    func `loses marks and nothing else`(_ text: String, _ plain: String) {
        #expect(Folding.withoutMarks(text) == plain)
        #expect(Folding.withoutMarks(plain) == plain)
    }

    @Test func `goes out again with the same id after a failure, and is given up like a mail`()
        async throws
    {
        try await DossierTestOffice.run { office in
            _ = try await office.receiveWithTexts()
            let box = TextTestBox([.deferred("http 503"), .unreachable("connect")])
            let first = try await office.deliverTexts(to: box)
            #expect(first.postponed == 1 && first.failures.first?.hasSuffix("http 503") == true)
            #expect(try await office.deliverTexts(to: box).sent == 0, "not before its time")
            office.pass(minutes: 1)
            #expect(try await office.deliverTexts(to: box).postponed == 1)
            office.pass(minutes: 5)
            #expect(try await office.deliverTexts(to: box).sent == 1)
            #expect(box.texts.count == 3 && Set(box.texts).count == 1)
        }
    }

    @Test func `that is refused stands on the page of the notices, and is tried again`()
        async throws
    {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let code = try await office.receiveWithTexts()
            _ = try await office.deliverTexts(to: TextTestBox([.refused("http 400")]))
            let page = try await office.noticePage()
            #expect(page.givenUp == 1 && page.rows.map(\.isText) == [true])
            #expect(page.rows.map(\.kind) == ["received"] && page.rows.map(\.code) == [code])
            let shown = try await office.open("/notices", as: "quantri")
            #expect(shown.text.contains("tiếp nhận (SMS)") && !shown.text.contains("0912"))
            let viewer = try await office.viewer("quantri")
            #expect(try await office.desk.retryNotices(for: viewer) == 1)
            let box = TextTestBox()
            #expect(try await office.deliverTexts(to: box).sent == 1)
        }
    }

    @Test func `keeps no mail waiting, nor a mail it`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive {
                $0.applicant.email = DossierTestOffice.address
                $0.notices = Notices.Choice(email: true, sms: true)
            }
            try await office.reply(about: code, by: "chi")
            let box = TextTestBox([.deferred("http 503")])
            _ = try await office.deliverTexts(to: box)
            let mails = NoticeTestBox()
            #expect(try await office.deliver(to: mails).sent == 2)
            #expect(box.texts.count == 1, "those of one dossier leave in order")
        }
    }

    @Test func `ends quietly once the values were erased, and leaves no number in the outbox`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.receiveWithTexts()
            for row in try await office.noticeRows() {
                let payload = String(decoding: try row.blob("payload"), as: UTF8.self)
                #expect(!payload.contains("912345678") && payload.contains(code))
            }
            _ = try await office.desk.store.write {
                try $0.erasePersonal(stream: "dossier/\(code)", at: 1, basis: "Luật")
            }
            let box = TextTestBox()
            let delivered = try await office.deliverTexts(to: box)
            #expect(delivered.ended == 1 && box.texts.isEmpty)
        }
    }

    @Test func `carries a code to the number that was typed`() async throws {
        try await DossierTestOffice.runWithCodes { office in
            try await office.send("0912 345 678", holder: "h")
            let code = try await office.lastCode()
            let box = TextTestBox()
            #expect(try await office.deliverTexts(to: box).sent == 1)
            let text = try #require(box.texts.first)
            #expect(text.recipient == "+84912345678")
            #expect(text.text == "Ma xac nhan: \(code) (10 phut). Khong dua ma nay cho ai.")
            #expect(try await office.check(code, holder: "h").channel == .sms)
        }
    }
}
