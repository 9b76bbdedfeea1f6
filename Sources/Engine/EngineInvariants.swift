// What must be true of every state, checked from outside the rules that produce it.

import ProcessModel
import WorkTime

extension Instance {
    /// Sentences that name each broken invariant; empty for a sound state. Used by tests and by
    /// the nightly self-check.
    public func violations(_ process: ProcessVersion, graph: ProcessGraph? = nil) -> [String] {
        let graph = graph ?? ProcessGraph(process)
        return endViolations + holderViolations + tokenViolations(graph) + historyViolations
    }

    /// Ended if and only if nothing is left.
    private var endViolations: [String] {
        var found: [String] = []
        if isEnded != (endedAt != nil) { found.append("outcome and time of the end disagree") }
        if isEnded && !items.isEmpty { found.append("ended, but work is open") }
        if isEnded != tokens.isEmpty { found.append("ended and without tokens must agree") }
        if isEnded && !isClockEnded { found.append("ended, but the clock runs on") }
        if focalPoint.rawValue.isEmpty { found.append("no focal point") }
        return found
    }

    /// One holder for each open item, and one open item at most for each token.
    private var holderViolations: [String] {
        var found: [String] = []
        for item in items {
            if item.holder.rawValue.isEmpty { found.append("item \(item.id) has no holder") }
            if item.unit.rawValue.isEmpty { found.append("item \(item.id) has no unit") }
            if item.offer?.person == item.holder {
                found.append("item \(item.id) is offered to its holder")
            }
            if item.offer != nil && pending(item) != .offered {
                found.append("item \(item.id) is on offer without a handover")
            }
            if item.stops.isEmpty != (item.stoppedSince == nil) {
                found.append("item \(item.id): stops and their beginning disagree")
            }
            if item.timers.contains(where: { $0.item != item.id }) {
                found.append("item \(item.id) has a timer of another")
            }
            for stop in item.stops where !openCauses.contains(stop.cause) {
                found.append("item \(item.id) is stopped, but the clock is not: \(stop.cause)")
            }
        }
        if Set(items.map(\.id)).count != items.count { found.append("two items of one number") }
        if Set(items.map(\.token)).count != items.count { found.append("two items, one token") }
        if let last = items.map(\.id.rawValue).max(), last > lastItem {
            found.append("an item has a number that was not given out")
        }
        return found
    }

    private func pending(_ item: WorkItem) -> Handover.State? {
        item.handover.flatMap { handovers.indices.contains($0) ? handovers[$0].state : nil }
    }

    /// Every item stands on a token at the same node; every token has an item or waits in a join
    /// for a token that is elsewhere.
    private func tokenViolations(_ graph: ProcessGraph) -> [String] {
        var found: [String] = []
        if Set(tokens.map(\.id)).count != tokens.count { found.append("two tokens of one number") }
        for item in items where token(item.token)?.node != item.node {
            found.append("item \(item.id) stands on no token at \(item.node)")
        }
        let busy = Set(items.map(\.token))
        for token in tokens where !busy.contains(token.id) && !graph.isJoin(token.node) {
            found.append("token \(token.id) is lost at \(token.node)")
        }
        if !tokens.isEmpty && items.isEmpty { found.append("nobody has anything to do") }
        return found
    }

    /// What was handed over is answered once, and the record it names exists.
    private var historyViolations: [String] {
        var found: [String] = []
        for (index, handover) in handovers.enumerated() {
            if handover.giver == handover.receiver && handover.state != .accepted {
                found.append("handover \(index) to oneself")
            }
            let isAnswered = handover.state == .accepted || handover.state == .returned
            if isAnswered != (handover.answered != nil) {
                found.append("handover \(index): answer and its time disagree")
            }
            if let record = handover.record, !records.indices.contains(record) {
                found.append("handover \(index) names a step that is not recorded")
            }
            let isPending = handover.state == .offered || handover.state == .given
            if isPending && !items.contains(where: { $0.handover == index }) {
                found.append("handover \(index) is pending without work")
            }
        }
        if clock.first?.kind != .received { found.append("the clock does not begin with receipt") }
        if clock.filter({ $0.kind.ends }).count > 1 { found.append("the clock ended twice") }
        return found
    }
}
