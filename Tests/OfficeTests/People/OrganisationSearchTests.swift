// Finding people and units, and the tree beside a unit.

import Engine
import HTTPTypes
import Testing
import WorkTime

@testable import Office

@Suite struct `Searching the organisation` {
    private func find(
        _ search: String, in office: DossierTestOffice, on day: String = "2017-07-03"
    ) async throws -> People.Found {
        let (viewer, day) = (try await office.viewer("ke"), try #require(DayNumber(day)))
        return try await office.desk.read {
            try $0.searchOrganisation(search, for: viewer, on: day)
        }
    }

    @Test(arguments: [
        ("nguoi tam", ["Người tam"]), ("NGƯỜI TÂM", ["Người tam"]), ("tam nguoi", ["Người tam"]),
        ("ke-toan", ["Người ke"]), ("khong co ai ten nay", []), ("%", []), ("_", []),
    ])
    func `needs no marks, no capitals and no order`(
        _ search: String, _ names: [String]
    ) async throws {
        try await DossierTestOffice.run { office in
            let found = try await find(search, in: office)
            #expect(found.people.map(\.person.name) == names)
        }
    }

    @Test func `finds those called so before those who only work there`() async throws {
        try await DossierTestOffice.run { office in
            let found = try await find("phuong b", in: office)
            #expect(found.units.map(\.id) == ["r", "r.mc"])
            let people = try await find("t", in: office).people
            #expect(people.first?.person.name == "Người tam")
            #expect(people.dropFirst().allSatisfy { $0.person.name != "Người tam" })
            #expect(people.count > 2)
        }
    }

    @Test func `looks at the beginnings of words, so that b is not in ubnd`() async throws {
        try await DossierTestOffice.run { office in
            let middle = try await find("nd", in: office)
            #expect(middle.units.isEmpty)
            let beginning = try await find("ubnd", in: office)
            #expect(beginning.units.map(\.id) == ["p", "r"])
        }
    }

    @Test func `finds nobody before the unit was there, nor with blanks`() async throws {
        try await DossierTestOffice.run { office in
            let early = try await find("phuong b", in: office, on: "2015-12-31")
            #expect(early.units.isEmpty && early.people.isEmpty)
            let blank = try await find("   ", in: office)
            #expect(blank.units.isEmpty && blank.people.isEmpty)
            let home = try await office.open("/organisation?q=++", as: "ke")
            #expect(home.text.contains("Đơn vị của tôi: Kế toán phường A"))
        }
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "\u{0}", "' OR 1=1 --", String(repeating: "ễ", count: 5000),
    ])
    func `takes hostile words as words`(_ search: String) async throws {
        try await DossierTestOffice.run { office in
            let path = "/organisation?q=\(DossierTestOffice.encoded(search))"
            let page = try await office.open(path, as: "ke")
            #expect(page.status == .ok)
            #expect(page.text.contains("Không tìm thấy ai"))
            #expect(!page.text.contains("<script>alert"))
        }
    }

    @Test func `answers programs with the same people`() async throws {
        try await DossierTestOffice.run { office in
            let path = "/organisation?q=tam"
            let json = try await office.open(path, as: "ke", wantsJSON: true).json()
            let people = try #require(json["people"] as? [[String: Any]])
            #expect(people.count == 1)
            #expect(people.first?["title"] as? String == "truong-tp")
            #expect(try await office.open(path, as: nil).location == "/sign-in")
        }
    }
}

@Suite struct `The tree beside a unit` {
    @Test func `is open along the way to it and closed elsewhere`() async throws {
        try await DossierTestOffice.run { office in
            let page = try await office.open("/organisation/p.tp", as: "ke")
            #expect(
                page.text.contains(
                    "<a href=\"/organisation/p.tp\" aria-current=\"page\">Tư pháp phường A</a>"))
            #expect(page.text.contains("href=\"/organisation/p.mc\""))
            #expect(!page.text.contains("href=\"/organisation/r.mc\""))
            #expect(page.text.contains("<span class=\"vh\"> đơn vị bên dưới</span>"))
        }
    }

    @Test func `stands beside the page again when naming a substitute was refused`() async throws {
        try await DossierTestOffice.run { office in
            let page = try await office.post(
                "/organisation/p.tp/substitutes", as: "tam", [("absent", ""), ("reason", "ốm")])
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("Hãy chọn người vắng và người làm thay."))
            #expect(page.text.contains("<nav class=\"tree\""))
        }
    }
}
