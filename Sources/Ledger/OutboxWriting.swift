// Puts messages into the outbox and hands them out, also to several nodes at once.

extension LedgerTransaction {
    public func send(_ message: OutboxMessage) throws {
        try post(
            """
            INSERT INTO outboxMessage (id, lane, kind, payload, dueAt, state, attempts)
            VALUES (?, ?, ?, ?, ?, 0, 0)
            """,
            [
                .text(message.id), .text(message.lane), .text(message.kind),
                .blob(try message.payload.encoded()), .integer(message.dueAt),
            ])
    }

    /// Claims due messages, oldest first, at most one a lane, until `until`. Two nodes never
    /// claim the same one: the attempt count guards the row.
    /// - Parameter family: How the kinds begin that this deliverer knows, for instance `mail.`.
    public func claimMessages(
        of family: String = "", by node: String, at now: Int64, until: Int64, limit: Int
    ) throws -> [ClaimedMessage] {
        let rows = try rows(
            """
            SELECT position, id, lane, kind, payload, dueAt, attempts FROM outboxMessage AS m
            WHERE state = 0 AND dueAt <= ? AND (claimedUntil IS NULL OR claimedUntil <= ?)
            AND kind LIKE ? AND NOT EXISTS (
                SELECT 1 FROM outboxMessage AS earlier WHERE earlier.state = 0
                AND earlier.lane = m.lane AND earlier.position < m.position)
            ORDER BY position LIMIT ?
            """,
            [.integer(now), .integer(now), .text(family + "%"), SQLValue(limit)])
        var claimed: [ClaimedMessage] = []
        for row in rows {
            let position = try row.int("position")
            let attempts = try row.int("attempts")
            if attempts >= Outbox.attemptMaximum {
                try giveUp(position: position, attempts: attempts, at: now)
                continue
            }
            let changed = try execute(
                """
                UPDATE outboxMessage SET claimedBy = ?, claimedUntil = ?, attempts = ?
                WHERE position = ? AND attempts = ? AND state = 0
                """,
                [
                    .text(node), .integer(until), SQLValue(attempts + 1), SQLValue(position),
                    SQLValue(attempts),
                ])
            if changed == 0 { continue }
            claimed.append(
                ClaimedMessage(
                    message: try OutboxMessage(row: row), position: position,
                    attempt: attempts + 1, claimedBy: node))
        }
        return claimed
    }

    /// Whoever claims a message and never comes back must not block its lane for ever.
    private func giveUp(position: Int, attempts: Int, at now: Int64) throws {
        try execute(
            """
            UPDATE outboxMessage SET state = 2, endedAt = ?, claimedBy = NULL,
                claimedUntil = NULL, failure = coalesce(failure, 'every claim ran out')
            WHERE position = ? AND attempts = ? AND state = 0
            """,
            [.integer(now), SQLValue(position), SQLValue(attempts)])
    }

    /// Ends a message that was delivered; false when the claim was lost meanwhile.
    public func messageDelivered(_ claim: ClaimedMessage, at now: Int64) throws -> Bool {
        try execute(
            """
            UPDATE outboxMessage SET state = 1, endedAt = ?, claimedBy = NULL,
                claimedUntil = NULL, failure = NULL
            WHERE position = ? AND claimedBy = ? AND attempts = ? AND state = 0
            """,
            [
                .integer(now), SQLValue(claim.position), .text(claim.claimedBy),
                SQLValue(claim.attempt),
            ]) == 1
    }

    /// Puts a message back until `retryAt`, or gives it up after the last attempt: then the
    /// lane goes on with the next one.
    public func messageFailed(
        _ claim: ClaimedMessage, because failure: String, at now: Int64, retryAt: Int64
    ) throws -> OutboxFailure {
        let isLast = claim.attempt >= Outbox.attemptMaximum
        let changed = try execute(
            """
            UPDATE outboxMessage SET state = ?, dueAt = ?, endedAt = ?, claimedBy = NULL,
                claimedUntil = NULL, failure = ?
            WHERE position = ? AND claimedBy = ? AND attempts = ? AND state = 0
            """,
            [
                SQLValue(isLast ? Outbox.State.givenUp : Outbox.State.open), .integer(retryAt),
                isLast ? .integer(now) : .null, .text(failure), SQLValue(claim.position),
                .text(claim.claimedBy), SQLValue(claim.attempt),
            ])
        if changed == 0 { return .claimLost }
        return isLast ? .givenUp : .willRetry(at: retryAt)
    }

    /// Gives a message up before its last attempt, where no other can do better; false when the
    /// claim was lost meanwhile.
    public func messageRefused(
        _ claim: ClaimedMessage, because failure: String, at now: Int64
    ) throws -> Bool {
        try execute(
            """
            UPDATE outboxMessage SET state = 2, endedAt = ?, claimedBy = NULL,
                claimedUntil = NULL, failure = ?
            WHERE position = ? AND claimedBy = ? AND attempts = ? AND state = 0
            """,
            [
                .integer(now), .text(failure), SQLValue(claim.position), .text(claim.claimedBy),
                SQLValue(claim.attempt),
            ]) == 1
    }

    /// Opens again what was given up, with all its attempts; returns how many. For people who have
    /// mended what was wrong.
    public func reopenMessages(of family: String, at now: Int64) throws -> Int {
        try execute(
            """
            UPDATE outboxMessage SET state = 0, attempts = 0, dueAt = ?, endedAt = NULL
            WHERE state = 2 AND kind LIKE ?
            """, [.integer(now), .text(family + "%")])
    }

    /// Forgets messages that were given up before an instant; returns how many.
    public func forgetGivenUpMessages(before instant: Int64) throws -> Int {
        try execute(
            "DELETE FROM outboxMessage WHERE state = 2 AND endedAt < ?", [.integer(instant)])
    }

    /// Forgets delivered messages older than an instant; returns how many.
    public func forgetDeliveredMessages(before instant: Int64) throws -> Int {
        try execute(
            "DELETE FROM outboxMessage WHERE state = 1 AND endedAt < ?", [.integer(instant)])
    }
}

extension LedgerReader {
    /// Messages that wait, are being delivered, or were given up.
    public func outboxCounts() throws -> (open: Int, givenUp: Int) {
        func count(_ state: Int) throws -> Int {
            try row(
                "SELECT count(*) AS number FROM outboxMessage WHERE state = ?",
                [SQLValue(state)])?.int("number") ?? 0
        }
        return (try count(Outbox.State.open), try count(Outbox.State.givenUp))
    }
}

extension OutboxMessage {
    fileprivate init(row: SQLRow) throws {
        self.init(
            id: try row.text("id"), lane: try row.text("lane"), kind: try row.text("kind"),
            payload: try Payload(decoding: try row.blob("payload")),
            dueAt: try row.int64("dueAt"))
    }
}
