// Finding the dossier that a citizen asks for, and the table of wrong tries.

import Engine
import Ledger
import WorkTime

extension Tracking {
    static let migrations = [
        Migration(
            id: "tracking-1",
            statements: [
                """
                CREATE TABLE trackingTry (
                    subject TEXT NOT NULL PRIMARY KEY,
                    count {{bigint}} NOT NULL,
                    since {{bigint}} NOT NULL)
                """,
                "CREATE INDEX trackingTryBySince ON trackingTry (since)",
                """
                CREATE TABLE trackingSalt (
                    day {{bigint}} NOT NULL PRIMARY KEY,
                    salt TEXT NOT NULL)
                """,
            ])
    ]

    /// Wrong tries of a subject in its window; `since` is the first of them.
    static func tries(
        of subject: String, at now: Instant, in reader: any LedgerReader
    ) throws -> (count: Int, since: Instant) {
        let row = try reader.row(
            "SELECT count, since FROM trackingTry WHERE subject = ? AND since > ?",
            [.text(subject), .integer(now.milliseconds - windowMilliseconds)])
        guard let row else { return (0, now) }
        return (try row.int("count"), Instant(milliseconds: try row.int64("since")))
    }

    /// Refuses who tried too often. `underWay` are tries at the dossier on this node that nobody
    /// has counted yet: many sent at once are no more than many sent one after the other.
    static func check(
        _ subjects: Subjects, underWay: Int, at now: Instant, in reader: any LedgerReader
    ) throws {
        let address = try tries(of: subjects.address, at: now, in: reader)
        if address.count >= addressTriesMaximum {
            throw Rejection.tooMany(seconds: secondsLeft(since: address.since, at: now))
        }
        guard let subject = subjects.dossier else { return }
        let dossier = try tries(of: subject, at: now, in: reader)
        if dossier.count + underWay >= dossierTriesMaximum {
            throw Rejection.tooMany(
                seconds: dossier.count == 0 ? 1 : secondsLeft(since: dossier.since, at: now))
        }
    }

    private static func secondsLeft(since: Instant, at now: Instant) -> Int {
        let left = since.milliseconds + windowMilliseconds - now.milliseconds
        return max(1, Int((left + 999) / 1_000))
    }

    static func noteTry(
        _ subjects: Subjects, at now: Instant, in transaction: any LedgerTransaction
    ) throws {
        for subject in subjects.all.sorted() {
            _ = try countOne(subject, at: now, in: transaction)
        }
    }

    /// One more of what a subject may do so often in an hour, over all nodes.
    /// - Parameters:
    ///   - subject: A salted digest of its own kind.
    ///   - refusal: Made of the seconds to wait; thrown, so that the one too many is not counted.
    static func count(
        _ subject: String, maximum: Int, at now: Instant, in transaction: any LedgerTransaction,
        refusal: (Int) -> any Error
    ) throws {
        let window = try countOne(subject, at: now, in: transaction)
        if window.count > maximum {
            throw refusal(secondsLeft(since: window.since, at: now))
        }
    }

    /// Counted by the row itself: two nodes never read the same number.
    private static func countOne(
        _ subject: String, at now: Instant, in transaction: any LedgerTransaction
    ) throws -> (count: Int, since: Instant) {
        let start = SQLValue.integer(now.milliseconds - windowMilliseconds)
        let row = try transaction.rows(
            """
            INSERT INTO trackingTry (subject, count, since) VALUES (?, 1, ?)
            ON CONFLICT (subject) DO UPDATE SET
                count = CASE WHEN trackingTry.since > ? THEN trackingTry.count + 1 ELSE 1 END,
                since = CASE WHEN trackingTry.since > ? THEN trackingTry.since
                    ELSE excluded.since END
            RETURNING count, since
            """, [.text(subject), .integer(now.milliseconds), start, start]
        ).first
        guard let row else { return (0, now) }
        return (try row.int("count"), Instant(milliseconds: try row.int64("since")))
    }

    /// The salt of a day of the machine, the same for all nodes; the first who asks makes it.
    static func salt(
        of day: Int64, fresh: String, in transaction: any LedgerTransaction
    ) throws -> String {
        try transaction.execute(
            "INSERT INTO trackingSalt (day, salt) VALUES (?, ?) ON CONFLICT (day) DO NOTHING",
            [.integer(day), .text(fresh)])
        let row = try transaction.row(
            "SELECT salt FROM trackingSalt WHERE day = ?", [.integer(day)])
        return try row?.text("salt") ?? fresh
    }

