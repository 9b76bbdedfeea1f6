// Everything that can be asked of an instance.

import ProcessModel
import WorkTime

/// A command. Values of personal fields may be part of it; they never reach an event.
public enum EngineCommand: Hashable, Sendable {
    /// The office has received the matter. Without a focal point the actor is it.
    case start(InstanceID, focalPoint: PersonID?, fields: [String: FieldValue])

    /// Accept what another unit offers.
    case accept(WorkItemID)
    /// Give back what another unit offers.
    case returnHandover(WorkItemID, reason: String)
    /// Take work that reached the unit and has nobody yet.
    case take(WorkItemID)
    /// The head, or the holder of work nobody took, distributes it inside the unit. Where nobody
    /// could be found for a step, the holder of the incident names somebody of the office.
    case assign(WorkItemID, to: PersonID)
    /// The holder passes it to somebody of the same unit.
    case handOver(WorkItemID, to: PersonID, reason: String)

    /// Complete a step with the product it must yield and the values of its form.
    case complete(WorkItemID, product: String, fields: [String: FieldValue])
    /// Send the work back to an earlier step that the process allows.
    case sendBack(WorkItemID, to: NodeID, reason: String)

    /// Ask the citizen, once, to complete the papers (form 02): both clocks stop.
    case askSupplement(WorkItemID, reason: String)
    case receiveSupplement(WorkItemID)
    /// Ask the citizen to pay a tax or fee: both clocks stop.
    case askDuty(WorkItemID, reason: String)
    case confirmDuty(WorkItemID)

    /// What was awaited has come. Behind an event gateway `event` says which of the waits it was.
    case endWait(WorkItemID, event: NodeID?)
    /// The called instance has begun.
    case linkCall(WorkItemID, InstanceID)
    /// The called instance has ended; the outcome becomes a field named like the node.
    case endCall(WorkItemID, EndOutcome)
    /// A time has come. The entry must be one of those the state still has.
    case fireTimer(TimerEntry)

    /// The office works by another issue of its calendar, which says the same of all days up to
    /// now. The context still holds the issue before.
    case takeCalendar(WorkCalendar)

    /// Try again where the instance could not go on, or look again for whom an offer is for.
    case retry(WorkItemID, fields: [String: FieldValue])
    case changeFocalPoint(PersonID, reason: String)
    /// End the whole: refused (form 03), withdrawn by the citizen, or stopped.
    case close(EndOutcome, reason: String)
}
