// What happens when a token reaches a node, and where it goes when it leaves one.

import ProcessModel
import WorkTime

extension EngineWalk {
    mutating func enter(_ id: Int) throws(EngineRejection) {
        guard let token = state.token(id) else { return }
        guard let node = graph[token.node] else { return raise(.unknownNode, token: id) }
        switch node.kind {
        case .start: leave(id)
        case .end(let outcome):
            if outcome == .finished {
                record(.tokenEnded(token: id))
            } else {
                finish(outcome, reason: node.title)
            }
        case .step(let step): try openStep(step, token: token)
        case .service(let action):
            record(.serviceRequested(token: id, node: node.id, action: action))
            leave(id)
        case .gateway(.exclusive): leave(id)
        case .gateway(.parallel), .gateway(.inclusive):
            if !isJoin(node.id) { leave(id) }
        case .gateway(.event): try openEvent(token)
        case .wait(let wait): openWait(wait, token: token)
        case .timer(let term): try openTimer(term, token: token)
        case .call(let call): openCall(call, token: token)
        }
    }

    /// Takes the ways out that the node gives; none that fits is an incident.
    mutating func leave(_ id: Int) {
        guard let token = state.token(id) else { return }
        let targets = ways(from: token.node)
        if targets.isEmpty { return raise(.noWayForward, token: id) }
        go(id, to: targets)
    }

    /// Exclusive: the first whose condition holds, else the default. Parallel: all. Inclusive, and
    /// a node that is no gateway: every one whose condition holds, else those without condition.
    private func ways(from node: NodeID) -> [NodeID] {
        let flows = flows(from: node)
        let open = flows.filter { $0.condition?.holds(for: state.fields) ?? false }
        let free = flows.filter { $0.condition == nil }
        switch graph[node]?.kind {
        case .gateway(.exclusive): return (open.first ?? free.first).map { [$0.to] } ?? []
        case .gateway(.parallel): return flows.map(\.to)
        case .gateway(.inclusive):
            return open.isEmpty ? free.prefix(1).map(\.to) : open.map(\.to)
        default: return (open.isEmpty ? free : open).map(\.to)
        }
    }

    /// Opens work that waits for something outside. Whoever brought the matter here holds it.
    private mutating func open(
        _ kind: WorkItem.Kind, token: Token, due: LocalMinute? = nil, timers: [TimerEntry] = [],
        note: String
    ) {
        let (holder, unit) = presentGiver(of: token)
        record(
            .itemOpened(
                nextItem, token: token.id, kind: kind, holder: holder, unit: unit,
                needsTaking: false, due: due, timers: timers, note: note))
    }

    private mutating func openWait(_ wait: Wait, token: Token) {
        let item = nextItem
        open(.wait, token: token, note: wait.reason)
        stopClock(wait.clock, cause: ClockCause.wait(item), reason: wait.reason)
    }

    private mutating func openTimer(_ term: Term, token: Token) throws(EngineRejection) {
        let at = try context.due(term, from: context.now)
        let entry = TimerEntry(item: nextItem, kind: .elapsed, node: token.node, at: at)
        open(.timer, token: token, due: at, timers: [entry], note: graph[token.node]?.title ?? "")
    }

    private mutating func openCall(_ call: Call, token: Token) {
        let item = nextItem
        open(.call, token: token, note: graph[token.node]?.title ?? "")
        record(.callRequested(item, process: call.process, unit: call.unit))
    }

    /// Waits and timers behind the gateway stand ready together; the first that happens wins.
    private mutating func openEvent(_ token: Token) throws(EngineRejection) {
        let item = nextItem
        var timers: [TimerEntry] = []
        var waits: [Wait] = []
        for flow in flows(from: token.node) {
            switch graph[flow.to]?.kind {
            case .timer(let term):
                let at = try context.due(term, from: context.now)
                timers.append(TimerEntry(item: item, kind: .elapsed, node: flow.to, at: at))
            case .wait(let wait): waits.append(wait)
            default: continue
            }
        }
        if timers.isEmpty && waits.isEmpty { return raise(.noWayForward, token: token.id) }
        let note = waits.map(\.reason).filter { !$0.isEmpty }.joined(separator: "; ")
        open(.event, token: token, timers: timers, note: note)
        let clocks = waits.map(\.clock)
        let effect = clocks.contains(.restart) ? .restart : clocks.first { $0 != .run } ?? .run
        stopClock(effect, cause: ClockCause.wait(item), reason: note)
    }
}
