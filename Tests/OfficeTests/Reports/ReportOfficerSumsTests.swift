// Sums by focal point against counting by hand, for a register of invented dossiers, and against
// the sums of the offices, which come from other tables.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Sums by focal point` {
    /// Focal points by turns; one is nobody, one is unknown to the organisation.
    private static let people: [PersonID] = ["chi", "binh", "", "la-mat", "ha", "chi"]

    private static func person(of number: Int) -> PersonID { people[number % people.count] }

    private func withOffice(
        _ seed: UInt64, _ body: (ProcessTestOffice, [ReportSample]) async throws -> Void
    ) async throws {
        let office = try await ProcessTestOffice.open()
        let samples = ReportSample.some(300, seed: seed)
        try await office.desk.store.write { transaction in
            for (number, sample) in samples.enumerated() {
                try sample.insert(in: transaction)
                try transaction.execute(
                    "UPDATE dossier SET focalPoint = ? WHERE code = ?",
                    [.text(Self.person(of: number).rawValue), .text(sample.code)])
            }
        }
        try await body(office, samples)
        try await office.close()
    }

    /// The same sums, dossier by dossier.
    private func byHand(
        _ filter: Reports.Filter, now: LocalMinute, of samples: [ReportSample],
        _ isSeen: (ReportSample) -> Bool
    ) -> [PersonID: Reports.Sums] {
        let span = filter.period
        var all: [PersonID: Reports.Sums] = [:]
        for (number, sample) in samples.enumerated() where isSeen(sample) {
            guard sample.received <= span.last,
                filter.office.map({ $0.rawValue == sample.office })
                    ?? true, filter.channel.map({ $0 == sample.channel }) ?? true
            else { continue }
            var sums = Reports.Sums()
            if span.contains(sample.received) {
                switch sample.channel {
                case .online: sums.online = 1
                case .counter: sums.counter = 1
                case .post: sums.post = 1
                }
            } else if sample.ended.map({ $0 >= span.first }) ?? true {
                sums.carriedOver = 1
            }
            if let ended = sample.ended, span.contains(ended) {
                switch sample.timeliness {
                case .early: sums.early = 1
                case .onTime: sums.onTime = 1
                case .late: sums.late = 1
                case nil: sums.unclassed = 1
                }
            }
            let isOpen = sample.ended.map { $0 > span.last } ?? true
            if isOpen, sample.due.day < min(now.day, span.last) { sums.overdue = 1 }
            let person = Self.person(of: number)
            all[person] = (all[person] ?? Reports.Sums()) + sums
        }
        return all.filter { $0.value != Reports.Sums() }
    }

    private static let limits: [(Reports.Limit, @Sendable (ReportSample) -> Bool)] = [
        (.all, { _ in true }), (.offices(["p.a"]), { $0.office == "p.a" }),
        (.offices(["q", "p.b"]), { $0.office != "p.a" }),
        (.units(["q.nv"]), { $0.unit == "q.nv" }), (.units([]), { _ in false }),
    ]

    @Test(arguments: [7, 11, 2_017] as [UInt64])
    func `agree with counting by hand, whoever looks and whatever the period`(
        _ seed: UInt64
    ) async throws {
        try await withOffice(seed) { office, samples in
            let now = ProcessTestOffice.now.local(in: .indochina)
            for text in ["2017", "2017-H1", "2017-Q2", "2017-01", "2017-08", "2016"] {
                let filter = Reports.Filter(period: try #require(Reports.Period(text)).span)
                for (limit, isSeen) in Self.limits {
                    let found = try await office.desk.read {
                        try Reports.byFocalPoint($0, filter, limit: limit, now: now)
                    }
                    let expected = byHand(filter, now: now, of: samples, isSeen)
                    #expect(found.filter { $0.value != Reports.Sums() } == expected, "\(text)")
                }
            }
        }
    }

    @Test(arguments: [3, 5, 8, 13] as [UInt64])
    func `add up to the sums of the offices, and every identity holds for each part`(
        _ seed: UInt64
    ) async throws {
        try await withOffice(seed) { office, _ in
            let now = ProcessTestOffice.now.local(in: .indochina)
            var largest = 0
            for text in ["2017", "2017-H1", "2017-Q1", "2017-05", "2017-07", "2016-12"] {
                let filter = Reports.Filter(period: try #require(Reports.Period(text)).span)
                for (limit, _) in Self.limits {
                    let (parts, figures) = try await office.desk.read {
                        (
                            try Reports.byFocalPoint($0, filter, limit: limit, now: now),
                            try Reports.figures($0, filter, limit: limit, now: now)
                        )
                    }
                    #expect(parts.values.sum() == figures.total, "\(text) \(limit)")
                    for (person, sums) in parts {
                        let line = Reports.Form06(name: "", sums)
                        #expect(line.broken.isEmpty, "\(person) \(text): \(line.broken)")
                    }
                    largest = max(largest, figures.total.taken)
                }
            }
            #expect(largest > 100)
        }
    }

    @Test func `narrow to an office and a channel as the reports do`() async throws {
        try await withOffice(21) { office, samples in
            let now = ProcessTestOffice.now.local(in: .indochina)
            let span = try #require(Reports.Period("2017-H1")).span
            for channel in Dossiers.Channel.allCases {
                for unit: UnitID in ["q", "p.a", "p.b"] {
                    let filter = Reports.Filter(period: span, office: unit, channel: channel)
                    let found = try await office.desk.read {
                        try Reports.byFocalPoint($0, filter, limit: .all, now: now)
                    }
                    #expect(
                        found.filter { $0.value != Reports.Sums() }
                            == byHand(filter, now: now, of: samples) { _ in true })
                }
            }
        }
    }

    @Test func `of one period go on where those of the one before ended`() async throws {
        try await withOffice(34) { office, _ in
            let now = ProcessTestOffice.now.local(in: .indochina)
            let sums = try await office.desk.read { reading in
                try ["2017-Q1", "2017-Q2"].map { text in
                    let span = Reports.Period(text)?.span ?? DaySpan(now.day, now.day)
                    return try Reports.byFocalPoint(
                        reading, .init(period: span), limit: .all, now: now)
                }
            }
            for person in Set(Self.people) {
                let (before, after) = (sums[0][person]?.open ?? 0, sums[1][person]?.carriedOver)
                #expect(before == after ?? 0, "\(person)")
            }
        }
    }

    @Test func `name who is in a unit of the viewer, and add up the others`() async throws {
        try await withOffice(55) { office, _ in
            let now = ProcessTestOffice.now.local(in: .indochina)
            let (viewer, organisation) = try await office.desk.read { reading in
                let organisation = try reading.organisation()
                return (
                    Viewer(person: "anh", in: organisation, today: now.day), organisation
                )
            }
            let leader = try #require(viewer)
            let filter = Reports.Filter(period: try #require(Reports.Period("2017")).span)
            let officers = try await office.desk.read {
                try $0.officers(filter, for: leader, at: now)
            }
            #expect(officers.agrees && officers.others.taken > 0)
            #expect(Set(officers.officers.map(\.id)) == ["chi", "binh", "ha"])
            for row in officers.officers {
                #expect(row.name == organisation.people[row.id]?.name)
                #expect(!row.unit.isEmpty)
            }
            let taken = officers.officers.map(\.dossiers.taken)
            #expect(taken == taken.sorted(by: >), "the most first")
        }
    }

    @Test func `of a ward hold its people alone`() async throws {
        try await withOffice(89) { office, _ in
            let now = ProcessTestOffice.now.local(in: .indochina)
            let viewer = try await office.desk.read {
                Viewer(person: "giang", in: try $0.organisation(), today: now.day)
            }
            let leader = try #require(viewer)
            let filter = Reports.Filter(period: try #require(Reports.Period("2017")).span)
            let officers = try await office.desk.read {
                try $0.officers(filter, for: leader, at: now)
            }
            #expect(officers.officers.map(\.id) == ["ha"])
            #expect(officers.figures.offices.map(\.id) == ["p.a"])
            #expect(officers.agrees)
        }
    }
}

@Suite struct `Sums of steps` {
    private static func some(_ seed: UInt64) -> Reports.StepSums {
        var chance = ReportChance(seed: seed)
        var sums = Reports.StepSums()
        sums.early = chance.below(50)
        sums.onTime = chance.below(50)
        sums.late = chance.below(50)
        sums.unclassed = chance.below(50)
        sums.held = chance.below(50)
        sums.heldLate = chance.below(sums.held + 1)
        return sums
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `add up part by part`(_ seed: UInt64) {
        let (a, b) = (Self.some(seed), Self.some(seed + 500))
        let sum = a + b
        #expect(sum == b + a)
        #expect(sum.done == a.done + b.done)
        #expect(sum.held == a.held + b.held && sum.heldLate == a.heldLate + b.heldLate)
        #expect(a + Reports.StepSums() == a)
        #expect(a.done == a.early + a.onTime + a.late + a.unclassed)
    }

    @Test func `stand in the order of their columns`() {
        let sums = Self.some(9)
        let numbers = ReportOfficerView.numbers(of: sums)
        #expect(numbers.count == ReportOfficerView.stepColumns.count)
        #expect(numbers.prefix(4).reduce(0, +) == sums.done)
        let dossiers = ReportSumsTests.anySums(4)
        let columns = ReportOfficerView.numbers(of: dossiers)
        // The share stands in the last column and is no number.
        #expect(columns.count == ReportOfficerView.dossierColumns.count - 1)
        #expect(columns[6] == dossiers.open && columns[7] == dossiers.overdue)
    }
}
