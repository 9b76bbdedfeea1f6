// Outages at the desk: what they do to lateness, and that they do nothing else.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `An outage at the desk` {
    private static let declaration = OutageSamples.declaration()

    @Test func `takes its time from the unit once it is approved, and gives it back`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.receiveLate()
            let before = try await office.state(code)
            office.sources.set(LatenessSamples.moment("6T12:00"))
            try await office.perform(.declare(Self.declaration), by: "tam")
            #expect(try await office.latenessRows(code) == "held p.tp 180", "nobody approved it")
            try await office.perform(.approve(1), by: "anh")
            // 240 minutes of the outage and 760 beyond the time of the step; late by 180.
            #expect(try await office.latenessRows(code) == "held p.tp 137, outage p.tp 43")
            let shown = try #require(try await office.lateness(code))
            #expect(shown.total == 180 && office.words(shown) == "held p.tp 137, outage p.tp 43")
            #expect(try await office.state(code) == before, "the dossier knows nothing of it")
            try await office.perform(.withdraw(1, reason: "nhầm ngày"), by: "tam")
            #expect(try await office.latenessRows(code) == "held p.tp 180")
            let report = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(report.isClean, "\(report.findings)")
        }
    }

    @Test func `changes no appointment`() async throws {
        try await DossierTestOffice.run { office in
            office.sources.set(LatenessSamples.moment("3T09:00"))
            let code = try await office.receive()
            office.sources.set(LatenessSamples.moment("4T14:00"))
            let due = try await office.record(code, as: "chi").clock?.dueAt
            try await office.perform(.declare(OutageSamples.declaration(.all, nil)), by: "anh")
            try await office.perform(.approve(1), by: "pho")
            #expect(try await office.record(code, as: "chi").clock?.dueAt == due)
            #expect(due == LatenessSamples.moment("5T17:30"))
        }
    }

    @Test func `counts also when it is approved before the dossier ends`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.play(code, "3T09:20", "3T10:00")
            office.sources.set(LatenessSamples.moment("4T14:00"))
            try await office.perform(.declare(Self.declaration), by: "tam")
            try await office.perform(.approve(1), by: "anh")
            try await office.play(code, "6T10:00", "6T10:30", "6T11:00")
            #expect(try await office.latenessRows(code) == "held p.tp 137, outage p.tp 43")
        }
    }

    @Test func `of another unit or another time leaves it as it is`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receiveLate()
            office.sources.set(LatenessSamples.moment("6T14:00"))
            try await office.perform(
                .declare(OutageSamples.declaration(.unit, "p.mc", from: "4T08:00")), by: "binh")
            try await office.perform(.approve(1), by: "anh")
            #expect(try await office.latenessRows(code) == "held p.tp 180")
            try await office.perform(
                .declare(
                    OutageSamples.declaration(.all, nil, from: "6T13:30", until: "6T14:00")),
                by: "anh")
            try await office.perform(.approve(2), by: "pho")
            #expect(try await office.latenessRows(code) == "held p.tp 180", "it was over by then")
        }
    }

    @Test func `is one for a form sent twice`() async throws {
        try await DossierTestOffice.run { office in
            try office.set("2017-07-04T14:00")
            let fields = [
                ("kind", "power"), ("scope", "unit"), ("unit", "p.tp"),
                ("from", "2017-07-04T08:00"), ("until", "2017-07-04T12:00"),
                ("reason", "Mất điện"), ("evidence", "BB 12"), ("key", "k"),
            ]
            for _ in 0..<2 {
                let answer = try await office.post("/outages", as: "tam", fields)
                #expect(answer.location == "/outages")
            }
            let book = try await office.desk.read { try $0.outageBook() }
            #expect(book.outages.count == 1)
        }
    }

    @Test(arguments: [5, 77] as [UInt64])
    func `by chance: rows, book and replay agree`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            var chance = DossierTestChance(seed: seed)
            let codes = [try await office.receiveLate(), try await office.receiveLate()]
            office.sources.set(LatenessSamples.moment("7T17:00"))
            var (done, count) = (0, 0)
            for _ in 0..<60 {
                let number = 1 + chance.below(max(1, count))
                let from = LatenessSamples.moment("3T08:00") + chance.below(4 * 1_440)
                let command: Outages.Command
                switch chance.below(5) {
                case 0, 1:
                    var declaration = OutageSamples.declaration()
                    declaration.from = from
                    declaration.until = from + 1 + chance.below(600)
                    command = .declare(declaration)
                case 2, 3: command = .approve(number)
                default: command = .withdraw(number, reason: "nhầm")
                }
                do {
                    try await office.perform(command, by: chance.pick(["tam", "anh", "pho"]))
                    done += 1
                } catch is Outages.Rejection {}
                count = try await office.desk.read { try $0.outageBook().outages.count }
            }
            #expect(done > 15, "\(done) were taken")
            for code in codes {
                let shown = try #require(try await office.lateness(code))
                #expect(try await office.latenessRows(code) == office.words(shown))
                #expect(shown.total == 180)
            }
            let report = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(report.isClean, "\(report.findings)")
        }
    }
}
