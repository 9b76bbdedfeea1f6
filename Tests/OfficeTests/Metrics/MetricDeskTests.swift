// Metrics at the desk, on both stores: who may, what is written, and that replay gives the same.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Metrics at the desk` {
    @Test func `a value is entered and read with who entered it and when`() async throws {
        try await DossierTestOffice.run { office in
            try await office.metricAct(.enter(MetricSamples.value))
            let line = try await office.metric(11).line
            #expect(line.standing == .entered)
            #expect(line.shares.map(\.part) == [925] && line.shares.map(\.whole) == [1_000])
            let entry = try #require(line.entry)
            #expect(entry.by == "Người anh" && entry.at == office.now)
            #expect(entry.source == MetricSamples.value.source)
            try await office.expectProven()
        }
    }

    @Test func `a value is of its period and its office alone`() async throws {
        try await DossierTestOffice.run { office in
            try await office.metricAct(.enter(MetricSamples.value))
            #expect(try await office.metric(11, period: "2017-H1").line.standing == .missing)
            #expect(try await office.metric(13).line.standing == .missing)
            #expect(
                try await office.metric(11, as: "giang", office: "r").line.standing == .missing)
        }
    }

    @Test(
        arguments: [
            ("anh", "p", true), ("pho", "p", true), ("binh", "p", false), ("chi", "p", false),
            ("tam", "p", false), ("ha", "p", false), ("giang", "p", false), ("giang", "r", true),
            ("la", "r", false), ("anh", "r", false), ("la-mat", "p", false),
        ] as [(PersonID, UnitID, Bool)])
    func `leaders of the office enter, and nobody else`(
        _ person: PersonID, _ unit: UnitID, _ may: Bool
    ) async throws {
        try await DossierTestOffice.run { office in
            let before = try await office.sequence()
            do {
                try await office.metricAct(.enter(MetricSamples.value), by: person, of: unit)
                #expect(may)
            } catch let refusal as Metrics.Rejection {
                #expect(!may && refusal == .mayNotEnter)
                #expect(try await office.sequence() == before)
            }
        }
    }

    @Test func `who reads the figures of the office enters too`() async throws {
        try await DossierTestOffice.run { office in
            for command in OrganisationTestState.staffCommands {
                _ = try await office.desk.perform(
                    .people(command), by: nil, at: office.sources.now)
            }
            try await office.metricAct(.enter(MetricSamples.value), by: "so")
            #expect(try await office.metric(11, as: "so").line.standing == .entered)
        }
    }

    @Test(arguments: ["p.mc", "p.tp", "khong-co", "", "' OR 1=1"] as [UnitID])
    func `only an office has metrics`(_ unit: UnitID) async throws {
        try await DossierTestOffice.run { office in
            await #expect(throws: Metrics.Rejection.mayNotEnter) {
                try await office.metricAct(.enter(MetricSamples.value), of: unit)
            }
        }
    }

    @Test func `nobody at all enters nothing`() async throws {
        try await DossierTestOffice.run { office in
            await #expect(throws: Metrics.Rejection.mayNotEnter) {
                try await office.metricAct(.enter(MetricSamples.value), by: nil)
            }
        }
    }

    @Test func `a command sent twice enters once`() async throws {
        try await DossierTestOffice.run { office in
            let first = try await office.metricAct(.enter(MetricSamples.value), key: "k")
            let second = try await office.metricAct(.enter(MetricSamples.value), key: "k")
            #expect(first == second && first.version == 1)
            // The same value under another key tells nothing new.
            let third = try await office.metricAct(.enter(MetricSamples.value), key: "other")
            #expect(third.version == 1)
            #expect(try await office.metricBook().entries.count == 1)
        }
    }

    @Test func `a value is replaced and taken back, and all of it stays in the history`()
        async throws
    {
        try await DossierTestOffice.run { office in
            try await office.metricAct(.enter(MetricSamples.value))
            var second = MetricSamples.value
            second.part = 930
            try office.set("2017-07-04T10:00")
            try await office.metricAct(.enter(second), by: "pho")
            #expect(try await office.share(11).part == 930)
            try await office.metricAct(
                .withdraw(metric: 11, period: "2017", reason: "Nhập nhầm kỳ"))
            let page = try await office.metric(11)
            #expect(page.line.standing == .missing && page.line.entry == nil)
            #expect(page.history.map(\.part) == [930, 925])
            #expect(page.history[0].withdrawnBy == "Người anh")
            #expect(page.history[0].reason == "Nhập nhầm kỳ")
            #expect(page.history[0].by == "Người pho" && page.history[1].reason == nil)
            try await office.expectProven()
        }
    }

    @Test func `two leaders who enter at once are told one after the other`() async throws {
        try await DossierTestOffice.run { office in
            let other = try office.node()
            var second = MetricSamples.value
            second.part = 930
            let value = second
            async let a = office.metricAct(.enter(MetricSamples.value), by: "anh")
            async let b = other.metricAct(.enter(value), by: "pho")
            let versions = try await [a.version, b.version].sorted()
            #expect(versions == [1, 2])
            #expect(try await office.metricBook() == other.metricBook())
            #expect(try await office.metricBook().entries.count == 2)
            try await office.expectProven()
        }
    }

    @Test func `an altered state row is named`() async throws {
        try await DossierTestOffice.run { office in
            // Past the number of entries after which a state is saved.
            for number in 0...Metrics.Book.savedEvery {
                var value = MetricSamples.value
                value.part = number
                try await office.metricAct(.enter(value))
            }
            try await office.expectProven()
            _ = try await office.desk.store.write {
                try $0.execute(
                    "UPDATE streamState SET version = version - 1 WHERE stream = ?",
                    [.text(Metrics.stream(of: "p"))])
            }
            let found = try await office.desk.read { try LedgerReplay.run($0) }.findings
            #expect(found.map(\.stream) == ["metric/p"])
        }
    }

    @Test func `figures are for leaders and those who read figures, of offices they see`()
        async throws
    {
        try await DossierTestOffice.run { office in
            for person: PersonID in ["binh", "chi", "tam", "ha", "ke", "la"] {
                await #expect(throws: Metrics.Rejection.mayNotSee) {
                    try await office.metrics(as: person)
                }
                await #expect(throws: Metrics.Rejection.mayNotSee) {
                    try await office.metric(5, as: person)
                }
            }
            await #expect(throws: Reports.Rejection.officeUnknown("r")) {
                try await office.metrics(office: "r")
            }
            await #expect(throws: Reports.Rejection.officeUnknown("p.mc")) {
                try await office.metrics(office: "p.mc")
            }
            let other = try await office.metrics(as: "giang")
            #expect(other.scope.office == "r")
            await #expect(throws: Metrics.Rejection.unknown(25)) { try await office.metric(25) }
        }
    }
}

