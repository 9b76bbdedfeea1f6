// The two clocks as one machine that takes the events of a dossier in their order.

/// What happened to the appointment clock, kept only where an explanation is wanted.
enum ClockStep: Sendable {
    case started(at: LocalMinute, Appointment)
    case paused(ClockEvent, rest: Int)
    case pausedLate(ClockEvent)
    case restarted(at: LocalMinute, Appointment)
    case resumed(at: LocalMinute, rest: Int, Appointment, supplement: Bool)
    case stayedLate(at: LocalMinute)
}

struct ClockMachine: Sendable {
    let scale: TermScale
    let afterSupplement: AfterSupplement
    private(set) var reading: ClockReading
    private(set) var steps: [ClockStep] = []
    private let traces: Bool
    private var appointment: Appointment
    /// The causes open now.
    private var open: [String] = []
    /// What was left of the term when the open stop began.
    private var rest = 0

    init(
        received: LocalMinute, scale: TermScale, afterSupplement: AfterSupplement, traces: Bool
    ) throws(CalendarError) {
        self.scale = scale
        self.afterSupplement = afterSupplement
        self.traces = traces
        appointment = try scale.appointment(from: received)
        reading = ClockReading(
            received: received, dueAt: appointment.due, dueEndsWithDay: scale.term.endsWithDay)
        note(.started(at: received, appointment))
    }

    /// Takes one event; those after the end have no effect.
    mutating func take(_ event: ClockEvent) throws(ClockError) {
        if reading.end != nil { return }
        if event.kind.opens {
            try ClockError.reckon { () throws(CalendarError) in try opens(event) }
        } else if event.kind.closes {
            guard let position = open.firstIndex(of: event.causeID) else {
                throw .closedWithoutOpening(event, cause: event.causeID)
            }
            open.remove(at: position)
            guard open.isEmpty else { return }
            try ClockError.reckon { () throws(CalendarError) in try leaveStop(at: event.at) }
        } else if event.kind.ends {
            try ClockError.reckon { () throws(CalendarError) in try end(event) }
        }
    }

    private mutating func opens(_ event: ClockEvent) throws(CalendarError) {
        let cause = event.causeID
        if open.contains(cause) { return }
        let supplement = event.kind == .supplementRequested
        if open.isEmpty {
            try enterStop(with: event)
        }
        open.append(cause)
        if supplement { reading.supplementCount += 1 }
        let last = reading.stops.count - 1
        if !reading.stops[last].causes.contains(cause) { reading.stops[last].causes.append(cause) }
        if supplement { reading.stops[last].hasSupplement = true }
    }

    private mutating func enterStop(with event: ClockEvent) throws(CalendarError) {
        // Once late the date stands still, so every later stop finds it over as well.
        if scale.isOver(appointment, at: event.at) {
            reading.isLateForGood = true
            note(.pausedLate(event))
        } else {
            rest = try scale.rest(of: appointment, at: event.at)
            note(.paused(event, rest: rest))
        }
        reading.stops.append(ClockStop(begin: event.at, causes: [], hasSupplement: false))
    }

    private mutating func leaveStop(at end: LocalMinute) throws(CalendarError) {
        let last = reading.stops.count - 1
        reading.stops[last].end = end
        let supplement = reading.stops[last].hasSupplement
        if reading.isLateForGood {
            note(.stayedLate(at: end))
        } else if supplement, afterSupplement == .restart {
            appointment = try scale.appointment(from: end)
            note(.restarted(at: end, appointment))
        } else {
            appointment = try scale.appointment(rest: rest, from: end)
            note(.resumed(at: end, rest: rest, appointment, supplement: supplement))
        }
        reading.dueAt = appointment.due
    }

    private mutating func end(_ event: ClockEvent) throws(CalendarError) {
        reading.end = event
        let judged = open.isEmpty ? event.at : reading.stops.last?.begin ?? event.at
        reading.timeliness = timeliness(endedAt: judged)
        reading.indexMinutes = try reading.indexMinutes(through: event.at, in: scale.calendar)
        if !open.isEmpty { reading.dueBeforeStop = appointment.due }
        open = []
    }

    private func timeliness(endedAt end: LocalMinute) -> Timeliness {
        if scale.isOver(appointment, at: end) { return .late }
        return end.day < appointment.due.day ? .early : .onTime
    }

    /// The reading as it stands after the last event.
    var result: ClockReading {
        if open.isEmpty { return reading }
        var result = reading
        result.isPaused = true
        result.pausedSince = reading.stops.last?.begin
        result.pausedBy = open
        result.dueBeforeStop = appointment.due
        result.dueAt = nil
        return result
    }

    private mutating func note(_ step: ClockStep) {
        if traces { steps.append(step) }
    }
}
