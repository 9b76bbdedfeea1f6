// What may be sent, who may do what and when, and the days of the office.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `What is sent as a petition` {
    private static let long = String(repeating: "ợ", count: Petitions.wordsMaximum + 1)
    private static let longLine = String(repeating: "ợ", count: 201)

    private static let refused:
        [(@Sendable (inout Petitions.Submission) -> Void, Petitions.Rejection, String?)] = [
            ({ $0.kind = nil }, .kindMissing, "kind"),
            ({ $0.office = "x" }, .officeUnknown, "office"),
            ({ $0.office = "p.mc" }, .officeUnknown, "office"),
            ({ $0.sender.subject = " \n" }, .subjectMissing, "subject"),
            ({ $0.sender.subject = longLine }, .subjectTooLong, "subject"),
            ({ $0.sender.words = "\t" }, .wordsMissing, "words"),
            ({ $0.sender.words = long }, .wordsTooLong, "words"),
            ({ $0.sender.dossier = longLine }, .dossierTooLong, "dossier"),
            ({ $0.sender.name = longLine }, .nameTooLong, "name"),
            ({ $0.sender.phone = "12" }, .phoneInvalid, "phone"),
            ({ $0.sender.email = "a@b" }, .emailInvalid, "email"),
            ({ $0.sender.email = "a@b.vn\r\nBcc: c@d.vn" }, .emailInvalid, "email"),
        ]

    @Test(arguments: refused.indices)
    func `is refused with the place of the mistake`(_ index: Int) {
        let (change, rejection, field) = Self.refused[index]
        var submission = PetitionSamples.submission
        change(&submission)
        #expect(throws: rejection) { try Petitions.check(submission, offices: ["p", "r"]) }
        #expect(rejection.field == field)
        #expect(!rejection.sentence.vi.isEmpty && !rejection.sentence.en.isEmpty)
    }

    @Test func `needs neither a name nor a way to be reached`() throws {
        var submission = PetitionSamples.submission
        submission.sender = Petitions.Sender(subject: "a", words: "b")
        try Petitions.check(submission, offices: ["p"])
        try Petitions.check(PetitionSamples.submission, offices: ["p"])
    }

    @Test(arguments: Petitions.Kind.allCases)
    func `has two, five and fifteen working days, which nobody has confirmed`(
        _ kind: Petitions.Kind
    ) throws {
        let terms = Petitions.terms(of: kind)
        #expect([terms.refuse, terms.ask, terms.answer, terms.publish] == [2, 5, 15, 2])
        #expect(!terms.isConfirmed)
        // Monday 3 July 2017; the day of receipt does not count.
        let registration = PetitionSamples.registration(kind)
        #expect(registration.refuseBy?.day == DayNumber("2017-07-05"))
        #expect(registration.askBy?.day == DayNumber("2017-07-10"))
        #expect(registration.due == LocalMinute("2017-07-24T17:30"))
    }

    @Test func `over days off is due later, and beyond the calendar has no date`() throws {
        func due(_ text: String) throws -> DayNumber? {
            Petitions.registration(
                "PA-1", .idea, office: "p", sender: PetitionSamples.registration().sender,
                calendar: (0, .vietnam), at: try #require(LocalMinute(text))
            ).due?.day
        }
        // 2 September 2017 is a Saturday; Monday the 4th is off instead.
        #expect(try due("2017-08-21T09:00") == DayNumber("2017-09-12"))
        #expect(try due("2127-08-21T09:00") == nil)
    }

    @Test func `gets a secret of ten plain letters, the same for the same form`() {
        var seen: Set<String> = []
        for number in 0..<500 {
            let secret = Petitions.secret(ofKey: "khóa \(number)")
            #expect(secret.count == 11 && secret.dropFirst(5).first == "-")
            #expect(!secret.contains { "01IO".contains($0) })
            #expect(secret == Petitions.secret(ofKey: "khóa \(number)"))
            seen.insert(secret)
        }
        #expect(seen.count == 500)
        let digest = Petitions.digest(ofSecret: "ABCDE-FGHJK")
        for typed in ["abcdefghjk", " abcde fghjk ", "ABCDE–FGHJK"] {
            #expect(Petitions.digest(ofSecret: typed) == digest, "\(typed)")
        }
        #expect(Petitions.digest(ofSecret: "ABCDE-FGHJL") != digest)
    }

    @Test func `is kept as text and read back`() throws {
        let sender = PetitionSamples.sender
        #expect(try Petitions.Sender(text: sender.text()) == sender)
        #expect(throws: (any Error).self) { try Petitions.Sender(text: "{}") }
    }
}

