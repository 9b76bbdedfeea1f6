// Entered scores on the store and in the ledger: shapes that stay, two who enter, random periods.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Entered scores` {
    private func enter(
        _ indicator: Ratings.Indicator, _ points: Int, _ period: String,
        by person: PersonID = "anh", in unit: UnitID = "p", grounds: String = "Biên bản",
        office: DossierTestOffice
    ) async throws {
        let entry = Ratings.ScoreEntry(
            office: unit, indicator: indicator, period: Reports.Period(period)?.span,
            points: points, grounds: grounds)
        _ = try await office.desk.perform(
            .ratings(.enterScore(entry)), by: Actor(person), at: office.sources.now)
    }

    private func score(
        _ indicator: Ratings.Indicator, _ period: String, _ office: DossierTestOffice,
        as person: PersonID = "anh"
    ) async throws -> Ratings.Score? {
        let (viewer, now) = (try await office.viewer(person), office.now)
        let filter = Reports.Filter(period: try #require(Reports.Period(period)).span)
        return try await office.desk.read {
            try $0.ratingFigures(filter, .init(), for: viewer, at: now)
        }.scorecards.first?.scores.first { $0.indicator == indicator }
    }

    @Test func `hold for their period, and for the time it is a part of`() async throws {
        try await DossierTestOffice.run { office in
            try await enter(.publicity, 1, "2017-Q1", office: office)
            try await enter(.publicity, 2, "2017-Q2", office: office)
            #expect(try await score(.publicity, "2017-Q1", office)?.points == 1)
            #expect(try await score(.publicity, "2017-Q2", office)?.points == 2)
            #expect(try await score(.publicity, "2017-H1", office)?.points == 2, "the latest part")
            #expect(try await score(.publicity, "2017", office)?.points == 2)
            #expect(try await score(.publicity, "2017-04", office) == nil)
            #expect(try await score(.publicity, "2016", office) == nil)
        }
    }

    @Test func `of the whole period come before those of a part`() async throws {
        try await DossierTestOffice.run { office in
            try await enter(.oneStop, 0, "2017-07", office: office)
            try await enter(.oneStop, 2, "2017-Q3", office: office)
            #expect(try await score(.oneStop, "2017-Q3", office)?.points == 2)
            #expect(try await score(.oneStop, "2017-07", office)?.points == 0)
        }
    }

    @Test func `are corrected by another, whose name stands there then`() async throws {
        try await DossierTestOffice.run { office in
            try await enter(.publicity, 2, "2017-Q3", office: office)
            office.sources.set(office.now + 60)
            try await enter(.publicity, 1, "2017-Q3", by: "pho", office: office)
            let entered = try #require(
                try await score(.publicity, "2017-Q3", office)?.facts?.entered)
            #expect(entered.by == "Người pho" && entered.at == office.now)
            let kept = try await office.desk.read {
                try $0.reader.entries(of: "scores/p", after: 0, limit: 9).map(\.actor)
            }
            #expect(kept == ["anh", "pho"], "the ledger tells both")
        }
    }

    @Test func `of one office are not those of another`() async throws {
        try await DossierTestOffice.run { office in
            try await enter(.publicity, 2, "2017-Q3", office: office)
            #expect(try await score(.publicity, "2017-Q3", office, as: "giang") == nil)
            await #expect(throws: Ratings.Rejection.mayNotEnter) {
                try await enter(.publicity, 0, "2017-Q3", by: "giang", office: office)
            }
            await #expect(throws: Ratings.Rejection.mayNotEnter) {
                try await enter(.publicity, 0, "2017-Q3", in: "r", office: office)
            }
        }
    }

    @Test func `count in the sum and in the class of the office`() async throws {
        try await DossierTestOffice.run { office in
            try await enter(.publicity, 2, "2017-Q3", office: office)
            try await enter(.oneStop, 1, "2017-Q3", office: office)
            let (viewer, now) = (try await office.viewer("anh"), office.now)
            let filter = Reports.Filter(period: try #require(Reports.Period("2017-Q3")).span)
            let card = try await office.desk.read {
                try $0.ratingFigures(filter, .init(), for: viewer, at: now)
            }.scorecards.first
            #expect(card?.sum == 30 && card?.known.count == 2)
            #expect(card?.converted == 135 && card?.grade == .good)
        }
    }

    @Test(arguments: [6, 2_018] as [UInt64])
    func `of random leaders and periods are the last of each`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            var chance = DossierTestChance(seed: seed)
            let periods = ["2017-Q1", "2017-Q2", "2017-Q3", "2017", "2016"]
            var last: [String: Int] = [:]
            for number in 0..<60 {
                office.sources.set(office.now + chance.below(40))
                let indicator = chance.pick(Ratings.enteredIndicators)
                let (period, points) = (chance.pick(periods), chance.below(3))
                try await enter(
                    indicator, points, period, by: chance.pick(["anh", "pho"]),
                    grounds: "Lần \(number)", office: office)
                last["\(indicator) \(period)"] = points
            }
            for indicator in Ratings.enteredIndicators {
                for period in ["2017-Q1", "2017-Q2", "2017-Q3", "2016"] {
                    let expected = last["\(indicator) \(period)"]
                    #expect(
                        try await score(indicator, period, office)?.points == expected,
                        "\(indicator) \(period)")
                }
            }
            let rows = try await office.number("SELECT count(*) AS n FROM enteredScore")
            #expect(rows == last.count)
            let replay = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(replay.isClean, "\(replay.findings)")
        }
    }

    @Test func `shapes in the ledger are for ever`() throws {
        let day = try #require(DayNumber("2017-07-01"))
        let event = Ratings.ScoreEvent.entered(
            score: .init(
                indicator: .publicity, from: day, through: day + 91, points: 2,
                grounds: "Biên bản", by: "anh", at: LocalMinute(startOf: day) + 540))
        let entry = try EventEncoding.entry(of: event, feature: Ratings.scoreFeature)
        #expect(entry.type == "scores.entered")
        guard case .nested(let score)? = entry.payload.fields.first?.value else {
            Issue.record("no score")
            return
        }
        #expect(
            score.fields.map(\.key).joined(separator: " ")
                == "at by from grounds indicator points through")
        let back = try EventDecoding.event(
            Ratings.ScoreEvent.self, entryType: entry.type, payload: entry.payload,
            feature: Ratings.scoreFeature)
        #expect(back == event)
    }

    @Test func `every refusal has a sentence in both languages and a field`() {
        let refusals: [(Ratings.Rejection, String?)] = [
            (.mayNotEnter, nil), (.scoreCounted, "indicator"), (.scoreMissing, "points"),
            (.scorePeriodUnknown, "period"), (.scorePeriodAhead, "period"),
            (.groundsMissing, "grounds"), (.groundsTooLong, "grounds"),
        ]
        for (refusal, field) in refusals {
            #expect(refusal.field == field)
            #expect(refusal.sentence.vi != refusal.sentence.en)
            #expect(refusal.code.hasPrefix("ratings."))
        }
        #expect(Set(refusals.map(\.0.sentence.vi)).count == refusals.count)
    }
}
