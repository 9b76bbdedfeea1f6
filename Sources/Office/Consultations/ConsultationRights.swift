// Who asks about a dossier, who answers for whom, and who hears of a silence.

import Engine
import ProcessModel
import WorkTime

extension Consultations {
    /// What somebody may do about a dossier today.
    struct Hand: Hashable, Sendable {
        /// Unit of the open work that the person has, answers for, or stands in for.
        var asksFor: UnitID?
        /// Units that the person answers for.
        var answersFor: Set<UnitID> = []
    }
}

extension Consultations.Surroundings {
    /// A unit answers for itself; the letter of a body outside is entered by who asked.
    func mayAnswer(
        _ part: Consultations.Part, of consultation: Consultations.Consultation
    ) -> Bool {
        part.body.unit.map(hand.answersFor.contains)
            ?? (hand.asksFor != nil || consultation.by == person)
    }

    func mayWithdraw(_ consultation: Consultations.Consultation) -> Bool {
        hand.asksFor != nil || consultation.by == person
    }
}

extension People.Organisation {
    /// Units for which a person answers: the own ones, and those of whom the person stands in for
    /// as far as that reaches.
    func unitsAnswered(by person: PersonID, on day: DayNumber) -> [UnitID] {
        let own = positions(of: person, on: day).map(\.unit)
        let others = substitutions.filter { $0.substitute == person && $0.covers(day) }
            .flatMap { substitution in
                positions(of: substitution.absent, on: day).map(\.unit).filter {
                    chain(from: $0).contains(substitution.unit)
                }
            }
        return Set(own + others).sorted { $0.rawValue < $1.rawValue }
    }

    /// Who heads the one-stop unit of an office.
    func oneStopHead(of office: UnitID, on day: DayNumber) -> PersonID? {
        units(ofOffice: office, on: day).first { $0.kind == .oneStop }.flatMap {
            head(of: $0.id, on: day)
        }
    }

    /// Unit of the open work that the person has or answers for, also in the place of somebody.
    func consultingUnit(
        of person: PersonID, on dossier: Dossiers.Dossier, _ process: ProcessVersion,
        _ day: DayNumber
    ) -> UnitID? {
        let names = [person] + absentees(of: person, on: day)
        let items = dossier.instance?.items ?? []
        if let held = items.first(where: { names.contains($0.holder) }) { return held.unit }
        return items.first { item in
            let step = process.nodes.first { $0.id == item.node }?.step
            let answerable = step?.accountable.flatMap {
                assignment(of: $0, office: dossier.registration.office, on: day)
            }
            return answerable.map { names.contains($0.person) } ?? false
        }?.unit
    }
}