@Suite struct `Acts on a petition` {
    private static let now = LocalMinute("2017-07-04T09:00") ?? .init(rawValue: 0)
    private static let charge = Petitions.Hand(person: "anh", isInCharge: true)
    private static let holder = Petitions.Hand(person: "ha", holds: true)
    private static let asked = Petitions.Hand(person: "ke", isAsked: true)
    private static let sender = Petitions.Hand()

    private func petition(_ events: [Petitions.Act] = []) throws -> Petitions.Petition {
        var petition = Petitions.Petition(registration: PetitionSamples.registration())
        for act in events {
            let hand: Petitions.Hand =
                switch act {
                case .assign: Self.charge
                case .reply: petition.question?.to == nil ? Self.sender : Self.asked
                default: Self.holder
                }
            for event in try decide(act, on: petition, by: hand) { petition.apply(event) }
        }
        return petition
    }

    private func decide(
        _ act: Petitions.Act, on petition: Petitions.Petition, by hand: Petitions.Hand,
        unit: UnitID? = "p.tp"
    ) throws -> [Petitions.Event] {
        try Petitions.decide(act, on: petition, by: hand, unit: unit, words: nil, at: Self.now)
    }

    /// Acts that somebody may do, by what was done before. Everything else is refused.
    private static let ways: [([Petitions.Act], [(Petitions.Hand, Set<Petitions.ActName>)])] = [
        ([], [(charge, [.assign]), (holder, [.assign, .ask, .answer, .refuse, .forward])]),
        (
            [.assign("ha")],
            [
                (charge, [.assign]), (holder, [.assign, .ask, .answer, .refuse, .forward]),
                (asked, []), (sender, []),
            ]
        ),
        (
            [.assign("ha"), .ask("ke", "x")],
            [
                (charge, [.assign]), (holder, [.assign, .answer, .refuse, .forward]),
                (asked, [.reply]), (sender, []),
            ]
        ),
        ([.assign("ha"), .ask(nil, "x")], [(sender, [.reply]), (asked, [])]),
        ([.assign("ha"), .answer("x", nil)], [(holder, [.publish]), (charge, [.publish])]),
        (
            [.assign("ha"), .answer("x", PetitionSamples.publication)],
            [(holder, [.publish, .conceal]), (charge, [.publish, .conceal]), (asked, [])]
        ),
        ([.assign("ha"), .refuse(.unclear, "x")], [(holder, []), (charge, []), (sender, [])]),
        ([.assign("ha"), .forward("A", "x")], [(holder, []), (charge, [])]),
    ]

    @Test(arguments: ways.indices)
    func `are open to the one holder, to who is in charge, and to who is asked`(
        _ index: Int
    ) throws {
        let (before, hands) = Self.ways[index]
        let petition = try petition(before)
        for (hand, allowed) in hands {
            #expect(Set(Petitions.offered(to: hand, on: petition)) == allowed, "\(hand)")
        }
    }

    private static let flawed: [(Petitions.Act, Petitions.Rejection)] = [
        (.ask("ha", "x"), .asksHolder), (.ask("ke", " "), .wordsMissing),
        (.answer("", nil), .wordsMissing), (.refuse(nil, "x"), .groundMissing),
        (.refuse(.abusive, ""), .wordsMissing), (.forward(" ", "x"), .bodyMissing),
        (.forward(String(repeating: "a", count: 201), "x"), .bodyTooLong),
        (.answer(String(repeating: "a", count: 4_001), nil), .wordsTooLong),
        (
            .answer("x", .init(title: "a", question: "b", answer: " ")), .publicTextMissing
        ),
        (
            .answer(
                "x", .init(title: String(repeating: "a", count: 201), question: "b", answer: "c")),
            .publicTextTooLong
        ),
    ]

    @Test(arguments: flawed.indices)
    func `say what is wrong with them`(_ index: Int) throws {
        let (act, rejection) = Self.flawed[index]
        let petition = try petition([.assign("ha")])
        #expect(throws: rejection) { try decide(act, on: petition, by: Self.holder) }
    }

