// One event into the state. Never refuses, reads no clock and no process: what it needs stands in
// the event.

import ProcessModel
import WorkTime

extension Instance {
    /// The state after `started`; `nil` for any other event.
    init?(startedBy event: EngineEvent) {
        guard
            case .started(let id, let process, let issue, let node, let focalPoint, let unit) =
                event.change
        else { return nil }
        self.init(
            id: id, process: process, issue: issue, startedAt: event.at, focalPoint: focalPoint)
        lastToken = 1
        tokens = [Token(id: 1, node: node, giver: focalPoint, giverUnit: unit)]
    }
}

extension EngineRules {
    public static func apply(_ event: EngineEvent, to state: inout Instance) {
        switch event.change {
        case .started: break
        case .tokenMoved, .tokenSplit, .tokensJoined, .tokenEnded, .tokensWithdrawn:
            state.moveTokens(event)
        case .itemOpened, .itemReopened, .itemClosed, .stepCompleted, .stepSentBack, .callEnded:
            state.openOrCloseItem(event)
        case .handoverOffered, .handoverAccepted, .handoverReturned, .holderChanged:
            state.passItem(event)
        case .clockMarked(let kind, let cause, let item, _):
            state.markClock(kind, cause: cause, item: item, at: event.at)
        case .dueMoved(let item, let due, let timers):
            state.changeItem(item) {
                $0.due = due
                $0.timers = timers
            }
        case .timersMoved(let item, let timers): state.changeItem(item) { $0.timers = timers }
        case .timerFired(let item, let kind, let node):
            state.fireTimer(of: item, kind, node, at: event.at)
        case .callStarted(let item, let linked): state.changeItem(item) { $0.linked = linked }
        case .fieldsFilled(let fields, let keys):
            for field in fields { state.fields[field.key] = field.value }
            for key in keys where !state.personalKeys.contains(key) {
                state.personalKeys.append(key)
            }
        case .serviceRequested, .callRequested: break
        case .focalPointChanged(let person, _): state.focalPoint = person
        case .ended(let outcome, let reason): state.end(outcome, reason: reason, at: event.at)
        }
    }
}

extension Instance {
    mutating func changeItem(_ id: WorkItemID, _ change: (inout WorkItem) -> Void) {
        guard let index = items.firstIndex(where: { $0.id == id }) else { return }
        change(&items[index])
    }

    mutating func changeToken(_ id: Int, _ change: (inout Token) -> Void) {
        guard let index = tokens.firstIndex(where: { $0.id == id }) else { return }
        change(&tokens[index])
    }

    /// Takes the item away; a passing that nobody has answered lapses with it.
    mutating func removeItem(_ id: WorkItemID) -> WorkItem? {
        guard let index = items.firstIndex(where: { $0.id == id }) else { return nil }
        let item = items.remove(at: index)
        lapseHandover(of: item)
        return item
    }

    mutating func lapseHandover(of item: WorkItem) {
        guard let index = item.handover, handovers.indices.contains(index) else { return }
        if handovers[index].state == .offered || handovers[index].state == .given {
            handovers[index].state = .lapsed
        }
    }

    fileprivate mutating func fireTimer(
        of id: WorkItemID, _ kind: TimerEntry.Kind, _ node: NodeID, at: LocalMinute
    ) {
        guard let item = item(id) else { return }
        firedTimers.append(
            FiredTimer(kind: kind, node: node, holder: item.holder, unit: item.unit, at: at))
        changeItem(id) { $0.timers.removeAll { $0.kind == kind && $0.node == node } }
    }

    fileprivate mutating func markClock(
        _ kind: ClockEvent.Kind, cause: String, item: WorkItemID?, at: LocalMinute
    ) {
        clock.append(ClockEvent(kind, at: at, cause: cause.isEmpty ? nil : cause))
        guard let item else { return }
        changeItem(item) { item in
            if kind.opens {
                item.stops.append(ItemStop(kind: kind, cause: cause, since: at))
                if item.stoppedSince == nil { item.stoppedSince = at }
            } else {
                item.stops.removeAll { $0.cause == cause }
                if item.stops.isEmpty { item.stoppedSince = nil }
            }
        }
    }

    fileprivate mutating func end(_ outcome: EndOutcome, reason: String, at: LocalMinute) {
        for item in items { lapseHandover(of: item) }
        items = []
        tokens = []
        self.outcome = outcome
        endedAt = at
        endReason = reason
    }
}
