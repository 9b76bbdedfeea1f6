// The number of the queue goes along through the counter, and stays out of the dossier.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `The number of the queue at the counter` {
    @Test(
        arguments: [
            ("1", "001"), ("17", "017"), ("999", "999"), (" 5 ", "005"), ("0", nil), ("1000", nil),
            ("-3", nil), ("1.5", nil), ("", nil), ("٣", nil), ("99999999999999999999", nil),
        ] as [(String, String?)])
    func `is shown when it is one`(_ ticket: String, _ shown: String?) async throws {
        try await DossierTestOffice.run { office in
            let query = "ticket=\(DossierTestOffice.encoded(ticket))"
            for path in [
                "/counter?\(query)", "/counter?q=chung&\(query)", "/counter/KS-01?\(query)",
            ] {
                let page = try await office.open(path, as: "chi")
                #expect(page.status == .ok)
                if let shown {
                    #expect(page.text.contains("Đang tiếp số \(shown)."), "\(path)")
                    #expect(page.text.contains("href=\"/queue\""))
                } else {
                    #expect(!page.text.contains("Đang tiếp số"), "\(path)")
                }
            }
        }
    }

    @Test func `goes along with the search and is not kept with the dossier`() async throws {
        try await DossierTestOffice.run { office in
            let counter = try await office.open("/counter?ticket=17", as: "chi")
            #expect(try counter.hidden("ticket") == "17", "the search keeps it")
            let fields = [
                ("name", "Lê Thị Hư Cấu"), ("paper.0", "1"), ("copies.0", "1"), ("sets", "1"),
                ("ticket", "17"),
            ]
            let taken = try await office.post("/counter/KS-01", as: "chi", fields)
            #expect(taken.status == .seeOther)
            let entries = try await office.desk.read {
                try $0.reader.entries(of: "dossier/PA-170703-0001", after: 0)
            }
            #expect(entries.count == 2)
            let json = try await office.open(
                "/dossiers/PA-170703-0001", as: "chi", wantsJSON: true)
            #expect(!json.text.contains("ticket"))
        }
    }

    @Test func `is not there for who has none`() async throws {
        try await DossierTestOffice.run { office in
            for path in ["/counter", "/counter?q=chung", "/counter/KS-01"] {
                let page = try await office.open(path, as: "chi")
                #expect(!page.text.contains("name=\"ticket\""), "\(path)")
                #expect(!page.text.contains("Đang tiếp số"), "\(path)")
            }
        }
    }
}
