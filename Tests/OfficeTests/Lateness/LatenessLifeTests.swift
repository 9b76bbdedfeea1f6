// Dossiers of the ward that come late, from their entries to the split on their page.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `A dossier that comes late` {
    @Test func `is put down to the team that had it too long`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receiveLate()
            let shown = try #require(try await office.lateness(code))
            #expect(shown.total == 180 && !shown.isOpen)
            #expect(shown.due == LatenessSamples.moment("5T17:30"))
            #expect(office.words(shown) == "held p.tp 180")
            #expect(shown.lines.first?.unitName == "Tư pháp phường A")
            #expect(try await office.latenessRows(code) == "held p.tp 180")
            #expect(try await office.number("SELECT minutes AS n FROM lateness") == 180)
        }
    }

    @Test func `waited to be accepted for most of it`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.play(code, "3T09:20", "5T17:00", "6T09:00", "6T09:10", "6T10:00")
            // 850 minutes of waiting and 90 of holding beyond the step's day; late by 120.
            #expect(try await office.latenessRows(code) == "handover p.tp 109, held p.tp 11")
        }
    }

    @Test func `was sent back, and all that was done again is the rework`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.play(code, "3T09:20", "3T09:30", "3T10:00", "3T10:10")
            office.sources.set(LatenessSamples.moment("3T11:00"))
            let item = try await office.item(code)
            try await office.act(
                .sendBack(item.id, to: "tham-dinh", reason: "thiếu"), on: code, by: item.holder)
            try await office.play(code, "3T11:30", "6T09:00", "6T09:30", "6T10:00")
            #expect(try await office.latenessRows(code) == "rework p 5, rework p.tp 115")
        }
    }

    @Test func `was given back by who was to accept it, and went round once more`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.play(code, "3T09:20")
            office.sources.set(LatenessSamples.moment("3T10:00"))
            let item = try await office.item(code)
            try await office.act(
                .returnHandover(item.id, reason: "thiếu giấy"), on: code, by: "ha")
            // The one-stop shop has it again until Friday.
            try await office.play(code, "7T10:00")
            let shown = try #require(try await office.lateness(code))
            #expect(shown.isOpen && shown.total == 600)
            #expect(office.words(shown) == "rework p.mc 600")
        }
    }

    @Test func `leaves out what the citizen took`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.play(code, "3T09:20", "3T10:00")
            office.sources.set(LatenessSamples.moment("6T09:00"))
            let item = try await office.item(code)
            try await office.act(.askDuty(item.id, reason: "thuế"), on: code, by: item.holder)
            office.sources.set(LatenessSamples.moment("6T16:00"))
            #expect(try await office.lateness(code)?.total == 60, "it stands still meanwhile")
            office.sources.set(LatenessSamples.moment("7T09:00"))
            try await office.act(.confirmDuty(item.id), on: code, by: item.holder)
            try await office.play(code, "7T10:00", "7T10:10", "7T11:00")
            #expect(try await office.latenessRows(code) == "held p.tp 180")
        }
    }

    @Test func `begins anew with a supplement`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.perform(
                .askSupplement(code, 1, reason: "thiếu", papers: ["Giấy"]), by: "chi")
            office.sources.set(LatenessSamples.moment("10T09:00"))
            try await office.act(.receiveSupplement(1), on: code, by: "chi")
            #expect(try await office.lateness(code) == nil)
            office.sources.set(LatenessSamples.moment("13T09:00"))
            let shown = try #require(try await office.lateness(code))
            #expect(shown.due == LatenessSamples.moment("12T17:30") && shown.total == 60)
            #expect(office.words(shown) == "held p.mc 60")
        }
    }

    @Test(arguments: [EndOutcome.refused, .withdrawn, .stopped])
    func `is split as well when it ends otherwise`(_ outcome: EndOutcome) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            office.sources.set(LatenessSamples.moment("6T09:00"))
            try await office.act(.close(outcome, reason: "vì"), on: code, by: "chi")
            #expect(try await office.latenessRows(code) == "held p.mc 60")
            #expect(try await office.lateness(code)?.isOpen == false)
        }
    }

    @Test func `has no split while it is in time, and none without a limit`() async throws {
        try await DossierTestOffice.run { office in
            try await office.publish(DossierExtraSamples.withinTotal("TG-10", total: nil))
            let code = try await office.receive()
            let endless = try await office.receive { $0.process = "TG-10" }
            #expect(try await office.lateness(code) == nil)
            try await office.play(code, "3T09:20", "3T10:00", "3T11:00", "3T11:10", "3T11:30")
            office.sources.set(LatenessSamples.moment("31T09:00"))
            #expect(try await office.lateness(code) == nil && endless != code)
            #expect(try await office.lateness(endless) == nil)
            #expect(try await office.number("SELECT count(*) AS n FROM lateness") == 0)
        }
    }

    @Test func `shares what the whole leaves where no step has a time`() async throws {
        try await DossierTestOffice.run { office in
            try await office.publish(
                DossierExtraSamples.withinTotal("TG-09", total: .workingDays(1)))
            let code = try await office.receive { $0.process = "TG-09" }
            // One day and the rest of Monday: due on Tuesday at 17:30, ready on Wednesday at noon.
            try await office.play(code, "4T08:00", "4T08:00", "5T10:00", "5T10:00", "5T12:00")
            let shown = try #require(try await office.lateness(code))
            #expect(shown.total == 240)
            #expect(shown.lines.reduce(0) { $0 + $1.minutes } == 240)
            #expect(Set(shown.lines.map(\.unit)) == ["p", "p.mc", "p.tp"])
            #expect(shown.lines.first?.unit == "p.tp", "it had it longest")
        }
    }

    @Test(arguments: [3, 41, 2_017] as [UInt64])
    func `adds up by chance, as minute by minute`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            var play = try await ApologyPlay(office, seed: seed)
            var checked = 0
            for _ in 0..<8 {
                try await play.steps(14)
                for code in play.codes {
                    if try await expectSum(code, office) { checked += 1 }
                }
            }
            #expect(checked > 5, "\(checked) late ones were looked at")
            let rows = try await office.number(
                "SELECT count(*) AS n FROM dossier WHERE class = 'late'")
            #expect(try await office.number("SELECT count(*) AS n FROM lateness") == rows)
        }
    }

    /// Whether it is late; then the split is that of the reference, minute by minute.
    private func expectSum(_ code: String, _ office: DossierTestOffice) async throws -> Bool {
        let now = office.now
        let found = try await office.desk.read { reading in
            let told = try reading.toldDossier(code).state
            let version = try reading.version(
                told.registration.process, issue: told.registration.issue)
            let calendar = try reading.calendar(told.calendar)
            let events = try reading.reader.entries(ofStreams: [Dossiers.stream(of: code)])
                .filter { $0.type.hasPrefix("engine.") }
                .flatMap {
                    try Dossiers.Dossier.events(
                        of: $0, try $0.decodedPayload(), at: nil, zone: reading.zone)
                }
            let history = Lateness.History(
                events: events, version: version, calendar: calendar, at: now)
            let clock = Dossiers.reading(of: told, version: version, calendar: calendar)
            return (history, clock?.isLate(at: now) ?? false)
        }
        #expect((found.0 != nil) == found.1, "\(code)")
        guard let history = found.0 else { return false }
        let split = try Lateness.split(history, downtimes: [], calendar: .vietnam)
        #expect(split.parts.reduce(0) { $0 + $1.minutes } == split.total)
        let first = history.work.flatMap(\.turns).map(\.time.from).min() ?? history.begin
        let minutes = (first.rawValue..<max(first, history.end).rawValue)
            .map { LocalMinute(rawValue: $0) }
            .filter { (try? WorkCalendar.vietnam.isOpen(at: $0)) ?? false }
        let slow = LatenessReference.split(history, [], minutes: minutes)
        #expect(split.total == slow.total)
        for part in split.parts {
            let bucket = Lateness.Bucket(cause: part.cause, unit: part.unit)
            #expect(slow.parts[bucket] == part.minutes, "\(code) \(part)")
        }
        return true
    }
}
