// Consultations at the desk: the words beside the ledger, the entry, the rows.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension DeskReading {
    func toldConsultations(of dossier: String) throws -> Told<Consultations.Book>? {
        try told(Consultations.Book.self, by: Consultations.stream(of: dossier))
    }

    func consultationSurroundings(
        of dossier: Dossiers.Dossier, for person: PersonID, at now: LocalMinute
    ) throws -> Consultations.Surroundings {
        let (organisation, registration) = (try organisation(), dossier.registration)
        let process = try version(registration.process, issue: registration.issue)
        let calendar = try calendar(dossier.calendar)
        return Consultations.Surroundings(
            person: person,
            hand: Consultations.Hand(
                asksFor: organisation.consultingUnit(of: person, on: dossier, process, now.day),
                answersFor: Set(organisation.unitsAnswered(by: person, on: now.day))),
            now: now, isEnded: dossier.endMark != nil,
            appointment: Dossiers.reading(of: dossier, version: process, calendar: calendar)?
                .dueAt,
            oneStopHead: organisation.oneStopHead(of: registration.office, on: now.day),
            organisation: organisation, calendar: calendar)
    }
}

extension DeskWork {
    func perform(_ command: Consultations.Command) throws -> DeskAnswer {
        let code = command.dossier
        let stream = Dossiers.stream(of: code)
        guard let person = order.actor?.person,
            let dossier = try reading.told(Dossiers.Dossier.self, by: stream)?.state,
            try maySee(command, person)
        else { throw Consultations.Rejection.unknown(code) }
        let told = try reading.toldConsultations(of: code)
        var book = told?.state ?? Consultations.Book()
        let version = told?.head.version ?? 0
        let own = Consultations.stream(of: code)
        let mark =
            command.words.allSatisfy(\.isWhitespace)
            ? nil : try keep(command.words, id: "\(own)/\(version + 1)", own)
        let events = try Consultations.decide(
            command, words: mark, on: book,
            in: try reading.consultationSurroundings(of: dossier, for: person, at: now))
        for event in events { book.apply(event) }
        let head = try write(
            events, feature: Consultations.feature, stream: own, after: told?.head)
        try keep(book, after: version, head: head)
        for number in Set(events.map(\.number)) {
            guard let consultation = book.consultation(number) else { continue }
            try Consultations.write(
                consultation, of: code, in: dossier.registration.office, transaction)
        }
        return DeskAnswer(head)
    }

    /// Who finds neither the dossier nor a question to the own unit is not told that it is there.
    private func maySee(_ command: Consultations.Command, _ person: PersonID) throws -> Bool {
        if case .reportSilence = command { return person == Rounds.actor.person }
        guard
            let viewer = Viewer(person: person, in: try reading.organisation(), today: today)
        else { return false }
        return try reading.mayFind(command.dossier, viewer)
            || reading.isConsulted(viewer, on: command.dossier, at: now)
    }
}

extension Consultations.Event {
    /// Of the consultation.
    var number: Int {
        switch self {
        case .asked(let consultation): consultation.number
        case .answered(let number, _, _, _), .silenceReported(let number, _, _),
            .withdrawn(let number, _):
            number
        }
    }
}
