// What the engine is told about the world for one command: the time, the calendar, the people.

import ProcessModel
import WorkTime

/// Where a piece of work goes: exactly one person holds it.
public struct Assignment: Hashable, Sendable, Codable {
    public var unit: UnitID
    /// The person who was found, or the head of the unit while nobody has taken the work.
    public var person: PersonID
    /// Anybody of the unit may still take it from the head.
    public var needsTaking: Bool

    public init(unit: UnitID, person: PersonID, needsTaking: Bool = false) {
        self.unit = unit
        self.person = person
        self.needsTaking = needsTaking
    }
}

/// The people of the office on the day of the command, as questions that can be asked.
public struct Roster: Sendable {
    /// Who does a step today; `nil` when nobody can be found. Called for positions, heads and
    /// members of units, and for the other performers when the person known is gone.
    public var resolve: @Sendable (Performer, Instance) -> Assignment?
    /// The unit a person works in today; `nil` when the person has left.
    public var unitOf: @Sendable (PersonID) -> UnitID?
    public var headOf: @Sendable (UnitID) -> PersonID?
    /// Whether an accepted substitution (or a right given by the office) lets the actor act on
    /// this item; `nil` stands for the instance as a whole.
    public var mayAct: @Sendable (Actor, WorkItem?) -> Bool

    public init(
        resolve: @escaping @Sendable (Performer, Instance) -> Assignment?,
        unitOf: @escaping @Sendable (PersonID) -> UnitID?,
        headOf: @escaping @Sendable (UnitID) -> PersonID?,
        mayAct: @escaping @Sendable (Actor, WorkItem?) -> Bool
    ) {
        self.resolve = resolve
        self.unitOf = unitOf
        self.headOf = headOf
        self.mayAct = mayAct
    }
}

/// How long before and after the due time of a step the engine wants to be woken.
public struct TimerPolicy: Hashable, Sendable {
    /// Working minutes before due.
    public var reminderMinutes: Int
    /// Working minutes after due.
    public var escalationMinutes: Int

    public init(reminderMinutes: Int = 480, escalationMinutes: Int = 480) {
        self.reminderMinutes = reminderMinutes
        self.escalationMinutes = escalationMinutes
    }
}

/// Everything of the world that a decision may read.
public struct EngineContext: Sendable {
    public var now: LocalMinute
    public var calendar: WorkCalendar
    public var roster: Roster
    public var timers: TimerPolicy

    public init(
        now: LocalMinute, calendar: WorkCalendar, roster: Roster,
        timers: TimerPolicy = TimerPolicy()
    ) {
        self.now = now
        self.calendar = calendar
        self.roster = roster
        self.timers = timers
    }
}
