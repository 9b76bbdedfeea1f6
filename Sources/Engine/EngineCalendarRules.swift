// Another issue of the working calendar: what is still to come is due when it would have been, had
// that calendar held from the beginning. What is over stays as it was.

import ProcessModel
import WorkTime

extension EngineWalk {
    /// Moves due times and timers from the context's calendar to another, which says the same of
    /// all days up to now.
    mutating func takeCalendar(_ calendar: WorkCalendar) throws(EngineRejection) {
        for item in state.items {
            let move = CalendarMove(from: context, to: calendar, openedAt: item.openedAt)
            var due = item.due
            if let old = item.due { due = try move.moment(old, term: term(of: item.node)) }
            var timers: [TimerEntry] = []
            let reckoned = move.target.timers(for: item.id, at: item.node, due: due)
            for timer in item.timers {
                if timer.kind == .elapsed {
                    let at = try move.moment(timer.at, term: term(of: timer.node))
                    timers.append(
                        TimerEntry(item: item.id, kind: .elapsed, node: timer.node, at: at))
                } else {
                    timers += reckoned.filter { $0.kind == timer.kind }
                }
            }
            if let due, due != item.due {
                record(.dueMoved(item.id, due: due, timers: timers))
            } else if timers != item.timers {
                record(.timersMoved(item.id, timers: timers))
            }
        }
    }

    /// The term that the node gives; none where its time lies within the total.
    private func term(of node: NodeID) -> Term? {
        switch graph[node]?.kind {
        case .step(let step): step.term
        case .timer(let term): term
        default: nil
        }
    }
}

/// From one calendar to another, for the moments of one piece of work.
private struct CalendarMove {
    let source: EngineContext
    let target: EngineContext
    let openedAt: LocalMinute

    init(from source: EngineContext, to calendar: WorkCalendar, openedAt: LocalMinute) {
        self.source = source
        self.openedAt = openedAt
        var target = source
        target.calendar = calendar
        self.target = target
    }

    /// A moment that its term explains is reckoned again from the opening of the work. One that a
    /// stop moved keeps the working minutes that are left.
    func moment(_ old: LocalMinute, term: Term?) throws(EngineRejection) -> LocalMinute {
        let now = source.now
        if old <= now { return old }
        if let term, try source.due(term, from: openedAt) == old {
            return try target.due(term, from: openedAt)
        }
        do {
            let left = try source.calendar.workingMinutes(from: now, to: old)
            return left == 0 ? old : try target.calendar.adding(minutes: left, to: now)
        } catch {
            throw .dueNotReckoned(.calendar(error))
        }
    }
}
