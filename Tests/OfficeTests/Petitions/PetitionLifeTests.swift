// Every page of a petition at every point of its life, in both languages, for all who see it.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `The life of a petition` {
    /// What is done by whom, and the standing it leads to.
    private static let lives: [[(PersonID?, Petitions.Act, Petitions.Standing)]] = [
        [
            ("anh", .assign("ha"), .taken), ("ha", .ask("ke", "Vì sao?"), .asked),
            ("ke", .reply("Vì thế."), .taken), ("ha", .ask(nil, "Khi nào?"), .asked),
            (nil, .reply("Hôm qua."), .taken), ("ha", .answer("Xin lỗi.", nil), .answered),
            ("ha", .publish(PetitionSamples.publication), .answered),
            ("anh", .conceal("Viết sai."), .answered),
        ],
        [
            ("pho", .assign("ke"), .taken), ("ke", .assign("ha"), .taken),
            ("tam", .ask("binh", "Quầy nói gì?"), .asked), ("ha", .answer("Rồi.", nil), .answered),
        ],
        [("anh", .assign("pho"), .taken), ("pho", .refuse(.abusive, "Mời viết lại."), .refused)],
        [("anh", .assign("anh"), .taken), ("pho", .forward("Sở", "Đã gửi."), .forwarded)],
    ]

    private static let people: [PersonID] = [
        "anh", "pho", "binh", "chi", "tam", "ha", "ke", "giang", "la",
    ]

    @Test(arguments: lives.indices, Petitions.Kind.allCases)
    func `shows sound pages to who may see it, and none to others`(
        _ index: Int, _ kind: Petitions.Kind
    ) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.petition(kind)
            for (person, act, standing) in Self.lives[index] {
                office.sources.set(office.now + 7)
                try await office.petitionAct(act, on: code, by: person)
                let state = try await office.petitionState(code)
                #expect(state.standing == standing, "\(act)")
                try await expectPages(of: state, code, office)
            }
            try await office.isPetitionClean()
        }
    }

    private func expectPages(
        of state: Petitions.Petition, _ code: String, _ office: DossierTestOffice
    ) async throws {
        for person in Self.people {
            let day = office.now.day
            let hand = try await office.desk.read { try $0.hand(person, on: state, day) }
            for language in ["vi", "en"] {
                let page = try await office.open(
                    "/petitions/\(code)", as: person, language: language)
                page.expectSound("\(person) \(state.standing)")
                #expect(page.status == (hand.seesIt ? .ok : .notFound), "\(person)")
            }
            if hand.seesIt { try await expectOffers(hand, state, code, person, office) }
        }
        for language in ["vi", "en"] {
            let headers: HTTPFields = [.cookie: "roviec_language=\(language)"]
            let told = try await office.send(
                .post, "/petitions/follow", headers,
                body: DossierTestOffice.encoded([
                    ("code", code), ("secret", PetitionSamples.secret),
                ]))
            told.expectSound("follow \(state.standing)")
            #expect(told.status == .ok)
            for person in Self.people { #expect(!told.text.contains("Người \(person)<")) }
            let asksSender = state.question.map { $0.to == nil } ?? false
            #expect(told.text.contains("/petitions/follow/reply") == asksSender)
            let lists = try await office.open(
                "/petitions?list=open", as: "anh", language: language)
            lists.expectSound("list")
        }
    }

    /// The page offers what would be taken, and nothing else.
    private func expectOffers(
        _ hand: Petitions.Hand, _ state: Petitions.Petition, _ code: String, _ person: PersonID,
        _ office: DossierTestOffice
    ) async throws {
        let page = try await office.open("/petitions/\(code)", as: person)
        let json = try await office.open("/petitions/\(code)", as: person, wantsJSON: true).json()
        let may = try #require(json["may"] as? [String])
        #expect(may == Petitions.offered(to: hand, on: state).map(\.rawValue))
        for act in Petitions.ActName.allCases {
            let isThere = page.text.contains("name=\"act\" value=\"\(act.rawValue)\"")
            #expect(isThere == may.contains(act.rawValue), "\(person) \(act)")
        }
        let sender = try #require(json["sender"] as? [String: Any])
        let isWhole = hand.holds || hand.isInCharge
        #expect((sender["name"] as? String == "") == !isWhole)
        #expect((json["people"] as? [Any])?.isEmpty == !(may.contains("assign")))
    }

    @Test func `acts that are not offered are refused or not found, and leave nothing`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.petition()
            try await office.petitionAct(.assign("ha"), on: code, by: "anh")
            let before = try await office.sequence()
            let state = try await office.petitionState(code)
            let day = office.now.day
            for person in Self.people {
                let hand = try await office.desk.read { try $0.hand(person, on: state, day) }
                let may = Petitions.offered(to: hand, on: state)
                for act in Petitions.ActName.allCases where !may.contains(act) {
                    let answer = try await office.post(
                        "/petitions/\(code)/acts", as: person,
                        [
                            ("act", act.rawValue), ("person", "ke"), ("words", "x"),
                            ("ground", "unclear"), ("body", "x"), ("title", "a"),
                            ("question", "b"), ("publicAnswer", "c"),
                        ])
                    #expect(
                        answer.status == (hand.seesIt ? .unprocessableContent : .notFound),
                        "\(person) \(act)")
                }
            }
            #expect(try await office.sequence() == before)
        }
    }

    @Test func `is the same for a program with a token, within its scope`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.petition()
            let reader = try await office.token(of: "anh", .read)
            let worker = try await office.token(of: "anh", .read, .work)
            let list = try await office.call(.get, "/petitions?list=incoming", reader)
            #expect(list.status == .ok && list.text.contains(code))
            let take = "{\"act\": \"assign\", \"person\": \"anh\"}"
            let path = "/petitions/\(code)/acts"
            #expect(try await office.call(.post, path, reader, json: take).status == .forbidden)
            let taken = try await office.call(.post, path, worker, json: take, key: "1")
            #expect(taken.status == .ok)
            let again = try await office.call(.post, path, worker, json: take, key: "1")
            #expect(try again.json()["version"] as? Int == 2)
            let answered = try await office.call(
                .post, path, worker,
                json: """
                    {"act": "answer", "words": "Xin lỗi.", "publish": true, "title": "Hẹn",
                     "question": "Sao trễ?", "publicAnswer": "Đã sửa."}
                    """, key: "2")
            #expect(answered.status == .ok, "\(answered.text)")
            #expect(try await office.petitionState(code).publication?.title == "Hẹn")
            for path in ["/petitions/new", "/petitions/follow", "/today/mail"] {
                let closed = try await office.call(.post, path, worker, json: "{}")
                #expect(closed.status == .forbidden, "\(path)")
            }
        }
    }

    @Test func `is counted with every node's petitions, each with a number of its own`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let nodes = [office, try office.node(), try office.node()]
            let codes = try await sent(nodes, count: 18)
            #expect(Set(codes).count == 18)
            #expect(codes.sorted().last == "PA-PA-170703-0018", "without a gap")
            let list = try await office.petitionList(.incoming, of: "anh")
            #expect(list.rows.count == 18 && list.counts.incoming == 18)
            try await office.isPetitionClean()
        }
    }

    private func sent(_ nodes: [DossierTestOffice], count: Int) async throws -> [String] {
        try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<count {
                let node = nodes[number % nodes.count]
                group.addTask { try await node.petition() }
            }
            var codes: [String] = []
            for try await code in group { codes.append(code) }
            return codes
        }
    }

    @Test func `taken by two at once has one holder`() async throws {
        try await DossierTestOffice.run { office in
            let nodes = [office, try office.node()]
            let code = try await office.petition()
            let done = try await taken(nodes, code)
            #expect(done >= 1)
            let state = try await office.petitionState(code)
            #expect(state.holder == "ha" || state.holder == "ke")
            let row = try await office.desk.read {
                try $0.rows("SELECT holder FROM petition").first?.optionalText("holder")
            }
            #expect(row == state.holder?.rawValue)
            try await office.isPetitionClean()
        }
    }

    private func taken(_ nodes: [DossierTestOffice], _ code: String) async throws -> Int {
        await withTaskGroup(of: Bool.self) { group in
            for (node, person) in zip(nodes, ["ha", "ke"] as [PersonID]) {
                group.addTask { await assigns(node, code, person) }
            }
            var done = 0
            for await isDone in group where isDone { done += 1 }
            return done
        }
    }
}

private func assigns(_ office: DossierTestOffice, _ code: String, _ person: PersonID) async -> Bool
{
    do {
        _ = try await office.petitionAct(.assign(person), on: code, by: "anh")
        return true
    } catch {
        return false
    }
}
