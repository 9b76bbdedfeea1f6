// Notices at the desk: into the outbox with the events they tell of, and out of it when nobody
// needs them any more.

import Ledger
import WorkTime

extension DeskWork {
    /// Puts what the citizen is to be told into the outbox. Without an address nothing is kept.
    /// - Parameter applicant: Where the command itself brought the values; else they are looked up.
    func notify(
        of dossier: Dossiers.Dossier, before: Dossiers.Dossier?, head: StreamHead,
        applicant: Dossiers.Applicant? = nil
    ) throws {
        try notify(
            Notices.decide(after: dossier, before: before, version: head.version), of: dossier,
            applicant: applicant)
    }

    /// By the ways that the citizen chose.
    func notify(
        _ notices: [Notices.Notice], of dossier: Dossiers.Dossier,
        applicant: Dossiers.Applicant? = nil
    ) throws {
        if notices.isEmpty { return }
        guard let known = try applicant ?? reading.applicant(of: dossier) else { return }
        let choice = try reading.noticeChoice(of: dossier.registration.code) ?? .usual
        let channels = choice.addresses(of: known).map(\.channel)
        for notice in notices {
            for channel in channels {
                try transaction.send(
                    notice.message(dueAt: order.at.milliseconds, by: channel))
            }
        }
    }
}

extension Notices {
    private static let dayMilliseconds: Int64 = 24 * 3_600_000
    /// Delivered ones are kept as long as somebody may ask whether they left.
    static let deliveredMilliseconds = 7 * dayMilliseconds
    /// Given up ones until an administrator has had time to look.
    static let givenUpMilliseconds = 90 * dayMilliseconds

    /// Lets go of messages that ended long ago.
    /// - Parameter now: By the machine's time, in which they end.
    static func forget(by now: Instant, in transaction: any LedgerTransaction) throws {
        _ = try transaction.forgetDeliveredMessages(
            before: now.milliseconds - deliveredMilliseconds)
        _ = try transaction.forgetGivenUpMessages(
            before: now.milliseconds - givenUpMilliseconds)
    }
}

extension Desk {
    /// Opens what was given up again, when the relay or the sender's address has been mended.
    /// Returns how many. No command of the ledger: what was told to whom is no fact of a dossier.
    func retryNotices(for viewer: Viewer) async throws -> Int {
        let now = sources.now()
        return try await store.write { [self] transaction in
            let reading = DeskReading(reader: transaction, memory: memory, zone: sources.zone)
            guard try reading.organisation().mayAdminister(viewer.person, viewer.today) else {
                throw People.Rejection.mayNotAdminister
            }
            return try [Notices.family, Notices.textFamily].reduce(0) {
                $0 + (try transaction.reopenMessages(of: $1, at: now.milliseconds))
            }
        }
    }
}
