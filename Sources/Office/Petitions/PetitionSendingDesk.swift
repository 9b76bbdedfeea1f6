// A petition comes to the desk: its number, its first entry, its row.

import Engine
import Ledger
import WorkTime

extension DeskReading {
    /// Where one can be sent to.
    func petitionOffices(on day: DayNumber) throws -> [People.Unit] {
        try organisation().units.values.filter { $0.kind == .committee && $0.exists(on: day) }
            .sorted {
                (Folding.fold($0.name), $0.id.rawValue) < (Folding.fold($1.name), $1.id.rawValue)
            }
    }
}

extension DeskWork {
    func submit(_ submission: Petitions.Submission) throws -> DeskAnswer {
        let offices = try reading.petitionOffices(on: today).map(\.id)
        try Petitions.check(submission, offices: offices)
        guard let kind = submission.kind else { throw Petitions.Rejection.kindMissing }
        let code = try nextPetitionCode(of: submission.office)
        let stream = Petitions.stream(of: code)
        let sender = try keep(try submission.sender.text(), id: "\(stream)/0", stream)
        let issue = try reading.calendarBook().last
        let registration = Petitions.registration(
            code, kind, office: submission.office, sender: sender,
            calendar: (issue, try reading.calendar(issue)), at: now)
        let petition = Petitions.Petition(registration: registration)
        let head = try write(
            [Petitions.Event.received(registration: registration)], feature: Petitions.feature,
            stream: stream, after: nil)
        try keep(petition, after: 0, head: head)
        try Petitions.write(petition, subject: submission.sender.subject, in: transaction)
        try tell(.received, petition, submission.sender, head)
        return DeskAnswer(head)
    }

    private func nextPetitionCode(of office: UnitID) throws -> String {
        let rows = try transaction.rows(
            """
            INSERT INTO petitionNumber (office, day, last) VALUES (?, ?, 1)
            ON CONFLICT (office, day) DO UPDATE SET last = petitionNumber.last + 1
            RETURNING last
            """, [.text(office.rawValue), SQLValue(today.number)])
        let name = try reading.organisation().units[office]?.code ?? office.rawValue
        return Petitions.prefix
            + Dossiers.code(of: name, on: today, number: try rows.first?.int("last") ?? 1)
    }
}
