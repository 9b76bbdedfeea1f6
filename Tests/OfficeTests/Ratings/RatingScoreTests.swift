// The figures of leaders against sums made by hand from the states, over random months.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Sums of ratings and indicators` {
    /// What one dossier adds, told from its state alone.
    private struct Told {
        let dossier: Dossiers.Dossier
        let rating: Ratings.Rating?
        let timeliness: Timeliness?
        let results: [StepResult]
    }

    private func told(_ code: String, _ office: DossierTestOffice) async throws -> Told {
        let dossier = try await office.state(code)
        let rating = try await office.rating(code)
        let record = try await office.record(code, as: "anh")
        return Told(
            dossier: dossier, rating: rating, timeliness: record.clock?.timeliness,
            results: (dossier.instance?.records ?? []).compactMap(\.result))
    }

    private func live(
        _ office: DossierTestOffice, _ chance: inout DossierTestChance
    ) async throws -> [String] {
        var codes: [String] = []
        for _ in 0..<9 {
            office.sources.set(office.now + chance.below(600))
            let code = try await office.receive {
                $0.process = chance.pick(["KS-01", "CT-02", "XN-03"])
            }
            codes.append(code)
            for _ in 0..<chance.below(12) {
                guard try await office.state(code).instance?.items.isEmpty == false else { break }
                let item = try await office.item(code)
                let asked = try await office.state(code).supplements.count
                if chance.below(5) == 0, asked == 0, item.offer == nil,
                    try await office.state(code).instance?.isClockEnded == false
                {
                    try await office.askPapers(code)
                    office.sources.set(office.now + chance.below(900))
                    try await office.bringPapers(code)
                }
                office.sources.set(office.now + chance.below(400))
                try await office.advance(code)
            }
            if try await office.state(code).status == .returned, chance.below(4) > 0 {
                let levels = (0..<4).map { _ in
                    chance.pick(["satisfied", "fair", "unsatisfied"])
                }
                let keys = ["time", "attitude", "visits", "guidance"]
                let answer = try await office.rate(
                    code, zip(keys, levels).map { ("q.\($0)", $1) })
                #expect(answer.status == .ok, "\(answer.text)")
            }
        }
        return codes
    }

    @Test(arguments: [11, 2_017, 808, 90_210])
    func `are those that the states give`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            var chance = DossierTestChance(seed: seed)
            let codes = try await live(office, &chance)
            var all: [Told] = []
            for code in codes { all.append(try await told(code, office)) }
            let ended = all.filter { $0.dossier.endMark != nil }
            let viewer = try await office.viewer("anh")
            let filter = Reports.Filter(period: try #require(Reports.Period("2017")).span)
            let figures = try await office.desk.read {
                try $0.ratingFigures(filter, .init(), for: viewer)
            }
            #expect(figures.ended == ended.count)
            expectCounts(figures, all.compactMap(\.rating))
            expectScores(figures.scorecards.first, ended, all)
        }
    }

    private func expectCounts(_ figures: Ratings.Figures, _ ratings: [Ratings.Rating]) {
        #expect(figures.total.ratings == ratings.count)
        for (index, count) in figures.total.counts.enumerated() {
            let levels = ratings.map { $0.sheet.answers[index].level }
            #expect(count.satisfied == levels.count { $0 == .satisfied })
            #expect(count.fair == levels.count { $0 == .fair })
            #expect(count.unsatisfied == levels.count { $0 == .unsatisfied })
        }
        for rows in [figures.byOffice, figures.byProcess] {
            #expect(rows.map(\.ratings).reduce(0, +) == ratings.count)
        }
    }

    private func expectScores(_ card: Ratings.Scorecard?, _ ended: [Told], _ all: [Told]) {
        func score(_ indicator: Ratings.Indicator) -> [Int] {
            let found = card?.scores.first { $0.indicator == indicator }
            return [found?.zero ?? 0, found?.one ?? 0, found?.two ?? 0]
        }
        func earned(_ points: [Int]) -> [Int] { (0...2).map { n in points.count { $0 == n } } }
        #expect(score(.time) == earned(ended.compactMap(\.timeliness).map(Ratings.points)))
        let steps = ended.flatMap(\.results).map { result in
            switch result {
            case .early: 2
            case .onTime: 1
            case .late: 0
            }
        }
        #expect(score(.agencyTime) == earned(steps))
        let asked = ended.map(\.dossier.supplements.count)
        #expect(score(.supplements) == earned(asked.map { Ratings.points(supplements: $0) }))
        #expect(score(.agencies) == earned(asked.map { Ratings.points(agenciesAfter: $0) }))
        let attitudes = all.compactMap { told -> Int? in
            guard let rating = told.rating, let timeliness = told.timeliness else { return nil }
            return Ratings.points(attitude: rating.sheet.answers[1].level, timeliness)
        }
        #expect(score(.attitude) == earned(attitudes))
    }

    @Test func `of two offices stand apart`() async throws {
        try await DossierTestOffice.run { office in
            let here = try await office.receive { $0.process = "CT-02" }
            try await office.finish(here)
            _ = try await office.rate(here)
            let there = try await office.receive(by: "la") {
                $0.process = "CT-02"
                $0.office = "r"
            }
            try await office.finish(there)
            var answers = DossierTestOffice.contented
            for index in answers.indices { answers[index].1 = "unsatisfied" }
            _ = try await office.rate(there, answers)
            let filter = Reports.Filter(period: try #require(Reports.Period("2017")).span)
            for (person, satisfied, name) in [
                ("anh", 1, "UBND phường A"), ("giang", 0, "UBND phường B"),
            ] as [(PersonID, Int, String)] {
                let viewer = try await office.viewer(person)
                let figures = try await office.desk.read {
                    try $0.ratingFigures(filter, .init(), for: viewer)
                }
                #expect(figures.total.ratings == 1)
                #expect(figures.total.counts[0].satisfied == satisfied)
                #expect(figures.scorecards.map(\.name) == [name])
            }
        }
    }
}

@Suite struct `Two who rate at once` {
    /// Twelve ratings sent together, to the nodes in turn.
    private static func rate(
        _ code: String, _ proof: String, by nodes: [DossierTestOffice]
    ) async throws -> [HTTPResponse.Status] {
        try await `Guessing digits`.atOnce(12) { number in
            var answers = DossierTestOffice.contented
            answers[0].1 = ["satisfied", "fair", "unsatisfied"][number % 3]
            let answer = try await nodes[number % nodes.count].rate(
                code, answers, comment: "lời \(number)", proof: proof)
            return answer.status
        }
    }

    @Test func `make one rating, and the later one is a change or told to try again`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.finish(code)
            let proof = try await office.proof(of: code)
            let other = try office.node()
            let statuses = try await Self.rate(code, proof, by: [office, other])
            #expect(statuses.allSatisfy { $0 == .ok || $0 == .unprocessableContent })
            let entries = try await office.desk.read {
                try $0.reader.entries(of: "rating/\(code)", after: 0, limit: 100).map(\.type)
            }
            #expect(entries.first == "rating.given")
            #expect(entries.dropFirst().allSatisfy { $0 == "rating.changed" })
            let kept = try await office.number(
                """
                SELECT count(*) AS n FROM personalValue
                WHERE stream = ? AND erasedAt IS NULL
                """, [.text("rating/\(code)")])
            #expect(kept == 1, "only the last words are kept")
            #expect(try await office.number("SELECT count(*) AS n FROM ratingAnswer") == 4)
            let replay = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(replay.isClean)
        }
    }
}
