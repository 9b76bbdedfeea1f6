// Which acts a viewer has on an open piece of work. The engine decides again when one is done:
// this only spares people buttons that would be refused.

import Engine
import ProcessModel
import WorkTime

extension DossierReading {
    /// People for whom the viewer may act: themselves first, then those they stand in for.
    private var selves: [PersonID] { [viewer.person] + viewer.absentees }

    func open(_ item: WorkItem, in instance: Instance) -> Dossiers.OpenWork {
        let node = node(item.node)
        let holderSelf = selves.first { $0 == item.holder }
        let receiverSelf = item.offer.flatMap { offer in selves.first { $0 == offer.person } }
        let signsFor = holderSelf ?? receiverSelf == nil ? leader(of: item) : nil
        let acting = signsFor ?? (item.offer == nil ? holderSelf : receiverSelf)
        return Dossiers.OpenWork(
            item: item.id.rawValue, node: item.node.rawValue, step: node?.title ?? item.note,
            work: node?.step?.work ?? item.note, product: node?.step?.product ?? "",
            form: form(of: node), kind: item.kind, holder: who(item.holder),
            receiver: item.offer.map { who($0.person) }, since: item.openedAt, due: item.due,
            left: Work.TimeLeft(
                due: item.due, now: now, waits: !item.stops.isEmpty, calendar: calendar),
            stops: item.stops.map(\.cause), note: item.note,
            acts: signsFor == nil
                ? acts(on: item, node: node, isHolder: holderSelf != nil)
                : signingActs(on: item, node),
            returns: (node?.step?.returnsTo ?? []).compactMap { id in
                self.node(id).map { .init(node: id.rawValue, title: $0.title) }
            },
            colleagues: colleagues(of: item),
            onBehalfOf: acting == viewer.person ? nil : acting)
    }

    /// In whose name the viewer may sign it by a delegation.
    private func leader(of item: WorkItem) -> PersonID? {
        delegations.first { $0.covers(item, of: version, organisation) }?.grant.leader
    }

    /// A delegation gives the signature and nothing else.
    private func signingActs(on item: WorkItem, _ node: Node?) -> [Dossiers.Act] {
        if item.offer != nil { return [.accept, .returnHandover] }
        return stepActs(item, node).filter { [.complete, .sendBack].contains($0) }
    }

    private func form(of node: Node?) -> Form? {
        guard let code = node?.step?.form else { return nil }
        return version.forms.first { $0.code == code }
    }

    private func colleagues(of item: WorkItem) -> [Dossiers.Who] {
        organisation.members(of: item.unit, on: now.day).filter { $0 != item.holder }.map(who)
    }

    private func acts(on item: WorkItem, node: Node?, isHolder: Bool) -> [Dossiers.Act] {
        if let offer = item.offer {
            let isReceiver = selves.contains(offer.person)
            let mayTake = offer.needsTaking && viewer.ownUnits.contains(offer.unit)
            return isReceiver ? [.accept, .returnHandover] : mayTake ? [.accept] : []
        }
        if item.needsTaking, viewer.ownUnits.contains(item.unit), !isHolder { return [.take] }
        guard isHolder else { return [] }
        switch item.kind {
        case .step: return stepActs(item, node)
        case .wait, .event: return [.endWait]
        case .incident: return [.retry]
        case .timer, .call: return []
        }
    }

    private func stepActs(_ item: WorkItem, _ node: Node?) -> [Dossiers.Act] {
        if let stop = item.stops.last {
            let opening = dossier.instance?.clock.last { $0.cause == stop.cause }
            return opening?.kind == .dutyAsked ? [.confirmDuty] : [.receiveSupplement]
        }
        var acts: [Dossiers.Act] = [.complete]
        if !(node?.step?.returnsTo.isEmpty ?? true) { acts.append(.sendBack) }
        if item.needsTaking || isHead(item) { acts.append(.assign) }
        acts.append(.handOver)
        if dossier.instance?.isClockEnded == false {
            let asked = dossier.instance?.clock.contains { $0.kind == .supplementRequested }
            if asked == false { acts.append(.askSupplement) }
            acts.append(.askDuty)
        }
        return acts
    }

    /// Whether the holder, whose act it is, heads the unit: a substitute does not by standing in.
    private func isHead(_ item: WorkItem) -> Bool {
        organisation.head(of: item.unit, on: now.day) == item.holder
    }

    /// Acts on the whole: for the focal point, for who holds work, for who leads the office, and
    /// for who stands in for the focal point or a holder.
    var wholeActs: [Dossiers.Act] {
        guard let instance = dossier.instance, !instance.isEnded else { return [] }
        if !decidesAlone(instance), absentDecider == nil { return [] }
        return instance.isClockEnded ? [] : [.refuse, .withdraw, .stop]
    }

    /// For whom the viewer ends the dossier, when not in their own name.
    var absentDecider: PersonID? {
        guard let instance = dossier.instance, !decidesAlone(instance) else { return nil }
        return viewer.absentees.first { decides($0, instance) }
    }

    private func decidesAlone(_ instance: Instance) -> Bool {
        decides(viewer.person, instance)
            || organisation.has(
                .lead, person: viewer.person, over: dossier.registration.office, on: now.day)
    }

    private func decides(_ person: PersonID, _ instance: Instance) -> Bool {
        instance.focalPoint == person || instance.holders.contains(person)
    }
}
