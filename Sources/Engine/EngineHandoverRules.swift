// Passing work on: accepting and returning between units, taking and assigning inside one.

import ProcessModel
import WorkTime

extension EngineWalk {
    mutating func accept(_ id: WorkItemID) throws(EngineRejection) {
        let item = try openItem(id)
        guard let offer = item.offer else { throw .notOffered(id) }
        if actor.answerable == offer.person {
            try requireStanding(on: item)
            return record(.handoverAccepted(id, receiver: offer.person))
        }
        guard offer.needsTaking, works(in: offer.unit) else {
            throw .notReceiver(id, receiver: offer.person)
        }
        record(.handoverAccepted(id, receiver: actor.person))
    }

    /// The giver must act again: the step the work came from is open once more, from its first
    /// beginning, as if it had never been completed. Work that comes straight from the start of
    /// the instance becomes an incident of the giver.
    mutating func returnHandover(_ id: WorkItemID, reason: String) throws(EngineRejection) {
        let item = try openItem(id)
        guard let offer = item.offer else { throw .notOffered(id) }
        if actor.answerable != offer.person { throw .notReceiver(id, receiver: offer.person) }
        try requireStanding(on: item)
        try requireReason(reason)
        let source = state.token(item.token).flatMap { state.source(of: $0) }
        record(.handoverReturned(id, reason: reason))
        resumeClock(ClockCause.step(id))
        guard let token = state.token(item.token), let source, let step = graph[source.node]?.step
        else { return raise(.handoverReturned, token: item.token, holder: item.holder) }
        let due: LocalMinute?
        if let term = step.term {
            due = try context.due(term, from: source.started)
        } else {
            due = nil
        }
        let reopened = nextItem
        record(
            .itemReopened(
                reopened, token: token.id, node: source.node, holder: item.holder,
                unit: item.unit, openedAt: source.started, due: due,
                timers: context.timers(for: reopened, at: source.node, due: due),
                resumesAt: token.isDirect ? nil : token.node))
        if step.clock.stopsWhileItLasts {
            stopClock(step.clock, cause: ClockCause.step(reopened), reason: step.work)
        }
    }

    mutating func take(_ id: WorkItemID) throws(EngineRejection) {
        let item = try openItem(id)
        if item.offer != nil { return try accept(id) }
        guard item.needsTaking, works(in: item.unit) else {
            throw .mayNotTake(id, holder: item.holder)
        }
        record(.holderChanged(id, to: actor.person, unit: item.unit, reason: ""))
    }

    mutating func assign(_ id: WorkItemID, to person: PersonID) throws(EngineRejection) {
        let item = try openItem(id)
        if let offer = item.offer { throw .notAcceptedYet(id, receiver: offer.person) }
        if item.incident == .noPerformer { return try name(person, for: item) }
        let isHead = actor.answerable == context.roster.headOf(item.unit)
        guard isHead || (item.needsTaking && actor.answerable == item.holder) else {
            throw .mayNotAssign(id, unit: item.unit)
        }
        try requireStanding(on: item)
        try pass(item, to: person, reason: "")
    }

    /// Where nobody was found, whoever holds the incident names somebody.
    private mutating func name(
        _ person: PersonID, for item: WorkItem
    ) throws(EngineRejection) {
        try requireHolder(item)
        guard let step = graph[item.node]?.step, let token = state.token(item.token) else {
            throw .unknownNode(item.node)
        }
        if context.roster.unitOf(person) == nil { throw .personMissing }
        record(.itemClosed(item.id, event: nil))
        try openStep(step, token: token, preferred: person)
    }

    mutating func handOver(
        _ id: WorkItemID, to person: PersonID, reason: String
    ) throws(EngineRejection) {
        let item = try openItem(id)
        try requireHolder(item)
        try requireReason(reason)
        try pass(item, to: person, reason: reason)
    }

    private mutating func pass(
        _ item: WorkItem, to person: PersonID, reason: String
    ) throws(EngineRejection) {
        guard context.roster.unitOf(person) == item.unit else {
            throw .notInUnit(person, unit: item.unit)
        }
        if person == item.holder && !item.needsTaking { throw .alreadyHolds(person) }
        if actor.answerable == item.holder { acceptByActing(item) }
        record(.holderChanged(item.id, to: person, unit: item.unit, reason: reason))
    }

    private func works(in unit: UnitID) -> Bool {
        actor.onBehalfOf == nil && context.roster.unitOf(actor.person) == unit
    }
}
