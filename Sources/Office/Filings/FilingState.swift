// Applying events, and telling the state from the stream.

import Ledger
import WorkTime

extension Filings.Filing: ToldState {
    /// A filing has a handful of entries.
    static var savedEvery: Int { 16 }

    /// The entry before the filing was sent.
    private struct OutOfOrder: Error {}

    static func told(by entry: Entry, after state: Self?, zone: ZoneOffset) throws -> Self {
        let event = try EventDecoding.event(
            Filings.Event.self, entryType: entry.type, payload: try entry.decodedPayload(),
            feature: "filing")
        if case .submitted(let registration) = event, state == nil {
            return Self(registration: registration)
        }
        guard var filing = state else { throw OutOfOrder() }
        filing.apply(event)
        return filing
    }

    /// Writes one event into the state. Never refuses, never looks at a clock.
    mutating func apply(_ event: Filings.Event) {
        switch event {
        case .submitted(let registration): self.registration = registration
        case .supplementAsked(let at, let reason, let papers):
            request = .init(at: at, reason: reason, papers: papers, answered: [])
            standing = .supplementAsked
        case .supplemented(let at, let papers):
            request?.answeredAt = at
            request?.answered = papers
            standing = .waiting
        case .withdrawn(let at): end(.withdrawn, at)
        case .accepted(let at, let dossier):
            self.dossier = dossier
            end(.accepted, at)
        case .refused(let at, let reason):
            self.reason = reason
            end(.refused, at)
        }
    }

    private mutating func end(_ standing: Filings.Standing, _ at: LocalMinute) {
        self.standing = standing
        endedAt = at
    }
}
