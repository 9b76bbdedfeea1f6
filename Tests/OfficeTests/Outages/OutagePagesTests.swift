// /outages: the list for everybody, the form for who may, and hostile input.

import Engine
import HTTPTypes
import Testing
import WorkTime

@testable import Office

@Suite struct `The page of outages` {
    private static let fields = [
        ("kind", "power"), ("scope", "unit"), ("unit", "p.tp"), ("from", "2017-07-04T08:00"),
        ("until", "2017-07-04T12:00"), ("reason", "Mất điện <cả khu>"), ("evidence", "BB 12"),
    ]

    private func run(_ body: (DossierTestOffice) async throws -> Void) async throws {
        try await DossierTestOffice.run(at: "2017-07-04T14:00") { office in
            try await body(office)
        }
    }

    private func declare(_ office: DossierTestOffice) async throws {
        let answer = try await office.post("/outages", as: "tam", Self.fields)
        #expect(answer.status == .seeOther && answer.location == "/outages")
    }

    @Test func `leads from declaring over the approval to the list`() async throws {
        try await run { office in
            let empty = try await office.open("/outages", as: "ha")
            #expect(empty.text.contains("Chưa khai sự cố nào"))
            #expect(!empty.text.contains("name=\"evidence\""), "an officer declares none")
            try await declare(office)
            let waiting = try await office.open("/outages", as: "anh")
            for words in [
                "Mất điện &lt;cả khu&gt;", "BB 12", "Chờ duyệt", "Người tam", "Tư pháp phường A",
                "4 giờ", "value=\"approve\"", "value=\"refuse\"", "không đổi ngày hẹn",
            ] {
                #expect(waiting.text.contains(words), "\(words)")
            }
            #expect(!waiting.text.contains("<cả khu>"))
            let own = try await office.open("/outages", as: "tam").text
            #expect(!own.contains("value=\"approve\"") && own.contains("value=\"withdraw\""))
            let approved = try await office.post(
                "/outages/1/acts", as: "anh", [("act", "approve")])
            #expect(approved.location == "/outages")
            let list = try await office.open("/outages", as: "la")
            #expect(list.text.contains("Đã duyệt") && list.text.contains("Người anh"))
            #expect(!list.text.contains("name=\"act\""), "another ward may do nothing")
            let english = try await office.open("/outages", as: "la", language: "en")
            #expect(english.text.contains("Power cut") && english.text.contains("Approved"))
        }
    }

    @Test func `answers programs with the same`() async throws {
        try await run { office in
            let answer = try await office.post("/outages", as: "tam", Self.fields, wantsJSON: true)
            #expect(answer.status == .created)
            let json = try await office.open("/outages", as: "anh", wantsJSON: true).json()
            let row = try #require((json["rows"] as? [[String: Any]])?.first)
            #expect(row["minutes"] as? Int == 240 && row["declaredBy"] as? String == "Người tam")
            #expect(row["acts"] as? [String] == ["approve", "refuse", "withdraw"])
            let again = try await office.post(
                "/outages/1/acts", as: "tam", [("act", "approve")], wantsJSON: true)
            #expect(try again.code() == "outages.mayNotDecide")
        }
    }

    @Test(arguments: [
        ("kind", "", "outages.kindMissing"), ("kind", "storm", "outages.kindMissing"),
        ("scope", "x", "outages.scopeMissing"), ("unit", "", "outages.unitMissing"),
        ("unit", "' OR 1=1", "outages.unitUnknown"), ("from", "4/7", "outages.timeInvalid"),
        ("until", "2017-07-04", "outages.timeInvalid"),
        (
            "until", "2017-07-04T07:00",
            "outages.endsBeforeItBegins"
        ), ("reason", "  ", "outages.reasonMissing"),
        ("evidence", "", "outages.evidenceMissing"),
    ])
    func `gives the form back with what is wrong`(
        _ field: String, _ value: String, _ code: String
    ) async throws {
        try await run { office in
            let fields = Self.fields.map { $0.0 == field ? ($0.0, value) : $0 }
            let page = try await office.post("/outages", as: "tam", fields)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("id=\"errors\"") && page.text.contains("name=\"evidence\""))
            if field != "reason" { #expect(page.text.contains("Mất điện &lt;cả khu&gt;")) }
            let json = try await office.post("/outages", as: "tam", fields, wantsJSON: true)
            #expect(try json.code() == code)
            let count = try await office.desk.read { try $0.outageBook().outages.count }
            #expect(count == 0)
        }
    }

    @Test func `keeps to rights and tokens`() async throws {
        try await run { office in
            try await declare(office)
            #expect(try await office.open("/outages", as: nil).location == "/sign-in")
            let forged = try await office.post(
                "/outages", as: "anh", Self.fields, withToken: false)
            #expect(forged.status == .unprocessableContent)
            for person: PersonID in ["ha", "chi", "giang", "la", "ke"] {
                let answer = try await office.post(
                    "/outages/1/acts", as: person, [("act", "approve")])
                #expect(answer.status == .unprocessableContent, "\(person)")
            }
            for path in ["/outages/9/acts", "/outages/x/acts", "/outages/-1/acts"] {
                let answer = try await office.post(path, as: "anh", [("act", "approve")])
                #expect(answer.status == .notFound, "\(path)")
            }
            let strange = try await office.post("/outages/1/acts", as: "anh", [("act", "drop")])
            #expect(strange.status == .notFound)
            let standing = try await office.desk.read { try $0.outageBook().outages[0].standing }
            #expect(standing == .declared)
        }
    }

    @Test func `goes on from a number`() async throws {
        try await run { office in
            for _ in 0..<52 {
                try await office.perform(.declare(OutageSamples.declaration()), by: "tam")
            }
            let first = try await office.open("/outages", as: "ha", wantsJSON: true).json()
            #expect((first["rows"] as? [Any])?.count == 50 && first["next"] as? Int == 3)
            let rest = try await office.open("/outages?before=3", as: "ha", wantsJSON: true).json()
            #expect((rest["rows"] as? [Any])?.count == 2 && rest["next"] == nil)
            let page = try await office.open("/outages", as: "ha")
            #expect(page.text.contains("href=\"/outages?before=3\""))
            let none = try await office.open("/outages?before=-5", as: "ha", wantsJSON: true)
            #expect(none.status == .ok)
        }
    }
}
