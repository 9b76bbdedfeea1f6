// Every person at the register, hostile words in it, and what stays when values are erased.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Hostile input about registers` {
    @Test(arguments: HostileText.all)
    func `is shown as the text it is`(_ words: String) async throws {
        try await DossierTestOffice.run { office in
            try await office.receive {
                $0.applicant.name = "Tên " + words
                $0.applicant.address = "Nhà " + words
                $0.late = Dossiers.LateReceipt(
                    receivedAt: LocalMinute("2017-07-03T08:30"), reason: "Lý do " + words,
                    paper: words)
            }
            let page = try await office.open("/registers", as: "chi")
            #expect(page.status == .ok)
            page.expectSound(words)
            #expect(page.text.contains(HostileText.shown("Tên " + words)))
            let text = DossierTestOffice.encoded(words)
            for path in [
                "/registers?period=\(text)", "/registers?from=\(text)&to=\(text)",
                "/registers?office=\(text)",
            ] {
                let refused = try await office.open(path, as: "chi")
                #expect(refused.status != .ok, "\(path)")
                refused.expectSound(words)
            }
        }
    }

    @Test func `nobody gets the register of an office that they do not see`() async throws {
        try await DossierTestOffice.run { office in
            for command in OrganisationTestState.staffCommands {
                _ = try await office.desk.perform(
                    .people(command), by: nil, at: office.sources.now)
            }
            try await office.receive()
            // Those who find the dossier one by one find the register too, and nobody else.
            let seers: Set<PersonID> = ["anh", "binh", "chi", "so"]
            for person in `Rights on every page`.people {
                for wantsJSON in [false, true] {
                    let answer = try await office.open(
                        "/registers?office=p&period=2017-07", as: person, wantsJSON: wantsJSON)
                    #expect(
                        answer.status == (seers.contains(person) ? .ok : .notFound), "\(person)")
                    #expect(answer.text.contains("Hư Cấu") == seers.contains(person), "\(person)")
                }
            }
            let readers = try await office.desk.read {
                try $0.rows("SELECT DISTINCT person FROM personalRead ORDER BY person")
                    .map { try $0.text("person") }
            }
            #expect(readers == seers.map(\.rawValue).sorted(), "each look is noted")
        }
    }

    @Test func `values erased by law are gone, and the look at them is not noted`() async throws {
        try await DossierTestOffice.run { office in
            let (kept, erased) = (try await office.receive(), try await office.receive())
            _ = try await office.desk.store.write {
                try $0.erasePersonal(id: "applicant/\(erased)", at: 1, basis: "theo yêu cầu")
            }
            let json = try await office.open("/registers", as: "chi", wantsJSON: true).json()
            let rows = try #require(json["rows"] as? [[String: Any]])
            #expect(rows.map { $0["code"] as? String } == [kept, erased])
            #expect(rows.map { $0["applicant"] as? String } == ["Đặng Thị Hư Cấu", nil])
            #expect(rows.map { $0["address"] as? String } == ["Số 1, phố Minh Họa", ""])
            let noted = try await office.desk.read {
                try $0.rows("SELECT subject FROM personalRead").map { try $0.text("subject") }
            }
            #expect(noted == [kept])
        }
    }

    @Test func `both ends of the days belong to them, and the night between does not`()
        async throws
    {
        try await DossierTestOffice.run(at: "2017-07-03T00:00") { office in
            var codes: [String] = []
            for moment in [
                "2017-07-03T00:00", "2017-07-03T23:59", "2017-07-04T00:00", "2017-07-04T23:59",
                "2017-07-05T00:00",
            ] {
                try office.set(moment)
                codes.append(try await office.receive())
            }
            for (from, through, expected) in [
                ("2017-07-03", "2017-07-03", 0..<2), ("2017-07-04", "2017-07-04", 2..<4),
                ("2017-07-03", "2017-07-04", 0..<4), ("2017-07-05", "2017-07-31", 4..<5),
                ("2017-07-01", "2017-07-02", 0..<0),
            ] {
                let json = try await office.open(
                    "/registers?from=\(from)&to=\(through)", as: "chi", wantsJSON: true
                ).json()
                let rows = try #require(json["rows"] as? [[String: Any]])
                #expect(rows.compactMap { $0["code"] as? String } == Array(codes[expected]))
            }
        }
    }

    @Test func `pages have all their words in both languages`() async throws {
        try await DossierTestOffice.run { office in
            let first = try await office.receive()
            try await office.receive()
            for _ in 0..<9 {
                if try await office.state(first).status == .returned { break }
                try await office.advance(first)
            }
            for path in ["/registers", "/registers?period=2017-01", "/registers?period=2017"] {
                for language in ["vi", "en"] {
                    let page = try await office.open(path, as: "chi", language: language)
                    #expect(page.missingWords.isEmpty, "\(path) \(page.missingWords)")
                }
            }
            let empty = try await office.open("/registers?period=2017-01", as: "chi")
            #expect(empty.text.contains("Không nhận hồ sơ nào"))
        }
    }
}
