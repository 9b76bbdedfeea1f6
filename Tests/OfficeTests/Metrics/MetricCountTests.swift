// What the office counts itself: each number from its records, and the records behind it.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Counting metrics` {
    @Test func `in an office without records gives no share, and makes none up`() async throws {
        try await DossierTestOffice.run { office in
            let figures = try await office.metrics()
            #expect(figures.lines.map(\.metric.number) == Array(1...24))
            for line in figures.lines {
                switch line.metric.basis {
                case .counted: #expect(line.standing == .nothing, "\(line.metric.number)")
                case .entered: #expect(line.standing == .missing, "\(line.metric.number)")
                case .province: #expect(line.standing == .province, "\(line.metric.number)")
                }
                #expect(line.shares.allSatisfy { $0.whole == 0 && $0.part == 0 })
                #expect(line.entry == nil)
            }
        }
    }

    @Test func `5: early, on time and open in time, of what was received and handled`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let early = try await office.receive()
            try await office.finish(early)
            let late = try await office.receive()
            try await office.receive()
            try office.set("2017-07-12T09:00")
            try await office.finish(late)
            try await office.receive()
            let parts = try await office.parts(5, period: "2017-07")
            #expect(
                parts == ["early": 1, "onTime": 0, "openInTime": 1, "late": 1, "overdue": 1])
            let share = try await office.share(5, period: "2017-07")
            #expect(share.part == 2 && share.whole == 4)
        }
    }

    @Test func `5: who waits for the citizen is in time, and who has no limit is left out`()
        async throws
    {
        try await DossierTestOffice.run { office in
            try await office.publish(DossierExtraSamples.withinTotal("NH-05", total: nil))
            let waiting = try await office.receive()
            try await office.advance(waiting, times: 2)
            try await office.askPapers(waiting)
            let free = try await office.receive { $0.process = "NH-05" }
            try await office.act(.close(.refused, reason: "x"), on: free, by: "chi")
            try office.set("2017-07-25T09:00")
            let parts = try await office.parts(5, period: "2017-07")
            #expect(parts["openInTime"] == 1 && parts["overdue"] == 0)
            #expect(try await office.share(5, period: "2017-07").whole == 1)
        }
    }

    @Test func `10: three shares of one whole`() async throws {
        try await DossierTestOffice.run { office in
            for channel in [Dossiers.Channel.online, .online, .post, .counter] {
                try await office.receive { $0.channel = channel }
            }
            let shares = try await office.metric(10).line.shares
            #expect(shares.map(\.key) == ["online", "counter", "post"])
            #expect(shares.map(\.part) == [2, 1, 1])
            #expect(shares.map(\.whole) == [4, 4, 4])
            #expect(try await office.metric(10, period: "2016").line.standing == .nothing)
        }
    }

    @Test func `12: dossiers that ended, with a file of a paper`() async throws {
        try await DossierTestOffice.run { office in
            let (scanned, plain) = (try await office.receive(), try await office.receive())
            try await office.add(AttachmentSamples.pdf(), to: scanned)
            let open = try await office.receive()
            try await office.add(AttachmentSamples.pdf(), to: open)
            #expect(try await office.share(12).whole == 0)
            try await office.finish(scanned)
            try await office.finish(plain)
            #expect(try await office.parts(12) == ["digitised": 1, "onPaper": 1])
            let records = try await office.metric(12, part: "digitised").records
            #expect(records.map(\.code) == [scanned])
        }
    }

    @Test func `21: petitions in time, ended or open, of those received`() async throws {
        try await DossierTestOffice.run { office in
            let (answered, late) = (try await office.petition(), try await office.petition())
            try await office.petition()
            for code in [answered, late] {
                try await office.petitionAct(.assign("ha"), on: code, by: "anh")
            }
            try await office.petitionAct(.answer("Xin lỗi.", nil), on: answered, by: "ha")
            #expect(
                try await office.parts(21)
                    == ["endedInTime": 1, "openInTime": 2, "endedLate": 0, "openLate": 0])
            try office.set("2017-08-15T09:00")
            try await office.petitionAct(.answer("Xin lỗi.", nil), on: late, by: "ha")
            #expect(
                try await office.parts(21)
                    == ["endedInTime": 1, "openInTime": 0, "endedLate": 1, "openLate": 1])
            let figures = try await office.metrics()
            #expect(figures.lines[20].shares.first?.part == 1)
            let records = try await office.metric(21, part: "endedLate").records
            #expect(records.map(\.code) == [late])
            #expect(records.allSatisfy { $0.title.isEmpty }, "no line of a sender")
            #expect(try await office.share(21, period: "2017-08").whole == 0)
        }
    }

    @Test func `21: agrees with the page of petitions by month`() async throws {
        try await DossierTestOffice.run { office in
            var chance = DossierTestChance(seed: 5)
            for _ in 0..<20 {
                office.sources.set(office.now + chance.below(3_000))
                let code = try await office.petition(chance.pick(Petitions.Kind.allCases))
                if chance.below(2) == 0 {
                    try await office.petitionAct(.assign("anh"), on: code, by: "anh")
                    office.sources.set(office.now + chance.below(40_000))
                    try await office.petitionAct(.answer("Đây.", nil), on: code, by: "anh")
                }
            }
            let (viewer, now) = (try await office.viewer("anh"), office.now)
            let span = try #require(Reports.Period("\(now.day.year)")).span
            let months = try await office.desk.read {
                try $0.petitionFigures(ofOffice: "p", span, for: viewer, at: now)
            }
            let share = try await office.share(21, period: "\(now.day.year)")
            #expect(share.whole == months.total.received)
            #expect(share.part == months.total.inTime)
        }
    }

    @Test func `23: what ended, without late ones and those somebody was not content with`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let codes = [
                try await office.receive(), try await office.receive(),
                try await office.receive(), try await office.receive(),
            ]
            for code in codes.prefix(3) { try await office.finish(code) }
            _ = try await office.rate(codes[0])
            var answers = DossierTestOffice.contented
            answers[1].1 = "unsatisfied"
            _ = try await office.rate(codes[1], answers)
            try office.set("2017-07-12T09:00")
            try await office.finish(codes[3])
            #expect(
                try await office.parts(23) == ["notTakenOff": 2, "late": 1, "unsatisfied": 1])
            let share = try await office.share(23)
            #expect(share.part == 2 && share.whole == 4)
            let records = try await office.metric(23, part: "unsatisfied").records
            #expect(records.map(\.code) == [codes[1]])
        }
    }

    @Test func `24: dossiers paid over a bank, of those paid`() async throws {
        try await DossierTestOffice.run { office in
            let (cash, bank) = (try await office.receive(), try await office.receive())
            let unpaid = try await office.receive()
            for code in [cash, bank, unpaid] { try await office.ask(code) }
            try await office.confirm(cash)
            try await office.pay(
                .confirm(
                    bank, 1,
                    .init(way: .bank, amount: 8_000, day: office.now.day, receipt: "BL 2")))
            #expect(try await office.parts(24) == ["transfer": 1, "cash": 1])
            let records = try await office.metric(24, part: "transfer").records
            #expect(records.map(\.code) == [bank])
            #expect(records.first?.at?.day == office.now.day)
            // A dossier counts once, however many payments it had.
            try await office.ask(bank, reason: "Bản sao nữa")
            try await office.confirm(bank, 2)
            #expect(try await office.parts(24) == ["transfer": 1, "cash": 1])
        }
    }

    @Test func `3: procedures with all the parts that the decree wants`() async throws {
        try await DossierTestOffice.run { office in
            #expect(try await office.metric(3).line.standing == .nothing)
            try await office.issue(ProcedureSamples.birth)
            var lacking = ProcedureSamples.certification
            lacking.results = []
            try await office.issue(lacking)
            #expect(try await office.parts(3) == ["whole": 1, "lacking": 1])
            let records = try await office.metric(3, part: "lacking").records
            #expect(records.map(\.code) == ["CT-02"])
            #expect(records.first?.lacking == ["results"])
            #expect(records.first?.kind == .procedure)
            let whole = try await office.metric(3, part: "whole").records
            #expect(whole.map(\.code) == ["KS-01"])
        }
    }

    @Test func `3: nothing is whole without sheet and process`() {
        #expect(
            Metrics.lacking(nil, nil) == [
                "title", "steps", "channels", "components", "term", "subjects", "agency",
                "results",
            ])
        #expect(
            Metrics.lacking(ProcedureSamples.birth, DossierTestSamples.processes[0]).isEmpty)
        var version = DossierTestSamples.processes[0]
        version.total = nil
        version.components = []
        #expect(Metrics.lacking(ProcedureSamples.birth, version) == ["components", "term"])
    }
}

