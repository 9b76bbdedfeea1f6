// The pages of the organisation: what people read there and what programs get.

import Engine
import HTTPTypes
import Testing
import WorkTime

@testable import Office

@Suite struct `Pages of the organisation` {
    private typealias State = OrganisationTestState

    private func withWard(
        _ commands: [People.Command] = [], _ body: (DossierTestOffice) async throws -> Void
    ) async throws {
        try await DossierTestOffice.run { office in
            for command in State.staffCommands + commands {
                _ = try await office.desk.perform(
                    .people(command), by: nil, at: office.sources.now)
            }
            try await body(office)
        }
    }

    private func names(_ list: Any?) -> [String] {
        (list as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
    }

    @Test func `the tree is the same for people and for programs`() async throws {
        try await withWard { office in
            let json = try await office.open("/organisation", as: "ha", wantsJSON: true).json()
            #expect(json["on"] as? String == "2017-07-03")
            let roots = json["roots"] as? [[String: Any]] ?? []
            #expect(names(roots) == ["p", "r"])
            #expect(names(roots.first?["units"]) == ["p.vp", "p.mc", "p.kt", "p.tp"])
            let head = roots.first?["head"] as? [String: Any]
            #expect(head?["name"] as? String == "Người anh")
            let page = try await office.open("/organisation", as: "ha")
            for id in ["p", "p.mc", "p.tp", "p.kt", "r"] {
                #expect(page.text.contains("href=\"/organisation/\(id)\""), "\(id)")
            }
            // Away from the viewer's own unit the tree is closed and says how much lies below.
            #expect(!page.text.contains("href=\"/organisation/r.mc\""))
            let other = try await office.open("/organisation/r", as: "ha")
            #expect(other.text.contains("href=\"/organisation/r.mc\""))
            #expect(page.text.contains("7 đơn vị vào ngày 03/07/2017"))
            #expect(page.text.contains("chưa xác nhận"))
        }
    }

    @Test func `the tree of another day shows what stood then`() async throws {
        let units: [People.Command] = [
            .createUnit(State.unit("p.cu", "p", from: "2016-01-01", through: "2016-12-31")),
            .createUnit(State.unit("p.sau", "p", from: "2018-01-01")),
            .closeUnit("r.mc", through: organisationDay("2017-01-31")),
        ]
        try await withWard(units) { office in
            for (day, old, new) in [
                ("2015-12-31", false, false), ("2016-12-31", true, false),
                ("2017-07-03", false, false), ("2018-01-01", false, true),
            ] {
                let page = try await office.open("/organisation?on=\(day)", as: "chi")
                #expect(page.text.contains("/organisation/p.cu\"") == old, "\(day)")
                #expect(page.text.contains("/organisation/p.sau\"") == new, "\(day)")
                #expect(page.text.contains("value=\"\(day)\""))
            }
            // A page of a unit asked for on a day on which it did not stand.
            for (path, status) in [
                ("/organisation/p.cu", 404), ("/organisation/p.cu?on=2016-06-01", 200),
                ("/organisation/p.sau", 404), ("/organisation/r.mc?on=2017-01-31", 200),
                ("/organisation/r.mc?on=2017-02-01", 404),
            ] {
                let answer = try await office.open(path, as: "chi")
                #expect(answer.status.code == status, "\(path)")
            }
        }
    }

    @Test func `a unit whose parent is gone stands at the top, not nowhere`() async throws {
        try await withWard([.closeUnit("p", through: organisationDay("2017-06-30"))]) { office in
            let json = try await office.open("/organisation", as: "ha", wantsJSON: true).json()
            #expect(names(json["roots"]) == ["r", "p.vp", "p.mc", "p.kt", "p.tp"])
        }
    }

    @Test func `units of one kind stand in the order of the Vietnamese letters`() async throws {
        let names = ["Đức Giang", "Ái Mộ", "Xuân La", "Bồ Đề", "Dịch Vọng", "Ô Chợ Dừa"]
        let units = names.enumerated().map { index, name in
            People.Command.createUnit(State.unit(UnitID("x\(index)"), "r", .team, name: name))
        }
        try await withWard(units) { office in
            let json = try await office.open("/organisation/r", as: "ha", wantsJSON: true).json()
            let below = (json["unit"] as? [String: Any])?["units"] as? [[String: Any]] ?? []
            #expect(
                below.dropFirst().map { $0["name"] as? String } == [
                    "Ái Mộ", "Bồ Đề", "Dịch Vọng", "Đức Giang", "Ô Chợ Dừa", "Xuân La",
                ])
        }
    }

