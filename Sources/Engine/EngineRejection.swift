// Why a command may not be done. Expected, typed, and nothing has changed when one is thrown.

import ProcessModel
import WorkTime

/// A closed list of refusals; `sentence` says each in words people understand.
public enum EngineRejection: Error, Hashable, Sendable {
    // The instance as a whole
    case notStarted
    case alreadyStarted
    case alreadyEnded(EndOutcome)
    case otherVersion(process: ProcessCode, issue: Int)
    case noStartNode
    case personMissing
    case reasonMissing
    case mayNotDecide(PersonID)
    case mayNotEndThus(EndOutcome)
    case resultAlreadyReady

    // A piece of work
    case unknownItem(WorkItemID)
    case alreadyDone(WorkItemID)
    case unfitItem(WorkItemID, WorkItem.Kind)
    case notHolder(WorkItemID, holder: PersonID)
    case mayNotStandIn(WorkItemID, forPerson: PersonID)
    case notAcceptedYet(WorkItemID, receiver: PersonID)
    case notOffered(WorkItemID)
    case notReceiver(WorkItemID, receiver: PersonID)
    case mayNotTake(WorkItemID, holder: PersonID)
    case mayNotAssign(WorkItemID, unit: UnitID)
    case notInUnit(PersonID, unit: UnitID)
    case alreadyHolds(PersonID)
    case controlsOwnWork(NodeID, PersonID)
    case unknownNode(NodeID)
    case mayNotReturnThere(NodeID)

    // Time
    /// The working calendar does not reach that far, or the term is no term.
    case dueNotReckoned(DeadlineError)
    case itemStopped(WorkItemID, cause: String)
    case supplementAlreadyAsked
    case stopAlreadyOpen(cause: String)
    case noOpenStop(WorkItemID)
    case staleTimer(WorkItemID)
    case timerNotDue(at: LocalMinute)
    case notAmongEvents(NodeID)
    case callAlreadyStarted(InstanceID)
    case callNotStarted(WorkItemID)

    // Product and form
    case productMissing(step: String, product: String)
    case unknownForm(code: String)
    case unknownField(key: String)
    case fieldMissing(label: String)
    case fieldOfWrongType(label: String, expected: FieldType)
}
