// What stays of work that was done and passed on: the control slip (form 05) is read from here.

import ProcessModel
import WorkTime

/// How a step stood against its own due time. Early is a day before the due day or sooner.
public enum StepResult: String, Hashable, Sendable, Codable, CaseIterable {
    case early, onTime, late

    init?(completed: LocalMinute, due: LocalMinute?) {
        guard let due else { return nil }
        self = completed > due ? .late : completed.day < due.day ? .early : .onTime
    }
}

/// A step that was completed or sent back.
public struct StepRecord: Hashable, Sendable, Codable {
    public let item: WorkItemID
    public let node: NodeID
    /// Who did it.
    public let person: PersonID
    /// Whose work it was, when a substitute did it.
    public let onBehalfOf: PersonID?
    public let unit: UnitID
    public let started: LocalMinute
    public let due: LocalMinute?
    public let ended: LocalMinute
    /// False when the step was sent back to an earlier one.
    public let isCompleted: Bool
    /// The product as named, or the reason of sending back.
    public let text: String
    /// Splits it lay inside.
    public let scopes: [SplitScope]

    public var answerable: PersonID { onBehalfOf ?? person }
    public var result: StepResult? { StepResult(completed: ended, due: due) }
}

/// A time that came while a piece of work was open: its holder was reminded, it fell due, or it was
/// over its time for so long that the head is told.
public struct FiredTimer: Hashable, Sendable, Codable {
    public let kind: TimerEntry.Kind
    public let node: NodeID
    /// Who had the work then, and the unit.
    public let holder: PersonID
    public let unit: UnitID
    public let at: LocalMinute
}

/// Work passed from one person to another.
public struct Handover: Hashable, Sendable, Codable {
    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        /// Between units: waits for an answer, the giver holds the work.
        case offered
        /// Inside a unit: the receiver holds the work and has not yet acted.
        case given
        case accepted
        case returned
        /// The work ended or went elsewhere before the receiver answered or acted.
        case lapsed
    }

    public let item: WorkItemID
    /// The step that the work comes from; `nil` when it comes from the start of the instance.
    public let fromNode: NodeID?
    public let toNode: NodeID
    public let giver: PersonID
    public let giverUnit: UnitID
    public internal(set) var receiver: PersonID
    public let receiverUnit: UnitID
    public let given: LocalMinute
    public internal(set) var answered: LocalMinute?
    public internal(set) var state: State
    /// Why it was passed on inside a step, or why it was returned.
    public internal(set) var reason: String
    /// Index in `Instance.records` of the giver's completed step; `nil` inside a step.
    public let record: Int?

    public var isBetweenUnits: Bool { giverUnit != receiverUnit }
}

extension Instance {
    /// The giver's step that a handover ends: when it began, was due and was completed.
    public func givenStep(of handover: Handover) -> StepRecord? {
        handover.record.flatMap { records.indices.contains($0) ? records[$0] : nil }
    }

    /// Early, on time or late, judged for the step of the party that hands over; `nil` when that
    /// step had no time of its own.
    public func result(of handover: Handover) -> StepResult? { givenStep(of: handover)?.result }
}