    @Test func `name nobody who is not of the office`() throws {
        let petition = try petition([.assign("ha")])
        for act in [Petitions.Act.assign("x"), .ask("x", "?")] {
            #expect(throws: Petitions.Rejection.personUnknown) {
                try decide(act, on: petition, by: Self.holder, unit: nil)
            }
        }
        let same = try decide(.assign("ha"), on: petition, by: Self.charge)
        #expect(same.isEmpty, "it is held already")
    }

    @Test func `leave one holder and lead to one end`() throws {
        var petition = try petition([.assign("ha"), .ask("ke", "x")])
        #expect(petition.holder == "ha" && petition.standing == .asked)
        petition = try self.petition([.assign("ha"), .ask("ke", "x"), .reply("y")])
        #expect(petition.question == nil && petition.standing == .taken)
        petition = try self.petition([.assign("ha"), .ask(nil, "x"), .assign("ke")])
        #expect(petition.holder == "ke" && petition.standing == .asked, "the question stays open")
        petition = try self.petition([.assign("ha"), .ask("ke", "x"), .answer("y", nil)])
        #expect(petition.question == nil && petition.endedAt == Self.now)
        petition = try self.petition([.assign("ha"), .forward("Công ty", "x")])
        #expect(petition.body == "Công ty" && petition.standing == .forwarded)
    }

    @Test func `publish nothing that names the sender`() {
        let sender = PetitionSamples.sender
        let plain = PetitionSamples.publication
        #expect(!Petitions.names(sender, in: plain))
        #expect(!Petitions.names(nil, in: plain))
        for words in [
            "Bà TRẦN THỊ HƯ CẤU hỏi", "tran thi hu cau", "gọi 0912 345 678", "PA-170703-0001",
            "hu.cau@example.com",
        ] {
            for place in 0..<3 {
                var texts = [plain.title, plain.question, plain.answer]
                texts[place] += " \(words)"
                let publication = Petitions.Publication(
                    title: texts[0], question: texts[1], answer: texts[2])
                #expect(Petitions.names(sender, in: publication), "\(words)")
            }
        }
    }

    /// What ledgers hold. A line here is never changed, only added to.
    @Test func `have shapes that stay as they were first written`() throws {
        let mark = PersonalMark(id: "petition/PA-1/2", digest: Array(repeating: 7, count: 32))
        let turn = Petitions.Turn(at: Self.now, by: "ha", to: "ke", words: mark)
        let events: [(Petitions.Event, String, [String])] = [
            (
                .received(registration: PetitionSamples.registration()), "received",
                ["registration"]
            ),
            (.taken(turn: turn, unit: "p.tp"), "taken", ["turn", "unit"]),
            (.asked(turn: turn), "asked", ["turn"]), (.replied(turn: turn), "replied", ["turn"]),
            (.answered(turn: turn), "answered", ["turn"]),
            (.refused(turn: turn, ground: .unclear), "refused", ["ground", "turn"]),
            (.forwarded(turn: turn, body: "A"), "forwarded", ["body", "turn"]),
            (
                .published(turn: turn, publication: PetitionSamples.publication), "published",
                ["publication", "turn"]
            ),
            (.concealed(turn: turn, reason: "x"), "concealed", ["reason", "turn"]),
        ]
        for (event, name, keys) in events {
            let entry = try EventEncoding.entry(of: event, feature: "petition")
            #expect(entry.type == "petition.\(name)")
            #expect(entry.payload.fields.map(\.key).sorted() == keys)
            let again = try EventDecoding.event(
                Petitions.Event.self, entryType: entry.type, payload: entry.payload,
                feature: "petition")
            #expect(again == event)
        }
    }

    @Test func `tell the sender what concerns the sender`() throws {
        func kind(_ before: [Petitions.Act], _ act: Petitions.Act) throws -> Petitions.NoteKind? {
            .init(after: try petition(before + [act]), before: try petition(before))
        }
        let held = [Petitions.Act.assign("ha")]
        #expect(try kind([], .assign("ha")) == nil)
        #expect(try kind(held, .ask("ke", "x")) == nil, "the house asks itself")
        #expect(try kind(held, .ask(nil, "x")) == .asked)
        #expect(try kind(held + [.ask(nil, "x")], .reply("y")) == nil)
        #expect(try kind(held, .answer("x", nil)) == .answered)
        #expect(try kind(held, .refuse(.unclear, "x")) == .refused)
        #expect(try kind(held, .forward("A", "x")) == .forwarded)
        let answered = held + [.answer("x", nil)]
        #expect(try kind(answered, .publish(PetitionSamples.publication)) == nil)
    }
}
