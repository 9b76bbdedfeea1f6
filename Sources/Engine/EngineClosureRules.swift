// The instance as a whole: mending incidents, another focal point, an end before the end.

import ProcessModel
import WorkTime

extension EngineWalk {
    mutating func retry(
        _ id: WorkItemID, fields: [String: FieldValue]
    ) throws(EngineRejection) {
        let item = try openItem(id)
        if item.offer != nil { return try offerAgain(item) }
        if item.kind != .incident { throw .unfitItem(id, item.kind) }
        try requireHolder(item)
        try fill(fields, from: process.forms.flatMap(\.fields), allRequired: false)
        record(.itemClosed(id, event: nil))
        switch item.incident {
        case .noWayForward: leave(item.token)
        case .stalled: join(waiting(at: item.node))
        default: arrive(item.token)
        }
    }

    private func waiting(at node: NodeID) -> [Int] {
        let busy = Set(state.items.map(\.token))
        return state.tokens.filter { $0.node == node && !busy.contains($0.id) }.map(\.id)
    }

    /// Looks again for whom the offer is for, when the receiver has left or the posts changed.
    private mutating func offerAgain(_ item: WorkItem) throws(EngineRejection) {
        try requireRecorder(item)
        guard let step = graph[item.node]?.step else { throw .unknownNode(item.node) }
        guard let receiver = receiver(of: step, giver: (item.holder, item.unit)) else {
            throw .notOffered(item.id)
        }
        if receiver == item.offer { throw .alreadyHolds(receiver.person) }
        offer(item.id, to: receiver)
        // The giver may have moved into that very post: nobody is left to answer to.
        if receiver.person == item.holder {
            record(.handoverAccepted(item.id, receiver: item.holder))
        }
    }

    mutating func changeFocalPoint(
        to person: PersonID, reason: String
    ) throws(EngineRejection) {
        let isFocal = actor.answerable == state.focalPoint && actor.onBehalfOf == nil
        guard isFocal || context.roster.mayAct(actor, nil) else {
            throw .mayNotDecide(actor.person)
        }
        try requireReason(reason)
        if person == state.focalPoint { throw .alreadyHolds(person) }
        guard let unit = context.roster.unitOf(person) else { throw .personMissing }
        let former = state.focalPoint
        record(.focalPointChanged(person, reason: reason))
        for item in state.items where item.kind == .incident && item.holder == former {
            record(.holderChanged(item.id, to: person, unit: unit, reason: reason))
        }
    }

    /// Refused with reasons (form 03), withdrawn by the citizen, or stopped: all work ends.
    mutating func close(_ outcome: EndOutcome, reason: String) throws(EngineRejection) {
        if outcome == .finished { throw .mayNotEndThus(outcome) }
        try requireSay()
        try requireReason(reason)
        if outcome == .refused && state.isClockEnded { throw .resultAlreadyReady }
        finish(outcome, reason: reason)
    }
}
