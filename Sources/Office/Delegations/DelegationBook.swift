// All delegations of the house, as their stream tells them.

import Engine
import Ledger
import WorkTime

extension Delegations {
    public struct Book: Hashable, Sendable, Codable {
        /// In the order of their numbers.
        public internal(set) var delegations: [Delegation] = []

        func delegation(_ number: Int) -> Delegation? {
            delegations.indices.contains(number - 1) ? delegations[number - 1] : nil
        }
    }
}

extension Delegations.Delegation {
    public var isOpen: Bool { revocation == nil }
}

extension Delegations.Book: ToldState {
    static var savedEvery: Int { 16 }

    static func told(by entry: Entry, after state: Self?, zone: ZoneOffset) throws -> Self {
        var book = state ?? Self()
        book.apply(
            try EventDecoding.event(
                Delegations.Event.self, entryType: entry.type,
                payload: try entry.decodedPayload(), feature: Delegations.feature))
        return book
    }

    /// Writes one event into the state. Never refuses, never looks at a clock.
    mutating func apply(_ event: Delegations.Event) {
        switch event {
        case .given(let delegation): delegations.append(delegation)
        case .revoked(let number, let revocation):
            guard delegations.indices.contains(number - 1) else { return }
            delegations[number - 1].revocation = revocation
        }
    }
}
