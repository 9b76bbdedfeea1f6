// The apology after TT 01/2018/TT-VPCP: each of its fields, in both languages, whatever was typed;
// and who may see, sign and print it.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The paper of an apology` {
    private func sign(
        _ office: DossierTestOffice, reason: String = "Chờ xác minh", by person: PersonID = "anh",
        at moment: String = "2017-07-04T09:00", _ change: (inout Dossiers.Intake) -> Void = { _ in }
    ) async throws -> String {
        let code = try await office.receive(change)
        try office.set(moment)
        let answer = try await office.post(
            "/dossiers/\(code)/apology", as: person, [("reason", reason), ("day", "2017-07-10")])
        #expect(answer.status == .seeOther, "\(answer.text)")
        return code
    }

    /// What stands beside a name on the paper.
    private func value(_ name: String, on page: DossierTestAnswer) -> String? {
        guard let start = page.text.firstRange(of: "<dt>\(name):</dt>")?.upperBound else {
            return nil
        }
        let rest = page.text[start...]
        guard let open = rest.firstRange(of: "<dd")?.upperBound else { return nil }
        return String(rest[open...].drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
    }

    /// Fields of the form in both languages, with what stands there.
    private static let fields = [
        ("Kính gửi", "To", "Đặng Thị Hư Cấu"), ("Địa chỉ", "Address", "Số 1, phố Minh Họa"),
        ("Nội dung yêu cầu", "Request", "Đăng ký khai sinh"),
        ("Hẹn trả ban đầu", "First appointment", "17:30"), ("Lý do chậm", "Reason", "Chờ xác minh"),
        ("Hẹn trả lại", "New appointment", "17:30"), ("Tiếp nhận lúc", "Received", "09:00"),
    ]

    @Test func `has every field of the form in both languages`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await sign(office)
            let vietnamese = try await office.open("/dossiers/\(code)/apology", as: "chi")
            let english = try await office.open(
                "/dossiers/\(code)/apology", as: "chi", language: "en")
            for (vi, en, words) in Self.fields {
                #expect(value(vi, on: vietnamese)?.contains(words) == true, "\(vi)")
                #expect(value(en, on: english)?.contains(words) == true, "\(en)")
            }
            for words in [
                "Số: \(code)/PXL", "0912 345 678", "17:30, 05/07/2017", "17:30, 10/07/2017",
                "09:00, 03/07/2017", "Người anh", "chu-tich", "(Ký, ghi rõ họ tên)",
                "UBND phường A chưa trả được kết quả đúng hẹn, chân thành xin lỗi", "Nơi nhận",
                "người nộp hồ sơ; bộ phận một cửa; lưu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Mẫu số 04, TT 01/2018/TT-VPCP (mẫu gần nhất",
            ] {
                #expect(vietnamese.text.contains(words), "\(words)")
            }
            for words in ["No. \(code)/PXL", "We are sorry", "Copies", "applicant; one-stop shop"] {
                #expect(english.text.contains(words), "\(words)")
            }
            for page in [vietnamese, english] {
                page.expectSound("paper")
                #expect(page.text.contains("class=\"ona5\""))
            }
        }
    }

    @Test(arguments: HostileText.all)
    func `says any reason and any name as text`(_ text: String) async throws {
        try await DossierTestOffice.run { office in
            let code = try await sign(office, reason: text) {
                $0.applicant.name = text
                $0.applicant.address = text
            }
            for language in ["vi", "en"] {
                for path in ["/dossiers/\(code)/apology", "/dossiers/\(code)", "/apologies"] {
                    let page = try await office.open(path, as: "anh", language: language)
                    #expect(page.status == .ok)
                    page.expectSound("\(path) \(text)")
                }
            }
            let paper = try await office.open("/dossiers/\(code)/apology", as: "anh")
            let shown = HostileText.shown(text)
            #expect(value("Lý do chậm", on: paper) == shown)
            #expect(value("Kính gửi", on: paper) == shown)
            #expect(value("Địa chỉ", on: paper) == shown)
            let json = try await office.open(
                "/dossiers/\(code)/apology", as: "anh", wantsJSON: true
            ).json()
            #expect((json["apology"] as? [String: Any])?["reason"] as? String == text)
        }
    }

    @Test func `stands without the citizen when the data were erased`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await sign(office)
            _ = try await office.desk.store.write {
                try $0.erasePersonal(stream: "dossier/\(code)", at: 1, basis: "luật")
            }
            let paper = try await office.open("/dossiers/\(code)/apology", as: "chi")
            #expect(paper.status == .ok && !paper.text.contains("0912 345 678"))
            #expect(value("Địa chỉ", on: paper) == "–" && value("Lý do chậm", on: paper) != "–")
            let report = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(report.isClean, "\(report.findings)")
        }
    }

    @Test func `says when it came too late, and who signed in whose place`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await sign(office, by: "pho", at: "2017-07-05T08:00")
            let paper = try await office.open("/dossiers/\(code)/apology", as: "chi").text
            #expect(paper.contains("Người pho") && paper.contains("pho-chu-tich"))
            #expect(!paper.contains("Người anh"))
            #expect(paper.contains("sau thời điểm luật định"))
        }
    }

    @Test func `form and list have their words in both languages at every forecast`() async throws {
        try await DossierTestOffice.run { office in
            try await office.publish(
                DossierExtraSamples.withinTotal("TG-09", total: .workingDays(2)))
            var codes = [try await office.receive { $0.process = "TG-09" }]
            codes.append(try await office.receive())
            codes.append(try await office.receive { $0.process = "CT-02" })
            try await office.advance(codes[1], times: 2)
            for moment in ["2017-07-03T10:00", "2017-07-05T09:00", "2017-07-05T17:00"] {
                try office.set(moment)
                for language in ["vi", "en"] {
                    for person in ["anh", "binh"] as [PersonID] {
                        for path in codes.map({ "/dossiers/\($0)/apology" }) + ["/apologies"] {
                            let page = try await office.open(
                                path, as: person, language: language)
                            #expect(page.status == .ok)
                            page.expectSound("\(path) \(moment)")
                        }
                    }
                }
            }
        }
    }
}

