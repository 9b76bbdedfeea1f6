// Sums from the tables against counting by hand, for a register of invented dossiers.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

/// One invented row of the register.
struct ReportSample: Sendable {
    var code: String
    var office: String
    var process: String
    var channel: Dossiers.Channel
    var received: DayNumber
    var due: LocalMinute
    var ended: DayNumber?
    var timeliness: Timeliness?
    var unit: String

    static func some(_ count: Int, seed: UInt64) -> [ReportSample] {
        var chance = ReportChance(seed: seed)
        let start = DayNumber("2016-11-01") ?? DayNumber(rawValue: 0)
        return (0..<count).map { number in
            let received = start + chance.below(300)
            let due = received + 3 + chance.below(20)
            let ended = chance.below(4) == 0 ? nil : received + chance.below(40)
            let classes: [Timeliness?] = [.early, .onTime, .late, nil]
            let office = ["q", "p.a", "p.b"][chance.below(3)]
            return ReportSample(
                code: "S\(number)", office: office, process: ["P1", "P2"][chance.below(2)],
                channel: Dossiers.Channel.allCases[chance.below(3)], received: received,
                due: LocalMinute(startOf: due) + 1_050, ended: ended,
                timeliness: ended == nil ? nil : classes[chance.below(4)],
                unit: office == "p.a" ? "p.a.tp" : "q.nv")
        }
    }

    func insert(in transaction: any LedgerTransaction) throws {
        try transaction.execute(
            """
            INSERT INTO dossier (code, office, process, issue, title, field, channel, status,
                receivedAt, receivedDay, due, paused, endedAt, endedDay, class, indexMinutes,
                focalPoint, holder, step, applicant, folded)
            VALUES (?, ?, ?, 1, '', '', ?, 'processing', ?, ?, ?, 0, ?, ?, ?, NULL, '', '', '',
                '', '')
            """,
            [
                .text(code), .text(office), .text(process), .text(channel.rawValue),
                SQLValue(LocalMinute(startOf: received).rawValue), SQLValue(received.number),
                SQLValue(due.rawValue), SQLValue(ended.map { LocalMinute(startOf: $0).rawValue }),
                SQLValue(ended?.number), SQLValue(timeliness?.rawValue),
            ])
        for unit in [office, unit] {
            try transaction.execute(
                "INSERT INTO dossierUnit (unit, dossier) VALUES (?, ?)",
                [.text(unit), .text(code)])
        }
        try count("received", on: received, in: transaction)
        if let ended { try count(timeliness?.rawValue ?? "unclassed", on: ended, in: transaction) }
    }

    private func count(
        _ column: String, on day: DayNumber, in transaction: any LedgerTransaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO dossierCount (office, day, process, channel, \(column))
            VALUES (?, ?, ?, ?, 1) ON CONFLICT (office, day, process, channel)
            DO UPDATE SET \(column) = dossierCount.\(column) + 1
            """,
            [.text(office), SQLValue(day.number), .text(process), .text(channel.rawValue)])
    }
}

@Suite struct ReportQueriesTests {
    private let samples = ReportSample.some(400, seed: 7)

    private func withOffice(_ body: (ProcessTestOffice) async throws -> Void) async throws {
        let office = try await ProcessTestOffice.open()
        let samples = samples
        try await office.desk.store.write { transaction in
            for sample in samples { try sample.insert(in: transaction) }
        }
        try await body(office)
        try await office.close()
    }

    /// The same sums, dossier by dossier.
    private func byHand(_ span: DaySpan, now: LocalMinute, of chosen: [ReportSample])
        -> Reports.Sums
    {
        var sums = Reports.Sums()
        for sample in chosen where sample.received <= span.last {
            let endedBefore = sample.ended.map { $0 < span.first } ?? false
            if span.contains(sample.received) {
                switch sample.channel {
                case .online: sums.online += 1
                case .counter: sums.counter += 1
                case .post: sums.post += 1
                }
            } else if !endedBefore {
                sums.carriedOver += 1
            }
            if let ended = sample.ended, span.contains(ended) {
                switch sample.timeliness {
                case .early: sums.early += 1
                case .onTime: sums.onTime += 1
                case .late: sums.late += 1
                case nil: sums.unclassed += 1
                }
            }
            let isOpen = sample.ended.map { $0 > span.last } ?? true
            if isOpen, sample.due.day < min(now.day, span.last) { sums.overdue += 1 }
        }
        return sums
    }

    @Test func `sums agree with counting by hand, whoever looks and whatever the period`()
        async throws
    {
        try await withOffice { office in
            let now = ProcessTestOffice.now.local(in: .indochina)
            for text in ["2017", "2017-H1", "2017-Q2", "2017-01", "2017-08", "2016"] {
                let span = try #require(Reports.Period(text)).span
                let limits: [(Reports.Limit, @Sendable (ReportSample) -> Bool)] = [
                    (.all, { _ in true }), (.offices(["p.a"]), { $0.office == "p.a" }),
                    (.units(["q.nv"]), { $0.unit == "q.nv" }), (.units([]), { _ in false }),
                ]
                for (limit, isSeen) in limits {
                    let figures = try await office.desk.read {
                        try Reports.figures($0, .init(period: span), limit: limit, now: now)
                    }
                    let expected = byHand(span, now: now, of: samples.filter(isSeen))
                    #expect(figures.total == expected, "\(text), \(limit)")
                    #expect(figures.broken.isEmpty)
                    for rows in [figures.byOffice, figures.byField, figures.byProcess] {
                        #expect(rows.map(\.sums).sum() == figures.total)
                    }
                    let months = figures.byMonth.map(\.sums).sum()
                    #expect(months.received == figures.total.received)
                    #expect(months.resolved == figures.total.resolved)
                }
            }
        }
    }

    @Test func `what is in progress at the end of a period is carried over into the next`()
        async throws
    {
        try await withOffice { office in
            let now = ProcessTestOffice.now.local(in: .indochina)
            let sums = try await office.desk.read { reading in
                try ["2017-Q1", "2017-Q2"].map { text in
                    let span = Reports.Period(text)?.span ?? DaySpan(now.day, now.day)
                    return try Reports.figures(
                        reading, .init(period: span), limit: .all, now: now
                    ).total
                }
            }
            #expect(sums[0].open == sums[1].carriedOver)
            #expect(sums[0].open > 0)
        }
    }

    @Test func `filters narrow to an office and a channel`() async throws {
        try await withOffice { office in
            let span = try #require(Reports.Period("2017-H1")).span
            let now = ProcessTestOffice.now.local(in: .indochina)
            let figures = try await office.desk.read {
                try Reports.figures(
                    $0, .init(period: span, office: "p.b", channel: .online), limit: .all,
                    now: now)
            }
            let chosen = samples.filter { $0.office == "p.b" && $0.channel == .online }
            #expect(figures.total == byHand(span, now: now, of: chosen))
            #expect(figures.byOffice.map(\.id) == ["p.b"])
        }
    }

    @Test func `the article's figures are counted, never written down`() async throws {
        try await withOffice { office in
            let article = try await office.desk.read { try Reports.article($0, limit: .all) }
            let half = samples.filter { Reports.articlePeriod.contains($0.received) }
            let district = half.filter { $0.office == "q" }
            let figures = Dictionary(
                uniqueKeysWithValues: article.figures.map { ($0.key, $0.recomputed) })
            #expect(figures["received"] == "\(half.count)")
            #expect(figures["district"] == "\(district.count)")
            #expect(
                figures["districtOnline"] == "\(district.count { $0.channel == .online })")
            #expect(!article.agrees)
            #expect(article.text.contains("≠"))
        }
    }
}
