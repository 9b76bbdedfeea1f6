// What leaders read: shares with both numbers, the records behind them, and the nine indicators.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Figures of ratings` {
    /// Three dossiers that ended early, two of them rated: one content, one not with the time.
    private func withRatings(
        _ body: (DossierTestOffice, [String]) async throws -> Void
    ) async throws {
        try await DossierTestOffice.run { office in
            var codes: [String] = []
            for process in ["KS-01", "KS-01", "XN-03"] as [ProcessCode] {
                let code = try await office.receive { $0.process = process }
                try await office.finish(code)
                codes.append(code)
            }
            var answers = DossierTestOffice.contented
            _ = try await office.rate(codes[0], answers)
            answers[0].1 = "unsatisfied"
            answers[1].1 = "fair"
            _ = try await office.rate(codes[2], answers)
            try await body(office, codes)
        }
    }

    private func figures(
        _ office: DossierTestOffice, _ choice: Ratings.Choice = .init(),
        as person: PersonID = "anh",
        period: String = "2017-07", in unit: UnitID? = nil
    ) async throws -> Ratings.Figures {
        let viewer = try await office.viewer(person)
        var filter = Reports.Filter(period: try #require(Reports.Period(period)).span)
        filter.office = unit
        let asked = filter
        return try await office.desk.read { try $0.ratingFigures(asked, choice, for: viewer) }
    }

    @Test func `count levels by question, office and procedure`() async throws {
        try await withRatings { office, _ in
            let figures = try await figures(office)
            #expect(figures.ended == 3)
            #expect(figures.total.ratings == 2)
            #expect(figures.total.counts.map(\.satisfied) == [1, 1, 2, 2])
            #expect(figures.total.counts.map(\.fair) == [0, 1, 0, 0])
            #expect(figures.total.counts.map(\.unsatisfied) == [1, 0, 0, 0])
            #expect(figures.byOffice.map(\.name) == ["UBND phường A"])
            #expect(figures.byOffice.first?.counts == figures.total.counts)
            #expect(figures.byProcess.map(\.name) == ["Đăng ký khai sinh", "Xác nhận hộ tịch"])
            #expect(figures.byProcess.map(\.ratings) == [1, 1])
            #expect(figures.records == nil)
        }
    }

    @Test func `hold what was rated in the period, for those who see the office`() async throws {
        try await withRatings { office, _ in
            let later = try await figures(office, period: "2017-08")
            #expect(later.total.ratings == 0)
            #expect(try await figures(office, as: "giang").total.ratings == 0)
            #expect(try await figures(office, in: "p").total.ratings == 2)
            await #expect(throws: Reports.Rejection.officeUnknown("r")) {
                try await figures(office, in: "r")
            }
        }
    }

    @Test(arguments: ["chi", "binh", "tam", "ha"] as [PersonID])
    func `are for leaders and those who read figures alone`(_ person: PersonID) async throws {
        try await withRatings { office, _ in
            await #expect(throws: Ratings.Rejection.mayNotSee) {
                try await figures(office, as: person)
            }
            #expect(try await office.open("/ratings", as: person).status == .notFound)
            let reports = try await office.open("/reports", as: person)
            #expect(!reports.text.contains("href=\"/ratings\""))
        }
    }

    @Test func `need somebody who has signed in`() async throws {
        try await DossierTestOffice.run { office in
            let answer = try await office.open("/ratings", as: nil)
            #expect(answer.location == "/sign-in")
        }
    }

    @Test func `open the records that were counted`() async throws {
        try await withRatings { office, codes in
            var choice = Ratings.Choice()
            choice.listsRecords = true
            #expect(try await figures(office, choice).records?.count == 2)
            choice.process = "XN-03"
            #expect(try await figures(office, choice).records?.map(\.code) == [codes[2]])
            choice.process = ""
            choice.question = "time"
            choice.level = .unsatisfied
            let records = try #require(try await figures(office, choice).records)
            #expect(records.map(\.code) == [codes[2]])
            #expect(records.first?.answers.count == 4)
            choice.question = "guidance"
            #expect(try await figures(office, choice).records?.isEmpty == true)
        }
    }

    @Test func `are one page and one JSON value`() async throws {
        try await withRatings { office, codes in
            let page = try await office.open("/ratings?period=2017-07", as: "anh")
            #expect(page.status == .ok)
            for words in [
                "Tháng 7 năm 2017. 2 đánh giá; 3 hồ sơ kết thúc trong kỳ.", "50,00 %",
                "1 / 2 đánh giá hài lòng", "Mở 1 hồ sơ không hài lòng", "chưa được xác nhận",
                "Chín chỉ số của UBND phường A", "Chưa có dữ liệu", "Điều 13",
                "question=time&amp;level=unsatisfied#records",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            #expect(!page.text.contains("[rating") && !page.text.contains("[score"))
            let records = try await office.open(
                "/ratings?period=2017-07&records=1&question=time&level=unsatisfied", as: "anh")
            #expect(records.text.contains("/dossiers/\(codes[2])"))
            #expect(!records.text.contains("/dossiers/\(codes[0])"))
            let value = try await office.open(
                "/ratings?period=2017-07", as: "anh", wantsJSON: true)
            #expect(try value.json()["ended"] as? Int == 3)
            let english = try await office.open(
                "/ratings?period=2017-07", as: "anh", language: "en")
            #expect(english.text.contains("The nine indicators of UBND phường A"))
        }
    }

    @Test func `without any rating say how one comes about`() async throws {
        try await DossierTestOffice.run { office in
            let page = try await office.open("/ratings", as: "anh")
            #expect(page.status == .ok && page.text.contains("Chưa có đánh giá nào"))
            let unknown = try await office.open("/ratings?period=homnay", as: "anh")
            #expect(unknown.status == .unprocessableContent)
        }
    }

    @Test(arguments: [
        "/ratings?records=1&question='%20OR%201=1&level=fair", "/ratings?process=%27;--&records=1",
        "/ratings?records=1&level=x&question=time", "/ratings?records=%00",
    ])
    func `hostile addresses find nothing`(_ path: String) async throws {
        try await withRatings { office, _ in
            let page = try await office.open(path, as: "anh")
            #expect(page.status == .ok, "\(page.text.prefix(200))")
        }
    }
}

