// How events open, pass and close pieces of work.

import ProcessModel
import WorkTime

extension Instance {
    mutating func openOrCloseItem(_ event: EngineEvent) {
        switch event.change {
        case .itemOpened(
            let id, let token, let kind, let holder, let unit, let needsTaking, let due,
            let timers, let note):
            guard let place = self.token(token) else { return }
            open(
                WorkItem(
                    id: id, token: token, node: place.node, kind: kind, holder: holder,
                    unit: unit, needsTaking: needsTaking, openedAt: event.at, due: due,
                    timers: timers, note: note))
            if kind == .step { give(id, by: place, at: event.at) }
        case .itemReopened(
            let id, let token, let node, let holder, let unit, let openedAt, let due, let timers,
            let resumesAt):
            changeToken(token) {
                $0.node = node
                $0.resumesAt = resumesAt
            }
            open(
                WorkItem(
                    id: id, token: token, node: node, kind: .step, holder: holder, unit: unit,
                    needsTaking: false, openedAt: openedAt, due: due, timers: timers, note: ""))
        case .itemClosed(let id, let happened):
            close(id, happened: happened)
        case .callEnded(let id, _):
            close(id, happened: nil)
        case .stepCompleted(let id, let product):
            finishStep(id, isCompleted: true, text: product, event: event)
        case .stepSentBack(let id, _, let reason):
            finishStep(id, isCompleted: false, text: reason, event: event)
        default: break
        }
    }

    private mutating func open(_ item: WorkItem) {
        lastItem = item.id.rawValue
        items.append(item)
    }

    /// Inside a unit the work is the receiver's at once; the first act is the acceptance.
    private mutating func give(_ id: WorkItemID, by token: Token, at: LocalMinute) {
        guard let item = item(id), item.holder != token.giver else { return }
        pass(
            id,
            Handover(
                item: id, fromNode: source(of: token)?.node, toNode: item.node,
                giver: token.giver, giverUnit: token.giverUnit, receiver: item.holder,
                receiverUnit: item.unit, given: at, state: .given, reason: "",
                record: token.record))
    }

    func source(of token: Token) -> StepRecord? {
        token.record.flatMap { records.indices.contains($0) ? records[$0] : nil }
    }

    private mutating func pass(_ id: WorkItemID, _ handover: Handover) {
        if let item = item(id) { lapseHandover(of: item) }
        handovers.append(handover)
        let index = handovers.count - 1
        changeItem(id) { $0.handover = index }
    }

    private mutating func close(_ id: WorkItemID, happened: NodeID?) {
        guard let item = removeItem(id), item.kind != .incident else { return }
        changeToken(item.token) { token in
            token.giver = item.holder
            token.giverUnit = item.unit
            token.isDirect = false
            guard let happened else { return }
            token.from = token.node
            token.node = happened
        }
    }

    private mutating func finishStep(
        _ id: WorkItemID, isCompleted: Bool, text: String, event: EngineEvent
    ) {
        guard let item = removeItem(id) else { return }
        records.append(
            StepRecord(
                item: id, node: item.node, person: event.actor.person,
                onBehalfOf: event.actor.onBehalfOf, unit: item.unit, started: item.openedAt,
                due: item.due, ended: event.at, isCompleted: isCompleted, text: text,
                scopes: token(item.token)?.scopes ?? []))
        let record = records.count - 1
        changeToken(item.token) { token in
            token.giver = item.holder
            token.giverUnit = item.unit
            token.record = record
            token.isDirect = true
        }
    }

    mutating func passItem(_ event: EngineEvent) {
        switch event.change {
        case .handoverOffered(let id, let receiver, let unit, let needsTaking):
            guard let item = item(id), let token = token(item.token) else { return }
            pass(
                id,
                Handover(
                    item: id, fromNode: source(of: token)?.node, toNode: item.node,
                    giver: item.holder, giverUnit: item.unit, receiver: receiver,
                    receiverUnit: unit, given: event.at, state: .offered, reason: "",
                    record: token.record))
            let offer = Assignment(unit: unit, person: receiver, needsTaking: needsTaking)
            changeItem(id) { $0.offer = offer }
        case .handoverAccepted(let id, let receiver):
            answer(id, .accepted, reason: nil, receiver: receiver, at: event.at)
            changeItem(id) { item in
                guard let offer = item.offer else { return }
                item.holder = receiver
                item.unit = offer.unit
                item.needsTaking = offer.needsTaking && receiver == offer.person
                item.offer = nil
            }
        case .handoverReturned(let id, let reason):
            answer(id, .returned, reason: reason, receiver: nil, at: event.at)
            _ = removeItem(id)
        case .holderChanged(let id, let person, let unit, let reason):
            change(id, to: person, unit: unit, reason: reason, event: event)
        default: break
        }
    }

    private mutating func answer(
        _ id: WorkItemID, _ state: Handover.State, reason: String?, receiver: PersonID?,
        at: LocalMinute
    ) {
        guard let index = item(id)?.handover, handovers.indices.contains(index) else { return }
        handovers[index].state = state
        handovers[index].answered = at
        if let reason { handovers[index].reason = reason }
        if let receiver { handovers[index].receiver = receiver }
    }

    private mutating func change(
        _ id: WorkItemID, to person: PersonID, unit: UnitID, reason: String, event: EngineEvent
    ) {
        guard let item = item(id) else { return }
        if item.holder != person {
            let isOwnAct = event.actor.answerable == person
            pass(
                id,
                Handover(
                    item: id, fromNode: item.node, toNode: item.node, giver: item.holder,
                    giverUnit: item.unit, receiver: person, receiverUnit: unit, given: event.at,
                    answered: isOwnAct ? event.at : nil, state: isOwnAct ? .accepted : .given,
                    reason: reason, record: nil))
        }
        changeItem(id) { item in
            item.holder = person
            item.unit = unit
            item.needsTaking = false
        }
    }
}
