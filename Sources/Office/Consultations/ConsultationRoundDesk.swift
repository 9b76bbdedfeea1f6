// Terms that have passed are reported by the office itself, each once.

import Engine
import Ledger
import WorkTime

extension Consultations {
    /// A body whose term has passed.
    struct Silent: Sendable {
        var dossier = ""
        var number = 0
        var place = 0

        var name: String { "\(dossier)/\(number)/\(place)" }
    }
}

extension DeskReading {
    /// Those that nobody was told of yet, one page.
    func silencesToReport(
        after last: Consultations.Silent, at now: LocalMinute
    ) throws -> [Consultations.Silent] {
        try rows(
            """
            SELECT c.dossier AS dossier, c.number AS number, c.place AS place
            FROM consultationPart c JOIN dossier d ON d.code = c.dossier
            WHERE c.isOpen = 1 AND c.isReported = 0 AND c.silentFrom <= ?
                AND d.endedDay IS NULL AND (c.dossier, c.number, c.place) > (?, ?, ?)
            ORDER BY c.dossier, c.number, c.place LIMIT ?
            """,
            [
                SQLValue(now.rawValue), .text(last.dossier), SQLValue(last.number),
                SQLValue(last.place), SQLValue(Rounds.pageSize),
            ]
        ).map { row in
            Consultations.Silent(
                dossier: try row.text("dossier"), number: try row.int("number"),
                place: try row.int("place"))
        }
    }
}

extension Desk {
    /// Goes over all silences that nobody was told of, a page a commit. What is reported is found
    /// in the consultation, so two nodes report it once.
    func reportSilences(at instant: Instant, _ outcome: inout Rounds.Outcome) async throws {
        let now = instant.local(in: sources.zone)
        var last = Consultations.Silent()
        while true {
            let after = last
            let page = try await read { try $0.silencesToReport(after: after, at: now) }
            guard let end = page.last else { return }
            last = end
            let orders = page.map { silent in
                var order = DeskOrder(
                    command: .consultations(
                        .reportSilence(silent.dossier, silent.number, place: silent.place)),
                    actor: Rounds.actor, at: instant, key: "", salt: [])
                order.isRemembered = false
                return order
            }
            for (silent, answer) in zip(page, try await perform(orders)) {
                switch answer {
                case .success: outcome.silences += 1
                case .failure(let error):
                    outcome.failures.append("\(silent.name): \(error)")
                }
            }
            if page.count < Rounds.pageSize { return }
        }
    }
}
