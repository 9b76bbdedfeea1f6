// A user step: one row of the step table, with the things that must be clear about it.

import WorkTime

/// One row of the step table: person, work, responsibility, time, form, product.
public struct Step: Hashable, Sendable, Codable {
    public var performer: Performer?
    /// Who answers for the step. Exactly one.
    public var accountable: Performer?
    /// Who acts when the performer is away.
    public var substitute: Performer?
    public var cooperating: [Performer]
    /// What is done: a verb and its object.
    public var work: String
    /// The smaller tasks inside the step, in order.
    public var tasks: [String]
    /// What the step must yield; empty when not stated.
    public var product: String
    /// Code of a form of the same version.
    public var form: String?
    public var time: StepTime?
    public var clock: ClockEffect
    /// The public clock ends when this step is completed (the result is ready).
    public var marksDone: Bool
    /// Taken only in some cases: left out of the sum and named there.
    public var conditional: Bool
    /// Earlier steps it may be sent back to, with a reason.
    public var returnsTo: [NodeID]
    /// Fields an importer filled in by rule: gaps to mend or to waive before publishing.
    public var derived: [StepField]
    /// A person who signs or checks must not be the one who prepared: control of that step.
    public var controls: [NodeID]

    public init(
        performer: Performer?, accountable: Performer? = nil, substitute: Performer? = nil,
        cooperating: [Performer] = [], work: String, tasks: [String] = [], product: String = "",
        form: String? = nil, time: StepTime? = nil, clock: ClockEffect = .run,
        marksDone: Bool = false, conditional: Bool = false, returnsTo: [NodeID] = [],
        derived: [StepField] = [], controls: [NodeID] = []
    ) {
        self.performer = performer
        self.accountable = accountable
        self.substitute = substitute
        self.cooperating = cooperating
        self.work = work
        self.tasks = tasks
        self.product = product
        self.form = form
        self.time = time
        self.clock = clock
        self.marksDone = marksDone
        self.conditional = conditional
        self.returnsTo = returnsTo
        self.derived = derived
        self.controls = controls
    }
}

/// The time of a step.
public enum StepTime: Hashable, Sendable, Codable {
    case term(Term)
    /// Its own time was never published; it lies within the total of the process.
    case withinTotal
}

/// What a step or a wait does to the clock of the instance.
public enum ClockEffect: String, Hashable, Sendable, Codable, CaseIterable {
    case run
    /// The clock stops when the step has been completed, or while the wait lasts.
    case pause
    /// The clock goes on when the step has been completed.
    case resume
    /// The clock stops while it lasts and goes on afterwards, within one step.
    case pauseAndResume = "pause+resume"
    /// The appointment starts again from zero afterwards (NĐ 61/2018 Đ19k4).
    case restart
    /// Runs beside the others: its time is not added to the sum.
    case parallel
    /// The time belongs to the citizen: left out of the sum.
    case applicant
    /// The public clock ends here.
    case end
}

/// Fields of a step that can be missing, derived, waived or different between two issues.
public enum StepField: String, Hashable, Sendable, Codable, CaseIterable {
    case title, performer, accountable, substitute, cooperating, work, tasks, product, form, time
    case clock, marksDone, conditional, returnsTo, controls
}
