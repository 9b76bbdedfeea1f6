// A term laid on a calendar: where it ends, how much is left of it, where the rest ends.

/// The end of a term.
struct Appointment: Hashable, Sendable {
    /// The close of office of the last day, or the exact minute.
    let due: LocalMinute
    /// The end on the scale of the term: that many working days, minutes, halves or calendar days
    /// from the beginning of the calendar. For calendar days the end before it was moved on.
    let target: Int
}

struct TermScale: Sendable {
    let term: Term
    let calendar: WorkCalendar
    let cutoff: MinuteOfDay

    init(_ term: Term, calendar: WorkCalendar, cutoff: MinuteOfDay) throws(DeadlineError) {
        if !term.isPossible { throw .termTooSmall(term) }
        self.term = term
        self.calendar = calendar
        self.cutoff = cutoff
    }

    /// The whole term from the moment on.
    func appointment(from start: LocalMinute) throws(CalendarError) -> Appointment {
        switch term {
        case .workingDays(let n): try endOfDay(n, after: start)
        case .sameDay: try endOfDay(isInTime(start) ? 0 : 1, after: start)
        default: try appointment(rest: term.amount, from: start)
        }
    }

    /// What is left of a term, from the moment on. Nothing left ends with the day, or the working
    /// minute, of the moment itself or else with the next one.
    func appointment(
        rest: Int, from start: LocalMinute
    ) throws(CalendarError) -> Appointment {
        switch term {
        case .workingDays, .sameDay: return try endOfDay(rest, after: start)
        case .calendarDays:
            let end = start.day + rest
            let due = try calendar.close(of: calendar.workingDay(onOrAfter: end))
            return Appointment(due: due, target: Int(end.rawValue))
        case .workingMinutes:
            let target = try calendar.minutes(before: start)
            let due =
                try rest == 0
                ? workingMinute(onOrAfter: start) : calendar.adding(minutes: rest, to: start)
            return Appointment(due: due, target: target + rest)
        case .halfDays:
            let due = try calendar.close(ofHalf: rest, after: start)
            return Appointment(due: due, target: try calendar.half(of: start) + rest)
        }
    }

    /// What is left of the appointment at the moment, on the scale of the term; never negative.
    func rest(
        of appointment: Appointment, at moment: LocalMinute
    ) throws(CalendarError) -> Int {
        max(0, appointment.target - (try position(of: moment)))
    }

    /// Day terms run to the end of their day, the others to their minute.
    func isOver(_ appointment: Appointment, at moment: LocalMinute) -> Bool {
        term.endsWithDay ? moment.day > appointment.due.day : moment > appointment.due
    }

    /// 15:00 itself is still in time.
    func isInTime(_ start: LocalMinute) throws(CalendarError) -> Bool {
        try calendar.isWorkingDay(start.day) && start.minuteOfDay <= cutoff.minutes
    }

    private func position(of moment: LocalMinute) throws(CalendarError) -> Int {
        switch term {
        case .workingDays, .sameDay:
            try calendar.workingDays(after: calendar.span.first, through: moment.day)
        case .calendarDays: Int(moment.day.rawValue)
        case .workingMinutes: try calendar.minutes(before: moment)
        case .halfDays: try calendar.half(of: moment)
        }
    }

    private func endOfDay(
        _ n: Int, after start: LocalMinute
    ) throws(CalendarError) -> Appointment {
        let day = try calendar.day(n, workingDaysAfter: start.day)
        let due = try calendar.close(of: day)
        return Appointment(due: due, target: try position(of: due))
    }

    private func workingMinute(
        onOrAfter moment: LocalMinute
    ) throws(CalendarError) -> LocalMinute {
        if try calendar.isOpen(at: moment) { return moment }
        let before = moment + -1
        if before.day == moment.day, try calendar.isOpen(at: before) { return moment }
        return try calendar.adding(minutes: 1, to: moment) + -1
    }
}
