// Input that nobody sends by mistake: no page breaks, nothing is written, nothing is told.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Hostile input about petitions` {
    @Test(arguments: HostileText.all)
    func `is shown as the text it is, on every page that shows it`(_ words: String) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.petition {
                $0.sender.subject = "Tóm tắt " + words
                $0.sender.words = "Nội dung " + words
                $0.sender.name = "Tên " + words
                $0.sender.dossier = String(words.prefix(60))
            }
            try await office.petitionAct(.assign("ha"), on: code, by: "anh")
            try await office.petitionAct(.ask("ke", "Hỏi " + words), on: code, by: "ha")
            try await office.petitionAct(.reply("Đáp " + words), on: code, by: "ke")
            let plain = Petitions.Publication(
                title: "Tiêu đề", question: "Hỏi gì?", answer: "Đáp gì.")
            try await office.petitionAct(.answer("Trả lời " + words, plain), on: code, by: "ha")
            for answer in [
                try await office.open("/petitions/\(code)", as: "ha"),
                try await office.open("/petitions?list=ended", as: "anh"),
                try await office.followPetition(code),
                try await office.open("/petitions/published", as: nil),
            ] {
                #expect(answer.status == .ok)
                answer.expectSound(words)
            }
            try await office.isPetitionClean()
        }
    }

    @Test func `in a published text is escaped, and in a file no formula`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.petition()
            try await office.petitionAct(.assign("ha"), on: code, by: "anh")
            try await office.petitionAct(
                .answer("x", .init(title: "<b>", question: "<i>&", answer: "\"'>")), on: code,
                by: "ha")
            let page = try await office.open("/petitions/published", as: nil)
            #expect(page.text.contains("&lt;b>") || page.text.contains("&lt;b&gt;"))
            #expect(!page.text.contains("<b></h2>") && !page.text.contains("<i>&<"))
        }
    }

    @Test func `in an address leads nowhere`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.petition()
            for path in [
                "/petitions/%27", "/petitions/PA-", "/petitions/\(code)x", "/petitions/%00",
                "/petitions/pa-pa-170703-0001", "/petitions/organisation",
            ] {
                let answer = try await office.open(path, as: "anh")
                #expect(answer.status == .notFound, "\(path)")
            }
            for query in [
                "list=khac", "list=ended&after=", "after=99999999999999999999/x", "after=/",
                "list=mine&after=-5/%27", "list=incoming&list=ended",
            ] {
                #expect(try await office.open("/petitions?\(query)", as: "anh").status == .ok)
                let published = try await office.open("/petitions/published?\(query)", as: nil)
                #expect(published.status == .ok, "\(query)")
            }
            for period in ["2017-13", "x", "2017-Q5", "99999", "2017-07-01"] {
                let answer = try await office.open(
                    "/petitions/figures?period=\(period)", as: "anh")
                #expect(answer.status == .unprocessableContent, "\(period)")
            }
        }
    }

    @Test func `in the form of following tells nothing of what is there`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.petition()
            let dossier = try await office.receive()
            var address = 1
            for (asked, secret) in [
                (code, "x"), (dossier, PetitionSamples.secret), ("organisation", "x"),
                ("PA-", "x"), (code + "\0", PetitionSamples.secret + "A"),
                (String(repeating: "PA-", count: 400), "x"),
                (code, String(repeating: "A", count: 5_000)), ("PA-PA-170703-0002", "x"),
            ] {
                address += 1
                let answer = try await office.followPetition(
                    asked, secret, from: "198.51.100.\(address)")
                #expect(
                    [.notFound, .tooManyRequests].contains(answer.status), "\(asked.prefix(40))")
                #expect(!answer.text.contains(PetitionSamples.sender.subject))
            }
        }
    }

    @Test func `as an act of the sender finds no way into the house`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.petition()
            try await office.petitionAct(.assign("ha"), on: code, by: "anh")
            let before = try await office.sequence()
            for act in PetitionSamples.acts {
                await #expect(throws: Petitions.Rejection.self) {
                    try await office.petitionAct(act, on: code, by: nil)
                }
            }
            for path in ["/petitions/\(code)/acts", "/petitions/\(code)"] {
                let posted = try await office.post(path, as: nil, [("act", "assign")])
                #expect([.seeOther, .notFound].contains(posted.status), "\(path)")
            }
            #expect(try await office.sequence() == before)
        }
    }

    @Test func `with a key of somebody else's command stops nothing of the office`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let version = try await office.desk.read {
                try $0.reader.streamHead(of: "dossier/\(code)")?.version ?? 0
            }
            let sent = try await office.send(
                .post, "/petitions/new", [:],
                body: DossierTestOffice.encoded(
                    PetitionSamples.fields + [("key", "timer/\(code)/\(version)")]))
            #expect(sent.status == .ok)
            let taken = try await office.number(
                "SELECT count(*) AS n FROM commandKey WHERE key = ?",
                [.text("timer/\(code)/\(version)")])
            #expect(taken == 0, "keys of people without an account stand apart")
        }
    }
}

@Suite struct `Refusals of petitions` {
    private static let all: [Petitions.Rejection] = [
        .unknown("PA-1"), .notFound, .codeMissing, .secretMissing, .proofOld,
        .tooMany(seconds: 61), .kindMissing, .officeUnknown, .subjectMissing, .subjectTooLong,
        .wordsMissing, .wordsTooLong, .dossierTooLong, .nameTooLong, .phoneInvalid, .emailInvalid,
        .onlyForCharge, .onlyForHolder, .personUnknown, .asksHolder, .alreadyAsked, .notAsked,
        .groundMissing, .bodyMissing, .bodyTooLong, .publicTextMissing, .publicTextTooLong,
        .publicTextNamesSender, .notAnswered, .notPublished, .ended, .mayNotCount,
    ]

    @Test func `have a code and a sentence of their own in both languages`() {
        #expect(Set(Self.all.map(\.code)).count == Self.all.count)
        for language in Language.allCases {
            let sentences = Self.all.map { $0.sentence[language] }
            #expect(Set(sentences).count == Self.all.count)
            for sentence in sentences {
                #expect(sentence.last == "." && sentence.count > 10, "\(sentence)")
            }
        }
        #expect(Self.all.allSatisfy { $0.code.hasPrefix("petitions.") && !$0.code.contains("(") })
    }

    @Test func `hide what may not be seen behind what is not there`() {
        #expect(Self.all.filter(\.isNotFound) == [.unknown("PA-1"), .notFound])
        #expect(Petitions.Rejection.tooMany(seconds: 61).sentence.vi.contains("2 phút"))
        #expect(Petitions.Rejection.tooMany(seconds: 60).status == .tooManyRequests)
        #expect(Petitions.Rejection.unknown("x").status == .notFound)
        #expect(Petitions.Rejection.ended.status == .unprocessableContent)
    }

    @Test func `point to a field that a form of petitions has`() {
        let fields: Set = [
            "code", "secret", "kind", "office", "subject", "words", "dossier", "name", "phone",
            "email", "person", "ground", "body", "title",
        ]
        #expect(Set(Self.all.compactMap(\.field)) == fields)
    }
}
