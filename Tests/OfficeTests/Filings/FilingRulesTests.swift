// What may be sent online, and what the office may do with it (NĐ 61/2018 Đ15, Đ17).

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `What is filed` {
    private static let long = String(repeating: "ợ", count: Filings.textMaximum + 1)

    private static let refused:
        [(@Sendable (inout Filings.Submission) -> Void, Filings.Rejection)] = [
            ({ $0.office = "x" }, .officeUnknown),
            ({ $0.applicant.name = " " }, .nameMissing),
            ({ $0.applicant.name = String(repeating: "ợ", count: 201) }, .nameTooLong),
            ({ $0.applicant.identity = "12345" }, .identityInvalid),
            ({ $0.applicant.identity = "12345;678" }, .identityInvalid),
            ({ $0.applicant.phone = "" }, .phoneMissing),
            ({ $0.applicant.phone = "912345678" }, .phoneInvalid),
            ({ $0.applicant.phone = "0912 345 67x" }, .phoneInvalid),
            ({ $0.applicant.email = "a@b" }, .emailInvalid),
            ({ $0.applicant.email = "a@b.vn\r\nBcc: c@d.vn" }, .emailInvalid),
            ({ $0.applicant.email = "<a@b.vn>" }, .emailInvalid),
            ({ $0.applicant.address = String(repeating: "ợ", count: 301) }, .addressTooLong),
            ({ $0.applicant.request = long }, .answerTooLong(field: "request")),
            ({ $0.applicant.fields = [:] }, .fieldMissing(FilingSamples.offer.fields[1])),
            (
                { $0.applicant.fields["tenCon"] = long },
                .answerTooLong(field: "field.tenCon")
            ),
            ({ $0.fields["soBan"] = .text("hai") }, .fieldInvalid(FilingSamples.offer.fields[0])),
            ({ $0.fields["ngay"] = .text("1/8") }, .fieldInvalid(FilingSamples.offer.fields[2])),
            ({ $0.fields["loai"] = .text("c") }, .fieldInvalid(FilingSamples.offer.fields[3])),
            ({ $0.papers = [] }, .papersMissing),
            ({ $0.papers = ["Tờ khai", "<b>"] }, .paperUnknown("<b>")),
            ({ $0.returnWay = .online }, .returnWayUnknown),
        ]

    @Test(arguments: refused.indices)
    func `is refused with its reason`(_ index: Int) throws {
        let (change, rejection) = Self.refused[index]
        var submission = FilingSamples.birth
        change(&submission)
        #expect(throws: rejection) {
            try Filings.check(submission, against: FilingSamples.offer)
        }
        #expect(rejection.sentence.vi.count > 10 && rejection.sentence.en.count > 10)
        #expect(rejection.code.hasPrefix("filings."))
    }

    @Test(
        arguments: [
            { $0.applicant.email = "" }, { $0.applicant.identity = "" },
            { $0.applicant.address = "" }, { $0.fields = [:] },
            { $0.fields["loai"] = .text("b") }, { $0.fields["ngay"] = .text("2017-07-01") },
            { $0.office = "r" }, { $0.returnWay = .counter },
            { $0.papers = ["Giấy chứng sinh", "Tờ khai"] },
        ] as [@Sendable (inout Filings.Submission) -> Void])
    func `is taken where nothing is wrong`(
        _ change: @Sendable (inout Filings.Submission) -> Void
    ) throws {
        var submission = FilingSamples.birth
        change(&submission)
        try Filings.check(submission, against: FilingSamples.offer)
    }

    @Test func `goes online only where the sheet says so`() {
        var offer = FilingSamples.offer
        offer = Filings.Offer(
            sheet: ProcedureSamples.certification, components: offer.components,
            fields: offer.fields, offices: offer.offices)
        #expect(throws: Filings.Rejection.notOnline("KS-01")) {
            try Filings.check(FilingSamples.birth, against: offer)
        }
    }

    @Test(arguments: [
        ("", true), ("a@b.vn", true), ("a.b+c@d.e.vn", true), ("a", false), ("a@", false),
        ("@b.vn", false), ("a@b.", false), ("a@.vn", false), ("a b@c.vn", false),
        ("a@b@c.vn", false), ("a@b.vn,c@d.vn", false), ("a\u{0}@b.vn", false),
        (String(repeating: "a", count: 250) + "@b.vn", false), ("tên@mien.vn", false),
        ("ten@miền.vn", false), ("a..b@c.vn", false), ("a@b-.vn", false),
    ])
    func `has an address that mail can take, and the counter too`(_ text: String, _ isOne: Bool) {
        #expect(Filings.isEmail(text) == isOne)
        #expect((text.isEmpty || Notices.address(text) != nil) == isOne)
    }
}

