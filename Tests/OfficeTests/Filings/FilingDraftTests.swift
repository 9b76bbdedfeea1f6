// Drafts: whose they are, how long they live, and what happens to a row that is broken or forged.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Drafts of filings` {
    private static let base = "/file/\(FilingExtractSamples.code)"
    private static let pages = FilingExtractSamples.answers.map(\.question) + ["review", "done"]

    private func run(
        _ body: (DossierTestOffice, FilingCitizen) async throws -> Void
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.offerExtracts()
            var citizen = FilingCitizen(office: office)
            _ = try await citizen.begin(FilingExtractSamples.code.rawValue)
            for page in FilingExtractSamples.answers {
                _ = try await citizen.post("\(Self.base)/\(page.question)", page.right[0])
            }
            try await body(office, citizen)
        }
    }

    private func set(
        _ column: String, _ value: SQLValue, in office: DossierTestOffice
    ) async throws {
        let changed = try await office.desk.store.write {
            try $0.execute("UPDATE filingDraft SET \(column) = ?", [value])
        }
        #expect(changed > 0)
    }

    @Test(arguments: [
        "", "{", "null", "[]", "{}", "{\"pairs\": 1, \"seen\": []}",
        "{\"pairs\": [[\"name\"]], \"seen\": \"x\"}", "{\"pairs\": [[\"a\", 1]], \"seen\": []}",
    ])
    func `that cannot be read are begun anew and are no incident`(_ text: String) async throws {
        try await run { office, citizen in
            try await set("answers", .text(text), in: office)
            for page in Self.pages {
                let shown = try await citizen.open("\(Self.base)/\(page)")
                #expect(shown.location == Self.base, "\(page)")
                let sent = try await citizen.post("\(Self.base)/\(page)", [("name", "x")])
                #expect(sent.location == Self.base, "\(page)")
            }
            let start = try await citizen.open(Self.base)
            #expect(start.status == .ok && !start.text.contains("đang điền dở"))
            var again = citizen
            #expect(try await again.begin(FilingExtractSamples.code.rawValue).status == .seeOther)
            #expect(try await office.number("SELECT count(*) AS n FROM filing") == 0)
        }
    }

    @Test(arguments: [
        "{\"pairs\": [], \"seen\": []}",
        "{\"pairs\": [[\"name\"], [\"a\", \"b\", \"c\"]], \"seen\": []}",
        "{\"pairs\": [[\"name\", \"<script>alert(1)</script>\"]], \"seen\": [\"x\", \"review\"]}",
        "{\"pairs\": [[\"office\", \"x\"], [\"field.soBan\", \"x\"]], \"seen\": [\"office\"]}",
    ])
    func `that somebody wrote into lead to the first open question`(_ text: String) async throws {
        try await run { office, citizen in
            try await set("answers", .text(text), in: office)
            for page in Self.pages.dropLast() {
                let shown = try await citizen.open("\(Self.base)/\(page)")
                #expect([.ok, .seeOther].contains(shown.status), "\(page)")
                shown.expectSound("\(page) \(text)")
            }
            let sent = try await citizen.post("\(Self.base)/review")
            #expect(sent.location.hasPrefix(Self.base + "/") && !sent.location.hasSuffix("/done"))
            #expect(try await office.number("SELECT count(*) AS n FROM filing") == 0)
        }
    }

    @Test func `of another procedure or an unknown filing are answered in words`() async throws {
        try await run { office, citizen in
            try await set("process", .text("KS-01"), in: office)
            #expect(try await citizen.open("\(Self.base)/review").location == Self.base)
            try await set("process", .text(FilingExtractSamples.code.rawValue), in: office)
            try await set("filing", .text("DK-KHONG-CO"), in: office)
            let done = try await citizen.open("\(Self.base)/done")
            #expect(done.status == .notFound && done.text.contains("DK-KHONG-CO"))
            #expect(try await citizen.open("\(Self.base)/person").location == "\(Self.base)/done")
            #expect(try await citizen.open(Self.base).status == .ok)
        }
    }

    @Test(arguments: [
        "", "0", "' OR '1'='1", "%", String(repeating: "a", count: 4_000), "đ", "a b",
    ])
    func `do not open to a secret that is none`(_ secret: String) async throws {
        try await run { office, _ in
            let thief = FilingCitizen(office: office, cookie: "\(Filings.cookie)=\(secret)")
            for page in Self.pages {
                #expect(try await thief.open("\(Self.base)/\(page)").location == Self.base)
                let sent = try await thief.post("\(Self.base)/\(page)", [("name", "Kẻ Khác")])
                #expect(sent.location == Self.base)
            }
            #expect(try await office.number("SELECT count(*) AS n FROM filingDraft") == 1)
            #expect(try await office.number("SELECT count(*) AS n FROM filing") == 0)
        }
    }

    @Test func `are not opened by what stands in the table`() async throws {
        try await run { office, citizen in
            let kept = try await office.desk.read {
                try $0.rows("SELECT secret FROM filingDraft").first?.text("secret") ?? ""
            }
            #expect(!kept.isEmpty && !citizen.cookie.contains(kept))
            let reader = FilingCitizen(office: office, cookie: "\(Filings.cookie)=\(kept)")
            #expect(try await reader.open("\(Self.base)/review").location == Self.base)
        }
    }

    @Test func `of two citizens stay apart`() async throws {
        try await run { office, first in
            var second = FilingCitizen(office: office)
            _ = try await second.begin(FilingExtractSamples.code.rawValue)
            _ = try await second.post("\(Self.base)/office", [("office", "r")])
            _ = try await second.post("\(Self.base)/person", [("name", "Người Thứ Hai")])
            let one = try await first.open("\(Self.base)/review").text
            #expect(one.contains("Hồ Thị Hư Cấu") && !one.contains("Người Thứ Hai"))
            let two = try await second.open("\(Self.base)/person").text
            #expect(two.contains("Người Thứ Hai") && !two.contains("Hồ Thị Hư Cấu"))
            _ = try await first.post("\(Self.base)/review")
            #expect(try await second.open("\(Self.base)/done").status == .notFound)
            #expect(try await second.open("\(Self.base)/contact").status == .ok)
        }
    }

    @Test func `end a week after their last change, and the cookie opens nothing then`()
        async throws
    {
        try await run { office, citizen in
            try office.set("2017-07-08T09:00")
            _ = try await citizen.post("\(Self.base)/person", [("name", "Đổi Tên Lại")])
            try office.set("2017-07-15T08:00")
            _ = try await office.house.makeRound()
            #expect(try await citizen.open("\(Self.base)/review").status == .ok)
            // Rounds look through all drafts once an hour.
            try office.set("2017-07-15T09:01")
            _ = try await office.house.makeRound()
            for page in Self.pages {
                #expect(try await citizen.open("\(Self.base)/\(page)").location == Self.base)
            }
            #expect(try await citizen.post("\(Self.base)/review").location == Self.base)
            #expect(try await office.number("SELECT count(*) AS n FROM filing") == 0)
        }
    }

    @Test func `sent from two tabs at once become one filing`() async throws {
        try await run { office, citizen in
            async let one = citizen.post("\(Self.base)/review")
            async let other = citizen.post("\(Self.base)/review")
            for answer in try await [one, other] { #expect(answer.status == .seeOther) }
            #expect(try await office.number("SELECT count(*) AS n FROM filing") == 1)
            let left = try await office.desk.read {
                try $0.rows("SELECT answers FROM filingDraft").first?.text("answers")
            }
            #expect(left?.contains("Hư Cấu") == false)
            let late = try await citizen.post("\(Self.base)/person", [("name", "Sau Khi Gửi")])
            #expect(late.location == Self.base)
            let kept = try await office.applicant(of: "DK-PA-170703-0001")
            #expect(kept?.name == "Hồ Thị Hư Cấu")
        }
    }
}
