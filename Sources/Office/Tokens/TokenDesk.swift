// Tokens at the desk: issuing, revoking, and finding whom one speaks for.

import Engine
import Ledger
import WorkTime

extension Tokens {
    static func stream(of id: String) -> String { "token/\(id)" }

    /// A token that was just issued. `text` is shown now or never.
    public struct Issued: Sendable {
        public let grant: Grant
        /// `nil` when the same form had been sent before: then it was shown at that time.
        public let text: String?
    }
}

extension DeskWork {
    func perform(_ command: Tokens.Command) throws -> DeskAnswer {
        let stream = Tokens.stream(of: command.id)
        let told = try reading.told(Tokens.AccessToken.self, by: stream)
        var liveCount = 0
        if case .issue(let grant, _) = command {
            liveCount = try Tokens.liveCount(
                of: grant.person, at: grant.issuedAt, in: transaction)
        }
        let events = try Tokens.decide(
            command, on: told?.state, by: order.actor?.person,
            in: Tokens.Surroundings(
                organisation: try reading.organisation(), today: today, liveCount: liveCount))
        let head = try write(events, feature: "token", stream: stream, after: told?.head)
        var after = told?.state
        for event in events {
            switch event {
            case .issued(let grant): after = Tokens.AccessToken(grant: grant)
            case .revoked: after?.apply(event)
            }
        }
        if let after { try keep(after, after: told?.head.version ?? 0, head: head) }
        switch command {
        case .issue(let grant, let digest):
            try Tokens.insert(grant, digest: digest, in: transaction)
        case .revoke(let id): try Tokens.markRevoked(id, in: transaction)
        }
        return DeskAnswer(head)
    }
}

extension Desk {
    /// Issues a token for a person, who is the actor or, at the machine itself, anybody.
    /// - Parameters:
    ///   - days: How long it lasts, 1...365.
    ///   - instant: Time of the office.
    /// - Throws: `Tokens.Rejection`.
    public func issueToken(
        for person: PersonID, name: String, scopes: [Tokens.Scope], days: Int, by actor: Actor?,
        at instant: Instant, key: String? = nil, fingerprint: [UInt8] = []
    ) async throws -> Tokens.Issued {
        guard (1...Tokens.daysMaximum).contains(days) else { throw Tokens.Rejection.daysInvalid }
        let now = sources.now()
        let text = Tokens.prefix + sources.token(bytes: Tokens.secretBytes)
        let grant = Tokens.Grant(
            id: sources.token(bytes: 6), person: person, name: name, scopes: scopes,
            issuedAt: now,
            expiresAt: Instant(
                milliseconds: now.milliseconds + Int64(days) * Tokens.dayMilliseconds))
        let answer = try await perform(
            .tokens(.issue(grant, digest: Site.digest(of: text))), by: actor, at: instant,
            key: key, fingerprint: fingerprint)
        let isNew = answer.stream == Tokens.stream(of: grant.id)
        return Tokens.Issued(grant: grant, text: isNew ? text : nil)
    }

    /// Whom a token speaks for, as the organisation is on the office's day; `nil` when it is
    /// wrong, expired or revoked, or when its person has left or rests after wrong passwords.
    func bearer(
        digest: String, at now: Instant, office: Instant
    ) async throws -> (viewer: Viewer, bearer: Tokens.Bearer)? {
        let today = office.local(in: sources.zone).day
        let found = try await read { reading -> (Viewer, Tokens.Bearer)? in
            guard
                let bearer = try Tokens.bearer(digest: digest, at: now, in: reading.reader)
            else { return nil }
            let organisation = try reading.organisation()
            if let account = organisation.people[bearer.person]?.account,
                try Tokens.rests(account: account, at: now, in: reading.reader)
            {
                return nil
            }
            return Viewer(person: bearer.person, in: organisation, today: today)
                .map { ($0, bearer) }
        }
        guard let (viewer, bearer) = found else { return nil }
        if now.milliseconds - bearer.usedAt.milliseconds >= Tokens.useMilliseconds {
            // A full disk must not turn away who only reads.
            try? await store.write { try Tokens.noteUse(of: bearer.id, at: now, in: $0) }
        }
        return (viewer, bearer)
    }
}
