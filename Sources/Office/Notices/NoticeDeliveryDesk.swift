// Delivering: one notice after the other is claimed, written and handed over, on any node. One that
// was handed over when the node failed goes out again with the same Message-ID: at least once.

import Engine
import Ledger
import Mail
import WorkTime

extension Notices {
    /// In whose name notices leave, and where citizens follow their dossiers.
    public struct Post: Hashable, Sendable {
        public var sender: MailSender
        /// Address of the site as citizens reach it, without a slash at its end; `nil` names none.
        public var site: String?

        public init(sender: MailSender, site: String? = nil) {
            self.sender = sender
            self.site = site
        }
    }

    /// Whom to write to, and what.
    struct Written: Sendable {
        var address: String
        var subject: String
        var body: String
    }

    /// What a pass over the outbox came to.
    public struct Delivered: Hashable, Sendable {
        public var sent = 0
        /// Not sent, because there is nobody to send it to any more.
        public var ended = 0
        public var postponed = 0
        public var givenUp = 0
        /// Id and reason of what failed; no addresses.
        public var failures: [String] = []

        public init() {}
    }

    /// Longer than any handing over takes, so that no other node begins meanwhile.
    static let claimMilliseconds: Int64 = 20 * 60_000

    /// How long to wait after a failed attempt, from the first: minutes, hours, then days, together
    /// more than four of them (RFC 5321, 4.5.4.1).
    static let delayMinutes: [Int64] = [1, 5, 15, 60, 120, 240, 480, 960, 1440, 1440, 1440]

    static func delayMilliseconds(after attempt: Int) -> Int64 {
        delayMinutes[min(max(attempt, 1), delayMinutes.count) - 1] * 60_000
    }
}

extension DeskReading {
    /// What a message of the outbox becomes; `nil` when there is nobody to write to.
    fileprivate func written(
        _ message: OutboxMessage, site: String?, key: String, at now: Instant, texts: Site.Texts
    ) throws -> Notices.Written? {
        if let letter = try Contacts.Letter(message) {
            return try written(letter, at: now, texts: texts)
        }
        if message.kind == DaySheets.kind {
            return try writtenDaySheet(message, site: site, texts: texts)
        }
        if let note = try Petitions.Note(message) {
            return try written(note, site: site, texts: texts)
        }
        if let note = try Privacy.Note(message) {
            return try written(note, site: site, texts: texts)
        }
        let notice = try Notices.Notice(message)
        let dossier = try toldDossier(notice.code).state
        guard let applicant = try applicant(of: dossier) else { return nil }
        let office = dossier.registration.office
        let words = Notices.Letter(
            notice: notice, dossier: dossier,
            office: try organisation().units[office]?.name ?? office.rawValue,
            site: site,
            stop: Notices.stopLink(of: notice.code, for: applicant.email, key: key, site: site),
            texts: texts)
        return Notices.Written(
            address: applicant.email, subject: words.subject, body: words.body)
    }
}

extension Site.House {
    /// Hands over what is due, until nothing is or the relay cannot be reached.
    /// - Parameters:
    ///   - node: A name that no other node has.
    ///   - carry: Hands one mail over.
    public func deliverNotices(
        as node: String, from post: Notices.Post,
        carry: @Sendable (MailMessage) async -> MailOutcome
    ) async throws -> Notices.Delivered {
        try await handOver(as: node, of: Notices.family) { message in
            guard let letter = try await letter(for: message, from: post) else { return nil }
            return await carry(letter)
        }
    }

    /// Hands over what is due of a family, one after the other, until nothing is or the way out
    /// cannot be reached.
    /// - Parameter carry: `nil` for one that ends quietly.
    func handOver(
        as node: String, of family: String,
        carry: (OutboxMessage) async throws -> MailOutcome?
    ) async throws -> Notices.Delivered {
        var delivered = Notices.Delivered()
        while !Task.isCancelled, let claim = try await claimNotice(as: node, of: family) {
            let outcome: MailOutcome?
            do {
                outcome = try await carry(claim.message)
            } catch let error as any Refusal {
                outcome = .refused("write: \(error.code)")
            } catch is Notices.UnknownMessage {
                outcome = .refused("write: unknown")
            } catch is PayloadError {
                outcome = .refused("write: unknown")
            }
            try await note(outcome, of: claim, in: &delivered)
            if case .unreachable = outcome { return delivered }
        }
        return delivered
    }

    private func claimNotice(as node: String, of family: String) async throws -> ClaimedMessage? {
        let now = desk.machineNow().milliseconds
        return try await desk.store.write { transaction in
            try transaction.claimMessages(
                of: family, by: node, at: now, until: now + Notices.claimMilliseconds,
                limit: 1
            ).first
        }
    }

    /// `nil` when there is nobody to write to: the values were erased by law.
    private func letter(
        for message: OutboxMessage, from post: Notices.Post
    ) async throws -> MailMessage? {
        let (texts, now) = (texts, desk.machineNow())
        let key = try await desk.noticeKey()
        return try await desk.read { reading in
            guard
                let written = try reading.written(
                    message, site: post.site, key: key, at: now, texts: texts),
                let address = Notices.address(written.address)
            else { return nil }
            return MailMessage(
                id: message.id, sender: post.sender, recipient: address,
                subject: written.subject, body: written.body, date: now, zone: reading.zone,
                languages: [.vi, .en])
        }
    }

    /// - Parameter outcome: `nil` for one that ends quietly.
    private func note(
        _ outcome: MailOutcome?, of claim: ClaimedMessage, in delivered: inout Notices.Delivered
    ) async throws {
        let now = desk.machineNow().milliseconds
        let id = claim.message.id
        switch outcome {
        case .accepted, nil:
            _ = try await desk.store.write { try $0.messageDelivered(claim, at: now) }
            if outcome == nil { delivered.ended += 1 } else { delivered.sent += 1 }
        case .refused(let reason):
            _ = try await desk.store.write {
                try $0.messageRefused(claim, because: reason, at: now)
            }
            delivered.givenUp += 1
            delivered.failures.append("\(id): \(reason)")
        case .deferred(let reason), .unreachable(let reason):
            let retryAt = now + Notices.delayMilliseconds(after: claim.attempt)
            let failure = try await desk.store.write {
                try $0.messageFailed(claim, because: reason, at: now, retryAt: retryAt)
            }
            if failure == .givenUp { delivered.givenUp += 1 } else { delivered.postponed += 1 }
            delivered.failures.append("\(id): \(reason)")
        }
    }
}
