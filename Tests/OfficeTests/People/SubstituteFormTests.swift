// Naming a substitute on the page of a unit: what the form says, and what a forged one gets.

import Engine
import HTTPTypes
import Testing
import WorkTime

@testable import Office

@Suite struct `Naming a substitute` {
    private static let path = "/organisation/p.mc/substitutes"
    private static let good: [(String, String)] = [
        ("absent", "chi"), ("substitute", "binh"), ("from", "2018-01-02"),
        ("through", "2018-01-31"), ("reason", "Nghỉ phép năm"),
    ]

    private func changed(_ changes: (String, String?)...) -> [(String, String)] {
        Self.good.compactMap { pair in
            guard let change = changes.first(where: { $0.0 == pair.0 }) else { return pair }
            return change.1.map { (pair.0, $0) }
        }
    }

    private func named(_ office: DossierTestOffice) async throws -> [People.Substitution] {
        try await office.desk.read { try $0.organisation().substitutions }
    }

    @Test func `by the head leads back to the list, where it stands`() async throws {
        try await DossierTestOffice.run { office in
            let answer = try await office.post(Self.path, as: "binh", Self.good)
            #expect(answer.status == .seeOther)
            #expect(answer.location == "/organisation/p.mc#substitutes")
            let last = try #require(try await named(office).last)
            #expect(
                last
                    == People.Substitution(
                        absent: "chi", substitute: "binh", unit: "p.mc",
                        from: organisationDay("2018-01-02"), through: organisationDay("2018-01-31"),
                        reason: "Nghỉ phép năm"))
            let page = try await office.open("/organisation/p.mc", as: "chi")
            #expect(page.text.contains("02/01/2018 – 31/01/2018"))
            #expect(page.text.contains("Nghỉ phép năm"))
        }
    }

    @Test func `by a program is answered with the unit as it then is`() async throws {
        try await DossierTestOffice.run { office in
            let answer = try await office.post(
                Self.path, as: "binh", Self.good, wantsJSON: true)
            #expect(answer.status == .ok)
            let list = try answer.json()["substitutions"] as? [[String: Any]] ?? []
            #expect(list.map { $0["reason"] as? String } == ["đi học", "Nghỉ phép năm"])
        }
    }

    /// Changed field, its value, the code of the refusal and the field it names.
    static let wrong: [(String, String?, String, String?)] = [
        ("absent", "", "organisation.personMissing", "absent"),
        ("absent", nil, "organisation.personMissing", "absent"),
        ("absent", " \u{A0}", "organisation.personMissing", "absent"),
        ("substitute", "", "organisation.personMissing", "substitute"),
        ("substitute", "chi", "people.substitutesForSelf", nil),
        ("substitute", "la-mat", "people.personUnknown", nil),
        ("absent", "la-mat", "people.mayNotAdminister", nil),
        // Somebody of another unit, and the chairman: not for the head of one unit.
        ("absent", "ha", "people.mayNotAdminister", nil),
        ("absent", "anh", "people.mayNotAdminister", nil),
        ("from", "", "organisation.dayInvalid", nil),
        ("from", "02/01/2018", "organisation.dayInvalid", nil),
        ("from", "2018-02-30", "organisation.dayInvalid", nil),
        ("from", "2018-02-01", "people.endsBeforeItBegins", nil),
        ("through", nil, "organisation.dayInvalid", nil),
        ("through", "2018-01-01", "people.endsBeforeItBegins", nil),
        ("through", "mãi mãi", "organisation.dayInvalid", nil),
        ("reason", "", "organisation.reasonMissing", "reason"),
        ("reason", "\t\n", "organisation.reasonMissing", "reason"),
    ]

    @Test(arguments: wrong)
    func `is refused where it is wrong, with what was typed kept`(
        _ field: String, _ value: String?, _ code: String, _ named: String?
    ) async throws {
        try await DossierTestOffice.run { office in
            let before = try await office.sequence()
            let fields = changed((field, value))
            let json = try await office.post(Self.path, as: "binh", fields, wantsJSON: true)
            #expect(json.status == .unprocessableContent)
            #expect(try json.code() == code)
            #expect(try json.json()["field"] as? String == named)
            let sentence = try #require(try json.json()["vi"] as? String)
            let page = try await office.post(Self.path, as: "binh", fields)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains(sentence))
            if field != "reason" { #expect(page.text.contains("value=\"Nghỉ phép năm\"")) }
            if field != "absent" { #expect(page.text.contains("<option value=\"chi\" selected>")) }
            #expect(try await office.sequence() == before)
        }
    }

    @Test func `by people who may not is refused with the reason on the page`() async throws {
        try await DossierTestOffice.run { office in
            let before = try await office.sequence()
            for person: PersonID in ["chi", "ha", "tam", "anh", "giang", "la"] {
                let page = try await office.post(Self.path, as: person, Self.good)
                #expect(page.status == .unprocessableContent, "\(person)")
                #expect(
                    page.text.contains(People.Rejection.mayNotAdminister.sentence.vi),
                    "\(person)")
                #expect(!page.text.contains("action=\"\(Self.path)\""), "\(person)")
            }
            let stranger = try await office.post(Self.path, as: nil, Self.good)
            #expect(stranger.location == "/sign-in")
            #expect(try await office.sequence() == before)
        }
    }

    @Test func `needs the token of the session`() async throws {
        try await DossierTestOffice.run { office in
            let before = try await office.sequence()
            let answer = try await office.post(
                Self.path, as: "binh", Self.good + [("token", "x")], wantsJSON: true,
                withToken: false)
            #expect(try answer.code() == "site.form.tokenMissing")
            #expect(try await office.sequence() == before)
        }
    }

    @Test func `sent twice names once, and one key never serves two units`() async throws {
        try await DossierTestOffice.run { office in
            let count = try await named(office).count
            let fields = Self.good + [("key", "mot-lan")]
            for _ in 0..<3 {
                let answer = try await office.post(Self.path, as: "binh", fields)
                #expect(answer.status == .seeOther)
            }
            #expect(try await named(office).count == count + 1)
            let other = try await office.post(
                Self.path, as: "binh", changed(("reason", "Đi họp")) + [("key", "mot-lan")],
                wantsJSON: true)
            #expect(try other.code() == "desk.keyUsedForOtherCommand")
            // The chairman heads both units; one form belongs to one of them.
            let first = try await office.post(
                "/organisation/p/substitutes", as: "anh",
                changed(("absent", "pho")) + [("key", "hai")])
            #expect(first.status == .seeOther)
            _ = try await office.desk.perform(
                .people(
                    .endHolding(
                        position: "p.mc:truong-mc", person: "binh",
                        through: organisationDay("2017-07-02"))),
                by: nil, at: office.sources.now)
            let second = try await office.post(
                Self.path, as: "anh", changed(("absent", "pho")) + [("key", "hai")],
                wantsJSON: true)
            #expect(try second.code() == "desk.keyUsedForOtherCommand")
        }
    }

    @Test func `of a unit that is not there is not found`() async throws {
        try await DossierTestOffice.run { office in
            for unit in ["xa", "P.MC", "p.mc%00", "..", "%3Cb%3E", "p.mc%20"] {
                let answer = try await office.post(
                    "/organisation/\(unit)/substitutes", as: "binh", Self.good, wantsJSON: true)
                let isRefused = [.notFound, .unprocessableContent].contains(answer.status)
                #expect(isRefused, "\(unit) \(answer.status)")
            }
        }
    }

    @Test func `with hostile text keeps the text as text`() async throws {
        try await DossierTestOffice.run { office in
            let reason = "\"><script>alert(1)</script>\0" + String(repeating: "ễ", count: 3000)
            let answer = try await office.post(Self.path, as: "binh", changed(("reason", reason)))
            #expect(answer.status == .seeOther)
            let kept = try #require(try await named(office).last).reason
            #expect(kept == reason.replacing("\0", with: ""))
            let page = try await office.open("/organisation/p.mc", as: "binh")
            #expect(!page.text.contains("<script>alert"))
            let refused = try await office.post(
                Self.path, as: "binh",
                changed(("reason", "\"><img src=x>"), ("from", "\"><script>"), ("absent", "<b>")))
            #expect(refused.status == .unprocessableContent)
            #expect(!refused.text.contains("<img src=x>") && !refused.text.contains("\"><script>"))
        }
    }

    @Test func `of the same days twice counts once in the work of the substitute`() async throws {
        try await DossierTestOffice.run { office in
            for _ in 0..<2 {
                let answer = try await office.post(
                    Self.path, as: "binh",
                    changed(("from", "2017-07-03"), ("through", "2017-07-04")))
                #expect(answer.status == .seeOther)
            }
            let viewer = try await office.viewer("binh")
            #expect(viewer.absentees == ["chi"])
            let account = try await office.open("/account", as: "binh", wantsJSON: true).json()
            #expect(account["actsFor"] as? [String] == ["Người chi"])
        }
    }
}
