// Indicators of an office as a whole: petitions and online services by their numbers, and what
// somebody who leads the office entered, in the words of TT 01/2018 Đ13.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Points of an office as a whole` {
    @Test(
        "8: answering petitions",
        arguments: [
            // received, ended late, open late, points
            (0, 0, 0, 2), (1, 0, 0, 2), (20, 0, 0, 2), (10, 1, 0, 1), (20, 2, 0, 1),
            (20, 3, 0, 0), (9, 1, 0, 0), (100, 0, 1, 0), (10, 1, 1, 0), (1, 1, 0, 0),
        ])
    func petitions(_ received: Int, _ endedLate: Int, _ openLate: Int, _ points: Int) {
        let facts = Ratings.PetitionFacts(
            received: received, endedLate: endedLate, openLate: openLate)
        #expect(Ratings.points(facts) == points)
        let score = Ratings.score(facts)
        #expect(score.indicator == .complaints && score.base == 1)
        #expect(score.tenths == points * 10)
        #expect(score.facts?.shares.first?.part == received - endedLate - openLate)
    }

    @Test(
        "9: online services",
        arguments: [
            // procedures, of them online, received, of them online, late, points
            (10, 2, 10, 3, 0, 2), (10, 1, 10, 3, 0, 1), (10, 2, 100, 29, 0, 1),
            (10, 2, 100, 15, 0, 1), (10, 2, 100, 14, 0, 0), (10, 10, 10, 10, 1, 0),
            (0, 0, 10, 5, 0, 1), (10, 2, 10, 0, 0, 0),
        ])
    func online(
        _ procedures: Int, _ offered: Int, _ received: Int, _ filed: Int, _ late: Int,
        _ points: Int
    ) throws {
        let facts = Ratings.OnlineFacts(
            procedures: procedures, proceduresOnline: offered, received: received,
            receivedOnline: filed, late: late)
        #expect(Ratings.points(facts) == points)
        let score = try #require(Ratings.score(facts))
        #expect(score.facts?.shares.map(\.whole) == [procedures, received, filed])
    }

    @Test func `nothing received is not known, neither good nor bad`() {
        #expect(Ratings.score(Ratings.OnlineFacts(procedures: 9, proceduresOnline: 9)) == nil)
    }
}

@Suite struct `Entering a score` {
    private static let now = LocalMinute("2017-07-03T09:00") ?? .init(rawValue: 0)
    private static let quarter = Reports.Period("2017-Q3")?.span

    private static func entry(
        _ change: (inout Ratings.ScoreEntry) -> Void = { _ in }
    ) -> Ratings.ScoreEntry {
        var entry = Ratings.ScoreEntry(
            office: "p", indicator: .publicity, period: quarter, points: 2,
            grounds: "Biên bản kiểm tra bảng niêm yết")
        change(&entry)
        return entry
    }

    private func refusal(
        _ entry: Ratings.ScoreEntry, leads: Bool = true
    ) -> Ratings.Rejection? {
        do throws(Ratings.Rejection) {
            _ = try Ratings.decide(entry, on: .init(), by: "anh", leads: leads, at: Self.now)
            return nil
        } catch {
            return error
        }
    }

    @Test func `keeps who, when and why`() throws {
        let events = try Ratings.decide(
            Self.entry(), on: .init(), by: "anh", leads: true, at: Self.now)
        var book = Ratings.ScoreBook()
        for event in events { book.apply(event) }
        let score = try #require(book.scores.first)
        #expect(score.by == "anh" && score.at == Self.now && score.points == 2)
        #expect(score.from.text == "2017-07-01" && score.through.text == "2017-09-30")
        let again = try Ratings.decide(
            Self.entry(), on: book, by: "pho", leads: true, at: Self.now)
        #expect(again.isEmpty, "the same says nothing new")
        let other = try Ratings.decide(
            Self.entry { $0.points = 1 }, on: book, by: "pho", leads: true, at: Self.now)
        for event in other { book.apply(event) }
        #expect(book.scores.map(\.points) == [1] && book.scores.map(\.by) == ["pho"])
    }

    @Test func `is for who leads the office`() {
        #expect(refusal(Self.entry(), leads: false) == .mayNotEnter)
        #expect(refusal(Self.entry()) == nil)
    }

    @Test(arguments: [Ratings.Indicator.time, .agencyTime, .attitude, .complaints, .online])
    func `is refused for what is counted`(_ indicator: Ratings.Indicator) {
        #expect(refusal(Self.entry { $0.indicator = indicator }) == .scoreCounted)
    }

