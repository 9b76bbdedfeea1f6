// The form of sending as a person meets it: every field with its label, its limit and its mistake.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `The form of a petition` {
    /// Names of the fields, whether they must be filled, and the most letters they take.
    private static let fields: [(name: String, isRequired: Bool, most: Int?)] = [
        ("subject", true, Petitions.subjectMaximum), ("words", true, Petitions.wordsMaximum),
        ("dossier", false, Tracking.codeMaximum), ("name", false, Petitions.nameMaximum),
        ("email", false, nil), ("phone", false, nil),
    ]

    /// The tag of the input of that name.
    private func tag(_ name: String, in text: String) throws -> String {
        let mark = try #require(text.firstRange(of: "id=\"\(name)\" name=\"\(name)\""))
        let start = text[..<mark.lowerBound].lastIndex(of: "<") ?? text.startIndex
        return String(text[start...].prefix { $0 != ">" })
    }

    @Test func `labels each field, says what may stay empty, and bounds what is typed`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let page = try await office.open("/petitions/new", as: nil)
            for field in Self.fields {
                let tag = try tag(field.name, in: page.text)
                #expect(tag.contains(" required") == field.isRequired, "\(field.name)")
                if let most = field.most { #expect(tag.contains("maxlength=\"\(most)\"")) }
                #expect(page.text.contains("for=\"\(field.name)\""), "\(field.name)")
            }
            let optional = page.text.ranges(of: "(không bắt buộc)").count
            #expect(optional == Self.fields.count { !$0.isRequired })
            for kind in Petitions.Kind.allCases {
                #expect(page.text.contains("name=\"kind\" value=\"\(kind.rawValue)\""))
            }
            #expect(page.text.contains("<option value=\"\">Hãy chọn cơ quan</option>"))
        }
    }

    @Test func `leads to following and to what was published, and from the menu`() async throws {
        try await DossierTestOffice.run { office in
            for path in ["/", "/track", "/procedures", "/petitions/published", "/sign-in"] {
                let page = try await office.open(path, as: nil)
                #expect(page.text.contains("href=\"/petitions/new\""), "\(path)")
            }
            let page = try await office.open("/petitions/new", as: nil)
            for link in ["/petitions/follow", "/petitions/published"] {
                #expect(page.text.contains("href=\"\(link)\""))
            }
            let home = try await office.open("/work", as: "chi")
            #expect(!home.text.contains("href=\"/petitions/new\""), "staff have their own list")
        }
    }

    @Test func `takes what an address fills in`() async throws {
        try await DossierTestOffice.run { office in
            let page = try await office.open(
                "/petitions/new?office=r&kind=conduct&dossier=PB-170703-0001", as: nil)
            #expect(page.text.contains("value=\"PB-170703-0001\""))
            #expect(page.text.contains("<option value=\"r\" selected>"))
            #expect(page.text.contains("value=\"conduct\" checked"))
            #expect(!page.text.contains("class=\"errors\""))
        }
    }

    /// A wrong value of each field, and the beginning of the sentence.
    private static let mistakes: [(String, String, String)] = [
        ("kind", "x", "Hãy chọn loại phản ánh."), ("office", "", "Hãy chọn nơi nhận"),
        ("office", "p.mc", "Hãy chọn nơi nhận"), ("subject", "", "Hãy ghi tóm tắt"),
        ("subject", String(repeating: "a", count: 201), "Tóm tắt dài quá 200 chữ"),
        ("words", "", "Hãy ghi nội dung."), ("phone", "abc", "Số điện thoại gồm"),
        ("words", String(repeating: "a", count: 4_001), "Nội dung dài quá 4000 chữ"),
        ("email", "a@", "Địa chỉ thư điện tử"), ("name", String(repeating: "a", count: 201), "Họ"),
    ]

    @Test(arguments: mistakes.indices)
    func `tells a mistake above the form and at its field, in both languages`(
        _ index: Int
    ) async throws {
        let (name, value, sentence) = Self.mistakes[index]
        try await DossierTestOffice.run { office in
            let fields = PetitionSamples.fields.map { ($0.0, $0.0 == name ? value : $0.1) }
            let page = try await office.post("/petitions/new", as: nil, fields)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.ranges(of: sentence).count >= 2, "above and at the field")
            #expect(page.text.contains("href=\"#\(name)\""))
            #expect(page.text.contains("id=\"\(name)-error\""))
            page.expectSound(name)
            // What was right stays.
            for (other, kept) in PetitionSamples.fields
            where other != name && !["kind", "office", "words"].contains(other) {
                #expect(page.text.contains("value=\"\(kept)\""), "\(other)")
            }
            let english = try await office.send(
                .post, "/petitions/new", [.cookie: "roviec_language=en"],
                body: DossierTestOffice.encoded(fields))
            #expect(!english.text.contains(sentence))
            #expect(try await office.number("SELECT count(*) AS n FROM petition") == 0)
        }
    }

    @Test func `without a name or a way to be reached is taken as well`() async throws {
        try await DossierTestOffice.run { office in
            let fields = PetitionSamples.fields.filter {
                !["name", "email", "phone"].contains($0.0)
            }
            let page = try await office.post("/petitions/new", as: nil, fields)
            #expect(page.status == .ok && page.text.contains("Hãy giữ hai mã này"))
            #expect(!page.text.contains("gửi thư đến địa chỉ"))
            let code = "PA-PA-170703-0001"
            let shown = try await office.open("/petitions/\(code)", as: "anh")
            #expect(shown.text.contains("không để lại cách liên hệ"))
            #expect(try await office.number("SELECT count(*) AS n FROM outboxMessage") == 0)
        }
    }

    @Test func `names the dossier to the office, with a link only for who may open it`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let dossier = try await office.receive()
            let code = try await office.petition { $0.sender.dossier = dossier }
            let leader = try await office.open("/petitions/\(code)", as: "anh")
            #expect(leader.text.contains("href=\"/dossiers/\(dossier)\""))
            try await office.petitionAct(.assign("ke"), on: code, by: "anh")
            let holder = try await office.open("/petitions/\(code)", as: "ke")
            #expect(holder.text.contains(dossier))
            #expect(!holder.text.contains("href=\"/dossiers/\(dossier)\""))
            let missing = try await office.petition { $0.sender.dossier = "PA-170703-9999" }
            let page = try await office.open("/petitions/\(missing)", as: "anh")
            #expect(!page.text.contains("href=\"/dossiers/PA-170703-9999\""))
        }
    }

    @Test func `shows lines as they were written`() async throws {
        try await DossierTestOffice.run { office in
            for (words, shown) in [
                ("một\nhai", "một<br>hai"), ("một\r\nhai", "một<br>hai"),
                ("một\n\nba", "một<br><br>ba"), ("một\rhai", "một<br>hai"), ("một", "<p>một</p>"),
            ] {
                let code = try await office.petition { $0.sender.words = words }
                let page = try await office.open("/petitions/\(code)", as: "anh")
                #expect(page.text.contains(shown), "\(shown)")
            }
        }
    }
}

