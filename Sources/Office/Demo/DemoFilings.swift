// What citizens filed online on the last afternoon before the demo opens: it waits for the visitor
// at the counters.

import Engine
import ProcessModel
import WorkTime

extension Demo {
    struct WaitingFiling: Sendable {
        let at: LocalMinute
        let submission: Filings.Submission
    }

    private static let waitingCount = 36

    /// In the order of time. Procedures and places are drawn from what was filed online before.
    static func waitingFilings(
        processes: Processes, sheets: [Procedures.Sheet], seed: UInt64
    ) throws -> [WaitingFiling] {
        var chance = Chance(seed: seed, of: "waiting filings")
        let maker = try IntakeMaker()
        let catalogue = ProcessCatalogue(processes.all)
        let offered = Dictionary(
            sheets.filter(\.isOnline).map { ($0.code, $0) }, uniquingKeysWith: { a, _ in a })
        let online = try filings(wards: try Ward.all()).filter {
            $0.channel == .online && offered[$0.process] != nil
        }
        let noon = LocalMinute(startOf: Plan.opens.day - 1) + 12 * 60
        var waiting: [WaitingFiling] = []
        for _ in 0..<waitingCount {
            guard !online.isEmpty else { break }
            let filing = online[chance.below(online.count)]
            guard let sheet = offered[filing.process], let version = catalogue[filing.process]
            else { continue }
            // Before the round of the evening.
            let at = noon + chance.below(6 * 60)
            let intake = maker.intake(filing, version, level: nil, at: at, &chance)
            waiting.append(
                WaitingFiling(at: at, submission: submission(intake, sheet, version, &chance)))
        }
        return waiting.sorted { $0.at < $1.at }
    }

    private static func submission(
        _ intake: Dossiers.Intake, _ sheet: Procedures.Sheet, _ version: ProcessVersion,
        _ chance: inout Chance
    ) -> Filings.Submission {
        // Some forget the last of their papers.
        let has =
            version.components.count > 1 && chance.happens(250)
            ? version.components.dropLast() : version.components[...]
        let way =
            sheet.returnWays.contains(.home) && chance.happens(400) ? .home : sheet.returnWays[0]
        let keys = Set(version.firstFields.filter { !$0.personal }.map(\.key))
        return Filings.Submission(
            process: sheet.code, office: intake.office, applicant: intake.applicant,
            papers: Array(has), returnWay: way,
            fields: intake.fields.filter { keys.contains($0.key) })
    }
}
