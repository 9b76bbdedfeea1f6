// A district and its wards: whose metrics are read and entered by whom, against counting by hand.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Metrics of a district` {
    private let samples = ReportSample.some(260, seed: 766)

    private func withOffice(_ body: (ProcessTestOffice) async throws -> Void) async throws {
        let office = try await ProcessTestOffice.open()
        let samples = samples
        try await office.desk.store.write { transaction in
            for sample in samples { try sample.insert(in: transaction) }
        }
        try await body(office)
        try await office.close()
    }

    private static var now: LocalMinute { ProcessTestOffice.now.local(in: .indochina) }

    private func figures(
        _ office: ProcessTestOffice, as person: PersonID, of unit: String = "",
        _ period: String = "2017"
    ) async throws -> Metrics.Figures {
        let asked = try #require(Reports.Period(period))
        return try await office.desk.read { reading in
            guard
                let viewer = Viewer(
                    person: person, in: try reading.organisation(), today: Self.now.day)
            else { throw Metrics.Rejection.mayNotSee }
            return try reading.metricFigures(ofOffice: unit, asked, for: viewer, at: Self.now)
        }
    }

    private func enter(
        _ office: ProcessTestOffice, by person: PersonID, for unit: UnitID
    ) async throws {
        _ = try await office.desk.perform(
            .metrics(.act(unit, .enter(MetricSamples.value))), by: Actor(person),
            at: ProcessTestOffice.now)
    }

    @Test func `are those of one office, which the leader of the district chooses`() async throws {
        try await withOffice { office in
            let own = try await figures(office, as: "anh")
            #expect(own.scope.office == "q" && own.scope.mayEnter)
            #expect(own.scope.offices.map(\.id) == ["q", "p.a", "p.b"])
            for unit in ["p.a", "p.b"] {
                let ward = try await figures(office, as: "anh", of: unit)
                #expect(ward.scope.office.rawValue == unit && ward.scope.mayEnter)
            }
            let ward = try await figures(office, as: "giang")
            #expect(ward.scope.office == "p.a" && ward.scope.offices.map(\.id) == ["p.a"])
            for unit in ["q", "p.b", "q.mc"] {
                await #expect(throws: Reports.Rejection.officeUnknown(unit)) {
                    try await figures(office, as: "giang", of: unit)
                }
            }
        }
    }

    @Test(arguments: ["2017", "2017-H1", "2017-Q2", "2017-03", "2017-07", "2016"])
    func `count time and channels as somebody would by hand`(_ period: String) async throws {
        try await withOffice { office in
            let span = try #require(Reports.Period(period)).span
            for unit in ["q", "p.a", "p.b"] {
                let lines = try await figures(office, as: "anh", of: unit, period).lines
                let own = samples.filter { $0.office == unit }
                let received = own.filter { span.contains($0.received) }
                let channels = Dictionary(
                    uniqueKeysWithValues: lines[9].shares.map { ($0.key, $0.part) })
                for channel in Dossiers.Channel.allCases {
                    let count = received.count { $0.channel == channel }
                    #expect(channels[channel.rawValue] == count, "\(unit) \(period)")
                }
                #expect(lines[9].shares.allSatisfy { $0.whole == received.count })
                let ended = own.filter { $0.ended.map(span.contains) ?? false }
                let open = own.filter {
                    $0.received <= span.last && $0.ended.map { $0 > span.last } ?? true
                }
                let last = min(span.last, Self.now.day)
                let overdue = open.count { $0.due.day < last }
                let timely = ended.count { $0.timeliness == .early || $0.timeliness == .onTime }
                let late = ended.count { $0.timeliness == .late }
                let share = try #require(lines[4].shares.first)
                #expect(share.part == timely + open.count - overdue, "\(unit) \(period)")
                #expect(share.whole == timely + late + open.count, "\(unit) \(period)")
            }
        }
    }

    @Test(arguments: ["2017", "2017-H1", "2017-05"])
    func `count satisfaction and papers of what ended`(_ period: String) async throws {
        try await withOffice { office in
            let span = try #require(Reports.Period(period)).span
            for unit in ["q", "p.a", "p.b"] {
                let lines = try await figures(office, as: "anh", of: unit, period).lines
                let ended = samples.filter {
                    $0.office == unit && ($0.ended.map(span.contains) ?? false)
                }
                let papers = try #require(lines[11].shares.first)
                #expect(papers.whole == ended.count && papers.part == 0)
                let content = try #require(lines[22].shares.first)
                #expect(content.whole == ended.count)
                #expect(content.part == ended.count { $0.timeliness != .late })
            }
        }
    }

    @Test(
        arguments: [
            ("anh", "q", true), ("anh", "p.a", true), ("anh", "p.b", true), ("giang", "p.a", true),
            ("giang", "q", false), ("giang", "p.b", false), ("ha", "p.a", false),
            ("dung", "q", false), ("binh", "q", false),
        ] as [(PersonID, UnitID, Bool)])
    func `are entered by who leads the office or stands above it`(
        _ person: PersonID, _ unit: UnitID, _ may: Bool
    ) async throws {
        try await withOffice { office in
            if may {
                try await enter(office, by: person, for: unit)
                let line = try await figures(office, as: "anh", of: unit.rawValue).lines[10]
                #expect(line.standing == .entered)
            } else {
                await #expect(throws: Metrics.Rejection.mayNotEnter) {
                    try await enter(office, by: person, for: unit)
                }
            }
        }
    }

    @Test func `of one ward say nothing of another, nor of the district`() async throws {
        try await withOffice { office in
            try await enter(office, by: "giang", for: "p.a")
            for (unit, standing) in [
                ("p.a", Metrics.Standing.entered), ("p.b", .missing), ("q", .missing),
            ] {
                let line = try await figures(office, as: "anh", of: unit).lines[10]
                #expect(line.standing == standing, "\(unit)")
            }
            let report = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(report.isClean, "\(report.findings)")
        }
    }

    @Test func `that nobody understands are named by the replay`() async throws {
        try await withOffice { office in
            try await enter(office, by: "giang", for: "p.a")
            _ = try await office.desk.store.write {
                try $0.execute(
                    "UPDATE entry SET type = 'metric.guessed' WHERE stream = 'metric/p.a'")
            }
            let found = try await office.desk.read { try LedgerReplay.run($0) }.findings
            #expect(found.map(\.stream) == ["metric/p.a"])
            #expect(found.map(\.problem) == [.unreadable(version: 1, type: "metric.guessed")])
        }
    }
}