@Suite struct `The days of a petition` {
    @Test func `follow the house's own calendar, and stay as they were promised`() async throws {
        try await DossierTestOffice.run { office in
            let before = try await office.petition()
            try await office.hireAdministrator()
            try await office.closeDay("2017-07-20")
            let after = try await office.petition()
            let (first, second) = (
                try await office.petitionState(before).registration,
                try await office.petitionState(after).registration
            )
            #expect(first.calendar == 0 && first.due?.day == DayNumber("2017-07-24"))
            #expect(second.calendar == 1 && second.due?.day == DayNumber("2017-07-25"))
            #expect(first.refuseBy == second.refuseBy, "before the closed day nothing moves")
        }
    }

    @Test func `count publication from the answer`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.petition()
            try await office.petitionAct(.assign("ha"), on: code, by: "anh")
            try office.set("2017-07-06T16:00")
            try await office.petitionAct(.answer("x", nil), on: code, by: "ha")
            let (viewer, now) = (try await office.viewer("ha"), office.now)
            let record = try await office.desk.read {
                try $0.petition(code, for: viewer, at: now)
            }
            #expect(record.publishBy?.day == DayNumber("2017-07-10"), "Thursday, two working days")
            #expect(record.terms == Petitions.terms(of: .idea) && record.left == nil)
            let page = try await office.open("/petitions/\(code)", as: "ha")
            #expect(page.text.contains("Công khai chậm nhất"))
        }
    }
}
