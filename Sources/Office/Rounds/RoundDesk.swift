// One round at the desk.

import Engine
import Ledger
import WorkTime

extension Desk {
    /// Lets every time come that has come by the instant, then writes a checkpoint when the last
    /// is old, and forgets old keys.
    public func makeRound(at instant: Instant) async throws -> Rounds.Outcome {
        var outcome = Rounds.Outcome()
        try await fireTimers(at: instant, &outcome)
        outcome.checkpoint = try await store.write { transaction in
            let last = try transaction.lastCheckpoint()
            let age = instant.milliseconds - (last?.at ?? .min / 2)
            if age < Rounds.checkpointMilliseconds { return nil }
            // Seldom enough to look through all keys.
            _ = try transaction.forgetCommandKeys(
                before: instant.milliseconds - Rounds.keyMilliseconds)
            return try transaction.writeCheckpoint(at: instant.milliseconds)?.number
        }
        return outcome
    }

    /// Goes over all dossiers with a time that has come, a page a commit; one that fails is passed
    /// over and tried again in the next round.
    private func fireTimers(at instant: Instant, _ outcome: inout Rounds.Outcome) async throws {
        let now = instant.local(in: sources.zone)
        var last = ""
        while true {
            let after = last
            let page = try await store.read { try Rounds.due(by: now, after: after, in: $0) }
            guard let end = page.last else { return }
            last = end.code
            let answers = try await perform(
                page.map { due in
                    DeskOrder(
                        command: .dossiers(.fireTimers(due.code)), actor: Rounds.actor,
                        at: instant, key: "timer/\(due.code)/\(due.version)", salt: [])
                })
            for (due, answer) in zip(page, answers) {
                switch answer {
                case .success: outcome.dossiers += 1
                case .failure(let error): outcome.failures.append("\(due.code): \(error)")
                }
            }
            if page.count < Rounds.pageSize { return }
        }
    }
}