    static func salts(at now: Instant, in reader: any LedgerReader) throws -> [String] {
        try reader.rows(
            "SELECT salt FROM trackingSalt WHERE day >= ? ORDER BY day DESC",
            [.integer(day(of: now) - 1)]
        ).map { try $0.text("salt") }
    }

    static func day(of now: Instant) -> Int64 { now.milliseconds / 86_400_000 }

    /// Windows that are over, and salts before yesterday's: after that nobody can tell whom a
    /// digest stood for.
    static func forgetTries(at now: Instant, in transaction: any LedgerTransaction) throws {
        try transaction.execute(
            "DELETE FROM trackingTry WHERE since <= ?",
            [.integer(now.milliseconds - windowMilliseconds)])
        try transaction.execute(
            "DELETE FROM trackingSalt WHERE day < ?", [.integer(day(of: now) - 1)])
    }
}

extension DeskReading {
    /// What a citizen is told. Nothing is looked up but the dossier, its process, the telephone
    /// number, the delivery and, after the result, the rating.
    func tracked(
        _ question: Tracking.Question, salt: String, at now: LocalMinute
    ) throws -> Tracking.Answer? {
        guard let dossier = try trackedDossier(question.code) else { return nil }
        let reading = try trackingReading(of: dossier, at: now)
        if question.digits.isEmpty { return reading.answer(.codeOnly, veil: nil) }
        let applicant = try applicant(of: dossier)
        guard let digits = Tracking.digits(of: applicant?.phone ?? "") else {
            return reading.answer(.noPhone, veil: nil)
        }
        guard Site.areEqual(digits, question.digits) else { return nil }
        return try fullAnswer(of: dossier, reading, applicant, salt: salt, at: now)
    }

    /// The whole answer, for who showed to be the applicant a moment ago; `nil` without such a
    /// dossier.
    func trackedWhole(_ code: String, salt: String, at now: LocalMinute) throws -> Tracking.Answer?
    {
        guard let dossier = try trackedDossier(code) else { return nil }
        return try fullAnswer(
            of: dossier, try trackingReading(of: dossier, at: now), try applicant(of: dossier),
            salt: salt, at: now)
    }

    private func trackingReading(
        of dossier: Dossiers.Dossier, at now: LocalMinute
    ) throws -> TrackingReading {
        let registration = dossier.registration
        return TrackingReading(
            dossier: dossier,
            version: try issue(registration.process, registration.issue).version,
            organisation: try organisation(), calendar: try calendar(dossier.calendar), now: now)
    }

    private func fullAnswer(
        of dossier: Dossiers.Dossier, _ reading: TrackingReading,
        _ applicant: Dossiers.Applicant?, salt: String, at now: LocalMinute
    ) throws -> Tracking.Answer {
        var reading = reading
        let proof = Tracking.proof(of: dossier.registration.code, salt: salt)
        reading.rating = try ratingOffer(of: dossier, proof: proof, at: now)
        reading.delivery = try deliveryOffer(of: dossier, proof: proof, at: now)
        let veil = Tracking.Veil(applicant, officers: reading.officers)
        let code = dossier.registration.code
        reading.messages = try messages(of: dossier, proof: proof, veil: veil, at: now)
        reading.notices = try noticeChoice(of: code) ?? .usual
        reading.attachments = try attachments(ofDossier: code)
        reading.proof = proof
        return reading.answer(.full, veil: veil)
    }

    /// By the code as typed, else in capitals, as most codes are written.
    private func trackedDossier(_ code: String) throws -> Dossiers.Dossier? {
        if code.count > Tracking.codeMaximum { return nil }
        let capitals = code.uppercased()
        for code in code == capitals ? [code] : [code, capitals] {
            // What was filed online is followed on by the number that the citizen has.
            let became = try told(Filings.Filing.self, by: Filings.stream(of: code))?.state.dossier
            let stream = Dossiers.stream(of: became ?? code)
            if let told = try told(Dossiers.Dossier.self, by: stream) { return told.state }
        }
        return nil
    }
}

extension Tracking {
    /// The last digits of a telephone number; `nil` when it has too few.
    static func digits(of phone: String) -> String? {
        let digits = phone.filter { ("0"..."9").contains($0) }
        return digits.count < digitCount ? nil : String(digits.suffix(digitCount))
    }
}
