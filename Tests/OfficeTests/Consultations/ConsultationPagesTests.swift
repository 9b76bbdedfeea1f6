// Consultations over the web: asking, answering, rights, hostile input.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Pages of consultations` {
    private static let fields = [
        ("question", ConsultationSamples.question), ("order", "parallel"), ("unit1", "p.kt"),
        ("amount1", "1"), ("scale1", "working_hours"), ("name3", "Công an quận (hư cấu)"),
        ("amount3", "1"), ("scale3", "working_days"), ("silence", "reported"),
    ]

    private func run(_ body: (DossierTestOffice, String) async throws -> Void) async throws {
        try await DossierTestOffice.run { office in
            try await body(office, try await office.receive())
        }
    }

    @Test func `lead from asking to answers`() async throws {
        try await run { office, code in
            let path = "/dossiers/\(code)/consultations"
            let dossier = try await office.open("/dossiers/\(code)", as: "chi")
            #expect(dossier.text.contains("href=\"\(path)\""))
            let empty = try await office.open(path, as: "chi")
            empty.expectSound("empty")
            #expect(empty.text.contains("name=\"unit4\"") && !empty.text.contains("unit5"))
            let asked = try await office.post(path, as: "chi", Self.fields)
            #expect(asked.status == .seeOther && asked.location == path)
            let book = try await office.consultationBook(code)
            #expect(
                book.consultations.first?.parts.map(\.body) == [
                    ConsultationSamples.accounts, ConsultationSamples.police,
                ])
            let list = try await office.open("/consultations", as: "ke")
            list.expectSound("list")
            #expect(list.text.contains("href=\"\(path)\""))
            let page = try await office.open(path, as: "ke")
            page.expectSound("asked")
            #expect(page.text.contains(ConsultationSamples.question))
            #expect(page.text.contains("Tờ khai") && !page.text.contains("Công an quận"))
            for secret in ["Hư Cấu", "012345678901", "0912 345", "Minh Họa", "Nộp Thay"] {
                #expect(!page.text.contains(secret), "\(secret)")
            }
            let answered = try await office.post(
                "\(path)/1/answer", as: "ke",
                [("place", "1"), ("opinion", "remarks"), ("words", ConsultationSamples.remark)])
            #expect(answered.location == path)
            let letter = try await office.post(
                "\(path)/1/answer", as: "chi",
                [
                    ("place", "2"), ("opinion", "agrees"), ("document", "12/CAQ"),
                    ("documentDay", "2017-07-03"),
                ])
            #expect(letter.location == path)
            let back = try await office.open(path, as: "chi")
            #expect(back.text.contains(ConsultationSamples.remark))
            #expect(back.text.contains("12/CAQ") && back.text.contains("Đã trả lời trong hạn"))
        }
    }

    @Test func `are the same for a program`() async throws {
        try await run { office, code in
            let path = "/dossiers/\(code)/consultations"
            let asked = try await office.post(path, as: "chi", Self.fields, wantsJSON: true)
            #expect(asked.status == .created)
            let list = try await office.open("/consultations", as: "ke", wantsJSON: true).json()
            let rows = try #require(list["rows"] as? [[String: Any]])
            #expect(rows.map { $0["dossier"] as? String } == [code])
            #expect(rows.first?["due"] as? String == "2017-07-03T10:00")
            let page = try await office.open(path, as: "ke", wantsJSON: true).json()
            #expect(page["findsDossier"] as? Bool == false && page["appointment"] == nil)
            let refused = try await office.post(
                "\(path)/1/answer", as: "ke", [("place", "1")], wantsJSON: true)
            #expect(try refused.code() == "consultations.opinionMissing")
            let unknown = try await office.post(
                "\(path)/7/answer", as: "ke", [("place", "1")], wantsJSON: true)
            #expect(unknown.status == .notFound)
        }
    }

    @Test func `show what is wrong beside what was typed`() async throws {
        try await run { office, code in
            let path = "/dossiers/\(code)/consultations"
            let page = try await office.post(
                path, as: "chi",
                [
                    ("question", "a<b>"), ("unit2", "p.kt"), ("amount2", "3"),
                    ("scale2", "working_days"),
                ])
            page.expectSound("beyond")
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("a&lt;b&gt;") && page.text.contains("href=\"#beyond\""))
            #expect(page.text.contains("17:30 06/07/2017"))
            for (fields, id) in [
                ([("question", "x"), ("unit1", "p.kt"), ("amount1", "x")], "amount1"),
                (
                    [("question", "x"), ("name1", "Sở"), ("unit1", "p.kt"), ("amount1", "1")],
                    "name1"
                ),
                ([("question", " "), ("unit1", "p.kt"), ("amount1", "1")], "question"),
                ([("question", "x")], "unit1"),
            ] {
                let answer = try await office.post(path, as: "chi", fields)
                #expect(answer.status == .unprocessableContent)
                #expect(answer.text.contains("href=\"#\(id)\""), "\(id)")
            }
            _ = try await office.post(path, as: "chi", Self.fields)
            let answer = try await office.post(
                "\(path)/1/answer", as: "ke", [("place", "1"), ("opinion", "disagrees")])
            answer.expectSound("no reason")
            #expect(answer.text.contains("href=\"#words-1-1\""))
        }
    }

    @Test func `stay closed to who is not asked, and to who has not signed in`() async throws {
        try await run { office, code in
            let path = "/dossiers/\(code)/consultations"
            _ = try await office.post(path, as: "chi", Self.fields)
            for stranger: PersonID in ["ha", "giang", "la"] {
                #expect(try await office.open(path, as: stranger).status == .notFound)
                let asked = try await office.post(path, as: stranger, Self.fields)
                #expect(asked.status == .notFound, "\(stranger)")
            }
            for closed in [path, "/consultations"] {
                #expect(try await office.open(closed, as: nil).location == "/sign-in")
            }
            #expect(try await office.open("/dossiers/\(code)", as: "ke").status == .notFound)
            let forged = try await office.post(path, as: "chi", Self.fields, withToken: false)
            #expect(forged.status == .unprocessableContent)
            let leader = try await office.open(path, as: "anh")
            #expect(leader.status == .ok && !leader.text.contains("name=\"question\""))
            #expect(try await office.consultationBook(code).consultations.count == 1)
        }
    }

    @Test func `are logged when somebody looks, as part of the own work of who is asked`()
        async throws
    {
        try await run { office, code in
            let path = "/dossiers/\(code)/consultations"
            func looks(_ person: String) async throws -> Int {
                try await office.number(
                    """
                    SELECT count(*) AS n FROM personalRead
                    WHERE paper = 'consultation' AND outside = 0 AND person = ?
                    """, [.text(person)])
            }
            _ = try await office.open(path, as: "chi")
            #expect(try await looks("chi") == 0, "there was nothing to see")
            _ = try await office.post(path, as: "chi", Self.fields)
            _ = try await office.open(path, as: "ke")
            #expect(try await looks("ke") == 1)
        }
    }

    @Test func `warn on the dossier, and show the time of each unit on the slip`() async throws {
        try await run { office, code in
            _ = try await office.post(
                "/dossiers/\(code)/consultations", as: "chi", Self.fields)
            office.sources.set(LatenessSamples.moment("3T10:31"))
            let page = try await office.open("/dossiers/\(code)", as: "chi")
            page.expectSound("dossier")
            #expect(page.text.contains("Ý kiến: 1 nơi chưa trả lời, 1 nơi im lặng."))
            #expect(page.text.contains("Vẫn hoàn thành được bước"))
            let shares = try await office.record(code, as: "chi").shares
            // Received at 9:00 with thirty minutes for the counter; an hour for who is asked; the
            // body outside has until Tuesday 17:30: 7 and 8 hours of work.
            #expect(shares.map(\.kind) == [.held, .consulted, .consulted])
            #expect(shares.map(\.allotted) == [30, 60, 900])
            #expect(shares.map(\.used) == [91, 91, 91])
            let slip = try await office.open("/dossiers/\(code)/slip", as: "chi")
            slip.expectSound("slip")
            #expect(slip.text.contains("Thời gian của từng đơn vị"))
            #expect(slip.text.contains("Kế toán phường A"))
        }
    }

    @Test func `speak English too`() async throws {
        try await run { office, code in
            _ = try await office.post(
                "/dossiers/\(code)/consultations", as: "chi", Self.fields)
            let page = try await office.open(
                "/dossiers/\(code)/consultations", as: "chi", language: "en")
            page.expectSound("english")
            #expect(page.text.contains("Consultations"))
            let list = try await office.open(
                "/consultations?list=silent", as: "binh", language: "en")
            #expect(list.text.contains("Nobody is silent beyond the term."))
        }
    }
}
