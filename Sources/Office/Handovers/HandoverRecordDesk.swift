// The sheet at the desk: its number, its entry, its rows. It believes the dossiers, not the form.

import Engine
import Ledger
import WorkTime

extension DeskWork {
    func perform(_ command: Handovers.Command) throws -> DeskAnswer {
        switch command {
        case .record(let wish): return try record(wish)
        }
    }

    private func record(_ wish: Handovers.Wish) throws -> DeskAnswer {
        guard let actor = order.actor else { throw Handovers.Rejection.nothingMoved }
        let lines = try wish.choices.compactMap { try line(of: $0, wish.route, by: actor.person) }
        let organisation = try reading.organisation()
        guard !lines.isEmpty, let office = organisation.office(of: wish.route.from) else {
            throw Handovers.Rejection.nothingMoved
        }
        let code = try nextHandoverCode(of: office, in: organisation)
        let sheet = Handovers.Sheet(
            code: code, office: office, route: wish.route, at: now, by: actor.person, lines: lines)
        let head = try write(
            [Handovers.Event.recorded(sheet: sheet)], feature: Handovers.feature,
            stream: Handovers.stream(of: code), after: nil)
        try keep(sheet, after: 0, head: head)
        try Handovers.write(sheet, in: transaction)
        return DeskAnswer(head)
    }

    /// `nil` for what this person did not pass on between the two units in this minute.
    private func line(
        of choice: Signings.Choice, _ route: Handovers.Route, by person: PersonID
    ) throws -> Handovers.Line? {
        guard
            let dossier = try reading.told(
                Dossiers.Dossier.self, by: Dossiers.stream(of: choice.dossier))?.state,
            let instance = dossier.instance,
            let passed = instance.passing(
                of: WorkItemID(choice.item), route.way, by: person, at: now),
            passed.giverUnit == route.from, passed.receiverUnit == route.to,
            try route.way == .give || takes(person, in: passed)
        else { return nil }
        return Handovers.Line(
            dossier: choice.dossier, item: choice.item, papers: dossier.registration.paperCount,
            giver: passed.giver, receiver: passed.receiver)
    }

    /// Whether it was taken over by this person, or for somebody who is away.
    private func takes(_ person: PersonID, in passed: Handover) throws -> Bool {
        try passed.receiver == person
            || reading.organisation().absentees(of: person, on: today).contains(passed.receiver)
    }

    private func nextHandoverCode(
        of office: UnitID, in organisation: People.Organisation
    ) throws -> String {
        let rows = try transaction.rows(
            """
            INSERT INTO handoverNumber (office, day, last) VALUES (?, ?, 1)
            ON CONFLICT (office, day) DO UPDATE SET last = handoverNumber.last + 1
            RETURNING last
            """, [.text(office.rawValue), SQLValue(today.number)])
        return Handovers.prefix
            + Dossiers.code(
                of: organisation.units[office]?.code ?? office.rawValue, on: today,
                number: try rows.first?.int("last") ?? 1)
    }
}

extension Instance {
    /// The passing that a person did at that minute with a piece of work.
    fileprivate func passing(
        of item: WorkItemID, _ way: Handovers.Way, by person: PersonID, at now: LocalMinute
    ) -> Handover? {
        switch way {
        case .give:
            guard
                let index = records.lastIndex(where: {
                    $0.item == item && $0.isCompleted && $0.person == person && $0.ended == now
                })
            else { return nil }
            return handovers.last { $0.record == index }
        case .receive:
            guard let open = self.item(item), open.offer == nil else { return nil }
            let last = handovers.last { $0.item == item }
            return last.flatMap { $0.state == .accepted && $0.answered == now ? $0 : nil }
        }
    }
}
