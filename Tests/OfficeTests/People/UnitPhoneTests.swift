// Where citizens may call: set by who administers, shown where a dossier is followed.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `The telephone of a unit` {
    private func phone(_ unit: UnitID, _ office: DossierTestOffice) async throws -> String? {
        try await office.desk.read { try $0.organisation().units[unit]?.phone }
    }

    @Test(arguments: [
        "024 3872 1234", "1022", "(024) 3872-1234", "+84 24 3872 1234", "0912.345.678",
    ])
    func `is a number as people write one`(_ text: String) {
        #expect(People.isOfficePhone(text))
    }

    @Test(arguments: [
        "", "12", "abc", "024 <b>", "0243872123456789", "٠٢٤٣", String(repeating: " ", count: 31),
    ])
    func `is no word and no half number`(_ text: String) {
        #expect(!People.isOfficePhone(text))
    }

    @Test func `is set on the page of the unit, and taken away by an empty field`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let page = try await office.open("/organisation/p", as: "quantri")
            #expect(page.text.contains("/organisation/p/phone"))
            let sent = try await office.post(
                "/organisation/p/phone", as: "quantri", [("phone", "024 3872 1234")])
            #expect(sent.location == "/organisation/p#about")
            #expect(try await phone("p", office) == "024 3872 1234")
            let shown = try await office.open("/organisation/p", as: "chi")
            #expect(shown.text.contains("024 3872 1234"))
            #expect(!shown.text.contains("/organisation/p/phone"))
            _ = try await office.post("/organisation/p/phone", as: "quantri", [("phone", "")])
            #expect(try await phone("p", office) == nil)
        }
    }

    @Test func `the same again writes nothing`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            for turn in 0..<2 {
                let before = try await office.sequence()
                _ = try await office.post(
                    "/organisation/p/phone", as: "quantri", [("phone", "1022")])
                #expect(try await office.sequence() - before == (turn == 0 ? 1 : 0))
            }
            let replay = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(replay.isClean, "\(replay.findings)")
        }
    }

    @Test func `what is no number is said, and kept in the field`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let page = try await office.post(
                "/organisation/p/phone", as: "quantri", [("phone", "gọi <tôi>")])
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("không phải số điện thoại"))
            #expect(page.text.contains("gọi &lt;tôi&gt;"))
            #expect(try await phone("p", office) == nil)
        }
    }

    @Test(arguments: ["chi", "anh", "binh", "giang"] as [PersonID])
    func `nobody else sets it`(_ person: PersonID) async throws {
        try await DossierTestOffice.run { office in
            let answer = try await office.post(
                "/organisation/p/phone", as: person, [("phone", "1022")])
            #expect(answer.status != .seeOther)
            #expect(try await phone("p", office) == nil)
        }
    }

    @Test func `shapes in the ledger are for ever`() throws {
        for (event, keys) in [
            (People.Event.phoneSet(id: "p", phone: "1022"), "id phone"),
            (.phoneSet(id: "p", phone: nil), "id"),
        ] as [(People.Event, String)] {
            let entry = try EventEncoding.entry(of: event, feature: "people")
            #expect(entry.type == "people.phoneSet")
            #expect(entry.payload.fields.map(\.key).joined(separator: " ") == keys)
            let back = try EventDecoding.event(
                People.Event.self, entryType: entry.type, payload: entry.payload,
                feature: "people")
            #expect(back == event)
        }
    }
}
