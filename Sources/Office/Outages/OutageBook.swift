// All outages of the house, as their stream tells them.

import Engine
import Ledger
import WorkTime

extension Outages {
    public struct Book: Hashable, Sendable, Codable {
        /// In the order of their numbers.
        public internal(set) var outages: [Outage] = []

        func outage(_ number: Int) -> Outage? {
            outages.indices.contains(number - 1) ? outages[number - 1] : nil
        }

        var approved: [Outage] { outages.filter { $0.standing == .approved } }
    }
}

extension Outages.Book: ToldState {
    static var savedEvery: Int { 16 }

    static func told(by entry: Entry, after state: Self?, zone: ZoneOffset) throws -> Self {
        var book = state ?? Self()
        book.apply(
            try EventDecoding.event(
                Outages.Event.self, entryType: entry.type, payload: try entry.decodedPayload(),
                feature: Outages.feature))
        return book
    }

    /// Writes one event into the state. Never refuses, never looks at a clock.
    mutating func apply(_ event: Outages.Event) {
        switch event {
        case .declared(let outage): outages.append(outage)
        case .approved(let number, let word):
            change(number, to: .approved) { $0.decision = word }
        case .refused(let number, let word):
            change(number, to: .refused) { $0.decision = word }
        case .withdrawn(let number, let word):
            change(number, to: .withdrawn) { $0.withdrawal = word }
        }
    }

    private mutating func change(
        _ number: Int, to standing: Outages.Standing, _ note: (inout Outages.Outage) -> Void
    ) {
        guard outages.indices.contains(number - 1) else { return }
        outages[number - 1].standing = standing
        note(&outages[number - 1])
    }
}

extension People.Organisation {
    /// The units that an outage concerned; `nil` for all.
    func reach(of declaration: Outages.Declaration) -> Set<UnitID>? {
        guard let unit = declaration.unit else { return nil }
        switch declaration.scope {
        case .all: return nil
        case .unit: return Set(units.keys.filter { chain(from: $0).contains(unit) })
        case .office: return Set(units.keys.filter { office(of: $0) == unit })
        }
    }
}
