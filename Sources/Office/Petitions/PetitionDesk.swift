// Petitions at the desk: number, stream, rows, and what the sender is told, with one commit.

import Engine
import Ledger
import WorkTime

extension Petitions {
    static func stream(of code: String) -> String { "\(feature)/\(code)" }
}

extension DeskReading {
    func toldPetition(_ code: String) throws -> Told<Petitions.Petition>? {
        try told(Petitions.Petition.self, by: Petitions.stream(of: code))
    }

    /// `nil` when it was erased by law.
    func sender(of petition: Petitions.Petition) throws -> Petitions.Sender? {
        try words(petition.registration.sender).map { try Petitions.Sender(text: $0) }
    }

    func words(_ mark: PersonalMark?) throws -> String? {
        guard let mark, case .kept(let text, _)? = try reader.personal(id: mark.id) else {
            return nil
        }
        return text
    }
}

extension DeskWork {
    func perform(_ command: Petitions.Command) throws -> DeskAnswer {
        switch command {
        case .submit(let submission): return try submit(submission)
        case .act(let code, let act): return try perform(act, on: code)
        }
    }

    private func perform(_ act: Petitions.Act, on code: String) throws -> DeskAnswer {
        guard let told = try reading.toldPetition(code) else {
            throw Petitions.Rejection.unknown(code)
        }
        let hand = try reading.hand(order.actor?.person, on: told.state, today)
        guard hand.isSender || hand.seesIt else { throw Petitions.Rejection.unknown(code) }
        let stream = told.head.stream
        let mark = try act.words.map {
            try keep($0, id: "\(stream)/\(told.head.version + 1)", stream)
        }
        let events = try Petitions.decide(
            act, on: told.state, by: hand, unit: try unit(namedBy: act, in: told.state),
            words: mark, at: now)
        var petition = told.state
        for event in events { petition.apply(event) }
        let sender = try reading.sender(of: petition)
        if let publication = petition.publication, publication != told.state.publication,
            Petitions.names(sender, in: publication)
        {
            throw Petitions.Rejection.publicTextNamesSender
        }
        let head = try write(
            events, feature: Petitions.feature, stream: stream, after: told.head)
        try keep(petition, after: told.head.version, head: head)
        try Petitions.write(petition, in: transaction)
        if let kind = Petitions.NoteKind(after: petition, before: told.state) {
            try tell(kind, petition, sender, head)
        }
        return DeskAnswer(head)
    }

    /// The unit in the office of somebody who is named; `nil` for who is none of its people.
    private func unit(
        namedBy act: Petitions.Act, in petition: Petitions.Petition
    ) throws -> UnitID? {
        let person: PersonID
        switch act {
        case .assign(let named): person = named
        case .ask(let named?, _): person = named
        default: return nil
        }
        let organisation = try reading.organisation()
        return organisation.positions(of: person, on: today).first {
            organisation.office(of: $0.unit) == petition.registration.office
        }?.unit
    }

    func keep(_ text: String, id: String, _ stream: String) throws -> PersonalMark {
        let reference = try transaction.putPersonal(
            text, id: id, stream: stream, salt: order.salt)
        return PersonalMark(id: reference.id, digest: reference.digest)
    }

    /// Without an address nothing is kept for the post.
    func tell(
        _ kind: Petitions.NoteKind, _ petition: Petitions.Petition, _ sender: Petitions.Sender?,
        _ head: StreamHead
    ) throws {
        guard let sender, !sender.email.isEmpty else { return }
        let note = Petitions.Note(
            kind: kind, code: petition.registration.code, version: head.version)
        try transaction.send(note.message(dueAt: order.at.milliseconds))
    }
}