@Suite struct `Records of metrics` {
    /// All pages of one part.
    private func records(
        _ office: DossierTestOffice, _ number: Int, _ part: String, _ period: String
    ) async throws -> [String] {
        var codes: [String] = []
        var key: String?
        repeat {
            let page = try await office.metric(
                number, period: period, part: part, after: key)
            codes += page.records.map(\.code)
            key = page.next
        } while key != nil
        return codes
    }

    @Test(arguments: [4, 24] as [UInt64])
    func `are as many as the number says, each in one part`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            try await office.fillByChance(seed, count: 60)
            for _ in 0..<4 { try await office.petition() }
            var opened = 0
            for period in ["2017", "2017-07", "2017-06", "2017-H1", "2017-08"] {
                for line in try await office.metrics(period: period).lines {
                    for share in line.shares {
                        var all: [String] = []
                        for part in share.parts {
                            let found = try await records(
                                office, line.metric.number, part.key, period)
                            #expect(
                                found.count == part.count,
                                "\(line.metric.number) \(part.key) \(period)")
                            all += found
                            opened += 1
                        }
                        #expect(all.count == share.whole)
                        #expect(Set(all).count == all.count, "in one part")
                    }
                }
            }
            #expect(opened > 50)
        }
    }

    @Test func `go on from a key`() async throws {
        try await DossierTestOffice.run { office in
            for _ in 0..<(Metrics.recordPage + 2) {
                try await office.receive { $0.process = "CT-02" }
            }
            let first = try await office.metric(10, part: "counter")
            #expect(first.records.count == Metrics.recordPage)
            let key = try #require(first.next)
            let second = try await office.metric(10, part: "counter", after: key)
            #expect(second.records.count == 2 && second.next == nil)
            #expect(Set((first.records + second.records).map(\.code)).count == 52)
        }
    }

    @Test(arguments: ["khong-co", "", "early' OR 1=1", "unclassed"])
    func `of a part that is none are not told`(_ part: String) async throws {
        try await DossierTestOffice.run { office in
            try await office.receive()
            let page = try await office.metric(5, part: part)
            #expect(page.part == nil && page.records.isEmpty)
        }
    }

    @Test func `of another office are never among them`() async throws {
        try await DossierTestOffice.run { office in
            try await office.receive(by: "la") {
                $0.office = "r"
                $0.process = "CT-02"
            }
            #expect(try await office.share(10).whole == 0)
            let page = try await office.metric(10, as: "giang", part: "counter")
            #expect(page.records.count == 1)
        }
    }
}
