// A number of the line, what is asked of a line, and what happens to it.

import Engine
import WorkTime

extension Queues {
    public enum Standing: String, Hashable, Sendable, Codable, CaseIterable {
        case waiting, called, done
        /// Was not here when called, as often as the terms allow.
        case missed

        public var isEnded: Bool { self == .done || self == .missed }
    }

    /// What somebody draws a number for.
    public struct Wish: Hashable, Sendable {
        /// Field of procedures; empty for anything.
        public var field: String
        /// Comes first. Why is not asked: that would be personal.
        public var isPriority: Bool

        public init(field: String = "", isPriority: Bool = false) {
            self.field = field
            self.isPriority = isPriority
        }
    }

    /// A number as it was drawn.
    public struct Drawing: Hashable, Sendable, Codable {
        public var number: Int
        public var field: String
        public var isPriority: Bool
        public var at: LocalMinute
    }

    /// A number as it stands.
    public struct Ticket: Hashable, Sendable, Codable {
        public var drawing: Drawing
        public var standing = Standing.waiting
        /// Its place in the line: who was not here goes behind all that wait.
        public var place: Int
        /// Version of the stream in which it was drawn.
        public var drawnIn: Int
        public var window: Int?
        public var firstCalledAt: LocalMinute?
        public var calledAt: LocalMinute?
        /// Since it was called to the window where it is.
        public var calls = 0
        public var setBacks = 0
        public var endedAt: LocalMinute?

        public var number: Int { drawing.number }

        /// Minutes until it was called first; `nil` while it was not.
        public var waitedMinutes: Int? {
            firstCalledAt.map { $0.rawValue - drawing.at.rawValue }
        }
    }

    public enum Act: Hashable, Sendable {
        /// The next one of a field, or of all, to a window.
        /// - Parameter ends: Whether who is at the window is done with that.
        case next(window: Int, field: String, ends: Bool)
        case again(Int)
        /// Called, and not here.
        case notHere(Int)
        case end(Int)
    }

    public enum Command: Sendable {
        case draw(UnitID, Wish)
        case act(UnitID, Act)
        case set(UnitID, Terms)
    }

    /// Shapes are for ever: a new fact is a new case.
    public enum Event: Hashable, Sendable, Codable {
        case opened(office: UnitID, day: DayNumber)
        case drawn(drawing: Drawing)
        case called(number: Int, window: Int, at: LocalMinute)
        case calledAgain(number: Int, at: LocalMinute)
        case setBack(number: Int, at: LocalMinute)
        case missed(number: Int, at: LocalMinute)
        case ended(number: Int, at: LocalMinute)
    }
}
