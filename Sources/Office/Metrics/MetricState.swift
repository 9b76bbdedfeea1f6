// The values of one office as its stream tells them.

import Engine
import Ledger
import WorkTime

extension Metrics {
    public struct Withdrawal: Hashable, Sendable, Codable {
        public var at: LocalMinute
        public var by: PersonID
        public var reason: String
    }

    /// A value, who entered it and when.
    public struct Entry: Hashable, Sendable, Codable {
        public var value: Entered
        public var at: LocalMinute
        public var by: PersonID
        public var withdrawal: Withdrawal?
    }

    /// All values of an office, oldest first; those that were replaced stay.
    public struct Book: Hashable, Sendable, Codable {
        public internal(set) var entries: [Entry] = []

        /// The value that holds: the last one, unless it was taken back.
        public func entry(_ metric: Int, _ period: String) -> Entry? {
            let last = entries.last { $0.value.metric == metric && $0.value.period == period }
            return last?.withdrawal == nil ? last : nil
        }

        /// What was ever entered, newest first.
        func history(_ metric: Int, _ period: String) -> [Entry] {
            entries.filter { $0.value.metric == metric && $0.value.period == period }.reversed()
        }
    }
}

extension Metrics.Book: ToldState {
    /// A few values a quarter.
    static var savedEvery: Int { 64 }

    static func told(by entry: Entry, after state: Self?, zone: ZoneOffset) throws -> Self {
        var book = state ?? Self()
        book.apply(
            try EventDecoding.event(
                Metrics.Event.self, entryType: entry.type, payload: try entry.decodedPayload(),
                feature: Metrics.feature))
        return book
    }

    /// Writes one event into the state. Never refuses, never looks at a clock.
    mutating func apply(_ event: Metrics.Event) {
        switch event {
        case .entered(let at, let by, let value):
            entries.append(.init(value: value, at: at, by: by))
        case .withdrawn(let at, let by, let metric, let period, let reason):
            let last = entries.lastIndex {
                $0.value.metric == metric && $0.value.period == period
            }
            if let last { entries[last].withdrawal = .init(at: at, by: by, reason: reason) }
        }
    }
}
