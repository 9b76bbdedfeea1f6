// Lines that an invented ward adds to official forms, and who is in charge of them.

import Engine
import Testing
import WorkTime

@testable import Office

enum PaperLineSamples {
    static func line(_ words: String, _ way: Papers.Line.Way = .blank) -> Papers.Line {
        Papers.Line(Bilingual(vi: words, en: "In English: \(words)"), way)
    }

    static func key(
        _ form: Papers.FormName, _ regime: Papers.Regime.Name = .circular2025
    ) -> Papers.FormKey {
        Papers.FormKey(regime: regime, form: form)
    }

    /// A form of the page with so many lines.
    static func fields(
        _ labels: [String], form: String = "stop", regime: String = "TT-03-2025"
    ) -> [(String, String)] {
        [("regime", regime), ("form", form)]
            + labels.enumerated().flatMap { index, label in
                [
                    ("vi\(index + 1)", label), ("en\(index + 1)", "In English: \(label)"),
                    ("way\(index + 1)", "blank"),
                ]
            }
    }
}

extension DossierTestOffice {
    /// `quy` is in charge of processes, `quan` of the organisation, `so` of figures.
    func hireStaff() async throws {
        for command in OrganisationTestState.staffCommands {
            _ = try await desk.perform(.people(command), by: nil, at: sources.now)
        }
    }

    @discardableResult
    func write(
        _ lines: [Papers.Line], on form: Papers.FormName,
        of regime: Papers.Regime.Name = .circular2025, by person: PersonID = "quy"
    ) async throws -> DeskAnswer {
        try await desk.perform(
            .papers(.write(.init(regime: regime, form: form), lines)), by: Actor(person),
            at: sources.now, fingerprint: Array("\(form) \(lines)".utf8))
    }

    func addedLines(_ key: Papers.FormKey) async throws -> [Papers.Line] {
        try await desk.read { try $0.paperLines().lines(of: key) }
    }
}
