// The state of one running instance. Whatever else is known about it is derived from here.

import ProcessModel
import WorkTime

/// A running or ended instance of one issue of a process.
public struct Instance: Hashable, Sendable, Codable {
    public let id: InstanceID
    public let process: ProcessCode
    public let issue: Int
    public let startedAt: LocalMinute
    /// The one person who answers for the whole.
    public internal(set) var focalPoint: PersonID
    /// Values of fields that are not personal; conditions read these.
    public internal(set) var fields: [String: FieldValue] = [:]
    /// Keys of personal fields that were filled in; their values are kept elsewhere.
    public internal(set) var personalKeys: [String] = []
    /// Places of the graph where something goes on, in the order in which they were reached.
    public internal(set) var tokens: [Token] = []
    /// Open work, in the order in which it was opened.
    public internal(set) var items: [WorkItem] = []
    /// Steps that were completed or sent back, oldest first.
    public internal(set) var records: [StepRecord] = []
    /// Every passing of work from one person to another, oldest first.
    public internal(set) var handovers: [Handover] = []
    /// Times that came while work was open, oldest first.
    public internal(set) var firedTimers: [FiredTimer] = []
    /// What started, stopped or ended time.
    public internal(set) var clock: [ClockEvent] = []
    public internal(set) var outcome: EndOutcome?
    public internal(set) var endedAt: LocalMinute?
    public internal(set) var endReason = ""
    /// Counters for names that are never used twice.
    var lastToken = 0
    var lastItem = 0

    init(
        id: InstanceID, process: ProcessCode, issue: Int, startedAt: LocalMinute,
        focalPoint: PersonID
    ) {
        self.id = id
        self.process = process
        self.issue = issue
        self.startedAt = startedAt
        self.focalPoint = focalPoint
    }
}

extension Instance {
    public var isEnded: Bool { outcome != nil }

    public func item(_ id: WorkItemID) -> WorkItem? { items.first { $0.id == id } }
    public func token(_ id: Int) -> Token? { tokens.first { $0.id == id } }

    /// All people who hold open work, each once.
    public var holders: Set<PersonID> { Set(items.map(\.holder)) }

    /// What has to be fired when, over all open items that are not stopped; earliest first.
    public var timers: [TimerEntry] {
        items.filter { $0.stops.isEmpty }.flatMap(\.timers).sorted { $0.at < $1.at }
    }

    /// Who completed a step last and answers for it.
    public func performer(of node: NodeID) -> PersonID? {
        records.last { $0.node == node && $0.isCompleted }?.answerable
    }
}

/// Marks a place of the graph where the instance is. A resting token has a work item, or it waits
/// in a joining gateway for others.
public struct Token: Hashable, Sendable, Codable {
    public let id: Int
    public internal(set) var node: NodeID
    /// The node it came from.
    public internal(set) var from: NodeID?
    /// Splits it lies inside, outermost first.
    public internal(set) var scopes: [SplitScope] = []
    /// Who brought it here, and the unit of that person.
    public internal(set) var giver: PersonID
    public internal(set) var giverUnit: UnitID
    /// Index in `Instance.records` of the last step completed on the way here.
    public internal(set) var record: Int?
    /// Only choices and services lay between that step and here.
    public internal(set) var isDirect = true
    /// Set while the giver acts again on work that came back: where it goes next.
    public internal(set) var resumesAt: NodeID?
}

/// One branch of one run through a split.
public struct SplitScope: Hashable, Sendable, Codable {
    /// Token of the first branch of that run.
    public let split: Int
    /// Counted from 0.
    public let branch: Int
}