@Suite struct `Metrics by chance` {
    private static let periods = ["2017", "2017-H1", "2017-06", "2016"]

    /// Most are allowed, so that the walk goes on.
    private func act(_ chance: inout DossierTestChance) -> Metrics.Act {
        let isOdd = chance.below(5) == 0
        let number = isOdd ? chance.below(27) : chance.pick(MetricSamples.entered.suffix(5) + [1])
        let period = chance.below(12) == 0 ? "2017-Q4" : chance.pick(Self.periods)
        if chance.below(6) == 0 {
            return .withdraw(
                metric: number, period: period, reason: chance.pick(["", "Sai", "Nhầm kỳ"]))
        }
        let whole = 1 + chance.below(12)
        let part = chance.below(12) == 0 ? whole + 1 : chance.below(whole + 1)
        return .enter(
            .init(
                metric: number, period: period, part: part, whole: whole,
                source: chance.pick(["Báo cáo", "Cổng", "Báo cáo 2", "Sổ", "Sổ 2", ""])))
    }

    @Test(arguments: [1, 766, 2_026] as [UInt64])
    func `keep one value a period, the same on every node and in the ledger`(
        _ seed: UInt64
    ) async throws {
        try await DossierTestOffice.run { office in
            var chance = DossierTestChance(seed: seed)
            let nodes = [office, try office.node()]
            var (done, refused) = (0, 0)
            var model: [String: Int] = [:]
            for _ in 0..<300 {
                office.sources.set(office.now + 1 + chance.below(60))
                let act = act(&chance)
                let before = try await office.sequence()
                do {
                    try await chance.pick(nodes).metricAct(
                        act, by: chance.pick(["anh", "pho", "pho", "anh", "chi"]))
                    done += 1
                    switch act {
                    case .enter(let value): model["\(value.metric) \(value.period)"] = value.part
                    case .withdraw(let metric, let period, _): model["\(metric) \(period)"] = nil
                    }
                } catch is Metrics.Rejection {
                    refused += 1
                    #expect(try await office.sequence() == before, "refused leaves nothing")
                }
            }
            #expect(done > 100 && refused > 30, "\(done) done, \(refused) refused")
            let book = try await nodes[0].metricBook()
            #expect(try await nodes[1].metricBook() == book)
            for number in MetricSamples.entered {
                for period in Self.periods {
                    let entry = book.entry(number, period)
                    #expect(entry?.value.part == model["\(number) \(period)"])
                    if let value = entry?.value {
                        #expect(value.whole > 0 && value.part <= value.whole)
                        #expect(!value.source.isEmpty)
                    }
                }
            }
            try await office.expectProven()
        }
    }
}
