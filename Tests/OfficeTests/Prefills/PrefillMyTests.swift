// /my/prefill: a consent is given, shown and withdrawn, and the ledger tells it without an address.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The page of a consent` {
    @Test func `asks, keeps, shows and withdraws`() async throws {
        try await DossierTestOffice.runWithPrefill { office, citizen in
            var citizen = citizen
            let list = try await citizen.open("/my")
            #expect(list.text.contains("href=\"/my/prefill\""))
            let page = try await citizen.open("/my/prefill")
            page.expectSound("my prefill")
            for words in ["h***@vi-du.vn", PrefillSamples.code, "91/2025/QH15", "Đồng ý"] {
                #expect(page.text.contains(words), "\(words)")
            }
            #expect(!page.text.contains("Hư Cấu"), "no value, only from where it would come")
            let given = try await citizen.post(
                "/my/prefill", [("act", "agree"), ("consent", "1")])
            #expect(given.location == "/my/prefill", "\(given.text)")
            let shown = try await citizen.open("/my/prefill")
            shown.expectSound("my prefill given")
            #expect(shown.text.contains("Ông, bà đã đồng ý lúc 09:02, 03/07/2017"))
            let withdrawn = try await citizen.post("/my/prefill", [("act", "withdraw")])
            #expect(withdrawn.location == "/my/prefill")
            #expect(try await office.consentRows().isEmpty)
            #expect(!(try await citizen.open("/my/prefill").text.contains("Rút lại sự đồng ý")))
            #expect(try await office.prefillLooks() == 0)
        }
    }

    @Test func `answers programs with the same`() async throws {
        try await DossierTestOffice.runWithPrefill { _, citizen in
            var citizen = citizen
            let before = try await citizen.open("/my/prefill", wantsJSON: true).json()
            #expect(before["consent"] == nil && before["address"] as? String == "h***@vi-du.vn")
            let source = try #require(before["source"] as? [String: Any])
            #expect(source["code"] as? String == PrefillSamples.code)
            #expect(source["isGiven"] as? Bool == false)
            let refused = try await citizen.post(
                "/my/prefill", [("act", "agree")], wantsJSON: true)
            #expect(try refused.code() == "prefills.notTicked")
            let given = try await citizen.post(
                "/my/prefill", [("act", "agree"), ("consent", "1")], wantsJSON: true)
            let consent = try #require(try given.json()["consent"] as? [String: Any])
            #expect(consent.keys.sorted() == ["givenAt"], "not even its number")
            let again = try await citizen.post(
                "/my/prefill", [("act", "agree"), ("consent", "1")], wantsJSON: true)
            #expect(try again.code() == "prefills.alreadyGiven")
            _ = try await citizen.post("/my/prefill", [("act", "withdraw")], wantsJSON: true)
            let twice = try await citizen.post(
                "/my/prefill", [("act", "withdraw")], wantsJSON: true)
            #expect(try twice.code() == "prefills.notGiven")
            let odd = try await citizen.post("/my/prefill", [("act", "x")], wantsJSON: true)
            #expect(odd.status == .notFound || odd.status == .unprocessableContent)
        }
    }

    @Test func `says what is wrong at the box`() async throws {
        try await DossierTestOffice.runWithPrefill { office, citizen in
            var citizen = citizen
            let page = try await citizen.post("/my/prefill", [("act", "agree")])
            page.expectSound("my prefill refused")
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("href=\"#consent\""))
            #expect(page.text.contains("không đồng ý vẫn nộp được"))
            #expect(try await office.consentStreams() == 0)
        }
    }

    @Test func `is of an open session, and of its address alone`() async throws {
        try await DossierTestOffice.runWithPrefill { office, citizen in
            var (citizen, stranger) = (citizen, PrefillCitizen(office: office))
            #expect(try await stranger.open("/my/prefill").location == "/my")
            let program = try await stranger.open("/my/prefill", wantsJSON: true)
            #expect(program.status == .unauthorized)
            for act in ["agree", "withdraw"] {
                let posted = try await stranger.post(
                    "/my/prefill", [("act", act), ("consent", "1")], wantsJSON: true)
                #expect(try posted.code() == "contacts.sessionOver")
            }
            _ = try await citizen.post("/my/prefill", [("act", "agree"), ("consent", "1")])
            var other = PrefillCitizen(office: office)
            try await other.visitor.enter("khac@vi-du.vn")
            let page = try await other.open("/my/prefill")
            page.expectSound("my prefill empty")
            #expect(page.text.contains("Chưa có gì để điền sẵn"))
            #expect(!page.text.contains(PrefillSamples.code))
            let stolen = try await other.post(
                "/my/prefill", [("act", "withdraw")], wantsJSON: true)
            #expect(try stolen.code() == "prefills.notGiven")
            #expect(try await office.consentRows().count == 1)
            office.pass(minutes: 30)
            #expect(try await citizen.open("/my/prefill").location == "/my")
            let late = try await citizen.post("/my/prefill", [("act", "withdraw")])
            #expect(late.location == "/my")
            #expect(try await office.consentRows().count == 1)
        }
    }
}

