// Late dossiers of the invented ward, and what its tables say of them.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

extension DossierTestOffice {
    /// One act after the other at moments of July 2017: `3T09:20` and what is done then.
    func play(_ code: String, _ moments: String...) async throws {
        for moment in moments {
            sources.set(LatenessSamples.moment(moment))
            try await advance(code)
        }
    }

    /// A dossier due on Wednesday 5 July at 17:30, ready on Thursday at 11:00: the civil status
    /// team had it for two days more than its step may take.
    func receiveLate() async throws -> String {
        sources.set(LatenessSamples.moment("3T09:00"))
        let code = try await receive()
        try await play(code, "3T09:20", "3T10:00", "6T10:00", "6T10:30", "6T11:00")
        return code
    }

    /// `held p.tp 180`, as the read tables have it.
    func latenessRows(_ code: String) async throws -> String {
        try await desk.read { reading in
            try reading.rows(
                "SELECT cause, unit, minutes FROM latenessPart WHERE dossier = ?", [.text(code)]
            ).map { row in
                let unit = try row.text("unit")
                return "\(try row.text("cause")) \(unit.isEmpty ? "-" : unit) "
                    + "\(try row.int("minutes"))"
            }.sorted().joined(separator: ", ")
        }
    }

    func lateness(_ code: String) async throws -> Lateness.Shown? {
        try await record(code, as: "anh").lateness
    }

    func words(_ shown: Lateness.Shown?) -> String {
        (shown?.lines ?? []).map {
            "\($0.cause.rawValue) \($0.unit?.rawValue ?? "-") \($0.minutes)"
        }
        .sorted().joined(separator: ", ")
    }

    @discardableResult
    func perform(_ command: Outages.Command, by person: PersonID) async throws -> DeskAnswer {
        try await desk.perform(
            .outages(command), by: Actor(person), at: sources.now,
            fingerprint: Array("\(command)".utf8))
    }

    func latenessReport(
        _ change: (inout Lateness.Filter) -> Void = { _ in }, as person: PersonID
    ) async throws -> Lateness.Report {
        let (viewer, now) = (try await viewer(person), now)
        var filter = Lateness.Filter(
            period: DaySpan(ProcedureSamples.day("2017-07-01"), ProcedureSamples.day("2017-09-30")))
        change(&filter)
        let asked = filter
        return try await desk.read { try $0.latenessReport(asked, for: viewer, at: now) }
    }
}
