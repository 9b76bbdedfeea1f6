// What nodes and steps do to the clocks of the instance, as marks with causes.

import ProcessModel
import WorkTime

/// Causes of stops. Each is used once in an instance, so that the order of what happens within one
/// minute does not matter: by the number of the item, or by the place in the list of the clock.
enum ClockCause {
    static let pausePrefix = "pause#"
    static func wait(_ item: WorkItemID) -> String { "wait#\(item)" }
    static func step(_ item: WorkItemID) -> String { "step#\(item)" }
    static func pause(_ place: Int) -> String { "\(pausePrefix)\(place)" }
    static func supplement(_ place: Int) -> String { "supplement#\(place)" }
    static func duty(_ place: Int) -> String { "duty#\(place)" }
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
            let cause = ClockCause.pause(state.clock.count)
            if openPauses.isEmpty { stopClock(.pause, cause: cause, reason: step.work) }
        }
        if step.clock == .resume {
            for cause in openPauses { resumeClock(cause) }
        }
        if step.marksDone || step.clock == .end { endClock() }
    }

    /// One pause between two steps is open at a time.
    private var openPauses: [String] {
        state.openCauses.filter { $0.hasPrefix(ClockCause.pausePrefix) }
    }

    mutating func endClock() {
        if !state.isClockEnded { mark(.finished) }
    }
}
