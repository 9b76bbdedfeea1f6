// Filings at the desk: the stream `filing/<code>`, its number, its row; accepting takes a dossier
// in with the same commit.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension Filings {
    static let prefix = "DK-"

    static func stream(of code: String) -> String { "filing/\(code)" }

    static let migrations = [
        Migration(
            id: "filings-1",
            statements: [
                """
                CREATE TABLE filing (
                    code TEXT NOT NULL PRIMARY KEY,
                    office TEXT NOT NULL,
                    process TEXT NOT NULL,
                    title TEXT NOT NULL,
                    submittedAt {{bigint}} NOT NULL,
                    since {{bigint}} NOT NULL,
                    standing TEXT NOT NULL,
                    applicant TEXT NOT NULL,
                    dossier TEXT)
                """,
                "CREATE INDEX filingByStanding ON filing (office, standing, since, code)",
                """
                CREATE TABLE filingNumber (
                    office TEXT NOT NULL,
                    day {{bigint}} NOT NULL,
                    last {{bigint}} NOT NULL,
                    PRIMARY KEY (office, day))
                """,
                """
                CREATE TABLE filingDraft (
                    secret TEXT NOT NULL PRIMARY KEY,
                    process TEXT NOT NULL,
                    answers TEXT NOT NULL,
                    filing TEXT,
                    changedAt {{bigint}} NOT NULL)
                """,
                "CREATE INDEX filingDraftByChange ON filingDraft (changedAt)",
            ])
    ]
}

extension DeskReading {
    func toldFiling(_ code: String) throws -> Told<Filings.Filing> {
        guard let told = try told(Filings.Filing.self, by: Filings.stream(of: code)) else {
            throw Filings.Rejection.unknown(code)
        }
        return told
    }

    /// What can be filed of a procedure on a day, and where.
    /// - Throws: `Procedures.Rejection.unknown`, `Filings.Rejection.notOnline`.
    func offer(of process: ProcessCode, on day: DayNumber) throws -> Filings.Offer {
        guard let sheet = try procedure(process)?.issue(on: day)?.sheet,
            let version = try publishedIssue(of: process, on: day)?.version
        else { throw Procedures.Rejection.unknown(process.rawValue) }
        if !sheet.isOnline { throw Filings.Rejection.notOnline(process) }
        let organisation = try organisation()
        let offices = organisation.units.values
            .filter { $0.kind == .committee && $0.exists(on: day) }
            .filter { organisation.runs(version, in: $0.id, on: day) }
            .sorted { ($0.name, $0.id.rawValue) < ($1.name, $1.id.rawValue) }
        return Filings.Offer(
            sheet: sheet, components: version.components, fields: version.firstFields,
            offices: offices.map(\.id), wards: organisation.wards(on: day), today: day)
    }
}

extension ProcessVersion {
    /// The form of the first step, which is filled in when a dossier is taken in.
    var firstForm: Form? {
        guard let code = StepTable(self).rows.first?.step.form else { return nil }
        return forms.first { $0.code == code }
    }

    var firstFields: [FormField] { firstForm?.fields ?? [] }
}

extension DeskWork {
    func perform(_ command: Filings.Command) throws -> DeskAnswer {
        switch command {
        case .submit(let submission): return try submit(submission)
        case .accept(let code): return try accept(code)
        case .supplement(let code, _, _), .withdraw(let code), .askSupplement(let code, _, _),
            .refuse(let code, _):
            let told = try reading.toldFiling(code)
            let isOffice = try mayAnswer(told.state)
            let events = try Filings.decide(
                command, on: told.state, isOffice: isOffice, at: now)
            if case .supplement(_, _, let owner?) = command {
                _ = try attach(
                    from: owner, to: code, dossier: nil, office: told.state.registration.office)
            }
            return try tell(events, of: told)
        }
    }

