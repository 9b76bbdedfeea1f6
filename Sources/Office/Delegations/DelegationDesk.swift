// Delegations at the desk: the stream of the house, and who may sign by one of them.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension DeskReading {
    func delegationBook() throws -> Delegations.Book {
        try told(Delegations.Book.self, by: Delegations.stream)?.state ?? Delegations.Book()
    }

    /// The field of each published process.
    func processFields() throws -> [ProcessCode: String] {
        try Reports.processNames(self).mapValues(\.field)
    }
}

extension DeskWork {
    func perform(_ command: Delegations.Command) throws -> DeskAnswer {
        guard let person = order.actor?.person else { throw Delegations.Rejection.mayNotGive }
        let told = try reading.told(Delegations.Book.self, by: Delegations.stream)
        var book = told?.state ?? Delegations.Book()
        let events = try Delegations.decide(
            command, on: book,
            in: .init(
                person: person, organisation: try reading.organisation(),
                fields: try reading.processFields(), now: now))
        for event in events { book.apply(event) }
        let head = try write(
            events, feature: Delegations.feature, stream: Delegations.stream, after: told?.head)
        try keep(book, after: told?.head.version ?? 0, head: head)
        return DeskAnswer(head)
    }

    /// The delegation by which the actor does this in the leader's name; `nil` where there is none.
    func delegation(
        for command: EngineCommand, by actor: Actor, on dossier: Dossiers.Dossier,
        _ process: ProcessVersion, _ organisation: People.Organisation
    ) throws -> Delegations.Delegation? {
        guard let leader = actor.onBehalfOf, let id = command.signedItem,
            let item = dossier.instance?.items.first(where: { $0.id == id })
        else { return nil }
        return try reading.delegationBook().inForce(for: actor.person, organisation, on: today)
            .first { $0.grant.leader == leader && $0.covers(item, of: process, organisation) }
    }

    /// What the dossier keeps of a signature by delegation.
    func signature(
        _ command: EngineCommand, by actor: Actor, on dossier: Dossiers.Dossier
    ) throws -> [Dossiers.Event] {
        guard case .complete(let item, _, _) = command, actor.onBehalfOf != nil else { return [] }
        let registration = dossier.registration
        let used = try delegation(
            for: command, by: actor, on: dossier,
            try reading.issue(registration.process, registration.issue).version,
            try reading.organisation())
        return used.map { used in
            [
                .signedByDelegation(
                    signature: Delegations.Signature(
                        at: now, item: item, delegation: used.number, leader: used.grant.leader,
                        delegate: actor.person, form: used.grant.form,
                        document: used.grant.document))
            ]
        } ?? []
    }
}

extension Roster {
    /// The same people, where somebody signs by a delegation too.
    func letting(_ actor: Actor, act item: WorkItemID?) -> Roster {
        var roster = self
        let known = mayAct
        roster.mayAct = { other, work in
            known(other, work) || (other == actor && item != nil && work?.id == item)
        }
        return roster
    }
}