@Suite struct `What the office may do with a filing` {
    private static let now = LocalMinute("2017-07-03T09:00") ?? LocalMinute(rawValue: 0)
    private static let registration = Filings.Registration(
        code: "DK-1", office: "p", process: "KS-01", title: "x", submittedAt: now,
        applicant: PersonalMark(id: "a", digest: Array(repeating: 7, count: 32)),
        papers: ["Tờ khai"], returnWay: .counter,
        fields: [:])
    private static let ask = Filings.Command.askSupplement("DK-1", reason: "thiếu", papers: ["A"])
    private static let refuse = Filings.Command.refuse("DK-1", reason: "sai thẩm quyền")
    private static let supplement = Filings.Command.supplement("DK-1", papers: ["A"])
    private static let withdraw = Filings.Command.withdraw("DK-1")

    private func decide(
        _ commands: Filings.Command..., isOffice: Bool? = nil
    ) throws -> Filings.Filing {
        var filing = Filings.Filing(registration: Self.registration)
        for command in commands {
            let byCitizen =
                switch command {
                case .submit, .supplement, .withdraw: true
                case .accept, .askSupplement, .refuse: false
                }
            let events = try Filings.decide(
                command, on: filing, isOffice: isOffice ?? !byCitizen, at: Self.now)
            for event in events { filing.apply(event) }
        }
        return filing
    }

    @Test func `asks once, for everything, and goes on when it was brought`() throws {
        let asked = try decide(Self.ask)
        #expect(asked.standing == .supplementAsked && asked.request?.papers == ["A"])
        let brought = try decide(Self.ask, Self.supplement)
        #expect(brought.standing == .waiting && brought.papers == ["Tờ khai", "A"])
        #expect(brought.request?.answeredAt == Self.now)
        #expect(throws: Filings.Rejection.alreadyAsked) {
            try decide(Self.ask, Self.supplement, Self.ask)
        }
        #expect(throws: Filings.Rejection.alreadyAsked) { try decide(Self.ask, Self.ask) }
    }

    @Test func `refuses with the reason, before and after a supplement`() throws {
        let refused = try decide(Self.refuse)
        #expect(refused.standing == .refused && refused.reason == "sai thẩm quyền")
        #expect(refused.endedAt == Self.now)
        #expect(try decide(Self.ask, Self.refuse).standing == .refused)
        #expect(try decide(Self.ask, Self.supplement, Self.refuse).standing == .refused)
    }

    @Test func `lets the citizen withdraw until it is taken in`() throws {
        #expect(try decide(Self.withdraw).standing == .withdrawn)
        #expect(try decide(Self.ask, Self.withdraw).standing == .withdrawn)
        for command in [Self.ask, Self.refuse, Self.supplement, Self.withdraw] {
            #expect(throws: Filings.Rejection.ended(.withdrawn)) {
                try decide(Self.withdraw, command)
            }
            #expect(throws: Filings.Rejection.ended(.refused)) {
                try decide(Self.refuse, command)
            }
        }
    }

    @Test func `keeps the acts of citizen and office apart`() throws {
        for command in [Self.ask, Self.refuse] {
            #expect(throws: Filings.Rejection.onlyForOffice) {
                try decide(command, isOffice: false)
            }
        }
        for command in [Self.supplement, Self.withdraw] {
            #expect(throws: Filings.Rejection.onlyForCitizens) {
                try decide(command, isOffice: true)
            }
        }
        #expect(throws: Filings.Rejection.nothingAsked) { try decide(Self.supplement) }
    }

    private static let long = String(repeating: "ợ", count: Filings.textMaximum + 1)
    private static let flawed: [(Filings.Command, Filings.Rejection)] = [
        (.askSupplement("DK-1", reason: " ", papers: ["A"]), .reasonMissing),
        (.askSupplement("DK-1", reason: long, papers: ["A"]), .textTooLong),
        (.askSupplement("DK-1", reason: "x", papers: []), .missingPapersMissing),
        (.askSupplement("DK-1", reason: "x", papers: [long]), .textTooLong),
        (
            .askSupplement("DK-1", reason: "x", papers: Array(repeating: "A", count: 51)),
            .textTooLong
        ),
        (.refuse("DK-1", reason: ""), .reasonMissing),
    ]

    @Test(arguments: flawed.indices)
    func `wants reasons and lists`(_ index: Int) {
        let (command, rejection) = Self.flawed[index]
        #expect(throws: rejection) { try decide(command) }
    }

    @Test func `is told by its stream as it was decided`() throws {
        let events: [Filings.Event] = [
            .submitted(registration: Self.registration),
            .supplementAsked(at: Self.now, reason: "a", papers: ["b"]),
            .supplemented(at: Self.now, papers: ["b"]), .withdrawn(at: Self.now),
            .accepted(at: Self.now, dossier: "PA-1"), .refused(at: Self.now, reason: "c"),
        ]
        for event in events {
            let entry = try EventEncoding.entry(of: event, feature: "filing")
            let again = try EventDecoding.event(
                Filings.Event.self, entryType: entry.type, payload: entry.payload,
                feature: "filing")
            #expect(again == event)
        }
    }
}