@Suite struct `A consent in the ledger` {
    private func agree(_ office: DossierTestOffice, _ citizen: PrefillCitizen) async throws {
        var citizen = citizen
        let given = try await citizen.post("/my/prefill", [("act", "agree"), ("consent", "1")])
        #expect(given.status == .seeOther)
    }

    private func entries(_ office: DossierTestOffice) async throws -> [Entry] {
        try await office.desk.read { reading in
            try reading.rows(
                "SELECT stream FROM streamHead WHERE stream LIKE 'prefill/%' ORDER BY stream"
            ).flatMap { try reading.reader.entries(of: try $0.text("stream"), after: 0) }
        }
    }

    @Test func `is two events without an address, which goes when it is withdrawn`()
        async throws
    {
        try await DossierTestOffice.runWithPrefill { office, citizen in
            try await agree(office, citizen)
            let values = "SELECT count(*) AS n FROM personalValue WHERE id LIKE 'prefill/%'"
            #expect(try await office.number(values + " AND erasedAt IS NULL") == 1)
            var withdrawing = citizen
            _ = try await withdrawing.post("/my/prefill", [("act", "withdraw")])
            let told = try await entries(office)
            #expect(told.map(\.type) == ["prefill.given", "prefill.withdrawn"])
            #expect(told.map(\.actor) == ["", ""])
            for entry in told {
                let payload = String(decoding: entry.payload, as: UTF8.self)
                #expect(!payload.contains("vi-du.vn") && !payload.contains("hu.cau"))
            }
            #expect(try await office.number(values + " AND erasedAt IS NULL") == 0)
            #expect(try await office.number(values) == 1, "that there was one stays")
            try await office.isPetitionClean()
            try await agree(office, citizen)
            #expect(try await office.consentStreams() == 2, "consent anew is another")
        }
    }

    /// What belongs to an address is told again by the consents that stand.
    @Test func `gives the same table when it is told anew`() async throws {
        try await DossierTestOffice.runWithPrefill { office, citizen in
            var withdrawing = citizen
            try await agree(office, citizen)
            _ = try await withdrawing.post("/my/prefill", [("act", "withdraw")])
            try await agree(office, citizen)
            let lived = try await office.consentRows()
            #expect(lived.count == 1)
            let streams = Set(try await entries(office).map(\.stream))
            #expect(streams.count == 2)
            let memory = office.desk.memory
            _ = try await office.desk.store.write { transaction in
                try transaction.execute("DELETE FROM prefillConsent", [])
                let reading = DeskReading(reader: transaction, memory: memory, zone: .indochina)
                for stream in streams.sorted() {
                    guard let consent = try reading.told(Prefills.Consent.self, by: stream)?.state,
                        consent.withdrawnAt == nil,
                        case .kept(let text, _)? = try transaction.personal(
                            id: consent.grant.holder.id),
                        let address = try Prefills.Holder(text: text).contact
                    else { continue }
                    try Prefills.write(
                        consent.grant, id: String(stream.dropFirst("prefill/".count)),
                        of: address, in: transaction)
                }
            }
            #expect(try await office.consentRows() == lived)
            try await office.isPetitionClean()
        }
    }

    @Test func `goes with the last that was filed with the address`() async throws {
        try await DossierTestOffice.runWithPrefill { office, citizen in
            try await agree(office, citizen)
            _ = try await office.house.makeRound()
            #expect(try await office.consentRows().count == 1)
            _ = try await office.desk.store.write {
                try $0.erasePersonal(
                    stream: "filing/\(PrefillSamples.code)", at: 1, basis: "Luật")
            }
            office.pass(minutes: 61)
            _ = try await office.house.makeRound()
            #expect(try await office.consentRows().isEmpty)
            let kept = try await office.number(
                """
                SELECT count(*) AS n FROM personalValue
                WHERE id LIKE 'prefill/%' AND erasedAt IS NULL
                """)
            #expect(kept == 0, "no address without anything filed")
            try await office.isPetitionClean()
        }
    }

    @Test func `is one for two presses at once on two nodes`() async throws {
        try await DossierTestOffice.runWithPrefill { office, citizen in
            let session = Site.digest(
                of: String(citizen.visitor.cookie.dropFirst("roviec_my=".count)))
            let nodes = [office.desk, try office.node().desk]
            let now = office.sources.now
            let given = await withTaskGroup(of: Bool.self) { group -> Int in
                for number in 0..<8 {
                    group.addTask {
                        do {
                            _ = try await nodes[number % 2].perform(
                                .prefills(
                                    .agree(id: "x\(number)", session: session, isTicked: true)),
                                by: nil, at: now)
                            return true
                        } catch { return false }
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(given == 1)
            #expect(try await office.consentRows().count == 1)
        }
    }

    @Test func `is taken from no session that nobody opened`() async throws {
        try await DossierTestOffice.runWithPrefill { office, _ in
            for session in ["", "khong-co"] {
                await #expect(throws: Contacts.Rejection.sessionOver) {
                    _ = try await office.desk.perform(
                        .prefills(.agree(id: "x", session: session, isTicked: true)), by: nil,
                        at: office.sources.now)
                }
            }
        }
    }
}
