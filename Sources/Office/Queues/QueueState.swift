// The line of one office on one day, and applying what happened to it.

import Engine
import Ledger
import WorkTime

extension Queues {
    public struct Day: Hashable, Sendable, Codable {
        public var office: UnitID
        public var day: DayNumber
        /// In the order of their numbers, from 1.
        public var tickets: [Ticket] = []
        /// Ordinary numbers called since the last one that came first; `nil` before the first call.
        public var ordinarySince: Int?
        var places = 0
        /// Version of the stream: the events that were applied.
        var version = 0

        init(office: UnitID, day: DayNumber) {
            self.office = office
            self.day = day
        }

        public func ticket(_ number: Int) -> Ticket? {
            tickets.indices.contains(number - 1) ? tickets[number - 1] : nil
        }

        public func called(at window: Int) -> Ticket? {
            tickets.first { $0.standing == .called && $0.window == window }
        }
    }
}

extension Queues.Day: ToldState {
    /// A day has some hundreds of entries, and its state some dozens of kilobytes.
    static var savedEvery: Int { 64 }

    /// An entry before the day was opened.
    private struct OutOfOrder: Error {}

    static func told(by entry: Entry, after state: Self?, zone: ZoneOffset) throws -> Self {
        let event = try EventDecoding.event(
            Queues.Event.self, entryType: entry.type, payload: try entry.decodedPayload(),
            feature: Queues.feature)
        if case .opened(let office, let day) = event, state == nil {
            var fresh = Self(office: office, day: day)
            fresh.apply(event)
            return fresh
        }
        guard var day = state else { throw OutOfOrder() }
        day.apply(event)
        return day
    }

    /// Writes one event into the state. Never refuses, never looks at a clock.
    mutating func apply(_ event: Queues.Event) {
        version += 1
        switch event {
        case .opened: break
        case .drawn(let drawing):
            places += 1
            tickets.append(Queues.Ticket(drawing: drawing, place: places, drawnIn: version))
        case .called(let number, let window, let at):
            change(number) { $0.call(to: window, at: at) }
            if ticket(number)?.drawing.isPriority == true {
                ordinarySince = 0
            } else {
                ordinarySince = (ordinarySince ?? 0) + 1
            }
        case .calledAgain(let number, let at):
            change(number) {
                $0.calls += 1
                $0.calledAt = at
            }
        case .setBack(let number, _):
            places += 1
            let place = places
            change(number) {
                $0.standing = .waiting
                $0.place = place
                $0.window = nil
                $0.setBacks += 1
            }
        case .missed(let number, let at): change(number) { $0.end(as: .missed, at: at) }
        case .ended(let number, let at): change(number) { $0.end(as: .done, at: at) }
        }
    }

    private mutating func change(_ number: Int, _ work: (inout Queues.Ticket) -> Void) {
        guard tickets.indices.contains(number - 1) else { return }
        work(&tickets[number - 1])
    }
}

extension Queues.Ticket {
    fileprivate mutating func call(to window: Int, at moment: LocalMinute) {
        standing = .called
        self.window = window
        firstCalledAt = firstCalledAt ?? moment
        calledAt = moment
        calls = 1
    }

    fileprivate mutating func end(as standing: Queues.Standing, at moment: LocalMinute) {
        self.standing = standing
        endedAt = moment
    }
}
