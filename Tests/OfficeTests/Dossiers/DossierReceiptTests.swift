// The receipt (form 01 of TT 01/2018/TT-VPCP): everything a citizen takes home, and nothing false.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The receipt` {
    /// The sheet without markup, so that the words count and not their dress.
    private func words(
        _ code: String, in office: DossierTestOffice, as person: PersonID = "chi",
        language: String = "vi"
    ) async throws -> String {
        let page = try await office.open(
            "/dossiers/\(code)/receipt", as: person, language: language)
        #expect(page.status == .ok)
        return Self.plain(page.text)
    }

    /// Text between the tags, with single spaces.
    static func plain(_ page: String) -> String {
        var (text, isTag) = ("", false)
        for character in page {
            if character == "<" {
                isTag = true
            } else if character == ">" {
                isTag = false
                text += " "
            } else if !isTag {
                text.append(character)
            }
        }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test func `has every line of the form`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive {
                $0.applicant.email = "hu.cau@example.com"
                $0.papers = [
                    .init(name: "Tờ khai", copies: 1), .init(name: "Giấy chứng sinh", copies: 3),
                ]
                $0.sets = 2
                $0.returnWay = .post
            }
            let text = try await words(code, in: office)
            for line in [
                "UBND PHƯỜNG A", "Mã hồ sơ: \(code)", "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
                "Đặng Thị Hư Cấu", "Lê Văn Nộp Thay", "012345678901", "0912 345 678",
                "Số 1, phố Minh Họa", "hu.cau@example.com",
                "Đăng ký khai sinh. Khai sinh cho con", "1 Tờ khai 1", "2 Giấy chứng sinh 3",
                "2 ngày làm việc", "09:00", "03/07/2017", "17:30", "05/07/2017",
                "Qua bưu chính", "8.000", "NGƯỜI NỘP HỒ SƠ", "NGƯỜI TIẾP NHẬN HỒ SƠ",
                "Người chi", "Mẫu số 01",
            ] {
                #expect(text.contains(line), "\(line)")
            }
        }
    }

    @Test func `says the same in English`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let text = try await words(code, in: office, language: "en")
            for line in ["RECEIPT AND APPOINTMENT", "At the counter", "Papers handed in", code] {
                #expect(text.contains(line), "\(line)")
            }
            #expect(!text.contains("NGƯỜI NỘP HỒ SƠ"))
        }
    }

    @Test(arguments: [
        (Dossiers.ReturnWay.counter, "Tại quầy"), (.home, "Tại nhà"), (.post, "Qua bưu chính"),
        (.online, "Trực tuyến"),
    ])
    func `tells how the result goes back`(
        _ way: Dossiers.ReturnWay, _ line: String
    ) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive { $0.returnWay = way }
            #expect(try await words(code, in: office).contains(line))
        }
    }

    @Test func `without a submitter the applicant signs`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive { $0.applicant.submitter = "" }
            let text = try await words(code, in: office)
            #expect(!text.contains("Nộp Thay"))
            let signature = try #require(text.firstRange(of: "NGƯỜI NỘP HỒ SƠ")).upperBound
            #expect(text[signature...].contains("Đặng Thị Hư Cấu"))
        }
    }

    @Test(arguments: [(nil, "không thu"), (0, "0"), (1_000_000_000, "1.000.000.000")])
    func `tells the fee that was taken`(_ fee: Int?, _ line: String) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive { $0.fee = fee }
            #expect(try await words(code, in: office).contains(line))
        }
    }

    @Test func `promises no day where no limit was published`() async throws {
        try await DossierTestOffice.run { office in
            try await office.publish(DossierExtraSamples.withinTotal("NH-05", total: nil))
            let code = try await office.receive { $0.process = "NH-05" }
            let text = try await words(code, in: office)
            #expect(text.contains("Chưa công bố thời hạn"))
            #expect(!text.contains("05/07/2017"))
        }
    }

    @Test func `keeps the appointment that was printed, whatever happened since`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.perform(
                .askSupplement(code, 1, reason: "Thiếu", papers: ["Hộ khẩu"]), by: "chi")
            try office.set("2017-07-12T10:00")
            try await office.act(.receiveSupplement(1), on: code, by: "chi")
            let page = try await office.open("/dossiers/\(code)/receipt", as: "chi")
            #expect(Self.plain(page.text).contains("05/07/2017"))
            let json = try await office.open(
                "/dossiers/\(code)/receipt", as: "chi", wantsJSON: true
            ).json()
            let registration = try #require(json["registration"] as? [String: Any])
            #expect(registration["appointment"] as? String == "2017-07-05T17:30")
            let clock = try #require(json["clock"] as? [String: Any])
            #expect("\(clock)".contains("2017-07-14T17:30"))
        }
    }

    @Test func `many papers all stand on it, numbered`() async throws {
        try await DossierTestOffice.run { office in
            let papers = (1...60).map { Dossiers.Paper(name: "Giấy tờ số \($0)", copies: $0) }
            let code = try await office.receive { $0.papers = papers }
            let text = try await words(code, in: office)
            for (index, paper) in papers.enumerated() {
                #expect(text.contains("\(index + 1) \(paper.name) \(paper.copies)"))
            }
        }
    }
}
