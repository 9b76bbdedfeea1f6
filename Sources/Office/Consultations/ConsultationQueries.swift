// Reading the consultations of a dossier. Found means allowed: who finds the dossier sees all of
// them; people of a unit that is asked see its own part alone, or all parts where it leads.

import Engine
import Ledger
import WorkTime

extension DeskReading {
    /// Whether a unit for which the viewer answers is or was asked about the dossier.
    func isConsulted(_ viewer: Viewer, on code: String, at now: LocalMinute) throws -> Bool {
        let units = try organisation().unitsAnswered(by: viewer.person, on: now.day)
        return try isConsulted(units, on: code, at: now)
    }

    func isConsulted(_ units: [UnitID], on code: String, at now: LocalMinute) throws -> Bool {
        if units.isEmpty { return false }
        let marks = units.map { _ in "?" }.joined(separator: ", ")
        return try reader.row(
            """
            SELECT 1 AS found FROM consultationPart
            WHERE dossier = ? AND fromAt <= ? AND unit IN (\(marks)) LIMIT 1
            """,
            [.text(code), SQLValue(now.rawValue)] + units.map { .text($0.rawValue) }) != nil
    }

    func consultations(
        of code: String, for viewer: Viewer, at now: LocalMinute
    ) throws -> Consultations.Page {
        let finds = try mayFind(code, viewer)
        guard try finds || isConsulted(viewer, on: code, at: now) else {
            throw Consultations.Rejection.unknown(code)
        }
        let dossier = try toldDossier(code).state
        let around = try consultationSurroundings(of: dossier, for: viewer.person, at: now)
        let writer = ConsultationReading(reading: self, around: around, seesAll: finds)
        let book = try toldConsultations(of: code)?.state ?? .init()
        let mayAsk = finds && around.hand.asksFor != nil && !around.isEnded
        let registration = dossier.registration
        return Consultations.Page(
            dossier: code, title: registration.title, papers: registration.papers,
            receivedAt: registration.receivedAt,
            appointment: finds ? around.appointment : nil, findsDossier: finds,
            consultations: try book.consultations.reversed().compactMap(writer.shown),
            mayAsk: mayAsk,
            units: mayAsk
                ? around.organisation.consultable(
                    from: registration.office, without: around.hand.asksFor, on: now.day) : [])
    }

    /// `nil` where nothing was asked and the viewer may not ask.
    func consultationSummary(
        of dossier: Dossiers.Dossier, for viewer: Viewer, at now: LocalMinute
    ) throws -> Consultations.Summary? {
        let code = dossier.registration.code
        let around = try consultationSurroundings(of: dossier, for: viewer.person, at: now)
        let book = try toldConsultations(of: code)?.state ?? .init()
        let mayAsk = around.hand.asksFor != nil && !around.isEnded
        if book.consultations.isEmpty, !mayAsk { return nil }
        let stands = book.consultations.flatMap { consultation in
            consultation.parts.map {
                consultation.standing(of: $0, at: now, isEnded: around.isEnded)
            }
        }
        return Consultations.Summary(
            count: book.consultations.count,
            waiting: stands.count { $0 == .asked || $0 == .later },
            silent: stands.count { $0 == .silent }, mayAsk: mayAsk)
    }
}

extension People.Organisation {
    /// Whom a form offers: units of the office, then those of the offices above, then committees.
    /// A large house has too many units for one list; a program may name any.
    func consultable(
        from office: UnitID, without own: UnitID?, on day: DayNumber
    ) -> [Consultations.UnitChoice] {
        let above = chain(from: office).filter { self.office(of: $0) == $0 }
        let near = above.flatMap { office in
            units(ofOffice: office, on: day).sorted {
                ($0.name, $0.id.rawValue) < ($1.name, $1.id.rawValue)
            }
        }
        let committees = units.values
            .filter { $0.kind == .committee && $0.exists(on: day) && !above.contains($0.id) }
            .sorted { ($0.name, $0.id.rawValue) < ($1.name, $1.id.rawValue) }
        return (near + committees).filter { $0.id != own }
            .map { .init(unit: $0.id, name: $0.name) }
    }
}

/// Turns a consultation into what its page shows.
struct ConsultationReading {
    let reading: DeskReading
    let around: Consultations.Surroundings
    /// Else the parts of the own units alone.
    let seesAll: Bool

    /// `nil` where no part of it is for the viewer.
    func shown(_ consultation: Consultations.Consultation) throws -> Consultations.Shown? {
        let own = consultation.parts.enumerated().filter { index, part in
            seesAll || (isOwn(part) && part.turn.from <= around.now)
        }
        if own.isEmpty { return nil }
        let leads = consultation.lead.map { place in own.contains { $0.offset == place - 1 } }
        let parts = leads == true ? Array(consultation.parts.enumerated()) : Array(own)
        return Consultations.Shown(
            number: consultation.number, at: consultation.at, by: name(consultation.by),
            unitName: name(consultation.unit),
            question: try reading.words(consultation.question), order: consultation.order,
            silence: consultation.silence, basis: consultation.basis,
            parts: try parts.map { try shown($1, at: $0 + 1, of: consultation) },
            isOpen: consultation.isOpen && !around.isEnded,
            withdrawnAt: consultation.withdrawal?.at,
            withdrawnBy: consultation.withdrawal.map { name($0.by) } ?? "",
            withdrawalReason: try reading.words(consultation.withdrawal?.reason),
            mayWithdraw: seesAll && consultation.isOpen && around.mayWithdraw(consultation))
    }

    private func isOwn(_ part: Consultations.Part) -> Bool {
        part.body.unit.map(around.hand.answersFor.contains) ?? false
    }

    private func shown(
        _ part: Consultations.Part, at place: Int, of consultation: Consultations.Consultation
    ) throws -> Consultations.ShownPart {
        let standing = consultation.standing(
            of: part, at: around.now, isEnded: around.isEnded)
        let isAnswerable = standing == .asked || standing == .silent
        let last = part.answer?.at ?? consultation.withdrawal?.at ?? around.now
        return Consultations.ShownPart(
            place: place, name: part.body.unit.map(name) ?? part.body.name,
            unit: part.body.unit, leads: consultation.lead == place, term: part.body.term,
            from: part.turn.from, due: part.turn.due, standing: standing,
            silentFrom: part.silentFrom <= last ? part.silentFrom : nil,
            left: Work.TimeLeft(
                due: isAnswerable ? part.turn.due : nil, now: around.now, waits: false,
                calendar: around.calendar),
            isBeyond: seesAll && (around.appointment.map { part.turn.due > $0 } ?? false),
            answer: try part.answer.map(shown),
            reportedTo: part.report?.to.map(name) ?? "", reportedAt: part.report?.at,
            mayAnswer: isAnswerable && around.mayAnswer(part, of: consultation))
    }

    private func shown(_ answer: Consultations.Answer) throws -> Consultations.ShownAnswer {
        Consultations.ShownAnswer(
            at: answer.at, by: name(answer.by), opinion: answer.opinion,
            words: try reading.words(answer.words), document: answer.document,
            documentDay: answer.documentDay)
    }

    private func name(_ person: PersonID) -> String {
        around.organisation.people[person]?.name ?? person.rawValue
    }

    private func name(_ unit: UnitID) -> String {
        around.organisation.units[unit]?.name ?? unit.rawValue
    }
}
