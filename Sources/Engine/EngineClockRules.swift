// What nodes and steps do to the clocks of the instance, as marks with causes.

import ProcessModel
import WorkTime

/// Causes of stops. Those of the graph are named after the item, the pause between two steps is
/// one for the instance.
enum ClockCause {
    static let pause = "pause"
    static func wait(_ item: WorkItemID) -> String { "wait#\(item)" }
    static func step(_ item: WorkItemID) -> String { "step#\(item)" }
    static func supplement(_ item: WorkItemID) -> String { "supplement#\(item)" }
    static func duty(_ item: WorkItemID) -> String { "duty#\(item)" }
}

extension ClockEffect {
    /// The clock stands still from the opening of the step or wait to its end.
    var stopsWhileItLasts: Bool {
        self == .pauseAndResume || self == .restart || self == .applicant
    }
}

extension EngineWalk {
    /// Opens a stop. `restart` is the citizen's supplement, after which the appointment begins
    /// anew; all other stops go on afterwards.
    mutating func stopClock(_ effect: ClockEffect, cause: String, reason: String) {
        guard !state.isClockEnded, !state.openCauses.contains(cause) else { return }
        switch effect {
        case .restart: mark(.supplementRequested, cause: cause, reason: reason)
        case .pause, .pauseAndResume, .applicant: mark(.dutyAsked, cause: cause, reason: reason)
        case .run, .resume, .parallel, .end: break
        }
    }

    /// Closes a stop if it is open.
    mutating func resumeClock(_ cause: String) {
        guard state.openCauses.contains(cause), let opening = state.openingKind(of: cause) else {
            return
        }
        mark(opening.closing, cause: cause)
    }

    /// What the completion of a step does.
    mutating func markCompletion(of step: Step, item: WorkItemID) {
        resumeClock(ClockCause.step(item))
        if step.clock == .pause {
            stopClock(.pause, cause: ClockCause.pause, reason: step.work)
        }
        if step.clock == .resume { resumeClock(ClockCause.pause) }
        if step.marksDone || step.clock == .end { endClock() }
    }

    mutating func endClock() {
        if !state.isClockEnded { mark(.finished) }
    }
}
