// When a piece of work is due and when somebody is to be reminded of it.
//
// The term of a step runs from the moment its work item is opened: an offer that is slowly
// answered creates no time. A stop asked for at an item moves its due time on by the working
// minutes the stop lasted; other branches keep theirs, for they can go on working. An item that
// was late before the stop stays late.

import ProcessModel
import WorkTime

extension EngineContext {
    func due(_ term: Term, from start: LocalMinute) throws(EngineRejection) -> LocalMinute {
        do {
            return try Deadline.due(term, received: start, calendar: calendar)
        } catch {
            throw .dueNotReckoned(error)
        }
    }

    /// The due time after a stop; unchanged when it was over before the stop began.
    func due(
        _ due: LocalMinute, afterStopFrom start: LocalMinute
    ) throws(EngineRejection) -> LocalMinute {
        if start > due { return due }
        do {
            let minutes = try calendar.workingMinutes(from: start, to: now)
            return try calendar.adding(minutes: minutes, to: due)
        } catch {
            throw .dueNotReckoned(.calendar(error))
        }
    }

    /// Reminder, due and escalation. A reminder that would lie in the past is left out, and so is
    /// one that lies where the calendar ends: it is no deadline.
    func timers(for item: WorkItemID, at node: NodeID, due: LocalMinute?) -> [TimerEntry] {
        guard let due else { return [] }
        var entries = [TimerEntry(item: item, kind: .due, node: node, at: due)]
        if let at = try? calendar.adding(minutes: -timers.reminderMinutes, to: due), at > now {
            entries.insert(TimerEntry(item: item, kind: .reminder, node: node, at: at), at: 0)
        }
        if let at = try? calendar.adding(minutes: timers.escalationMinutes, to: due) {
            entries.append(TimerEntry(item: item, kind: .escalation, node: node, at: at))
        }
        return entries
    }
}

extension Step {
    /// The step's own term; none when its time lies within the total.
    var term: Term? {
        if case .term(let term) = time { term } else { nil }
    }

    /// The citizen or another body acts: the office only records it.
    var isOutside: Bool {
        switch performer {
        case .applicant, .body: true
        default: false
        }
    }
}
