// Dossiers at the desk: load the state row, decide, append, save, write the read tables.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension Dossiers {
    static func stream(of code: String) -> String { "dossier/\(code)" }

    /// `LB.BD-170703-0012`: office, day of receipt, number of that office and day. In 2017 no
    /// national code existed; each software numbered by itself.
    public static func code(of office: String, on day: DayNumber, number: Int) -> String {
        let number = String(number)
        let digits = String(repeating: "0", count: max(0, 4 - number.count)) + number
        return "\(office)-\(day.text.split(separator: "-").map { $0.suffix(2) }.joined())-\(digits)"
    }
}

extension DeskWork {
    func perform(_ command: Dossiers.Command) throws -> DeskAnswer {
        guard let actor = order.actor else { throw Dossiers.Rejection.mayNotReceive }
        switch command {
        case .receive(let intake): return try receive(intake, by: actor)
        case .askSupplement(let code, let item, let reason, let papers):
            if papers.isEmpty { throw Dossiers.Rejection.supplementPapersMissing }
            let listed = Dossiers.Event.supplementListed(at: now, reason: reason, papers: papers)
            return try act(on: try reading.toldDossier(code), listed: [listed]) { _ in
                [(.askSupplement(item, reason: reason), actor)]
            }
        case .fireTimers(let code):
            return try act(on: try reading.toldDossier(code)) { instance in
                instance.timers.filter { $0.at <= now }.map { (.fireTimer($0), actor) }
            }
        case .takeCalendar(let code): return try takeCalendar(code, by: actor)
        case .apologise(let code, let reason, let day):
            return try apologise(code, reason: reason, day: day, by: actor)
        case .act(let code, let command):
            let told = try reading.toldDossier(code)
            let signature = try signature(command, by: actor, on: told.state)
            return try act(on: told, listed: signature) { _ in [(command, actor)] }
        }
    }

    /// Takes a dossier in; also what was filed online and is accepted.
    func receive(_ intake: Dossiers.Intake, by actor: Actor) throws -> DeskAnswer {
        let organisation = try reading.organisation()
        try Dossiers.check(intake, by: actor.person, in: organisation, today: today)
        guard let issue = try reading.publishedIssue(of: intake.process, on: today) else {
            throw Dossiers.Rejection.processUnknown(intake.process)
        }
        let version = issue.version
        let book = try reading.calendarBook()
        let calendar = try reading.calendar(book.last)
        let receivedAt = try receipt(of: intake, version, by: calendar)
        let code = try nextCode(of: intake.office, on: receivedAt.day, in: organisation)
        if let late = intake.late { try claim(paper: late.paper, for: code, of: intake.office) }
        let stream = Dossiers.stream(of: code)
        let applicant = try keepPersonal(intake.applicant, id: code, stream: stream)
        let registration = Dossiers.Registration(
            code: code, office: intake.office, process: version.code, issue: version.issue,
            title: version.title, field: version.field, channel: intake.channel,
            receivedAt: receivedAt,
            receivedBy: actor.person, applicant: applicant, papers: intake.papers,
            sets: intake.sets, fee: intake.fee,
            returnWay: intake.returnWay,
            appointment: try appointment(of: version, from: receivedAt, by: calendar),
            calendar: book.last == 0 ? nil : book.last,
            late: intake.late.map { .init(enteredAt: now, reason: $0.reason, paper: $0.paper) },
            shownContact: intake.shownContact)
        var dossier = Dossiers.Dossier(registration: registration)
        let start = EngineCommand.start(
            InstanceID(code), focalPoint: actor.person, fields: intake.fields)
        let moves = try decide(
            start, on: dossier, issue, by: actor, organisation, calendar: book.last,
            at: receivedAt)
        dossier.take(moves)
        let head = try write(
            drafts([.received(registration: registration)], moves), stream: stream, after: nil,
            office: intake.office)
        try keep(dossier, after: 0, head: head)
        try project(dossier, before: nil, issue, organisation, applicant: intake.applicant)
        if let choice = intake.notices { try Notices.keep(choice, for: code, in: transaction) }
        try notify(of: dossier, before: nil, head: head, applicant: intake.applicant)
        return DeskAnswer(head)
    }