@Suite struct `The questions of a filing` {
    private let offer = FilingSamples.offer

    @Test func `come one a page, without those that have one answer`() {
        #expect(
            offer.questions.map(\.id) == [
                "office", "person", "contact", "address", "field.soBan", "field.tenCon",
                "field.ngay", "field.loai", "papers", "files", "return",
            ])
        var sheet = ProcedureSamples.birth
        sheet.returnWays = [.counter]
        let small = Filings.Offer(sheet: sheet, components: [], fields: [], offices: ["p"])
        #expect(small.questions.map(\.id) == ["person", "contact", "address", "papers", "files"])
        let submission = small.submission(from: Site.Form(pairs: [("office", "khac")]))
        #expect(submission.office == "p" && submission.returnWay == .counter)
    }

    @Test func `lead on to the first that is open or wrong`() {
        var answers = Filings.Answers.none
        var met: [String] = []
        let form = Site.Form(pairs: FilingSamples.fields.map { ($0.0, $0.1) })
        while let question = offer.next(after: answers), met.count < 20 {
            met.append(question.id)
            answers = answers.with(question, form)
        }
        #expect(met == offer.questions.map(\.id))
        #expect(offer.submission(from: answers.form) == FilingSamples.birth)
        // A wrong answer leads back to its page, however late it is found.
        let contact = Filings.Question.contact
        answers = answers.with(contact, Site.Form(pairs: [("phone", "12")]))
        #expect(offer.next(after: answers) == contact)
        let person = answers.with(.person, Site.Form(pairs: [("name", "")]))
        #expect(offer.next(after: person) == .person)
    }

    @Test func `keep only what belongs to their page`() {
        let forged = Site.Form(pairs: [
            ("phone", "0912345678"), ("name", "Kẻ Khác"), ("token", "x"), ("key", "y"),
        ])
        let answers = Filings.Answers.none.with(.contact, forged)
        #expect(answers.form.pairs.map(\.name) == ["phone"])
        #expect(answers.seen == ["contact"])
    }

    @Test func `say what is wrong with their own answers alone`() {
        let empty = offer.submission(from: Site.Form(pairs: [("office", "p")]))
        #expect(offer.mistake(in: empty, at: .person) == .nameMissing)
        #expect(offer.mistake(in: empty, at: .papers) == nil, "the name comes before")
    }

    @Test func `are kept as text and read back`() throws {
        var chance = DossierTestChance(seed: 7)
        for _ in 0..<200 {
            let pairs = (0..<chance.below(12)).map { _ in
                (
                    "f\(chance.below(5))",
                    String((0..<chance.below(9)).map { _ in "ợ\"\\\n<a" }.joined())
                )
            }
            let answers = Filings.Answers(
                form: Site.Form(pairs: pairs), seen: Set(pairs.map(\.0)))
            #expect(try Filings.Answers(text: answers.text()) == answers)
        }
        #expect(throws: (any Error).self) { try Filings.Answers(text: "{") }
    }
}
