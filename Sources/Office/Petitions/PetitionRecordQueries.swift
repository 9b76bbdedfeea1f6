// Reading one petition for the office; found means allowed.

import Engine
import Ledger
import WorkTime

extension DeskReading {
    /// - Throws: `Petitions.Rejection.unknown` for who may not see it.
    func petition(
        _ code: String, for viewer: Viewer, at now: LocalMinute
    ) throws -> Petitions.Record {
        guard let petition = try toldPetition(code)?.state else {
            throw Petitions.Rejection.unknown(code)
        }
        let hand = try hand(viewer.person, on: petition, viewer.today)
        guard hand.seesIt else { throw Petitions.Rejection.unknown(code) }
        let (registration, organisation) = (petition.registration, try organisation())
        let sender = try sender(of: petition)
        let may = Petitions.offered(to: hand, on: petition)
        return Petitions.Record(
            code: code, kind: registration.kind,
            office: organisation.units[registration.office]?.name ?? "",
            standing: petition.standing, receivedAt: registration.receivedAt,
            due: registration.due, refuseBy: registration.refuseBy, askBy: registration.askBy,
            publishBy: try publishBy(petition), terms: Petitions.terms(of: registration.kind),
            left: try timeLeft(of: petition, at: now), endedLate: petition.endedLate,
            holder: petition.holder.map(organisation.name) ?? "",
            unit: petition.unit.flatMap { organisation.units[$0]?.name } ?? "",
            since: petition.since, sender: sender.map { Petitions.SenderShown($0, hand) },
            seesDossier: try sees(sender?.dossier ?? "", viewer),
            steps: try petition.steps.map { try shown($0, organisation) },
            question: try petition.question.map {
                try shown(Petitions.Step(kind: .asked, turn: $0), organisation)
            },
            ground: petition.ground, body: petition.body, publication: petition.publication,
            may: may, people: try choices(may, registration.office, viewer.today),
            viewer: viewer.person)
    }

    private func choices(
        _ may: [Petitions.ActName], _ office: UnitID, _ day: DayNumber
    ) throws -> [Petitions.Choice] {
        guard may.contains(.assign) || may.contains(.ask) else { return [] }
        return try petitionPeople(of: office, on: day)
    }

    private func sees(_ dossier: String, _ viewer: Viewer) throws -> Bool {
        if dossier.isEmpty { return false }
        return try mayFind(dossier, viewer)
    }

    /// `nil` once it has ended.
    func timeLeft(
        of petition: Petitions.Petition, at now: LocalMinute
    ) throws -> Work.TimeLeft? {
        if petition.standing.isEnded { return nil }
        return Work.TimeLeft(
            due: petition.registration.due, now: now, waits: false, calendar: try calendar())
    }

    private func publishBy(_ petition: Petitions.Petition) throws -> LocalMinute? {
        guard petition.standing == .answered, let ended = petition.endedAt else { return nil }
        let terms = Petitions.terms(of: petition.registration.kind)
        let calendar = try calendar(petition.registration.calendar)
        return terms.due(terms.publish, from: ended, by: calendar)
    }

    private func shown(
        _ step: Petitions.Step, _ organisation: People.Organisation
    ) throws -> Petitions.StepShown {
        Petitions.StepShown(
            kind: step.kind, at: step.turn.at, by: step.turn.by.map(organisation.name) ?? "",
            to: step.turn.to.map(organisation.name) ?? "", words: try words(step.turn.words))
    }
}

extension Petitions.Petition {
    fileprivate var endedLate: Bool {
        guard let endedAt, let due = registration.due else { return false }
        return endedAt > due
    }
}

extension People.Organisation {
    fileprivate func name(_ person: PersonID) -> String {
        people[person]?.name ?? person.rawValue
    }
}