    private func submit(_ sent: Filings.Submission) throws -> DeskAnswer {
        var offer = try reading.offer(of: sent.process, on: today)
        offer.contacts.isRequired = sent.needsShownContact
        offer.shown = try reading.shownAddresses(draft: sent.draft, session: sent.session)
        try Filings.check(sent, against: offer)
        let submission = sent.asked(by: offer.fields)
        guard let version = try reading.publishedIssue(of: submission.process, on: today)?.version
        else { throw Procedures.Rejection.unknown(submission.process.rawValue) }
        guard let returnWay = submission.returnWay else {
            throw Filings.Rejection.returnWayUnknown
        }
        let code = try nextFilingCode(of: submission.office)
        let stream = Filings.stream(of: code)
        let registration = Filings.Registration(
            code: code, office: submission.office, process: submission.process,
            title: version.title, submittedAt: now,
            applicant: try keepPersonal(submission.applicant, id: code, stream: stream),
            papers: submission.papers, returnWay: returnWay,
            fields: submission.fields,
            shownContact: offer.shownAddress(of: submission.applicant)?.channel)
        let filing = Filings.Filing(registration: registration)
        let head = try write(
            [Filings.Event.submitted(registration: registration)], feature: "filing",
            stream: stream, after: nil)
        try keep(filing, after: 0, head: head)
        try transaction.execute(
            """
            INSERT INTO filing (code, office, process, title, submittedAt, since, standing,
                applicant)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .text(code), .text(submission.office.rawValue),
                .text(submission.process.rawValue), .text(version.title),
                SQLValue(now.rawValue), SQLValue(now.rawValue),
                .text(Filings.Standing.waiting.rawValue), .text(submission.applicant.name),
            ])
        for address in submission.applicant.addresses where offer.shown.contains(address) {
            try Contacts.link(registration, to: address, in: transaction)
        }
        if let choice = submission.notices {
            try Notices.keep(choice, for: code, in: transaction)
        }
        if let draft = submission.draft {
            _ = try attach(from: draft, to: code, dossier: nil, office: submission.office)
        }
        return DeskAnswer(head)
    }

    /// Takes the dossier in and tells the filing so: both or neither. Its personal values live on
    /// with the dossier, so those of the filing go.
    private func accept(_ code: String) throws -> DeskAnswer {
        let told = try reading.toldFiling(code)
        guard let actor = order.actor, try mayAnswer(told.state) else {
            throw Filings.Rejection.onlyForOffice
        }
        if told.state.standing.isEnded { throw Filings.Rejection.ended(told.state.standing) }
        let registration = told.state.registration
        guard let applicant = try reading.applicant(of: registration) else {
            throw Filings.Rejection.applicantErased
        }
        let answer = try receive(
            try intake(of: told.state, for: applicant), by: actor)
        let dossier = String(answer.stream.dropFirst(Dossiers.stream(of: "").count))
        let taken = try reading.toldDossier(dossier).state.registration
        try Contacts.move(
            code, to: dossier, personal: taken.applicant.id, in: transaction)
        _ = try tell([.accepted(at: now, dossier: dossier)], of: told)
        try moveAttachments(of: code, to: dossier)
        return answer
    }

    /// The engine gets personal values too: it keeps only that they were given. What the form does
    /// not ask for any more stays with the filing.
    private func intake(
        of filing: Filings.Filing, for applicant: Dossiers.Applicant
    ) throws -> Dossiers.Intake {
        let registration = filing.registration
        var fields: [String: FieldValue] = [:]
        let version = try reading.publishedIssue(of: registration.process, on: today)?.version
        for field in version?.firstFields ?? [] {
            fields[field.key] =
                field.personal
                ? applicant.fields[field.key].flatMap { field.value(of: $0) }
                : registration.fields[field.key]
        }
        var intake = Dossiers.Intake(
            process: registration.process, office: registration.office, channel: .online,
            applicant: applicant, papers: filing.papers.map { .init(name: $0, copies: 1) },
            returnWay: registration.returnWay, fields: fields)
        intake.shownContact = registration.shownContact
        intake.notices = try reading.noticeChoice(of: registration.code)
        return intake
    }

    private func tell(
        _ events: [Filings.Event], of told: Told<Filings.Filing>
    ) throws -> DeskAnswer {
        var filing = told.state
        for event in events { filing.apply(event) }
        let head = try write(
            events, feature: "filing", stream: told.head.stream, after: told.head)
        try keep(filing, after: told.head.version, head: head)
        let isEnded = filing.standing.isEnded
        try transaction.execute(
            """
            UPDATE filing SET standing = ?, since = ?, dossier = ?,
                applicant = CASE WHEN ? = 1 THEN '' ELSE applicant END
            WHERE code = ?
            """,
            [
                .text(filing.standing.rawValue), SQLValue(now.rawValue),
                SQLValue(filing.dossier), SQLValue(isEnded ? 1 : 0),
                .text(filing.registration.code),
            ])
        if filing.standing == .accepted {
            _ = try transaction.erasePersonal(
                id: filing.registration.applicant.id, at: order.at.milliseconds,
                basis: "dossier/\(filing.dossier ?? "")")
        }
        return DeskAnswer(head)
    }

    /// A counter officer of the office; `false` for the citizen, who has no account.
    private func mayAnswer(_ filing: Filings.Filing) throws -> Bool {
        guard let person = order.actor?.person else { return false }
        let organisation = try reading.organisation()
        let isOfficer = organisation.units(where: .counter, of: person, on: today)
            .contains { organisation.office(of: $0) == filing.registration.office }
        if !isOfficer { throw Filings.Rejection.unknown(filing.registration.code) }
        return true
    }

    private func nextFilingCode(of office: UnitID) throws -> String {
        let rows = try transaction.rows(
            """
            INSERT INTO filingNumber (office, day, last) VALUES (?, ?, 1)
            ON CONFLICT (office, day) DO UPDATE SET last = filingNumber.last + 1
            RETURNING last
            """, [.text(office.rawValue), SQLValue(today.number)])
        let name = try reading.organisation().units[office]?.code ?? office.rawValue
        return Filings.prefix
            + Dossiers.code(of: name, on: today, number: try rows.first?.int("last") ?? 1)
    }
}

extension DeskReading {
    /// `nil` when it was erased.
    func applicant(of registration: Filings.Registration) throws -> Dossiers.Applicant? {
        guard case .kept(let text, _)? = try reader.personal(id: registration.applicant.id)
        else { return nil }
        return try Dossiers.Applicant(text: text)
    }
}