    @Test func `a unit shows its way up, its positions and who holds them`() async throws {
        let commands: [People.Command] =
            State.position("p.tp:van-thu", in: "p.tp", code: "van-thu", role: .figures)
        try await withWard(commands) { office in
            let json = try await office.open(
                "/organisation/p.tp", as: "ke", wantsJSON: true
            ).json()
            #expect(names(json["above"]) == ["p"])
            let positions = json["positions"] as? [[String: Any]] ?? []
            #expect(names(positions) == ["p.tp:truong-tp", "p.tp:tu-phap", "p.tp:van-thu"])
            #expect(positions.map { ($0["holders"] as? [Any])?.count } == [1, 1, 0])
            #expect(json["mayNameSubstitute"] as? Bool == false)
            let page = try await office.open("/organisation/p.tp", as: "ke")
            for words in [
                "href=\"/organisation/p\"", "href=\"/people/ha\"", "href=\"/people/tam\"", "khuyết",
                "đứng đầu", "xem số liệu", "01/01/2016 – …", "chưa rõ", "đang hiệu lực",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            #expect(!page.text.contains("action=\"/organisation/p.tp/substitutes\""))
        }
    }

    @Test func `an English reader gets English names where there are some`() async throws {
        var unit = State.unit("p.en", "p", name: "Tổ Anh ngữ")
        unit.nameEnglish = "English team"
        try await withWard([.createUnit(unit)]) { office in
            for path in ["/organisation", "/organisation/p.en", "/organisation/p"] {
                let english = try await office.open(path, as: "chi", language: "en").text
                #expect(english.contains("English team"), "\(path)")
                #expect(!english.contains("Tổ Anh ngữ"), "\(path)")
                let own = try await office.open(path, as: "chi").text
                #expect(own.contains("Tổ Anh ngữ"), "\(path)")
                let isOwnPage = path == "/organisation/p.en"
                #expect(english.contains("team, ward level") == isOwnPage, "\(path)")
                #expect(own.contains("tổ, cấp phường") == isOwnPage, "\(path)")
            }
        }
    }

    @Test func `a person is shown with positions of today and what is still to come`()
        async throws
    {
        let commands: [People.Command] = [
            .substitute(State.substitution("ha", "ke", in: "p.tp", "2017-05-01", "2017-05-31")),
            .substitute(State.substitution("ke", "ha", in: "p.kt", "2017-09-01", "2017-09-30")),
            .endHolding(
                position: "p.kt:ke-toan", person: "ke", through: organisationDay("2017-07-02")),
        ]
        try await withWard(commands) { office in
            let json = try await office.open("/people/ha", as: "ke2", wantsJSON: true)
            #expect(json.status == .unauthorized)
            let ha = try await office.open("/people/ha", as: "chi", wantsJSON: true).json()
            #expect(names(ha["positions"]) == ["p.tp:tu-phap"])
            let substitutions = ha["substitutions"] as? [[String: Any]] ?? []
            // What is over is left out; what is in force today says so.
            #expect(substitutions.map { $0["from"] as? String } == ["2017-07-01", "2017-09-01"])
            #expect(substitutions.map { $0["holdsToday"] as? Bool } == [true, false])
            let gone = try await office.open("/people/ke", as: "chi")
            #expect(gone.status == .ok)
            #expect(gone.text.contains("Người ke") && !gone.text.contains("p.kt:ke-toan"))
        }
    }

    @Test func `names that look like markup stay text`() async throws {
        let evil = "<script>alert(1)</script>\"'&"
        var unit = State.unit("p.x", "p", name: evil)
        (unit.code, unit.source) = (evil, evil)
        let commands: [People.Command] = [
            .createUnit(unit), .addPerson(.init(id: "x", name: evil)),
            .createPosition(
                .init(id: "x", unit: "p.x", code: evil, title: evil, isHead: true, roles: [.work])),
            .appoint(.init(position: "x", person: "x", from: State.begin)),
            .substitute(
                .init(
                    absent: "x", substitute: "ha", unit: "p.x", from: organisationDay("2017-07-01"),
                    through: organisationDay("2017-07-31"), reason: evil)),
        ]
        try await withWard(commands) { office in
            for path in ["/organisation", "/organisation/p.x", "/people/x", "/account"] {
                let page = try await office.open(path, as: path == "/account" ? "ha" : "x")
                #expect(page.status == .ok, "\(path)")
                #expect(!page.text.contains("<script>alert"), "\(path)")
                #expect(page.text.contains("&lt;script&gt;alert(1)"), "\(path)")
            }
        }
    }

    @Test(arguments: [
        "0000-00-00", "2017-02-29", "2017-13-01", "2017-1-1", "01/08/2017", "2017-08-01x", " ",
        "9999999999", "2017-08-01T00:00", "%C4%91", "%00", "<script>", "-1",
    ])
    func `a day outside the calendar is refused with the day in the sentence`(
        _ text: String
    ) async throws {
        try await withWard { office in
            let path = "/organisation?on=" + DossierTestOffice.encoded(text)
            let json = try await office.open(path, as: "chi", wantsJSON: true)
            #expect(json.status == .unprocessableContent)
            #expect(try json.code() == "organisation.dayInvalid")
            let page = try await office.open(path, as: "chi")
            #expect(page.status == .unprocessableContent)
            #expect(!page.text.contains("<script>"))
        }
    }

    @Test func `days far away are answered with an empty tree`() async throws {
        try await withWard { office in
            for day in ["0001-01-01", "1000-12-31", "-0001-01-01", "2015-12-31"] {
                let json = try await office.open(
                    "/organisation?on=\(day)", as: "chi", wantsJSON: true)
                if json.status == .ok { #expect(names(try json.json()["roots"]).isEmpty, "\(day)") }
            }
            let far = try await office.open(
                "/organisation?on=9999-12-31", as: "chi", wantsJSON: true)
            #expect(names(try far.json()["roots"]) == ["p", "r"])
        }
    }
}
