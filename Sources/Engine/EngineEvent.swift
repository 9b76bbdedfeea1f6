// What has happened to an instance. Shapes are for ever: a new meaning gets a new case.

import ProcessModel
import WorkTime

/// One event: when, by whom, what.
public struct EngineEvent: Hashable, Sendable, Codable {
    public let at: LocalMinute
    public let actor: Actor
    public let change: EngineChange

    public init(at: LocalMinute, actor: Actor, change: EngineChange) {
        self.at = at
        self.actor = actor
        self.change = change
    }
}

/// What an event changes, in plain values.
public enum EngineChange: Hashable, Sendable, Codable {
    case started(
        InstanceID, process: ProcessCode, issue: Int, node: NodeID, focalPoint: PersonID,
        unit: UnitID)
    /// Values of fields that are not personal, in the order of their keys, and the keys of
    /// personal ones.
    case fieldsFilled([FilledField], personalKeys: [String])

    case tokenMoved(token: Int, to: NodeID)
    /// The token becomes one on each of these nodes, numbered on from the last token.
    case tokenSplit(token: Int, to: [NodeID])
    /// These become the first of them, in the order in which they arrived.
    case tokensJoined([Int])
    /// The token has reached an end.
    case tokenEnded(token: Int)
    /// Branches that a sending back made void, with their work.
    case tokensWithdrawn([Int])

    case itemOpened(
        WorkItemID, token: Int, kind: WorkItem.Kind, holder: PersonID, unit: UnitID,
        needsTaking: Bool, due: LocalMinute?, timers: [TimerEntry], note: String)
    /// Work that came back: the giver's step is open again from its first beginning.
    case itemReopened(
        WorkItemID, token: Int, node: NodeID, holder: PersonID, unit: UnitID,
        openedAt: LocalMinute, due: LocalMinute?, timers: [TimerEntry], resumesAt: NodeID?)
    case handoverOffered(WorkItemID, receiver: PersonID, unit: UnitID, needsTaking: Bool)
    case handoverAccepted(WorkItemID, receiver: PersonID)
    case handoverReturned(WorkItemID, reason: String)
    /// Taken, assigned or handed over inside the unit.
    case holderChanged(WorkItemID, to: PersonID, unit: UnitID, reason: String)
    case stepCompleted(WorkItemID, product: String)
    case stepSentBack(WorkItemID, to: NodeID, reason: String)

    /// Time starts, stops, goes on or ends; the item is named when the stop is asked for at one.
    case clockMarked(ClockEvent.Kind, cause: String, item: WorkItemID?, reason: String)
    case dueMoved(WorkItemID, due: LocalMinute, timers: [TimerEntry])
    /// Timers of work whose own due time stays, or which has none.
    case timersMoved(WorkItemID, timers: [TimerEntry])
    case timerFired(WorkItemID, kind: TimerEntry.Kind, node: NodeID)
    /// A wait, a timer or an incident is over. `event` is what happened behind an event gateway.
    case itemClosed(WorkItemID, event: NodeID?)

    case serviceRequested(token: Int, node: NodeID, action: String)
    case callRequested(WorkItemID, process: ProcessCode, unit: UnitReference)
    case callStarted(WorkItemID, InstanceID)
    case callEnded(WorkItemID, outcome: EndOutcome)

    case focalPointChanged(PersonID, reason: String)
    case ended(EndOutcome, reason: String)
}

/// A field and its value.
public struct FilledField: Hashable, Sendable, Codable {
    public let key: String
    public let value: FieldValue

    public init(key: String, value: FieldValue) {
        self.key = key
        self.value = value
    }
}
