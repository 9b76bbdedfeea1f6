// Messages at the desk: the words beside the ledger, the entry, the row, and the notice.

import Engine
import Ledger
import WorkTime

extension DeskReading {
    func toldTalk(of dossier: String) throws -> Told<Messages.Talk>? {
        try told(Messages.Talk.self, by: Messages.stream(of: dossier))
    }

    /// - Parameter person: `nil` is the citizen.
    func messageHand(
        _ person: PersonID?, on dossier: Dossiers.Dossier, _ day: DayNumber
    ) throws -> Messages.Hand {
        guard let person else { return Messages.Hand() }
        let names = [person] + (try organisation().absentees(of: person, on: day))
        return Messages.Hand(
            person: person, holds: dossier.hands.contains(where: names.contains))
    }

    func messageSurroundings(
        of dossier: Dossiers.Dossier, at now: LocalMinute
    ) throws -> Messages.Surroundings {
        Messages.Surroundings(
            endedOn: dossier.status.isEnded
                ? (dossier.instance?.endedAt ?? dossier.endMark)?.day : nil,
            keeper: dossier.keeper,
            due: try? Deadline.due(
                .workingDays(Messages.answerDays), received: now, calendar: calendar()))
    }
}

extension DeskWork {
    func perform(_ command: Messages.Command) throws -> DeskAnswer {
        switch command {
        case .write(let code, let words): try write(words, about: code)
        }
    }

    private func write(_ words: String, about code: String) throws -> DeskAnswer {
        let stream = Dossiers.stream(of: code)
        guard let dossier = try reading.told(Dossiers.Dossier.self, by: stream)?.state,
            try maySee(code)
        else { throw Messages.Rejection.unknown(code) }
        try Messages.check(words)
        let told = try reading.toldTalk(of: code)
        let talkStream = Messages.stream(of: code)
        let version = told?.head.version ?? 0
        let mark = try keep(words, id: "\(talkStream)/\(version + 1)", talkStream)
        let hand = try reading.messageHand(order.actor?.person, on: dossier, today)
        let events = try Messages.decide(
            mark, on: told?.state ?? .init(), by: hand,
            try reading.messageSurroundings(of: dossier, at: now), at: now)
        var talk = told?.state ?? .init()
        for event in events { talk.apply(event) }
        let head = try write(
            events, feature: Messages.feature, stream: talkStream, after: told?.head)
        try keep(talk, after: version, head: head)
        try Messages.write(talk, of: code, in: transaction)
        if hand.person != nil {
            try notify(
                [Notices.Notice(kind: .message, code: code, version: head.version)], of: dossier)
        }
        return DeskAnswer(head)
    }

    /// The citizen was shown to be the applicant; an officer must find the dossier.
    private func maySee(_ code: String) throws -> Bool {
        guard let person = order.actor?.person else { return true }
        guard
            let viewer = Viewer(person: person, in: try reading.organisation(), today: today)
        else { return false }
        return try reading.mayFind(code, viewer)
    }
}
