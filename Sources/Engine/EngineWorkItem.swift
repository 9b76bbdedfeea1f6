// An open piece of work: one place, one holder, a due time, timers.

import ProcessModel
import WorkTime

/// Open work of an instance. Each has exactly one holder from its opening to its end.
public struct WorkItem: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A person works on a step, or records what the citizen or another body did in it.
        case step
        /// Something from outside is awaited.
        case wait
        /// The first of several waits and timers is awaited.
        case event
        /// A term passes.
        case timer
        /// Another instance runs.
        case call
        /// The instance cannot go on here until somebody mends it.
        case incident
    }

    public let id: WorkItemID
    public let token: Int
    public let node: NodeID
    public let kind: Kind
    public internal(set) var holder: PersonID
    /// Unit of the holder.
    public internal(set) var unit: UnitID
    /// Offered to another unit that has not yet answered: the holder is still the giver.
    public internal(set) var offer: Assignment?
    /// Anybody of the unit may take it; until then its head holds it.
    public internal(set) var needsTaking: Bool
    public let openedAt: LocalMinute
    public internal(set) var due: LocalMinute?
    public internal(set) var timers: [TimerEntry]
    /// Open stops asked for at this item.
    public internal(set) var stops: [ItemStop] = []
    /// Since when at least one of them has been open without a break.
    public internal(set) var stoppedSince: LocalMinute?
    /// Index in `Instance.handovers` of the passing that brought it to the holder.
    public internal(set) var handover: Int?
    /// The instance that a call runs.
    public internal(set) var linked: InstanceID?
    /// What is awaited or what is wrong.
    public let note: String
}

/// A stop that is open at an item.
public struct ItemStop: Hashable, Sendable, Codable {
    /// `supplementRequested` or `dutyAsked`.
    public let kind: ClockEvent.Kind
    public let cause: String
    public let since: LocalMinute
}

/// A time at which something is to be fired, once.
public struct TimerEntry: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case reminder, due, escalation
        /// A timer of the graph has run out.
        case elapsed
    }
    public let item: WorkItemID
    public let kind: Kind
    /// The node whose time it is: that of the item, or a timer behind an event gateway.
    public let node: NodeID
    public let at: LocalMinute

    public init(item: WorkItemID, kind: Kind, node: NodeID, at: LocalMinute) {
        self.item = item
        self.kind = kind
        self.node = node
        self.at = at
    }
}
