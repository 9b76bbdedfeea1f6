// What happens without a step: waits end, timers fire, called instances begin and end.

import ProcessModel
import WorkTime

extension EngineWalk {
    mutating func endWait(_ id: WorkItemID, event: NodeID?) throws(EngineRejection) {
        let item = try openItem(id, of: .wait, .event)
        try requireRecorder(item)
        if item.kind == .wait {
            if let event, event != item.node { throw .notAmongEvents(event) }
            return closeWait(item, event: nil)
        }
        guard let event else { throw .notAmongEvents(item.node) }
        guard flows(from: item.node).contains(where: { $0.to == event }),
            case .wait = graph[event]?.kind
        else { throw .notAmongEvents(event) }
        closeWait(item, event: event)
    }

    private mutating func closeWait(_ item: WorkItem, event: NodeID?) {
        record(.itemClosed(item.id, event: event))
        resumeClock(ClockCause.wait(item.id))
        if case .wait(let wait) = graph[event ?? item.node]?.kind, wait.clock == .end { endClock() }
        leave(item.token)
    }

    /// Fires once: an entry the state no longer has is stale, and nothing changes.
    mutating func fireTimer(_ entry: TimerEntry) throws(EngineRejection) {
        guard let item = state.item(entry.item), item.timers.contains(entry) else {
            throw .staleTimer(entry.item)
        }
        try requireNoStop(item)
        if context.now < entry.at { throw .timerNotDue(at: entry.at) }
        record(.timerFired(entry.item, kind: entry.kind, node: entry.node))
        if entry.kind != .elapsed { return }
        closeWait(item, event: entry.node == item.node ? nil : entry.node)
    }

    mutating func linkCall(_ id: WorkItemID, _ linked: InstanceID) throws(EngineRejection) {
        let item = try openItem(id, of: .call)
        if let linked = item.linked { throw .callAlreadyStarted(linked) }
        record(.callStarted(id, linked))
    }

    /// The outcome can be read by conditions as a field named like the node of the call.
    mutating func endCall(_ id: WorkItemID, _ outcome: EndOutcome) throws(EngineRejection) {
        let item = try openItem(id, of: .call)
        if item.linked == nil { throw .callNotStarted(id) }
        record(.callEnded(id, outcome: outcome))
        let field = FilledField(key: item.node.rawValue, value: .text(outcome.rawValue))
        record(.fieldsFilled([field], personalKeys: []))
        leave(item.token)
    }
}
