// Claims from the first word to the last: sent without an account, held by one, followed with the
// secret, seen by those who may, and nobody else.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `A claim of a person` {
    private func follow(
        _ code: String, _ secret: String, _ office: DossierTestOffice, wantsJSON: Bool = true
    ) async throws -> DossierTestAnswer {
        try await office.post(
            "/privacy/follow", as: nil, [("code", code), ("secret", secret)],
            wantsJSON: wantsJSON)
    }

    @Test func `is sent without an account, and the number and the secret come at once`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let form = try await office.open("/privacy/new", as: nil)
            #expect(form.status == .ok && form.text.contains("chưa đối chiếu với văn bản gốc"))
            #expect(!form.text.contains("[claim"))
            let sent = try await office.post(
                "/privacy/new", as: nil, PrivacySamples.fields, wantsJSON: true)
            #expect(sent.status == .created, "\(sent.text)")
            let value = try sent.json()
            let (code, secret) = (value["code"] as? String, value["secret"] as? String)
            #expect(code == "DL-PA-170703-0001")
            let told = try await follow(try #require(code), try #require(secret), office)
            #expect(try told.json()["standing"] as? String == "received")
            #expect(!told.text.contains("Trần"), "nothing of the claimant comes back")
        }
    }

    @Test func `a form sent twice makes one claim`() async throws {
        try await DossierTestOffice.run { office in
            let fields = PrivacySamples.fields + [("key", "mot-lan")]
            var codes: [String] = []
            for _ in 0..<2 {
                let sent = try await office.post(
                    "/privacy/new", as: nil, fields, wantsJSON: true)
                codes.append(try sent.code())
            }
            #expect(Set(codes).count == 1)
        }
    }

    @Test func `the form says what is missing and keeps what was written`() async throws {
        try await DossierTestOffice.run { office in
            var fields = PrivacySamples.fields
            fields[0].1 = ""
            let page = try await office.post("/privacy/new", as: nil, fields)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("Hãy chọn điều ông, bà yêu cầu."))
            #expect(page.text.contains("Xin xóa &lt;dữ liệu&gt; của tôi."))
        }
    }

    @Test func `a wrong number and a wrong secret are the same answer`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.claim()
            for (number, secret) in [
                (code, "ZZZZZ-ZZZZZ"), ("DL-PA-170703-0099", PrivacySamples.secret),
                ("PA-170703-0001", PrivacySamples.secret), ("' OR 1=1", "x"),
            ] {
                let told = try await follow(number, secret, office)
                #expect(told.status == .notFound)
                #expect(try told.code() == "privacy.notFound")
            }
            let right = try await follow(code, PrivacySamples.secret, office)
            #expect(right.status == .ok)
        }
    }

    @Test func `goes through one holder to its answer`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.claim(.see)
            try await office.claimAct(.assign("ha"), on: code, by: "anh")
            try await office.claimAct(.extend(days: 5, "Chờ xác minh"), on: code, by: "ha")
            try await office.claimAct(.finish("Đây là dữ liệu."), on: code, by: "ha")
            let told = try await follow(code, PrivacySamples.secret, office).json()
            #expect(told["standing"] as? String == "done")
            #expect(told["answer"] as? String == "Đây là dữ liệu.")
            #expect(told["isExtended"] as? Bool == true)
            #expect(told["unit"] as? String == "Tư pháp phường A")
            let page = try await follow(code, PrivacySamples.secret, office, wantsJSON: false)
            #expect(page.text.contains("Đây là dữ liệu."))
            #expect(!page.text.contains("Người ha"), "no officer is named")
        }
    }

    @Test(
        arguments: [
            ("anh", true), ("pho", true), ("ha", true), ("chi", false), ("ke", false),
            ("giang", false), ("la", false),
        ] as [(PersonID, Bool)])
    func `is seen by who is in charge and who holds it`(
        _ person: PersonID, _ sees: Bool
    ) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.claim()
            try await office.claimAct(.assign("ha"), on: code, by: "anh")
            let page = try await office.open("/privacy/claims/\(code)", as: person)
            #expect(page.status == (sees ? .ok : .notFound))
            #expect(page.text.contains("Trần Thị Hư Cấu") == sees)
            let list = try await office.open("/privacy/claims", as: person, wantsJSON: true)
            #expect(list.text.contains(code) == sees)
            let looks = try await office.number(
                "SELECT count(*) AS n FROM personalRead WHERE subject = ? AND kind = 'claim'",
                [.text(code)])
            #expect(looks == (sees ? 1 : 0), "the look is noted")
            let json = try await office.open(
                "/privacy/claims/\(code)", as: person, wantsJSON: true)
            #expect(!json.text.contains(PrivacySamples.claimant.secret))
        }
    }

    @Test func `acts come through forms, and the page says what is wrong`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.claim()
            let path = "/privacy/claims/\(code)/acts"
            let taken = try await office.post(
                path, as: "anh", [("act", "assign"), ("person", "ha")])
            #expect(taken.status == .seeOther)
            let early = try await office.post(
                path, as: "ha", [("act", "finish"), ("words", "Xong <b>")])
            #expect(early.status == .unprocessableContent)
            #expect(early.text.contains("Chưa xóa gì."))
            #expect(early.text.contains("Xong &lt;b&gt;"))
            let wrong = try await office.post(
                path, as: "ha", [("act", "erase"), ("subjects", "khong-co")])
            #expect(wrong.text.contains("KHONG-CO"))
            let stranger = try await office.post(
                path, as: "ke", [("act", "finish"), ("words", "x")], wantsJSON: true)
            #expect(try stranger.code() == "privacy.unknown")
            let forged = try await office.post(
                path, as: "ha", [("act", "refuse")], withToken: false)
            #expect(forged.status == .unprocessableContent)
            let refused = try await office.post(
                path, as: "ha", [("act", "refuse"), ("ground", "retention"), ("words", "Còn lưu")])
            #expect(refused.status == .seeOther)
            #expect(try await office.claimState(code).ground == .retention)
        }
    }

    @Test func `too many from one address wait`() async throws {
        try await DossierTestOffice.run { office in
            var last: DossierTestAnswer?
            for _ in 0...Petitions.sendingMaximum {
                last = try await office.post(
                    "/privacy/new", as: nil, PrivacySamples.fields, wantsJSON: true)
            }
            #expect(last?.status == .tooManyRequests)
        }
    }

    @Test func `pages of the list go on from a key`() async throws {
        try await DossierTestOffice.run { office in
            for _ in 0..<(Privacy.pageSize + 5) { try await office.claim() }
            let (viewer, now) = (try await office.viewer("anh"), office.now)
            var (codes, after) = ([String](), "")
            repeat {
                let from = after
                let list = try await office.desk.read {
                    try $0.claims(ended: false, for: viewer, after: from, at: now)
                }
                codes += list.rows.map(\.code)
                after = list.next ?? ""
            } while !after.isEmpty && codes.count < 200
            #expect(codes.count == Privacy.pageSize + 5 && Set(codes).count == codes.count)
        }
    }

    @Test func `who has not answered in two days is shown as late`() async throws {
        try await DossierTestOffice.run { office in
            try await office.claim()
            try office.set("2017-07-10T09:00")
            let list = try await office.open("/privacy/claims", as: "anh")
            #expect(list.text.contains("quá hạn trả lời"))
        }
    }

    @Test(arguments: [
        "/privacy/claims?after=x", "/privacy/claims?after=9/'", "/privacy/claims?list=%27",
    ])
    func `hostile addresses find nothing`(_ path: String) async throws {
        try await DossierTestOffice.run { office in
            #expect(try await office.open(path, as: "anh").status == .ok)
            let none = try await office.open("/privacy/claims/%27%20OR%201=1", as: "anh")
            #expect(none.status == .notFound)
        }
    }
}

