// What a form asks for stands on its paper: each field of TT 01/2018 held against the sheet.

import Engine
import HTTPTypes
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The fields of a form` {
    /// How many the forms of TT 01/2018 have, where a field that is printed in two is counted once.
    @Test(arguments: [
        (Papers.FormName.receipt, 25), (.supplement, 14), (.refusal, 14), (.apology, 16),
        (.slip, 14), (.register, 13),
    ])
    func `are all of them in the table`(_ form: Papers.FormName, _ count: Int) {
        let fields = Papers.fields(of: form)
        #expect(fields.count == count, "\(fields.count)")
        #expect(Set(fields.map(\.label.vi)).count == fields.count, "none stands twice")
        #expect(fields.allSatisfy { $0.label.vi != "" && $0.label.en != "" })
    }

    @Test func `are printed, left for the hand, or said to be absent`() {
        for form in Papers.FormName.allCases {
            for field in Papers.fields(of: form) where field.standing == .absent {
                #expect(form == .register && field.need == .may, "only what provinces add")
            }
        }
    }

    /// Where each paper of TT 01/2018 is, with everything on it.
    private func paths(_ office: DossierTestOffice) async throws -> [Papers.FormName: String] {
        let supplement = try await `Papers for the citizen`.prepare(.supplement, in: office)
        let refusal = try await `Papers for the citizen`.prepare(.refusal, in: office)
        let code = try await office.receive { $0.applicant.email = "hu.cau@example.com" }
        try await office.advance(code)
        try office.set("2019-01-08T09:00")
        _ = try await office.post(
            "/dossiers/\(code)/apology", as: "anh",
            [("reason", "Chờ xác minh"), ("day", "2019-01-14")])
        return [
            .receipt: "/dossiers/\(code)/receipt", .slip: "/dossiers/\(code)/slip",
            .apology: "/dossiers/\(code)/apology",
            .supplement: "/dossiers/\(supplement)/papers/supplement",
            .refusal: "/dossiers/\(refusal)/papers/refusal",
            .register: "/registers?from=2019-01-07&to=2019-01-07",
        ]
    }

    @Test(arguments: Language.allCases)
    func `of TT 01/2018 stand on the paper`(_ language: Language) async throws {
        let texts = try Site.Texts.bundled()
        try await DossierTestOffice.run(at: "2019-01-07T09:00") { office in
            var checked = 0
            for (form, path) in try await paths(office) {
                let page = try await office.open(path, as: "chi", language: language.rawValue)
                #expect(page.status == .ok)
                let sheet = try #require(page.text.firstRange(of: "class=\"paper\"")).upperBound
                let words = `The receipt`.plain(String(page.text[sheet...]))
                for field in Papers.fields(of: form) where field.standing != .absent {
                    guard let key = field.key else { continue }
                    #expect(texts.has(key), "\(key)")
                    #expect(words.contains(texts.text(key, language)), "\(form): \(key)")
                    checked += 1
                }
            }
            #expect(checked > 70, "\(checked)")
        }
    }

    /// What was not on the sheets before: who it belongs to, who leads, by when.
    @Test func `of the slip say whose dossier travels and who leads`() async throws {
        try await DossierTestOffice.run(at: "2019-01-07T09:00") { office in
            let code = try await office.receive()
            let page = try await office.open("/dossiers/\(code)/slip", as: "chi")
            let words = `The receipt`.plain(page.text)
            for line in [
                "Kèm theo hồ sơ của: Đặng Thị Hư Cấu", "Thời gian nhận hồ sơ: 09:00, 07/01/2019",
                "Thời gian trả kết quả: 17:30, 09/01/2019",
                "Cơ quan (bộ phận) giải quyết: Tư pháp phường A", "Cơ quan phối hợp: …",
            ] {
                #expect(words.contains(line), "\(line)")
            }
            let looks = "SELECT count(*) AS n FROM personalRead WHERE paper = 'slip'"
            #expect(try await office.number(looks) == 1, "it names somebody")
        }
    }

    @Test func `leave room for what the counter fills in by hand`() async throws {
        try await DossierTestOffice.run(at: "2019-01-07T09:00") { office in
            let code = try await office.receive()
            let words = `The receipt`.plain(
                try await office.open("/dossiers/\(code)/receipt", as: "chi").text)
            for line in [
                "Nhận hồ sơ giai đoạn 2 (nếu có): …", "Liên: ☐ lưu ☐ giao người nộp",
                "Quyển số, số thứ tự (sổ giấy): …", "1 Tờ khai 1 ☐ / ☐ / ☐",
                "A, ngày 7 tháng 1 năm 2019",
            ] {
                #expect(words.contains(line), "\(line)")
            }
        }
    }

    /// With the code or the card of the applicant a refusal says whom it means.
    @Test func `of a refusal have the identity, other papers do not`() async throws {
        try await DossierTestOffice.run(at: "2019-01-07T09:00") { office in
            for (kind, isThere) in [
                (Papers.Kind.refusal, true), (.supplement, false), (.stop, false),
            ] {
                let code = try await `Papers for the citizen`.prepare(kind, in: office)
                let page = try await office.open(
                    "/dossiers/\(code)/papers/\(kind.rawValue)", as: "chi")
                #expect(page.text.contains("012345678901") == isThere, "\(kind)")
            }
        }
    }
}
