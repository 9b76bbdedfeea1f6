// How long people waited on a day, from drawing the number to the first call.

import Engine
import WorkTime

extension Queues {
    public struct Figures: Hashable, Sendable, Encodable {
        public let drawn: Int
        public let waiting: Int
        public let atWindows: Int
        public let done: Int
        public let missed: Int
        /// Of those that were called; `nil` before the first.
        public let medianMinutes: Int?
        public let longestMinutes: Int?
        /// Of who has waited longest and was not called yet.
        public let waitingMinutes: Int?
    }
}

extension Queues {
    /// The same of one field that is set.
    public struct FieldFigures: Hashable, Sendable, Encodable {
        public let field: Field
        public let figures: Figures
    }
}

extension Queues.Day {
    func figures(by terms: Queues.Terms, at now: LocalMinute) -> [Queues.FieldFigures] {
        terms.fields.map { field in
            Queues.FieldFigures(field: field, figures: figures(at: now, of: field.name))
        }
    }

    /// - Parameter field: `nil` for all.
    func figures(at now: LocalMinute, of field: String? = nil) -> Queues.Figures {
        let tickets = self.tickets.filter { field == nil || $0.drawing.field == field }
        func count(_ standing: Queues.Standing) -> Int {
            tickets.count { $0.standing == standing }
        }
        let waits = tickets.compactMap(\.waitedMinutes).sorted()
        let open = tickets.filter { $0.standing == .waiting && $0.firstCalledAt == nil }
            .map { now.rawValue - $0.drawing.at.rawValue }
        return Queues.Figures(
            drawn: tickets.count, waiting: count(.waiting), atWindows: count(.called),
            done: count(.done), missed: count(.missed), medianMinutes: Self.median(of: waits),
            longestMinutes: waits.last, waitingMinutes: open.max())
    }

    /// The middle one; of two in the middle their mean, a half minute upwards.
    static func median(of sorted: [Int]) -> Int? {
        guard !sorted.isEmpty else { return nil }
        let middle = sorted.count / 2
        if sorted.count % 2 == 1 { return sorted[middle] }
        return (sorted[middle - 1] + sorted[middle] + 1) / 2
    }
}
