// Who may act on what. The holder, or somebody the roster accepts in the holder's place.

import ProcessModel
import WorkTime

extension EngineWalk {
    func openItem(_ id: WorkItemID) throws(EngineRejection) -> WorkItem {
        if let item = state.item(id) { return item }
        let existed = (1...max(1, state.lastItem)).contains(id.rawValue) && state.lastItem > 0
        throw existed ? .alreadyDone(id) : .unknownItem(id)
    }

    func openItem(
        _ id: WorkItemID, of kinds: WorkItem.Kind...
    ) throws(EngineRejection) -> WorkItem {
        let item = try openItem(id)
        if !kinds.contains(item.kind) { throw .unfitItem(id, item.kind) }
        return item
    }

    /// The actor holds the item, alone or as a substitute of the holder.
    func requireHolder(_ item: WorkItem) throws(EngineRejection) {
        if let offer = item.offer { throw .notAcceptedYet(item.id, receiver: offer.person) }
        if actor.answerable != item.holder { throw .notHolder(item.id, holder: item.holder) }
        try requireStanding(on: item)
    }

    /// A substitute needs the roster's word.
    func requireStanding(on item: WorkItem) throws(EngineRejection) {
        guard let other = actor.onBehalfOf else { return }
        if !context.roster.mayAct(actor, item) { throw .mayNotStandIn(item.id, forPerson: other) }
    }

    /// What comes from outside is recorded by the holder, the focal point, or whom the office lets.
    func requireRecorder(_ item: WorkItem) throws(EngineRejection) {
        if actor.answerable == item.holder || actor.answerable == state.focalPoint {
            return try requireStanding(on: item)
        }
        if !context.roster.mayAct(actor, item) { throw .notHolder(item.id, holder: item.holder) }
    }

    /// The instance as a whole: its focal point, whoever holds open work, or whom the office lets.
    func requireSay() throws(EngineRejection) {
        let isPart =
            actor.answerable == state.focalPoint || state.holders.contains(actor.answerable)
        if isPart && actor.onBehalfOf == nil { return }
        if !context.roster.mayAct(actor, nil) { throw .mayNotDecide(actor.person) }
    }

    func requireReason(_ reason: String) throws(EngineRejection) {
        if reason.isBlank { throw .reasonMissing }
    }

    func requireNoStop(_ item: WorkItem) throws(EngineRejection) {
        if let stop = item.stops.first { throw .itemStopped(item.id, cause: stop.cause) }
    }

    /// Inside a unit the receiver's first act is the acceptance.
    mutating func acceptByActing(_ item: WorkItem) {
        guard let index = item.handover, state.handovers[index].state == .given else { return }
        record(.handoverAccepted(item.id, receiver: item.holder))
    }
}

extension String {
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