@Suite struct `Rights on apologies` {
    private static let fields = [("reason", "Chờ xác minh"), ("day", "2017-07-10")]
    /// Who sees dossiers of the whole ward; leaders among them sign.
    private static let seers: [UnitID: Set<PersonID>] = [
        "p": ["anh", "pho", "binh", "chi"], "r": ["giang", "la"],
    ]
    private static let leaders: [UnitID: Set<PersonID>] = ["p": ["anh", "pho"], "r": ["giang"]]

    @Test func `are those of the dossier, and leaders of its office sign`() async throws {
        try await DossierTestOffice.run { office in
            for (unit, officer) in [("p", "chi"), ("r", "la")] as [(UnitID, PersonID)] {
                for person in DossierTestSamples.people {
                    let code = try await office.receive(by: officer) {
                        $0.office = unit
                        $0.process = "CT-02"
                    }
                    let path = "/dossiers/\(code)/apology"
                    let maySee = Self.seers[unit]?.contains(person) ?? false
                    let maySign = Self.leaders[unit]?.contains(person) ?? false
                    let form = try await office.open(path, as: person)
                    #expect(form.status == (maySee ? .ok : .notFound), "\(person) \(unit)")
                    #expect(form.text.contains("name=\"day\"") == maySign, "\(person) \(unit)")
                    let list = try await office.open("/apologies", as: person, wantsJSON: true)
                    if list.status == .ok {
                        #expect(list.text.contains(code) == maySee, "\(person) \(unit)")
                    }
                    let before = try await office.sequence()
                    let signed = try await office.post(
                        path, as: person, Self.fields, wantsJSON: true)
                    let expected: HTTPResponse.Status =
                        maySign ? .created : maySee ? .unprocessableContent : .notFound
                    #expect(signed.status == expected, "\(person) \(unit)")
                    #expect(try await office.sequence() == before + (maySign ? 1 : 0))
                    #expect(
                        try await office.state(code).apology?.signer
                            == (maySign ? "Người \(person)" : nil))
                }
            }
        }
    }

    @Test func `of a program are those of its person and its scopes`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let path = "/dossiers/\(code)/apology"
            let json = #"{"reason": "Chờ xác minh", "day": "2017-07-10"}"#
            let reader = try await office.token(of: "anh", .read)
            #expect(try await office.call(.get, "/apologies", reader).status == .ok)
            #expect(try await office.call(.post, path, reader, json: json).status == .forbidden)
            let clerk = try await office.token(of: "chi", .work)
            let refused = try await office.call(.post, path, clerk, json: json)
            #expect(try refused.code() == "apologies.onlyForLeaders")
            let leader = try await office.token(of: "anh", .work)
            let first = try await office.call(.post, path, leader, json: json, key: "1")
            let again = try await office.call(.post, path, leader, json: json, key: "1")
            #expect(first.status == .created && again.text == first.text)
            let other = try await office.call(.post, path, leader, json: json, key: "2")
            #expect(try other.code() == "apologies.alreadyApologised")
        }
    }
}
