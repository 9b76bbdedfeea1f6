// What somebody may do by a delegation: to sign, and nothing else.

import Engine
import ProcessModel
import WorkTime

extension People.Organisation {
    /// Whether the person leads that very office on the day.
    func leads(_ person: PersonID, _ office: UnitID, on day: DayNumber) -> Bool {
        positions(of: person, on: day).contains {
            $0.roles.contains(.lead) && self.office(of: $0.unit) == office
        }
    }

    /// Whether the person has a position in the office on the day.
    func works(_ person: PersonID, in office: UnitID, on day: DayNumber) -> Bool {
        positions(of: person, on: day).contains { self.office(of: $0.unit) == office }
    }
}

extension Delegations.Book {
    /// Those by which a person may sign on a day: both are still in the office, the leader leads.
    func inForce(
        for delegate: PersonID, _ organisation: People.Organisation, on day: DayNumber
    ) -> [Delegations.Delegation] {
        delegations.filter { delegation in
            let grant = delegation.grant
            return grant.delegate == delegate && delegation.isOpen && grant.covers(day)
                && organisation.leads(grant.leader, grant.office, on: day)
                && organisation.works(delegate, in: grant.office, on: day)
        }
    }
}

extension Delegations.Delegation {
    /// Whether this piece of work is one to sign by it: it lies with the leader or is offered to
    /// the leader in that office, at a step that controls another.
    func covers(
        _ item: WorkItem, of process: ProcessVersion, _ organisation: People.Organisation
    ) -> Bool {
        let person = item.offer?.person ?? item.holder
        let unit = item.offer?.unit ?? item.unit
        guard person == grant.leader, organisation.office(of: unit) == grant.office,
            grant.covers(process.code, field: process.field), item.kind == .step,
            let step = process.nodes.first(where: { $0.id == item.node })?.step
        else { return false }
        return !step.controls.isEmpty
    }
}

extension EngineCommand {
    /// The work that a signature is about; `nil` for what no delegation lets anybody do.
    var signedItem: WorkItemID? {
        switch self {
        case .accept(let item), .returnHandover(let item, _), .complete(let item, _, _),
            .sendBack(let item, _, _):
            item
        default: nil
        }
    }
}
