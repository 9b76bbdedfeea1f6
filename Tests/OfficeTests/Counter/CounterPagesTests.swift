// The counter: choosing a procedure, the intake, the receipt, and an intake that is refused.

import Engine
import HTTPTypes
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The counter` {
    static let good: [(String, String)] = [
        ("name", "Đặng Thị Hư Cấu"), ("identity", "0123 4567 8901"), ("phone", "0912 345 678"),
        ("address", "Số 1 phố Minh Họa"), ("submitter", "Lê Nộp Thay"),
        ("email", "hu.cau@example.com"), ("request", "Khai sinh cho con"),
        ("field.soBan", "2"), ("field.tenCon", "Bé Hư Cấu"), ("paper.0", "1"),
        ("copies.0", "2"), ("copies.1", "1"), ("otherPapers", "Hộ khẩu\n  \nGiấy kết hôn"),
        ("sets", "1"), ("fee", "8.000"), ("returnWay", "post"), ("channel", "counter"),
    ]

    private func changed(_ name: String, _ value: String?) -> [(String, String)] {
        Self.good.compactMap { pair in
            pair.0 != name ? pair : value.map { (name, $0) }
        }
    }

    @Test func `finds procedures by a few letters without marks`() async throws {
        try await DossierTestOffice.run { office in
            let all = try await office.open("/counter", as: "chi")
            #expect(all.status == .ok)
            for code in ["KS-01", "CT-02", "XN-03"] {
                #expect(all.text.contains("href=\"/counter/\(code)\""))
            }
            let some = try await office.open("/counter?q=khai+sinh", as: "chi")
            #expect(some.text.contains("/counter/KS-01"))
            #expect(!some.text.contains("/counter/CT-02"))
            let none = try await office.open("/counter?q=xay+dung", as: "chi")
            #expect(none.text.contains("Không có thủ tục nào khớp"))
            // A ward without the units that a procedure names does not offer it.
            let other = try await office.open("/counter", as: "la", wantsJSON: true).json()
            let codes = (other["procedures"] as? [[String: Any]])?.compactMap { $0["code"] }
            #expect(codes as? [String] == ["CT-02"])
        }
    }

    @Test func `is for one-stop officers`() async throws {
        try await DossierTestOffice.run { office in
            for path in ["/counter", "/counter/KS-01"] {
                let answer = try await office.open(path, as: "ha", wantsJSON: true)
                #expect(try answer.code() == "dossiers.mayNotReceive")
            }
            let page = try await office.open("/work", as: "ha")
            #expect(!page.text.contains("href=\"/counter\""))
            let unknown = try await office.open("/counter/QT-99", as: "chi", wantsJSON: true)
            #expect(try unknown.code() == "dossiers.processUnknown")
        }
    }

    @Test func `shows the appointment of now with its sum, and who is next`() async throws {
        try await DossierTestOffice.run { office in
            let page = try await office.open("/counter/KS-01", as: "chi")
            #expect(page.text.contains("Thứ Tư 05/07/2017, trước 17:30"))
            #expect(page.text.contains("Người ha"))
            #expect(page.text.contains("Giấy chứng sinh"))
            #expect(page.text.contains("(không bắt buộc)"))
            #expect(!page.text.contains("((không bắt buộc))"))
            #expect(try page.hidden("token").count == 64)
        }
    }

    @Test func `leads from the intake to the receipt`() async throws {
        try await DossierTestOffice.run { office in
            let answer = try await office.post("/counter/KS-01", as: "chi", Self.good)
            #expect(answer.status == .seeOther)
            #expect(answer.location == "/dossiers/PA-170703-0001/receipt?new=1")
            let receipt = try await office.open(answer.location, as: "chi")
            for words in [
                "PA-170703-0001", "Đặng Thị Hư Cấu", "Lê Nộp Thay", "Hộ khẩu", "Giấy kết hôn",
                "Người chi", "05/07/2017", "17:30", "UBND",
            ] {
                #expect(receipt.text.contains(words), "\(words)")
            }
            let registration = try await office.state("PA-170703-0001").registration
            #expect(registration.fee == 8000)
            #expect(registration.returnWay == .post)
            #expect(
                registration.papers == [
                    .init(name: "Tờ khai", copies: 2), .init(name: "Hộ khẩu", copies: 1),
                    .init(name: "Giấy kết hôn", copies: 1),
                ])
            let record = try await office.record("PA-170703-0001", as: "chi")
            #expect(record.applicant?.identity == "012345678901")
            #expect(record.applicant?.fields == ["tenCon": "Bé Hư Cấu"])
        }
    }

    @Test func `answers programs with the dossier`() async throws {
        try await DossierTestOffice.run { office in
            let answer = try await office.post(
                "/counter/KS-01", as: "chi", Self.good, wantsJSON: true)
            #expect(answer.status == .created)
            let outcome = try answer.json()
            #expect(outcome["dossier"] as? String == "PA-170703-0001")
            #expect(outcome["appointment"] as? String == "2017-07-05T17:30")
        }
    }

    @Test func `a form sent twice makes one dossier`() async throws {
        try await DossierTestOffice.run { office in
            let key = try await office.open("/counter/KS-01", as: "chi").hidden("key")
            let fields = Self.good + [("key", key)]
            let first = try await office.post("/counter/KS-01", as: "chi", fields)
            let second = try await office.post("/counter/KS-01", as: "chi", fields)
            #expect(first.location == second.location)
            #expect(try await office.number("SELECT count(*) AS n FROM dossier") == 1)
            // The same key for another procedure is another command.
            let other = try await office.post(
                "/counter/CT-02", as: "chi", fields, wantsJSON: true)
            #expect(try other.code() == "desk.keyUsedForOtherCommand")
        }
    }

    @Test(arguments: [
        ("name", " ", "nameMissing"), ("phone", "09", "phoneInvalid"),
        ("identity", "12-34", "identityInvalid"), ("copies.0", "0", "papersMissing"),
        ("sets", "hai", "setsInvalid"), ("fee", "-5", "feeInvalid"), ("fee", "ít", "feeInvalid"),
        ("field.soBan", "hai", "fieldOfWrongType"), ("field.soBan", "nan", "fieldOfWrongType"),
    ])
    func `a refused intake keeps everything that was typed`(
        _ name: String, _ value: String, _ rule: String
    ) async throws {
        try await DossierTestOffice.run { office in
            let fields = changed(name, value)
            let page = try await office.post("/counter/KS-01", as: "chi", fields)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("class=\"errors\""))
            for (key, typed) in fields where key != name && !key.contains(".") {
                if ["sets", "returnWay", "channel"].contains(key) { continue }
                for line in typed.split(separator: "\n") {
                    #expect(page.text.contains(line), "\(key)")
                }
            }
            #expect(page.text.contains("value=\"Bé Hư Cấu\""))
            #expect(page.text.contains("<option value=\"post\" selected>"))
            #expect(page.text.contains("id=\"paper.0\" name=\"paper.0\" value=\"1\""))
            let json = try await office.post(
                "/counter/KS-01", as: "chi", fields, wantsJSON: true)
            #expect(try json.code().hasSuffix(".\(rule)"))
            #expect(try await office.number("SELECT count(*) AS n FROM dossier") == 0)
        }
    }

    @Test func `without a paper nothing is taken in`() async throws {
        try await DossierTestOffice.run { office in
            let fields = changed("paper.0", nil).filter { $0.0 != "otherPapers" }
            let answer = try await office.post(
                "/counter/KS-01", as: "chi", fields, wantsJSON: true)
            #expect(try answer.code() == "dossiers.papersMissing")
            #expect(try answer.json()["field"] as? String == "papers")
        }
    }
}
