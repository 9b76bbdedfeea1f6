// Claims at the desk: number, stream, rows, and what is erased, with one commit.

import Engine
import Ledger
import WorkTime

extension Privacy {
    static func stream(of code: String) -> String { "\(feature)/\(code)" }
}

extension DeskReading {
    func toldClaim(_ code: String) throws -> Told<Privacy.Claim>? {
        try told(Privacy.Claim.self, by: Privacy.stream(of: code))
    }

    /// `nil` when it was erased by law.
    func claimant(of claim: Privacy.Claim) throws -> Privacy.Claimant? {
        try words(claim.registration.claimant).map { try Privacy.Claimant(text: $0) }
    }

    func hand(
        _ person: PersonID, on claim: Privacy.Claim, _ day: DayNumber
    ) throws -> Privacy.Hand {
        let organisation = try organisation()
        let names = [person] + organisation.absentees(of: person, on: day)
        return Privacy.Hand(
            person: person,
            isInCharge: organisation.isInChargeOfPrivacy(
                person, in: claim.registration.office, on: day),
            holds: claim.holder.map(names.contains) ?? false)
    }
}

extension People.Organisation {
    /// Who leads the office, or administers it.
    func isInChargeOfPrivacy(_ person: PersonID, in office: UnitID, on day: DayNumber) -> Bool {
        positions(of: person, on: day).contains {
            self.office(of: $0.unit) == office
                && ($0.roles.contains(.lead) || $0.roles.contains(.administer))
        }
    }
}

extension DeskWork {
    func perform(_ command: Privacy.Command) throws -> DeskAnswer {
        switch command {
        case .submit(let submission): return try submit(submission)
        case .act(let code, let act): return try perform(act, on: code)
        }
    }

    private func submit(_ submission: Privacy.Submission) throws -> DeskAnswer {
        let offices = try reading.petitionOffices(on: today).map(\.id)
        try Privacy.check(submission, offices: offices)
        guard let right = submission.right else { throw Privacy.Rejection.rightMissing }
        let code = try nextClaimCode(of: submission.office)
        let stream = Privacy.stream(of: code)
        let claimant = try keep(try submission.claimant.text(), id: "\(stream)/0", stream)
        let issue = try reading.calendarBook().last
        let registration = Privacy.registration(
            code, right, office: submission.office, claimant: claimant,
            calendar: (issue, try reading.calendar(issue)), at: now)
        let claim = Privacy.Claim(registration: registration)
        let head = try write(
            [Privacy.Event.received(registration: registration)], feature: Privacy.feature,
            stream: stream, after: nil)
        try keep(claim, after: 0, head: head)
        try Privacy.write(claim, in: transaction)
        try tell(.received, claim, submission.claimant, head)
        return DeskAnswer(head)
    }

    private func perform(_ act: Privacy.Act, on code: String) throws -> DeskAnswer {
        guard let person = order.actor?.person, let told = try reading.toldClaim(code) else {
            throw Privacy.Rejection.unknown(code)
        }
        let hand = try reading.hand(person, on: told.state, today)
        guard hand.seesIt else { throw Privacy.Rejection.unknown(code) }
        let stream = told.head.stream
        var around = Privacy.Surroundings(now: now)
        around.unit = try unit(namedBy: act, in: told.state)
        around.due = try extended(act, told.state)
        around.words = try act.words.map {
            try keep($0, id: "\(stream)/\(told.head.version + 1)", stream)
        }
        let events = try Privacy.decide(act, on: told.state, by: hand, in: around)
        let counted = try carryOut(events, of: told.state)
        var claim = told.state
        for event in counted { claim.apply(event) }
        let head = try write(
            counted, feature: Privacy.feature, stream: stream, after: told.head)
        try keep(claim, after: told.head.version, head: head)
        try Privacy.write(claim, in: transaction)
        if let kind = Privacy.NoteKind(after: claim, before: told.state) {
            try tell(kind, claim, try reading.claimant(of: claim), head)
        }
        return DeskAnswer(head)
    }

    /// Erases what is to be erased, once it was decided, and tells how many values there were.
    private func carryOut(
        _ events: [Privacy.Event], of claim: Privacy.Claim
    ) throws -> [Privacy.Event] {
        let registration = claim.registration
        return try events.map { event in
            guard case .erased(let turn, let subjects, _) = event else { return event }
            var values = 0
            for subject in subjects {
                values += try erase(
                    subject, of: registration.office, basis: Privacy.stream(of: registration.code))
            }
            return .erased(turn: turn, subjects: subjects, values: values)
        }
    }

    private func unit(namedBy act: Privacy.Act, in claim: Privacy.Claim) throws -> UnitID? {
        guard case .assign(let person) = act else { return nil }
        let organisation = try reading.organisation()
        return organisation.positions(of: person, on: today).first {
            organisation.office(of: $0.unit) == claim.registration.office
        }?.unit
    }

    private func extended(_ act: Privacy.Act, _ claim: Privacy.Claim) throws -> LocalMinute? {
        guard case .extend(let days, _) = act, let due = claim.due,
            (1...Privacy.terms(of: claim.registration.right).extend).contains(days)
        else { return nil }
        return Privacy.due(days, from: due, by: try reading.calendar(claim.registration.calendar))
    }

    /// Without an address nothing is kept for the post.
    private func tell(
        _ kind: Privacy.NoteKind, _ claim: Privacy.Claim, _ claimant: Privacy.Claimant?,
        _ head: StreamHead
    ) throws {
        guard let claimant, !claimant.email.isEmpty else { return }
        let note = Privacy.Note(
            kind: kind, code: claim.registration.code, version: head.version)
        try transaction.send(note.message(dueAt: order.at.milliseconds))
    }

    private func nextClaimCode(of office: UnitID) throws -> String {
        let rows = try transaction.rows(
            """
            INSERT INTO privacyNumber (office, day, last) VALUES (?, ?, 1)
            ON CONFLICT (office, day) DO UPDATE SET last = privacyNumber.last + 1
            RETURNING last
            """, [.text(office.rawValue), SQLValue(today.number)])
        let name = try reading.organisation().units[office]?.code ?? office.rawValue
        return Privacy.prefix
            + Dossiers.code(of: name, on: today, number: try rows.first?.int("last") ?? 1)
    }
}
