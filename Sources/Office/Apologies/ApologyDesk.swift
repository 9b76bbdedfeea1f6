// Signing an apology at the desk: an entry of the dossier that changes no clock.

import Engine
import Ledger
import WorkTime

extension DeskReading {
    /// Name and title of a leader of the office; `nil` for anybody else.
    func signer(
        _ person: PersonID, of office: UnitID, on day: DayNumber
    ) throws -> (name: String, title: String)? {
        let organisation = try organisation()
        let position = organisation.positions(of: person, on: day).first {
            $0.roles.contains(.lead) && organisation.office(of: $0.unit) == office
        }
        return position.map { (organisation.people[person]?.name ?? "", $0.title) }
    }
}

extension DeskWork {
    func apologise(
        _ code: String, reason: String, day: DayNumber?, by actor: Actor
    ) throws -> DeskAnswer {
        let told = try reading.toldDossier(code)
        let dossier = told.state
        let calendar = try reading.calendar(dossier.calendar)
        let apology = try Apologies.decide(
            reason: reason, day: day, before: dossier.apology,
            in: .init(
                now: now, calendar: calendar,
                due: dossier.status.isResolved ? nil : try reading.due(of: dossier, by: calendar),
                signer: try reading.signer(
                    actor.person, of: dossier.registration.office, on: today)))
        return try act(on: told, listed: [.apologised(apology: apology)]) { _ in [] }
    }
}
