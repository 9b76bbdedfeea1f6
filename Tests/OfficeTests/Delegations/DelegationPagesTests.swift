// /delegations: the list of the office, giving, revoking, and hostile input.

import Engine
import HTTPTypes
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The page of delegations` {
    private static let fields = [
        ("leader", "anh"), ("delegate", "ke"), ("form", "deputy"), ("from", "2017-07-03"),
        ("through", "2017-07-14"), ("document", "12/UQ <UBND>"), ("weekdays", "1"),
        ("weekdays", "3"), ("fields", "Hộ tịch"), ("processes", "CT-02\nXN-03"),
    ]

    private func grants(_ office: DossierTestOffice) async throws -> [Delegations.Grant] {
        try await office.desk.read { try $0.delegationBook().delegations.map(\.grant) }
    }

    @Test func `leads from giving to revoking`() async throws {
        try await DossierTestOffice.run { office in
            let empty = try await office.open("/delegations", as: "ha")
            #expect(empty.text.contains("Cơ quan chưa có ủy quyền ký nào"))
            #expect(!empty.text.contains("name=\"document\""), "an officer gives none")
            let form = try await office.open("/delegations", as: "anh")
            #expect(form.text.contains("name=\"document\"") && form.text.contains("Hộ tịch"))
            let answer = try await office.post("/delegations", as: "anh", Self.fields)
            #expect(answer.status == .seeOther && answer.location == "/delegations")
            let grant = try #require(try await grants(office).first)
            #expect(grant.weekdays == [1, 3] && grant.fields == ["Hộ tịch"])
            #expect(grant.processes == ["CT-02", "XN-03"] && grant.office == "p")
            let list = try await office.open("/delegations", as: "ha")
            for words in [
                "1. Người ke", "KT. Người anh", "12/UQ &lt;UBND&gt;", "thứ Hai, thứ Tư",
                "Hộ tịch; CT-02; XN-03", "Đang có hiệu lực", "chưa đối chiếu với văn bản gốc",
            ] {
                #expect(list.text.contains(words), "\(words)")
            }
            #expect(!list.text.contains("/delegations/1/revocation"), "an officer revokes none")
            let english = try await office.open("/delegations", as: "ha", language: "en")
            #expect(english.text.contains("Holds today"))
            let revoked = try await office.post(
                "/delegations/1/revocation", as: "anh", [("reason", "về sớm")])
            #expect(revoked.location == "/delegations")
            let after = try await office.open("/delegations", as: "ha")
            #expect(after.text.contains("Đã thu hồi") && after.text.contains("về sớm"))
            #expect(try await office.open("/signing", as: "anh").text.contains("\"/delegations\""))
        }
    }

    @Test func `answers programs with the same`() async throws {
        try await DossierTestOffice.run { office in
            let answer = try await office.post(
                "/delegations", as: "anh", Self.fields, wantsJSON: true)
            #expect(answer.status == .created)
            let json = try await office.open("/delegations", as: "ke", wantsJSON: true).json()
            let row = try #require((json["rows"] as? [[String: Any]])?.first)
            #expect(row["standing"] as? String == "holds" && row["mayRevoke"] as? Bool == false)
            #expect((json["leaders"] as? [Any])?.isEmpty == true)
            let again = try await office.post(
                "/delegations", as: "anh", Self.fields, wantsJSON: true)
            #expect(try again.code() == "delegations.overlaps")
        }
    }

    @Test(arguments: [
        ("leader", "tam", "delegations.mayNotGive"), ("leader", "", "delegations.mayNotGive"),
        ("delegate", "", "delegations.delegateUnknown"),
        ("delegate", "giang", "delegations.delegateUnknown"),
        ("form", "x", "delegations.formMissing"), ("from", "3/7", "delegations.dayInvalid"),
        ("through", "", "delegations.dayInvalid"), ("document", "", "delegations.documentMissing"),
        ("fields", "' OR 1=1", "delegations.fieldUnknown"),
        ("processes", "KHONG", "delegations.processUnknown"),
    ])
    func `gives the form back with what is wrong`(
        _ field: String, _ value: String, _ code: String
    ) async throws {
        try await DossierTestOffice.run { office in
            let fields = Self.fields.map { $0.0 == field ? ($0.0, value) : $0 }
            let page = try await office.post("/delegations", as: "anh", fields)
            #expect(page.status == .unprocessableContent && page.text.contains("id=\"errors\""))
            if field != "document" { #expect(page.text.contains("12/UQ &lt;UBND&gt;")) }
            let json = try await office.post("/delegations", as: "anh", fields, wantsJSON: true)
            #expect(try json.code() == code)
            #expect(try await grants(office).isEmpty)
        }
    }

    @Test(arguments: ["x", "0", "9", "1,3"])
    func `takes no day that is none of the week`(_ text: String) async throws {
        try await DossierTestOffice.run { office in
            let fields = Self.fields.filter { $0.0 != "weekdays" } + [("weekdays", text)]
            let json = try await office.post("/delegations", as: "anh", fields, wantsJSON: true)
            #expect(try json.code() == "delegations.weekdayInvalid")
        }
    }

    @Test func `keeps to rights, tokens and the office`() async throws {
        try await DossierTestOffice.run { office in
            #expect(try await office.open("/delegations", as: nil).location == "/sign-in")
            let forged = try await office.post(
                "/delegations", as: "anh", Self.fields, withToken: false)
            #expect(forged.status == .unprocessableContent)
            for person: PersonID in ["pho", "ke", "binh", "giang"] {
                let answer = try await office.post("/delegations", as: person, Self.fields)
                #expect(answer.status == .unprocessableContent, "\(person)")
            }
            #expect(try await grants(office).isEmpty)
            _ = try await office.post("/delegations", as: "anh", Self.fields)
            #expect(!(try await office.open("/delegations", as: "la").text.contains("Người ke")))
            for person: PersonID in ["pho", "ke", "la"] {
                let answer = try await office.post(
                    "/delegations/1/revocation", as: person, [("reason", "x")])
                #expect(answer.status == .unprocessableContent, "\(person)")
            }
            for path in ["/delegations/2/revocation", "/delegations/x/revocation"] {
                let answer = try await office.post(path, as: "anh", [("reason", "x")])
                #expect(answer.status == .notFound, "\(path)")
            }
            let first = try await office.desk.read { try $0.delegationBook().delegations.first }
            #expect(first?.isOpen == true)
        }
    }
}
