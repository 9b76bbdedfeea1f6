// The words of each notice: what a citizen needs to go on, and nothing of who the citizen is.

import Engine
import Mail
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The letter of a notice` {
    /// All letters of one office, in order.
    private func letters(
        site: String? = "https://mot-cua.example",
        of body: (DossierTestOffice) async throws -> Void
    ) async throws -> [MailMessage] {
        let box = NoticeTestBox()
        try await DossierTestOffice.run { office in
            try await body(office)
            try await office.deliver(to: box, site: site)
            for mail in box.mails { expectDiscreet(mail) }
        }
        return box.mails
    }

    /// The least that can be said: never identity, telephone, home, names or what was filled in.
    private func expectDiscreet(_ mail: MailMessage) {
        let applicant = DossierTestSamples.intake.applicant
        for word in [
            applicant.name, applicant.identity, applicant.phone, applicant.address,
            applicant.submitter, applicant.request, "Người chi",
        ] {
            #expect(!mail.subject.contains(word) && !mail.body.contains(word), "\(word)")
        }
        #expect(!mail.body.contains("[notice"))
    }

    private func expect(_ mail: MailMessage?, holds words: [String]) throws {
        let body = try #require(mail).body
        for word in words { #expect(body.contains(word), "\(word)\n\(body)") }
    }

    @Test func `of receipt names code, procedure, office and appointment, and how to follow`()
        async throws
    {
        var code = ""
        let mails = try await letters { office in code = try await office.receiveWithAddress() }
        let mail = try #require(mails.first)
        #expect(mails.count == 1 && mail.subject == "Đã tiếp nhận hồ sơ \(code)")
        #expect(mail.recipient.text == DossierTestOffice.address)
        #expect(mail.sender.text == "Một cửa <mot-cua@ubnd.example>")
        #expect(mail.id.hasPrefix("notice/dossier/\(code)/") && mail.id.hasSuffix("/received"))
        #expect(mail.languages == [.vi, .en])
        try expect(
            mail,
            holds: [
                "Mã hồ sơ: \(code)", "Thủ tục: Đăng ký khai sinh", "Cơ quan: UBND phường A",
                "Tiếp nhận lúc: 09:00, 03/07/2017",
                "Hẹn trả kết quả: 17:30, Thứ Tư 05/07/2017", "mẫu số 01",
                "https://mot-cua.example/track", "Code: \(code)",
                "Result promised for: 17:30, Wed 05/07/2017", "----------",
            ])
        let vietnamese = try #require(mail.body.ranges(of: "Mã hồ sơ").first)
        let english = try #require(mail.body.ranges(of: "Code: ").first)
        #expect(vietnamese.lowerBound < english.lowerBound, "Vietnamese stands above")
    }

    @Test func `says so where there is no limit of time`() async throws {
        let mails = try await letters { office in
            try await office.publish(DossierExtraSamples.withinTotal("KH-00", total: nil))
            _ = try await office.receiveWithAddress(process: "KH-00")
        }
        let texts = try Site.Texts.bundled()
        try expect(
            mails.first, holds: ["Hẹn trả kết quả: " + texts.text("dossier.noTerm", .vi)])
    }

    @Test func `names where to ask when there is no site`() async throws {
        let mails = try await letters(site: nil) { office in
            _ = try await office.receiveWithAddress()
        }
        try expect(mails.first, holds: ["hỏi Bộ phận Một cửa, UBND phường A"])
        #expect(mails.first?.body.contains("http") == false)
    }

    /// NĐ 61/2018 Đ15k3, Đ17: one notice with the full list; Đ19k4: the term begins again.
    @Test func `of a supplement lists everything that is missing`() async throws {
        let mails = try await letters { office in
            let code = try await office.receiveWithAddress()
            try await office.perform(
                .askSupplement(
                    code, 1, reason: "Tờ khai ghi thiếu",
                    papers: ["Giấy chứng sinh", "Sổ hộ khẩu", "Tờ khai: trang 2"]), by: "chi")
        }
        #expect(mails.count == 2 && mails[1].subject.hasSuffix("cần bổ sung"))
        try expect(
            mails.last,
            holds: [
                "Cần bổ sung:\n- Giấy chứng sinh\n- Sổ hộ khẩu\n- Tờ khai: trang 2\n"
                    + "Lý do: Tờ khai ghi thiếu",
                "Bộ phận Một cửa, UBND phường A", "tính lại từ đầu", "What is missing:\n- Giấy",
            ])
    }

    @Test(arguments: [
        (Dossiers.ReturnWay.counter, "mang giấy tiếp nhận hồ sơ đến Bộ phận Một cửa"),
        (.home, "trả tại nhà"), (.post, "qua bưu chính"), (.online, "trực tuyến"),
    ])
    func `of a result says where and how to fetch it`(
        _ way: Dossiers.ReturnWay, _ words: String
    ) async throws {
        let mails = try await letters { office in
            let code = try await office.receiveWithAddress(process: "CT-02") {
                $0.returnWay = way
            }
            while try await office.state(code).instance?.isEnded == false {
                try await office.advance(code)
            }
        }
        let result = try #require(
            mails.first { $0.id.hasSuffix("/ready") }
                ?? mails.first { $0.id.hasSuffix("/returned") })
        if result.id.hasSuffix("/ready") { try expect(result, holds: [words, "UBND phường A"]) }
    }

    @Test func `of a ready result waits for no handing over`() async throws {
        let mails = try await letters { office in
            let code = try await office.receiveWithAddress()
            while try await office.state(code).status != .resultReady {
                try await office.advance(code)
            }
        }
        #expect(mails.map { $0.id.split(separator: "/").last } == ["received", "ready"])
        try expect(
            mails.last, holds: ["đã có kết quả", "mang giấy tiếp nhận hồ sơ", "is ready"])
    }

    /// The reasons are on paper: they may tell more than a mail should.
    @Test(arguments: [
        (EndOutcome.refused, "từ chối", "mẫu số 03"), (.withdrawn, "rút", "báo ngay"),
        (.stopped, "Dừng", "Bộ phận Một cửa"),
    ])
    func `of another end names the way to its reasons, not the reasons`(
        _ outcome: EndOutcome, _ subject: String, _ words: String
    ) async throws {
        let mails = try await letters { office in
            let code = try await office.receiveWithAddress()
            try await office.act(.close(outcome, reason: "điều kín đáo"), on: code, by: "chi")
        }
        #expect(mails.last?.subject.contains(subject) == true)
        #expect(mails.last?.body.contains("kín đáo") == false)
        try expect(mails.last, holds: [words])
    }

    @Test func `of a moved appointment has both dates and the decision`() async throws {
        let mails = try await letters { office in
            try await office.hireAdministrator()
            _ = try await office.receiveWithAddress()
            for (index, day) in ["2017-07-05", "2017-07-06"].enumerated() {
                try await office.closeDay(day, key: "k\(index)")
                _ = try await office.round()
            }
        }
        #expect(mails.count == 3)
        try expect(
            mails[1],
            holds: [
                "Hẹn trước đây: 17:30, Thứ Tư 05/07/2017",
                "Hẹn trả kết quả: 17:30, Thứ Năm 06/07/2017", "Căn cứ: TB 12/TB-UBND",
            ])
        try expect(
            mails[2],
            holds: [
                "Hẹn trước đây: 17:30, Thứ Năm 06/07/2017",
                "Hẹn trả kết quả: 17:30, Thứ Sáu 07/07/2017",
            ])
    }

    /// NĐ 61/2018 Đ19k9: the apology, the reason, and the new day.
    @Test func `of an apology has both dates and the reason`() async throws {
        let mails = try await letters { office in
            let code = try await office.receiveWithAddress()
            try await office.perform(
                .apologise(
                    code, reason: "Chờ xác minh ở cấp trên",
                    day: ProcedureSamples.day("2017-07-07")), by: "anh")
        }
        let mail = try #require(mails.last)
        #expect(mails.count == 2 && mail.id.hasSuffix("/apologised"))
        #expect(mail.subject.hasPrefix("Xin lỗi và hẹn lại ngày trả kết quả hồ sơ "))
        try expect(
            mail,
            holds: [
                "Hẹn trước đây: 17:30, Thứ Tư 05/07/2017",
                "Hẹn trả lại: 17:30, Thứ Sáu 07/07/2017", "Lý do: Chờ xác minh ở cấp trên",
                "mẫu số 04", "We are sorry",
            ])
    }

    /// What officers typed stands in the body as text: no header, no second mail comes of it.
    @Test func `carries hostile words of others as words`() async throws {
        let evil = "x\r\n.\r\nMAIL FROM:<a@b.vn>\u{0}<script>"
        let mails = try await letters { office in
            let code = try await office.receiveWithAddress()
            try await office.perform(
                .askSupplement(code, 1, reason: evil, papers: [evil, "{0}"]),
                by: "chi")
        }
        let mail = try #require(mails.last)
        let lines = String(decoding: mail.bytes, as: UTF8.self).split(
            separator: "\r\n", omittingEmptySubsequences: false)
        #expect(mail.body.contains("- {0}\n"), "nothing is filled in there")
        #expect(!lines.contains { $0.hasPrefix("MAIL FROM") || $0 == "." })
    }

    @Test func `exists for each kind in both languages`() throws {
        let texts = try Site.Texts.bundled()
        for kind in Notices.Kind.allCases {
            for part in ["subject", "lead", "kind"] {
                #expect(texts.has("notice.\(part).\(kind.rawValue)"), "\(part) \(kind)")
            }
        }
        for way in Dossiers.ReturnWay.allCases {
            #expect(texts.has("notice.fetch.\(way.rawValue)"))
        }
    }
}
