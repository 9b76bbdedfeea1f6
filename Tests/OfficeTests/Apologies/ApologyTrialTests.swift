// When the outlook first warned of one dossier: stages by hand, one act after the other.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The first warning of a dossier` {
    private func stages(
        _ office: DossierTestOffice, _ code: String
    ) async throws -> ([Apologies.Stage], ProcessVersion) {
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
            return (
                stages,
                try reading.version(
                    last.registration.process, issue: last.registration.issue)
            )
        }
    }

    private func trial(
        _ office: DossierTestOffice, _ code: String
    ) async throws -> Apologies.Trial? {
        let (stages, version) = try await stages(office, code)
        return Apologies.trial(of: stages, version: version, calendar: .vietnam)
    }

    /// On the last morning a whole day is left; at half past one half of it, and a step is ahead.
    @Test func `is found at the act that left less than a day`() async throws {
        try await DossierTestOffice.run { office in
            try await office.publish(
                DossierExtraSamples.withinTotal("TG-09", total: .workingDays(1)))
            let code = try await office.receive { $0.process = "TG-09" }
            // The morning of the due day leaves 480 minutes: none yet; an act at noon warns.
            try await office.play(code, "4T13:30", "4T14:00", "5T10:00", "5T10:00", "5T11:00")
            let found = try #require(try await trial(office, code))
            #expect(found.isLate)
            #expect(found.listedAt == LatenessSamples.moment("4T13:30"))
            #expect(found.warnedAt == nil, "no step has a published time")
        }
    }

    @Test func `is none for what came in time without a warning`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.play(code, "3T09:10", "3T09:20", "3T10:00", "3T10:10", "3T10:20")
            let found = try #require(try await trial(office, code))
            #expect(!found.isLate && found.warnedAt == nil && found.listedAt == nil)
        }
    }

    @Test func `is a false alarm where the office was quicker than its steps`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            // On Wednesday morning a day is left; checking was just opened and may take a day.
            try await office.play(code, "5T08:30", "5T08:40", "5T10:00", "5T10:10", "5T11:00")
            let found = try #require(try await trial(office, code))
            #expect(!found.isLate)
            #expect(found.warnedAt == LatenessSamples.moment("5T08:00"))
        }
    }

    @Test func `looks at nothing after the appointment`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.play(code, "3T09:10", "3T09:20", "10T10:00", "10T10:10", "10T10:20")
            let found = try #require(try await trial(office, code))
            #expect(found.isLate)
            if let warned = found.warnedAt { #expect(warned < found.due) }
            if let listed = found.listedAt { #expect(listed < found.due) }
        }
    }

    @Test func `needs a beginning`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receiveLate()
            let (_, version) = try await stages(office, code)
            #expect(Apologies.trial(of: [], version: version, calendar: .vietnam) == nil)
        }
    }

    @Test func `goes by the appointment that a supplement began anew`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.perform(
                .askSupplement(code, 1, reason: "thiếu", papers: ["Giấy"]), by: "chi")
            office.sources.set(LatenessSamples.moment("10T09:00"))
            try await office.act(.receiveSupplement(1), on: code, by: "chi")
            try await office.play(
                code, "12T16:00", "12T16:10", "13T09:00", "13T09:10", "13T09:20")
            let found = try #require(try await trial(office, code))
            #expect(found.isLate && found.due == LatenessSamples.moment("12T17:30"))
            let warned = try #require(found.warnedAt)
            #expect(warned == LatenessSamples.moment("12T08:00"))
            #expect(found.listedAt == warned)
        }
    }

    @Test(arguments: [14, 140] as [UInt64])
    func `is never before its receipt, nor after its end or its appointment`(
        _ seed: UInt64
    ) async throws {
        try await DossierTestOffice.run { office in
            var play = try await ApologyPlay(office, seed: seed)
            try await play.steps(120)
            var looked = 0
            for code in play.codes {
                guard let found = try await trial(office, code) else { continue }
                looked += 1
                let dossier = try await office.state(code)
                for moment in [found.warnedAt, found.listedAt].compactMap({ $0 }) {
                    #expect(moment >= dossier.registration.receivedAt)
                    #expect(moment < found.due)
                    #expect(dossier.endMark.map { moment < $0 } ?? false)
                }
                if let warned = found.warnedAt {
                    #expect(found.listedAt.map { $0 <= warned } ?? false, "the list has both")
                }
            }
            #expect(looked > 2)
        }
    }
}