@Suite struct `The nine indicators of an office` {
    private func card(_ office: DossierTestOffice) async throws -> Ratings.Scorecard? {
        let viewer = try await office.viewer("anh")
        let filter = Reports.Filter(period: try #require(Reports.Period("2017-07")).span)
        return try await office.desk.read {
            try $0.ratingFigures(filter, .init(), for: viewer).scorecards.first
        }
    }

    private func score(
        _ indicator: Ratings.Indicator, _ office: DossierTestOffice
    ) async throws -> Ratings.Score? {
        try await card(office)?.scores.first { $0.indicator == indicator }
    }

    @Test func `are nothing while no dossier has ended`() async throws {
        try await DossierTestOffice.run { office in
            try await office.receive()
            // What is offered online stands without a dossier; nothing was counted.
            let known = try await card(office)?.known ?? []
            #expect(known.filter { $0.facts == nil }.isEmpty)
        }
    }

    @Test func `time is two for an early dossier and none for a late one`() async throws {
        try await DossierTestOffice.run { office in
            let (early, late) = (try await office.receive(), try await office.receive())
            try await office.finish(early)
            #expect(try await score(.time, office)?.tenths == 20)
            try office.set("2017-07-12T09:00")
            try await office.finish(late)
            let score = try #require(try await score(.time, office))
            #expect(score.two == 1 && score.zero == 1 && score.tenths == 10)
        }
    }

    @Test func `the time of agencies is that of the steps they did`() async throws {
        try await DossierTestOffice.run { office in
            try await office.finish(try await office.receive())
            let rows = try await office.number(
                "SELECT count(*) AS n FROM workDone WHERE result IS NOT NULL")
            #expect(rows > 0)
            #expect(try await score(.agencyTime, office)?.base == rows)
        }
    }

    @Test func `papers asked for once cost a point of indicators 3 and 4`() async throws {
        try await DossierTestOffice.run { office in
            let (plain, asked) = (try await office.receive(), try await office.receive())
            try await office.finish(plain)
            try await office.advance(asked, times: 2)
            try await office.askPapers(asked)
            try await office.bringPapers(asked)
            try await office.finish(asked)
            for indicator in [Ratings.Indicator.supplements, .agencies] {
                let score = try #require(try await score(indicator, office))
                #expect(score.two == 1 && score.one == 1 && score.zero == 0)
            }
        }
    }

    @Test func `attitude has the rated dossiers as its base`() async throws {
        try await DossierTestOffice.run { office in
            let codes = [try await office.receive(), try await office.receive()]
            for code in codes { try await office.finish(code) }
            #expect(try await score(.attitude, office) == nil)
            _ = try await office.rate(codes[0])
            #expect(try await score(.attitude, office)?.tenths == 20)
            var answers = DossierTestOffice.contented
            answers[1].1 = "unsatisfied"
            _ = try await office.rate(codes[1], answers)
            let score = try #require(try await score(.attitude, office))
            #expect(score.two == 1 && score.zero == 1)
        }
    }

    @Test func `what the ledger does not know is not made up`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.finish(code)
            _ = try await office.rate(code)
            let card = try #require(try await card(office))
            #expect(card.known.map(\.indicator.rawValue) == [1, 2, 3, 4, 7, 8, 9])
            #expect(card.scores.allSatisfy { $0.facts?.entered == nil })
            #expect(card.grade != nil)
        }
    }
}