    @Test func `needs an indicator, a period that began, points and grounds`() {
        #expect(refusal(Self.entry { $0.indicator = nil }) == .scoreCounted)
        #expect(refusal(Self.entry { $0.period = nil }) == .scorePeriodUnknown)
        let later = Reports.Period("2017-Q4")?.span
        #expect(refusal(Self.entry { $0.period = later }) == .scorePeriodAhead)
        for points in [nil, -1, 3, .max] as [Int?] {
            #expect(refusal(Self.entry { $0.points = points }) == .scoreMissing)
        }
        #expect(refusal(Self.entry { $0.grounds = "" }) == .groundsMissing)
        let long = String(repeating: "ă", count: Ratings.groundsMaximum + 1)
        #expect(refusal(Self.entry { $0.grounds = long }) == .groundsTooLong)
    }
}

@Suite struct `Scores of an office on its page` {
    private func card(
        _ office: DossierTestOffice, _ period: String = "2017-Q3"
    ) async throws -> Ratings.Scorecard? {
        let (viewer, now) = (try await office.viewer("anh"), office.now)
        let filter = Reports.Filter(period: try #require(Reports.Period(period)).span)
        return try await office.desk.read {
            try $0.ratingFigures(filter, .init(), for: viewer, at: now).scorecards.first
        }
    }

    private static let fields = [
        ("office", "p"), ("period", "2017-Q3"), ("indicator", "6"), ("points", "1"),
        ("grounds", "Bảng <niêm yết> thiếu 2 thủ tục"),
    ]

    @Test func `petitions count by their time`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.petition()
            #expect(try await card(office)?.scores.map(\.points) == [2])
            try office.set("2017-08-14T09:00")
            #expect(try await card(office)?.scores.map(\.points) == [0], "open and late")
            try await office.petitionAct(.assign("ha"), on: code, by: "anh")
            try await office.petitionAct(.answer("Xin lỗi.", nil), on: code, by: "ha")
            let score = try #require(try await card(office)?.scores.first)
            #expect(score.points == 0)
            #expect(score.facts?.shares.map(\.part) == [0])
            #expect(try await card(office, "2017-Q2") == nil)
        }
    }

    @Test func `online services count by their dossiers`() async throws {
        try await DossierTestOffice.run { office in
            for channel in [Dossiers.Channel.online, .counter, .counter, .post] {
                try await office.receive { $0.channel = channel }
            }
            let score = try #require(
                try await card(office)?.scores.first { $0.indicator == .online })
            #expect(score.points == 1)
            #expect(score.facts?.shares.map(\.part) == [0, 1, 0])
            #expect(score.facts?.shares.map(\.whole) == [0, 4, 1])
        }
    }

    @Test func `what was entered is shown as such, with who and when`() async throws {
        try await DossierTestOffice.run { office in
            let sent = try await office.post("/ratings/scores", as: "anh", Self.fields)
            #expect(sent.status == .seeOther)
            #expect(sent.location == "/ratings?period=2017-Q3#score-p")
            let page = try await office.open("/ratings?period=2017-Q3", as: "anh")
            for words in [
                "Nhập tay: Người anh, 09:00, 03/07/2017", "Bảng &lt;niêm yết&gt; thiếu",
                "6. Công khai",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            let year = try await card(office, "2017")
            #expect(year?.scores.map(\.indicator) == [.publicity], "a part of the year")
            #expect(try await card(office, "2017-07") == nil, "no part of the month")
            let json = try await office.open(
                "/ratings?period=2017-Q3", as: "anh", wantsJSON: true)
            #expect(json.text.contains("\"by\":\"Người anh\""))
            #expect(json.text.contains("\"mayEnter\":[\"p\"]"))
        }
    }

    @Test func `the form says what is wrong and keeps what was written`() async throws {
        try await DossierTestOffice.run { office in
            var fields = Self.fields
            fields[3].1 = ""
            let page = try await office.post("/ratings/scores", as: "anh", fields)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("Hãy chọn 2, 1 hoặc 0 điểm."))
            #expect(page.text.contains("Bảng &lt;niêm yết&gt; thiếu"))
            let json = try await office.post(
                "/ratings/scores", as: "anh", fields, wantsJSON: true)
            #expect(try json.code() == "ratings.scoreMissing")
        }
    }

    @Test(arguments: ["chi", "binh", "giang", "tam"] as [PersonID])
    func `nobody else enters for the office`(_ person: PersonID) async throws {
        try await DossierTestOffice.run { office in
            let before = try await office.sequence()
            let answer = try await office.post(
                "/ratings/scores", as: person, Self.fields, wantsJSON: true)
            #expect(try answer.code() == "ratings.mayNotEnter")
            #expect(try await office.sequence() == before)
        }
    }

    @Test(arguments: ["", "zz", "p.mc", "p' OR '1'='1", "p/../r"])
    func `no other office is reached by its name`(_ unit: String) async throws {
        try await DossierTestOffice.run { office in
            var fields = Self.fields
            fields[0].1 = unit
            let answer = try await office.post(
                "/ratings/scores", as: "anh", fields, wantsJSON: true)
            #expect(try answer.code() == "ratings.mayNotEnter")
        }
    }

    @Test func `a form without its token or without a session enters nothing`() async throws {
        try await DossierTestOffice.run { office in
            let before = try await office.sequence()
            let forged = try await office.post(
                "/ratings/scores", as: "anh", Self.fields, withToken: false)
            #expect(forged.status == .unprocessableContent)
            let stranger = try await office.post("/ratings/scores", as: nil, Self.fields)
            #expect(stranger.location == "/sign-in")
            #expect(try await office.sequence() == before)
        }
    }

    @Test func `rows and state are those that the ledger tells`() async throws {
        try await DossierTestOffice.run { office in
            for (indicator, points) in [(5, 2), (6, 1), (5, 0), (6, 1), (5, 1)] {
                var fields = Self.fields
                fields[2].1 = "\(indicator)"
                fields[3].1 = "\(points)"
                let sent = try await office.post("/ratings/scores", as: "anh", fields)
                #expect(sent.status == .seeOther)
            }
            func rows() async throws -> [String] {
                try await office.desk.read { reading in
                    try reading.rows("SELECT * FROM enteredScore ORDER BY indicator")
                        .map { "\($0)" }
                }
            }
            let lived = try await rows()
            #expect(lived.count == 2)
            let book = try #require(
                try await office.desk.read { try $0.toldScores(of: "p")?.state })
            _ = try await office.desk.store.write { transaction in
                try transaction.execute("DELETE FROM enteredScore")
                try Ratings.write(book, of: "p", in: transaction)
            }
            #expect(try await rows() == lived)
            let replay = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(replay.isClean, "\(replay.findings)")
        }
    }
}

