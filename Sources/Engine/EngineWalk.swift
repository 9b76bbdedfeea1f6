// A decision in the making: every event is recorded and applied at once, so that what follows is
// decided on the state as it will be.

import ProcessModel
import WorkTime

struct EngineWalk {
    private(set) var state: Instance
    private(set) var events: [EngineEvent] = []
    let process: ProcessVersion
    let graph: ProcessGraph
    let actor: Actor
    let context: EngineContext
    /// Tokens that have reached a node whose part is not yet done.
    private var arrivals: [Int] = []
    /// Nodes each token has passed in this decision: meeting one again is a loop without a rest.
    private var passed: [Int: Set<NodeID>] = [:]
    private var moves = 0

    init(
        _ state: Instance, process: ProcessVersion, graph: ProcessGraph?, actor: Actor,
        context: EngineContext
    ) {
        self.state = state
        self.process = process
        self.actor = actor
        self.context = context
        self.graph = graph ?? ProcessGraph(process)
    }

    mutating func record(_ change: EngineChange) {
        record(EngineEvent(at: context.now, actor: actor, change: change))
    }

    private mutating func record(_ event: EngineEvent) {
        events.append(event)
        EngineRules.apply(event, to: &state)
    }

    /// Puts down the event that made the state this walk began with.
    mutating func recordStart(_ event: EngineEvent) { events.append(event) }

    var nextItem: WorkItemID { WorkItemID(state.lastItem + 1) }

    func flows(from node: NodeID) -> [Flow] { graph.position[node].map { graph.leaving[$0] } ?? [] }

    /// Does the part of the node the token stands on, later in this decision.
    mutating func arrive(_ token: Int) {
        arrivals.append(token)
        if let node = state.token(token)?.node { passed[token, default: []].insert(node) }
    }

    /// Moves the token to one node, or splits it. Several ways out are taken together.
    mutating func go(_ id: Int, to targets: [NodeID]) {
        moves += targets.count
        let before = passed[id, default: []]
        if moves > 16 * graph.nodes.count + 64 { return raise(.endlessLoop, token: id) }
        if let loop = targets.first(where: before.contains), targets.count == 1 {
            record(.tokenMoved(token: id, to: loop))
            return raise(.endlessLoop, token: id)
        }
        if let target = targets.first, targets.count == 1 {
            record(.tokenMoved(token: id, to: target))
            passed[id] = before
            return arrive(id)
        }
        let first = state.lastToken + 1
        record(.tokenSplit(token: id, to: targets))
        for child in first..<first + targets.count {
            passed[child] = before
            if let node = state.token(child)?.node, before.contains(node) {
                raise(.endlessLoop, token: child)
            } else {
                arrive(child)
            }
        }
    }

    /// The instance cannot go on here; the focal point holds the matter until it is mended.
    mutating func raise(_ cause: IncidentCause, token: Int, holder: PersonID? = nil) {
        let holder = holder ?? state.focalPoint
        let unit = context.roster.unitOf(holder) ?? state.token(token)?.giverUnit ?? UnitID("")
        record(
            .itemOpened(
                nextItem, token: token, kind: .incident, holder: holder, unit: unit,
                needsTaking: false, due: nil, timers: [], note: cause.rawValue))
    }

    /// Lets everything happen that needs nobody: arrivals, joins, the end.
    mutating func settle() throws(EngineRejection) {
        while !state.isEnded {
            if !arrivals.isEmpty {
                try enter(arrivals.removeFirst())
            } else if let ripe = ripeJoin() {
                join(ripe)
            } else {
                break
            }
        }
        if state.isEnded { return }
        if state.tokens.isEmpty { return finish(.finished, reason: "") }
        if state.items.isEmpty, let first = state.tokens.first {
            raise(.stalled, token: first.id)
        }
    }

    /// The tokens become one, which goes on behind the gateway.
    mutating func join(_ tokens: [Int]) {
        guard let kept = tokens.first else { return }
        if tokens.count > 1 {
            let before = tokens.reduce(into: Set<NodeID>()) { $0.formUnion(passed[$1] ?? []) }
            record(.tokensJoined(tokens))
            passed[kept] = before
        }
        leave(kept)
    }

    mutating func finish(_ outcome: EndOutcome, reason: String) {
        arrivals = []
        if !state.isClockEnded { mark(outcome.clockMark, reason: reason) }
        record(.ended(outcome, reason: reason))
    }

    mutating func mark(
        _ kind: ClockEvent.Kind, cause: String = "", item: WorkItemID? = nil, reason: String = ""
    ) {
        record(.clockMarked(kind, cause: cause, item: item, reason: reason))
    }
}

extension EndOutcome {
    var clockMark: ClockEvent.Kind {
        switch self {
        case .finished: .finished
        case .refused: .refused
        case .withdrawn: .withdrawn
        case .stopped: .stopped
        }
    }
}
