// Keeping the counters of the indicators with each command on a dossier.

import Engine
import Ledger
import WorkTime

extension DeskWork {
    /// Adds what became different. A row whose sum comes to nothing stays, with nothing in it.
    func tally(_ after: DossierRows, _ before: DossierRows?) throws {
        let old = before.map { Ratings.tally(of: $0.dossier) } ?? [:]
        let new = Ratings.tally(of: after.dossier)
        if old == new { return }
        let office = after.dossier.registration.office
        for key in Set(old.keys).union(new.keys) {
            let change = (new[key] ?? 0) - (old[key] ?? 0)
            if change == 0 { continue }
            try transaction.post(
                """
                INSERT INTO dossierScore (office, day, indicator, points, amount)
                VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (office, day, indicator, points)
                DO UPDATE SET amount = dossierScore.amount + excluded.amount
                """,
                [
                    .text(office.rawValue), SQLValue(key.day.number),
                    SQLValue(key.indicator.rawValue), SQLValue(key.points), SQLValue(change),
                ])
        }
    }
}
