// Opening a step: who gets the work, whether another unit must accept it first, when it is due.

import ProcessModel
import WorkTime

extension EngineWalk {
    /// `preferred` is whoever did the step before, when work is sent back to it, or whoever was
    /// named because nobody could be found.
    mutating func openStep(
        _ step: Step, token: Token, preferred: PersonID? = nil
    ) throws(EngineRejection) {
        let giver = presentGiver(of: token)
        guard let receiver = receiver(of: step, giver: giver, preferred: preferred) else {
            return raise(.noPerformer, token: token.id)
        }
        let item = nextItem
        let due: LocalMinute?
        if let term = step.term {
            due = try context.due(term, from: context.now)
        } else {
            due = nil
        }
        let isOffered = receiver.unit != giver.unit && receiver.person != giver.person
        record(
            .itemOpened(
                item, token: token.id, kind: .step,
                holder: isOffered ? giver.person : receiver.person,
                unit: isOffered ? giver.unit : receiver.unit,
                needsTaking: isOffered ? false : receiver.needsTaking, due: due,
                timers: context.timers(for: item, at: token.node, due: due), note: ""))
        if isOffered { offer(item, to: receiver) }
        if step.clock.stopsWhileItLasts {
            stopClock(step.clock, cause: ClockCause.step(item), reason: step.work)
        }
    }

    mutating func offer(_ item: WorkItemID, to receiver: Assignment) {
        record(
            .handoverOffered(
                item, receiver: receiver.person, unit: receiver.unit,
                needsTaking: receiver.needsTaking))
    }

    func receiver(
        of step: Step, giver: (person: PersonID, unit: UnitID), preferred: PersonID? = nil
    ) -> Assignment? {
        // What the citizen or another body does is held by whoever asked for it.
        if step.isOutside { return Assignment(unit: giver.unit, person: giver.person) }
        if let preferred, let unit = context.roster.unitOf(preferred) {
            return Assignment(unit: unit, person: preferred)
        }
        guard let performer = step.performer,
            let found = known(performer) ?? context.roster.resolve(performer, state),
            !found.person.rawValue.isEmpty
        else { return nil }
        return found
    }

    /// Performers that are relations to this very instance.
    private func known(_ performer: Performer) -> Assignment? {
        let person: PersonID?
        switch performer {
        case .focalPoint: person = state.focalPoint
        case .performer(let node): person = state.performer(of: node)
        case .position, .head, .member, .applicant, .body: person = nil
        }
        guard let person, let unit = context.roster.unitOf(person) else { return nil }
        return Assignment(unit: unit, person: person)
    }

    /// Who brought the matter here; when that person has left, the head of the unit, and failing
    /// that the focal point.
    func presentGiver(of token: Token) -> (person: PersonID, unit: UnitID) {
        if let unit = context.roster.unitOf(token.giver) { return (token.giver, unit) }
        if let head = context.roster.headOf(token.giverUnit) { return (head, token.giverUnit) }
        let unit = context.roster.unitOf(state.focalPoint) ?? token.giverUnit
        return (state.focalPoint, unit)
    }
}