@Suite struct `Claims by chance` {
    private static let people: [PersonID] = ["anh", "pho", "ha", "ke", "chi", "giang"]

    /// What the claim as it stands allows to somebody; ends are rare.
    private func allowed(
        _ code: String, _ dossiers: inout [String], _ office: DossierTestOffice,
        _ chance: inout DossierTestChance
    ) async throws -> (act: Privacy.Act, person: PersonID)? {
        let (claim, today) = (try await office.claimState(code), office.now.day)
        let person = chance.pick(Self.people)
        let names = try await office.desk.read {
            Privacy.offered(to: try $0.hand(person, on: claim, today), on: claim)
        }
        var acts: [Privacy.Act] = []
        if names.contains(.assign) { acts.append(.assign(chance.pick(["ha", "ke", "chi"]))) }
        if names.contains(.extend) { acts.append(.extend(days: 1 + chance.below(15), "Chờ")) }
        if names.contains(.erase), let dossier = dossiers.popLast() {
            acts.append(.erase([dossier]))
        }
        if names.contains(.finish), chance.below(3) == 0,
            claim.registration.right != .erase || !claim.erased.isEmpty
        {
            acts.append(.finish("Xong"))
        }
        if names.contains(.refuse), chance.below(6) == 0 {
            acts.append(.refuse(chance.pick(Privacy.Ground.allCases), "Vì thế"))
        }
        return acts.isEmpty ? nil : (chance.pick(acts), person)
    }

    @Test(arguments: [5, 2_025])
    func `keep one holder, and rows that the ledger alone gives`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            var chance = DossierTestChance(seed: seed)
            var (codes, dossiers) = ([String](), [String]())
            for _ in 0..<4 {
                let code = try await office.receive { $0.process = "CT-02" }
                try await office.finish(code)
                dossiers.append(code)
            }
            var (done, tried) = (0, 0)
            for _ in 0..<160 {
                office.sources.set(office.now + chance.below(300))
                if codes.isEmpty || chance.below(8) == 0 {
                    codes.append(try await office.claim(chance.pick(Privacy.Right.allCases)))
                    continue
                }
                let code = chance.pick(codes)
                guard let turn = try await allowed(code, &dossiers, office, &chance) else {
                    continue
                }
                tried += 1
                let before = try await office.sequence()
                do {
                    try await office.claimAct(turn.act, on: code, by: turn.person)
                    done += 1
                } catch is Privacy.Rejection {
                    #expect(try await office.sequence() == before)
                }
                let claim = try await office.claimState(code)
                #expect((claim.holder == nil) == (claim.standing == .received))
                #expect((claim.endedAt != nil) == claim.standing.isEnded)
                #expect((claim.ground != nil) == (claim.standing == .refused))
            }
            #expect(done * 10 >= tried * 9 && done > 20, "\(done) of \(tried)")
            let lived = try await office.claimRows()
            let states = try await states(of: codes, in: office)
            _ = try await office.desk.store.write { transaction in
                try transaction.execute("DELETE FROM privacyClaim")
                for state in states { try Privacy.write(state, in: transaction) }
            }
            #expect(try await office.claimRows() == lived)
            try await office.isPetitionClean()
        }
    }

    private func states(
        of codes: [String], in office: DossierTestOffice
    ) async throws -> [Privacy.Claim] {
        try await office.desk.read { reading in
            try codes.map { code in
                var claim: Privacy.Claim?
                for entry in try reading.reader.entries(
                    of: Privacy.stream(of: code), after: 0, limit: 1_000)
                {
                    claim = try .told(by: entry, after: claim, zone: .indochina)
                }
                return try #require(claim)
            }
        }
    }
}
