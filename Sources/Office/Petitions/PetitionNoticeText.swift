// The words of an e-mail to the sender: Vietnamese, and English below. It never names the sender,
// and never the secret, which only the page of sending shows.

import Engine
import Ledger
import WorkTime

extension DeskReading {
    /// `nil` when the sender's values were erased by law: nobody is left to write to.
    func written(
        _ note: Petitions.Note, site: String?, texts: Site.Texts
    ) throws -> Notices.Written? {
        guard let petition = try toldPetition(note.code)?.state else {
            throw Petitions.Rejection.unknown(note.code)
        }
        guard let sender = try sender(of: petition) else { return nil }
        let office = petition.registration.office
        let letter = PetitionLetter(
            note: note, petition: petition,
            office: try organisation().units[office]?.name ?? office.rawValue,
            words: try words(wordsMark(of: note, in: petition)), site: site, texts: texts)
        return Notices.Written(
            address: sender.email, subject: letter.subject, body: letter.body)
    }

    private func wordsMark(
        of note: Petitions.Note, in petition: Petitions.Petition
    ) -> PersonalMark? {
        petition.steps.last { $0.kind.rawValue == note.kind.rawValue }?.turn.words
    }
}

private struct PetitionLetter {
    let note: Petitions.Note
    let petition: Petitions.Petition
    let office: String
    let words: String?
    let site: String?
    let texts: Site.Texts

    var subject: String {
        texts.text("petition.mail.subject.\(note.kind.rawValue)", .vi, [note.code])
    }

    var body: String {
        texts.letter(at: petition.registration.receivedAt) { frame in
            paragraphs(frame).filter { !$0.isEmpty }
        }
    }

    private func paragraphs(_ frame: Site.Frame) -> [String] {
        let registration = petition.registration
        var facts = [
            "\(frame.text("petition.code")): \(registration.code)",
            "\(frame.text("petition.office")): \(office)",
            "\(frame.text("petition.receivedAt")): \(frame.moment(registration.receivedAt))",
        ]
        if note.kind == .received, let due = registration.due {
            facts.append("\(frame.text("petition.answerBy")): \(frame.day(due.day))")
        }
        var outcome: [String] = []
        if note.kind == .refused, let ground = petition.ground {
            outcome.append(frame.text("petition.ground.\(ground.rawValue)"))
        }
        if note.kind == .forwarded, let body = petition.body {
            outcome.append(frame.text("petition.forwardedTo", body))
        }
        return [
            frame.text("petition.mail.lead.\(note.kind.rawValue)"),
            facts.joined(separator: "\n"), outcome.joined(separator: "\n"), words ?? "",
            frame.text("petition.mail.follow", site.map { "\($0)/petitions/follow" } ?? office),
            frame.text("petition.mail.foot"),
        ]
    }
}