    /// Performs the engine's commands one after the other as one: all or none.
    func act(
        on told: Told<Dossiers.Dossier>, listed: [Dossiers.Event] = [],
        _ commands: (Instance) -> [(EngineCommand, Actor)]
    ) throws -> DeskAnswer {
        var dossier = told.state
        let organisation = try reading.organisation()
        let registration = dossier.registration
        let issue = try reading.issue(registration.process, registration.issue)
        for event in listed { dossier.apply(event) }
        var moves: [EngineEvent] = []
        for (command, actor) in dossier.instance.map(commands) ?? [] {
            // The issue before the command: to take another is a command of its own.
            let next = try decide(
                command, on: dossier, issue, by: actor, organisation, calendar: told.state.calendar)
            dossier.take(next)
            moves += next
        }
        let head = try write(
            drafts(listed, moves), stream: told.head.stream, after: told.head,
            office: registration.office)
        try keep(dossier, after: told.head.version, head: head)
        try project(dossier, before: told.state, issue, organisation, applicant: nil)
        try notify(of: dossier, before: told.state, head: head)
        return DeskAnswer(head)
    }

    private func decide(
        _ command: EngineCommand, on dossier: Dossiers.Dossier, _ issue: KnownIssue,
        by actor: Actor, _ organisation: People.Organisation, calendar: Int,
        at moment: LocalMinute? = nil
    ) throws -> [EngineEvent] {
        let office = dossier.registration.office
        var roster = organisation.roster(of: office, on: today)
        if try delegation(
            for: command, by: actor, on: dossier, issue.version, organisation) != nil
        {
            roster = roster.letting(actor, act: command.signedItem)
        }
        let context = EngineContext(
            now: moment ?? now, calendar: try reading.calendar(calendar), roster: roster)
        do {
            return try EngineRules.decide(
                command, on: dossier.instance, process: issue.version, graph: issue.graph,
                by: actor, in: context)
        } catch {
            throw Dossiers.Rejection.work(error)
        }
    }

    /// Now, or when it was received on paper, by the issue of the process that is in force today.
    private func receipt(
        of intake: Dossiers.Intake, _ version: ProcessVersion, by calendar: WorkCalendar
    ) throws -> LocalMinute {
        guard let late = intake.late else { return now }
        let receivedAt = try Dossiers.moment(of: late, by: calendar, at: now)
        let then = try reading.publishedIssue(of: version.code, on: receivedAt.day)
        guard then?.version.issue == version.issue else {
            throw Dossiers.Rejection.lateBeforeProcess
        }
        return receivedAt
    }

    private func appointment(
        of version: ProcessVersion, from receivedAt: LocalMinute, by calendar: WorkCalendar
    ) throws -> LocalMinute? {
        guard let term = version.total else { return nil }
        do {
            return try Deadline.due(term, received: receivedAt, calendar: calendar)
        } catch {
            throw Dossiers.Rejection.outsideCalendar(receivedAt)
        }
    }

    private func nextCode(
        of office: UnitID, on day: DayNumber, in organisation: People.Organisation
    ) throws -> String {
        let rows = try transaction.rows(
            """
            INSERT INTO dossierNumber (office, day, last) VALUES (?, ?, 1)
            ON CONFLICT (office, day) DO UPDATE SET last = dossierNumber.last + 1
            RETURNING last
            """,
            [.text(office.rawValue), SQLValue(day.number)])
        return Dossiers.code(
            of: organisation.units[office]?.code ?? office.rawValue, on: day,
            number: try rows.first?.int("last") ?? 1)
    }
}
