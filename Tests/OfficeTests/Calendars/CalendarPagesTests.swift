// /calendar: what stands there, what a decision would move, and making it.

import Engine
import HTTPTypes
import Testing
import WorkTime

@testable import Office

@Suite struct `The page of the calendar` {
    private static let fields = [
        ("kind", "off"), ("day", "2017-07-05"), ("pair", ""), ("name", "Nghỉ <liền>"),
        ("basis", "TB 12/TB-UBND"),
    ]
    private static let query = "/calendar?kind=off&day=2017-07-05&name=Ngh%E1%BB%89&basis=TB+12"

    @Test func `shows what would move before anything does`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let code = try await office.receive()
            let empty = try await office.open("/calendar", as: "quantri")
            #expect(empty.status == .ok && empty.text.contains("Chưa có thay đổi nào"))
            let preview = try await office.open(Self.query, as: "quantri")
            #expect(preview.status == .ok && preview.text.contains(code))
            #expect(preview.text.contains("17:30, 05/07/2017"))
            #expect(preview.text.contains("17:30, 06/07/2017"))
            #expect(preview.text.contains("Ban hành thay đổi"))
            let value = try await office.open(Self.query, as: "quantri", wantsJSON: true).json()
            #expect(value["count"] as? Int == 1)
            #expect(try await office.desk.read { try $0.calendarBook().last } == 0)
        }
    }

    @Test func `makes the decision, names it, and counts what still waits`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let code = try await office.receive()
            let answer = try await office.post("/calendar", as: "quantri", Self.fields)
            #expect(answer.status == .seeOther && answer.location == "/calendar#decisions")
            let page = try await office.open("/calendar", as: "chi")
            #expect(page.text.contains("Nghỉ &lt;liền&gt;") && page.text.contains("TB 12/TB-UBND"))
            #expect(page.text.contains("còn 1 hồ sơ"))
            #expect(!page.text.contains("name=\"basis\""), "only administrators get the form")
            _ = try await office.round()
            let after = try await office.open("/calendar", as: "chi", language: "en")
            #expect(!after.text.contains("dossiers are left"))
            let dossier = try await office.open("/dossiers/\(code)", as: "chi")
            #expect(dossier.text.contains("Hạn được tính lại theo lịch làm việc mới."))
            #expect(dossier.text.contains("17:30 05/07/2017 → 17:30 06/07/2017. TB 12/TB-UBND"))
            let clock = try await office.open("/clock", as: "chi")
            #expect(clock.text.contains("VN/1 CQ/1"))
            let json = try await office.open("/calendar", as: "chi", wantsJSON: true).json()
            #expect((json["decisions"] as? [[String: Any]])?.first?["number"] as? Int == 1)
        }
    }

    @Test(arguments: [
        ("day", "2017-07-02", "calendars.dayPast"), ("day", "5/7", "calendars.dayInvalid"),
        ("day", "", "calendars.dayInvalid"), ("kind", "x", "calendars.kindMissing"),
        ("pair", "x", "calendars.dayInvalid"), ("name", " ", "calendars.nameMissing"),
        ("basis", "", "calendars.basisMissing"),
    ])
    func `gives the form back with what is wrong`(
        _ field: String, _ value: String, _ code: String
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let fields = Self.fields.map { $0.0 == field ? ($0.0, value) : $0 }
            let page = try await office.post("/calendar", as: "quantri", fields)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("id=\"errors\"") && page.text.contains("name=\"basis\""))
            if field != "name" { #expect(page.text.contains("Nghỉ &lt;liền&gt;")) }
            let json = try await office.post("/calendar", as: "quantri", fields, wantsJSON: true)
            #expect(json.status == .unprocessableContent)
            #expect(try json.code() == code)
            #expect(try await office.desk.read { try $0.calendarBook().last } == 0)
        }
    }

    @Test func `is for people of the house; changing it for administrators`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            #expect(try await office.open("/calendar", as: nil).location == "/sign-in")
            let other = try await office.post("/calendar", as: "chi", Self.fields)
            #expect(other.status == .unprocessableContent)
            #expect(other.text.contains("Chỉ người quản trị"))
            let preview = try await office.open(Self.query, as: "chi")
            #expect(preview.status == .unprocessableContent)
            let bare = try await office.post(
                "/calendar", as: "quantri", Self.fields, withToken: false)
            #expect(bare.status != .seeOther)
            #expect(try await office.desk.read { try $0.calendarBook().last } == 0)
        }
    }

    @Test(arguments: [
        "day=%FF", "day=2017-07-05&name=%C0%AF&kind=off",
        "day=2017-07-05&kind=off&name=a&basis=%FE",
    ])
    func `what is no text is refused, not an incident`(_ query: String) async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let page = try await office.open("/calendar?\(query)", as: "quantri")
            #expect(page.status == .unprocessableContent, "\(page.status)")
            let json = try await office.open("/calendar?\(query)", as: "quantri", wantsJSON: true)
            #expect(try json.code() == "site.form.notText")
        }
    }

    @Test(arguments: [
        ("vi", ["Thay đổi lịch làm việc", "Ngày làm bù", "Xem các hạn sẽ đổi"]),
        ("en", ["Changes of the working calendar", "Day worked in exchange", "would move"]),
    ])
    func `speaks both languages, and its fields have names`(
        _ language: String, _ words: [String]
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let page = try await office.open("/calendar", as: "quantri", language: language)
            for word in words { #expect(page.text.contains(word), "\(word)") }
            for field in ["day", "pair", "name", "basis"] {
                #expect(page.text.contains("<label for=\"\(field)\">"), "\(field)")
            }
        }
    }
}
