// A consent as its stream tells it.

import Ledger
import WorkTime

extension Prefills.Consent: ToldState {
    /// A consent has two entries at most.
    static var savedEvery: Int { 16 }

    /// The entry before the consent was given.
    private struct OutOfOrder: Error {}

    static func told(by entry: Entry, after state: Self?, zone: ZoneOffset) throws -> Self {
        let event = try EventDecoding.event(
            Prefills.Event.self, entryType: entry.type, payload: try entry.decodedPayload(),
            feature: Prefills.feature)
        if case .given(let grant) = event, state == nil { return Self(grant: grant) }
        guard var consent = state else { throw OutOfOrder() }
        consent.apply(event)
        return consent
    }

    /// Writes one event into the state. Never refuses, never looks at a clock.
    mutating func apply(_ event: Prefills.Event) {
        switch event {
        case .given(let grant): self.grant = grant
        case .withdrawn(let at): withdrawnAt = at
        }
    }
}
