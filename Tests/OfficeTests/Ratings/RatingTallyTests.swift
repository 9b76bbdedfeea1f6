// What one dossier adds to the indicators, told from its state alone.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `What a dossier adds to the indicators` {
    private func tally(
        _ code: String, _ office: DossierTestOffice
    ) async throws -> [Ratings.TallyKey: Int] {
        Ratings.tally(of: try await office.state(code))
    }

    @Test func `is nothing while it is open`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            #expect(try await tally(code, office).isEmpty)
            try await office.advance(code, times: 2)
            #expect(try await tally(code, office).isEmpty)
            #expect(try await office.number("SELECT count(*) AS n FROM dossierScore") == 0)
        }
    }

    @Test func `begins on the day on which the result was ready`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            while try await office.state(code).endMark == nil { try await office.advance(code) }
            let days = try await tally(code, office).keys.map(\.day)
            #expect(Set(days) == [office.now.day])
            try office.set("2017-07-20T09:00")
            try await office.finish(code)
            let later = try await tally(code, office).keys.map(\.day)
            #expect(Set(later.map(\.text)) == ["2017-07-03"], "when it was fetched is no matter")
        }
    }

    @Test func `has one mark for the papers and one for each step with a time`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.finish(code)
            let tally = try await tally(code, office)
            let papers = tally.filter { $0.key.indicator == .supplements }
            #expect(papers.values.reduce(0, +) == 1)
            #expect(papers.keys.first?.points == 2)
            let steps = tally.filter { $0.key.indicator == .agencyTime }
            let records = try await office.state(code).instance?.records ?? []
            #expect(steps.values.reduce(0, +) == records.compactMap(\.result).count)
        }
    }

    @Test(arguments: [(0, 2), (1, 1), (2, 0), (9, 0)])
    func `loses a point for each time papers were asked for`(_ asked: Int, _ points: Int) {
        #expect(Ratings.points(supplements: asked) == points)
        #expect(Ratings.points(agenciesAfter: asked) == (asked == 0 ? 2 : 1))
    }

    @Test(arguments: [(StepResult.early, 2), (.onTime, 1), (.late, 0)])
    func `judges a step by its own time`(_ result: StepResult, _ points: Int) {
        #expect(Ratings.points(result) == points)
    }

    @Test func `of two dossiers on one day stand in one row`() async throws {
        try await DossierTestOffice.run { office in
            for _ in 0..<2 {
                let code = try await office.receive { $0.process = "CT-02" }
                try await office.finish(code)
            }
            let rows = try await office.number(
                "SELECT count(*) AS n FROM dossierScore WHERE indicator = 3")
            #expect(rows == 1)
            let amount = try await office.number(
                "SELECT amount AS n FROM dossierScore WHERE indicator = 3")
            #expect(amount == 2)
        }
    }

    @Test func `a refused command counts nothing`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.finish(code)
            let before = try await office.dumpOfReadTables()["dossierScore"]
            await #expect(throws: (any Error).self) {
                try await office.act(.close(.refused, reason: "x"), on: code, by: "anh")
            }
            #expect(try await office.dumpOfReadTables()["dossierScore"] == before)
        }
    }
}