@Suite struct `Counters of the indicators` {
    /// What the register itself would give, as it was added up before there were counters.
    private static let fromRegister = """
        SELECT office, endedDay AS day, points, count(*) AS n FROM (
            SELECT d.office, d.endedDay,
                CASE w.result WHEN 'early' THEN 2 WHEN 'onTime' THEN 1 ELSE 0 END AS points
            FROM dossier d JOIN workDone w ON w.dossier = d.code
            WHERE d.endedDay IS NOT NULL AND w.result IS NOT NULL) AS s
        GROUP BY office, endedDay, points ORDER BY office, day, points
        """

    private func lines(_ sql: String, _ office: DossierTestOffice) async throws -> [String] {
        try await office.desk.read { reading in
            try reading.rows(sql).map { row in
                "\(try row.text("office")) \(try row.int("day")) \(try row.int("points")) "
                    + "\(try row.int("n"))"
            }
        }
    }

    @Test(arguments: [3, 1_789, 2_017] as [UInt64])
    func `are those that the register gives, whatever happens`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            var chance = DossierTestChance(seed: seed)
            var codes: [String] = []
            for number in 0..<120 {
                office.sources.set(office.now + chance.below(300))
                if number % 9 == 0 {
                    codes.append(
                        try await office.receive {
                            $0.process = chance.pick(["KS-01", "CT-02", "XN-03"])
                        })
                }
                let code = chance.pick(codes)
                let dossier = try await office.state(code)
                guard dossier.instance?.items.isEmpty == false else { continue }
                let item = try await office.item(code)
                if item.offer == nil, dossier.supplements.isEmpty, dossier.endMark == nil,
                    chance.below(4) == 0
                {
                    try await office.askPapers(code)
                    try await office.bringPapers(code)
                } else {
                    try await office.advance(code)
                }
            }
            let counted = """
                SELECT office, day, points, amount AS n FROM dossierScore
                WHERE indicator = 2 AND amount > 0 ORDER BY office, day, points
                """
            let steps = try await lines(counted, office)
            #expect(!steps.isEmpty)
            #expect(try await lines(Self.fromRegister, office) == steps)
            let ended = try await office.number(
                "SELECT count(*) AS n FROM dossier WHERE endedDay IS NOT NULL")
            let papers = try await office.number(
                "SELECT SUM(amount) AS n FROM dossierScore WHERE indicator = 3")
            #expect(papers == ended)
        }
    }

    @Test func `an office of an earlier release is counted once`() async throws {
        try await DossierTestOffice.run { office in
            let (plain, asked) = (try await office.receive(), try await office.receive())
            try await office.finish(plain)
            try await office.advance(asked, times: 2)
            try await office.askPapers(asked)
            try await office.bringPapers(asked)
            try await office.finish(asked)
            let all =
                "SELECT office, indicator * 100000 + day AS day, points, amount AS n "
                + "FROM dossierScore WHERE amount > 0 ORDER BY office, indicator, day, points"
            let lived = try await lines(all, office)
            #expect(lived.count >= 3)
            _ = try await office.desk.store.write { transaction in
                try transaction.execute("DELETE FROM dossierScore")
                for statement in Ratings.tallyStatements.dropFirst() {
                    try transaction.execute(statement)
                }
            }
            #expect(try await lines(all, office) == lived)
        }
    }
}
