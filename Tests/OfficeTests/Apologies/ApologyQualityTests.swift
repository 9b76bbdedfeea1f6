// How good the warning was: what counts as a hit, when it was first given, and who is shown it.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The quality of the warning` {
    private static let due = LatenessSamples.moment("5T17:30")

    private func trial(_ isLate: Bool, _ warned: String?, listed: String? = nil)
        -> Apologies.Trial
    {
        .init(
            isLate: isLate, due: Self.due, warnedAt: warned.map(LatenessSamples.moment),
            listedAt: (listed ?? warned).map(LatenessSamples.moment))
    }

    private func score(_ trials: [Apologies.Trial]) -> Apologies.Score {
        Apologies.score(trials, calendar: .vietnam, \.warnedAt)
    }

    @Test func `counts hits, misses, false alarms and leads`() {
        let found = score([
            trial(true, "4T08:00"), trial(true, "5T08:00"), trial(true, nil), trial(false, nil),
            trial(false, "5T08:00"), trial(true, "3T17:30"),
        ])
        #expect(found.hits == 3 && found.misses == 1 && found.falseAlarms == 1)
        #expect(found.late == 4 && found.warned == 4)
        #expect(found.dayBefore == 2, "that of the morning itself was too late for the law")
        #expect(found.medianLead == 960, "480, 960 and 960 working minutes")
    }

    @Test(arguments: [
        (["5T08:00"], 480), (["5T08:00", "4T08:00"], 480),
        (["5T13:30", "5T08:00", "4T08:00"], 480),
        (["5T17:00", "5T17:10", "5T17:20", "4T08:00"], 20),
    ])
    func `takes the lead in the middle`(_ moments: [String], _ lead: Int) {
        #expect(score(moments.map { trial(true, $0) }).medianLead == lead)
    }

    @Test func `is nothing of nothing`() {
        let found = score([])
        #expect(found == Apologies.Score() && found.medianLead == nil)
        #expect(score([trial(false, nil)]) == Apologies.Score())
    }

    private func trials(
        _ office: DossierTestOffice, _ code: String
    ) async throws -> Apologies.Trial? {
        try await office.desk.read { reading in
            var stages: [Apologies.Stage] = []
            for entry in try reading.reader.entries(of: Dossiers.stream(of: code)) {
                stages.append(
                    .init(
                        at: Instant(milliseconds: entry.at).local(in: reading.zone),
                        dossier: try .told(
                            by: entry, after: stages.last?.dossier, zone: reading.zone)))
            }
            let last = try #require(stages.last?.dossier)
            return Apologies.trial(
                of: stages,
                version: try reading.version(
                    last.registration.process, issue: last.registration.issue),
                calendar: .vietnam)
        }
    }

    /// Checking took until Thursday; on Wednesday morning a day was left and two hours of signing
    /// were ahead, on Thursday it was over.
    @Test func `finds when the outlook first warned of a dossier`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receiveLate()
            let trial = try #require(try await trials(office, code))
            #expect(trial.isLate && trial.due == Self.due)
            // No morning and no act lay in the last two hours: nobody could have seen it.
            #expect(trial.warnedAt == nil && trial.listedAt == nil)
            office.sources.set(LatenessSamples.moment("3T09:00"))
            let other = try await office.receive()
            try await office.play(other, "3T09:20", "5T16:00", "6T10:00", "6T10:30", "6T11:00")
            let seen = try #require(try await trials(office, other))
            #expect(seen.warnedAt == LatenessSamples.moment("5T16:00"))
        }
    }

    @Test func `looks at nothing that has not ended or has no limit`() async throws {
        try await DossierTestOffice.run { office in
            try await office.publish(DossierExtraSamples.withinTotal("TG-10", total: nil))
            let open = try await office.receive()
            let endless = try await office.receive { $0.process = "TG-10" }
            try await office.act(.close(.refused, reason: "vì"), on: endless, by: "chi")
            #expect(try await trials(office, open) == nil)
            #expect(try await trials(office, endless) == nil)
        }
    }

    @Test func `is the same from page, JSON and records, in its period alone`() async throws {
        try await DossierTestOffice.run { office in
            _ = try await office.receiveLate()
            office.sources.set(LatenessSamples.moment("6T13:30"))
            let quick = try await office.receive()
            try await office.advance(quick, times: 5)
            func quality(_ from: String, _ through: String) async throws -> Apologies.Quality {
                let span = DaySpan(ProcedureSamples.day(from), ProcedureSamples.day(through))
                return try await office.desk.read {
                    try Apologies.quality($0, office: nil, span)
                }
            }
            let all = try await quality("2017-07-01", "2017-07-31")
            #expect(all.dossiers == 2 && all.warning.misses == 1 && all.warning.warned == 0)
            #expect(try await quality("2017-08-01", "2017-08-31").dossiers == 0)
            #expect(all.text.contains("late 1") && all.text.contains("0/1 = 0.00%"))
            #expect(all.text.contains("0/0 = –"))
            let json = try await office.open(
                "/apologies/quality?period=2017-07", as: "anh", wantsJSON: true
            ).json()
            #expect(json["dossiers"] as? Int == 2)
            #expect((json["warning"] as? [String: Any])?["misses"] as? Int == 1)
            let page = try await office.open("/apologies/quality?period=2017-07", as: "anh")
            for words in ["Báo trước (độ phủ)", "0,00 %", "0 / 1", "Cả danh sách"] {
                #expect(page.text.contains(words), "\(words)")
            }
            let english = try await office.open(
                "/apologies/quality?period=2017-07", as: "anh", language: "en")
            #expect(english.text.contains("Recall"))
            let empty = try await office.open("/apologies/quality?period=2016", as: "anh")
            #expect(empty.text.contains("Không có hồ sơ nào xong trong kỳ"))
            let list = try await office.open("/apologies", as: "anh")
            #expect(list.text.contains("href=\"/apologies/quality\""))
        }
    }

    @Test func `is for leaders, of their own office`() async throws {
        try await DossierTestOffice.run { office in
            _ = try await office.receiveLate()
            let path = "/apologies/quality?period=2017-07"
            #expect(try await office.open(path, as: nil).location == "/sign-in")
            #expect(try await office.open(path, as: "ha").status == .unprocessableContent)
            let foreign = try await office.open(path, as: "giang", wantsJSON: true).json()
            #expect(foreign["dossiers"] as? Int == 0)
            let strange = try await office.open(
                "/apologies/quality?period=%3Cb%3E", as: "anh", wantsJSON: true)
            #expect(try strange.code() == "reports.periodUnknown")
        }
    }

    @Test(arguments: [12, 404] as [UInt64])
    func `by chance: every late one is a hit or a miss, and asking again gives the same`(
        _ seed: UInt64
    ) async throws {
        try await DossierTestOffice.run { office in
            var play = try await ApologyPlay(office, seed: seed)
            try await play.steps(240)
            let span = DaySpan(ProcedureSamples.day("2017-07-01"), office.now.day)
            func quality() async throws -> Apologies.Quality {
                try await office.desk.read { try Apologies.quality($0, office: nil, span) }
            }
            let found = try await quality()
            let late = try await office.number(
                "SELECT count(*) AS n FROM dossier WHERE class = 'late'")
            let ended = try await office.number(
                "SELECT count(*) AS n FROM dossier WHERE class IS NOT NULL")
            #expect(found.dossiers == ended && ended > 3)
            #expect(found.warning.late == late && found.list.late == late)
            #expect(found.list.hits >= found.warning.hits)
            #expect(found.list.warned >= found.warning.warned)
            #expect(found.warning.dayBefore <= found.warning.hits)
            #expect(try await quality() == found)
        }
    }
}
