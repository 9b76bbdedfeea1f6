// One round at the desk.

import Engine
import Ledger
import WorkTime

extension Desk {
    /// Lets every time come that has come by the instant, then writes a checkpoint when the last
    /// is old, and forgets old keys, messages, drafts and wrong tries. With a signer no checkpoint
    /// stays the last one unsigned.
    public func makeRound(
        at instant: Instant, signer: CheckpointSigner? = nil
    ) async throws -> Rounds.Outcome {
        var outcome = Rounds.Outcome()
        try await fireTimers(at: instant, &outcome)
        try await moveDates(at: instant, &outcome)
        try await reportSilences(at: instant, &outcome)
        outcome.daySheets = try await makeDaySheets(at: instant)
        let machine = machineNow()
        outcome.checkpoint = try await store.write { transaction in
            let last = try transaction.lastCheckpoint()
            let age = instant.milliseconds - (last?.at ?? .min / 2)
            if age < Rounds.checkpointMilliseconds {
                if let signer { _ = try transaction.signLastCheckpoint(by: signer) }
                return nil
            }
            // Seldom enough to look through all of them.
            _ = try Filings.forgetDrafts(at: machine, in: transaction)
            _ = try Attachments.sweep(at: machine, in: transaction)
            try Contacts.forget(at: machine, in: transaction)
            _ = try transaction.forgetCommandKeys(
                before: instant.milliseconds - Rounds.keyMilliseconds)
            try Tracking.forgetTries(at: machine, in: transaction)
            try Notices.forget(by: machine, in: transaction)
            return try transaction.fix(at: instant, signer)
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
            let orders = page.map { due in
                DeskOrder(
                    command: .dossiers(.fireTimers(due.code)), actor: Rounds.actor,
                    at: instant, key: "timer/\(due.code)/\(due.version)", salt: [])
            }
            let done = try await perform(orders, on: page.map(\.code), &outcome)
            outcome.dossiers += done
            if page.count < Rounds.pageSize { return }
        }
    }

    /// Leads the open dossiers to the newest issue of the calendar, a page a commit. What is done
    /// is found in the dossier, so a round that broke off, or another node's, is simply gone on
    /// with.
    private func moveDates(at instant: Instant, _ outcome: inout Rounds.Outcome) async throws {
        var last = Rounds.Waiting(calendar: 0, code: "")
        while true {
            let after = last
            let page = try await read { try $0.datesToMove(after: after) }
            guard let end = page.last else { return }
            last = end
            let orders = page.map { waiting in
                var order = DeskOrder(
                    command: .dossiers(.takeCalendar(waiting.code)), actor: Rounds.actor,
                    at: instant, key: "", salt: [])
                order.isRemembered = false
                return order
            }
            let done = try await perform(orders, on: page.map(\.code), &outcome)
            outcome.moved += done
            if page.count < Rounds.calendarPageSize { return }
        }
    }

    /// Performs a page with one commit; keeps the failures and returns how many were done.
    private func perform(
        _ orders: [DeskOrder], on codes: [String], _ outcome: inout Rounds.Outcome
    ) async throws -> Int {
        var done = 0
        for (code, answer) in zip(codes, try await perform(orders)) {
            switch answer {
            case .success: done += 1
            case .failure(let error): outcome.failures.append("\(code): \(error)")
            }
        }
        return done
    }
}

extension LedgerTransaction {
    /// Writes the next checkpoint, or signs the last one when nothing came after it. Returns the
    /// number of a new one.
    fileprivate func fix(at instant: Instant, _ signer: CheckpointSigner?) throws -> Int? {
        if let new = try writeCheckpoint(at: instant.milliseconds, signedBy: signer) {
            return new.number
        }
        if let signer { _ = try signLastCheckpoint(by: signer) }
        return nil
    }
}

extension Site.House {
    /// Fixes the ledger now, at the office's own time. Returns the newest checkpoint, to be kept
    /// outside; `nil` for a ledger without entries.
    public func fixLedger(signer: CheckpointSigner?) async throws -> Checkpoint? {
        let now = clock.now
        return try await desk.store.write { transaction in
            _ = try transaction.fix(at: now, signer)
            return try transaction.lastCheckpoint()
        }
    }
}
