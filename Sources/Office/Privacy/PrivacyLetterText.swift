// The words of an e-mail to the claimant: Vietnamese, and English below. It names the number, the
// office and the days: not the claimant, not what was asked, and not a word of the answer, which
// may tell what the office keeps. The secret stands on the page of sending alone.

import Engine
import WorkTime

extension DeskReading {
    /// `nil` when the claimant's values were erased by law: nobody is left to write to.
    func written(
        _ note: Privacy.Note, site: String?, texts: Site.Texts
    ) throws -> Notices.Written? {
        guard let claim = try toldClaim(note.code)?.state else {
            throw Privacy.Rejection.unknown(note.code)
        }
        guard let claimant = try claimant(of: claim) else { return nil }
        let office = claim.registration.office
        let letter = PrivacyLetter(
            note: note, claim: claim,
            office: try organisation().units[office]?.name ?? office.rawValue, site: site,
            texts: texts)
        return Notices.Written(
            address: claimant.email,
            subject: texts.text("claim.mail.subject.\(note.kind.rawValue)", .vi, [note.code]),
            body: letter.body)
    }
}

private struct PrivacyLetter {
    let note: Privacy.Note
    let claim: Privacy.Claim
    let office: String
    let site: String?
    let texts: Site.Texts

    var body: String {
        texts.letter(at: claim.registration.receivedAt) { frame in
            [
                frame.text("claim.mail.lead.\(note.kind.rawValue)"),
                facts(frame).joined(separator: "\n"),
                frame.text("claim.mail.follow", site.map { "\($0)/privacy/follow" } ?? office),
                frame.text("claim.mail.foot"),
            ]
        }
    }

    private func facts(_ frame: Site.Frame) -> [String] {
        let registration = claim.registration
        var facts = [
            "\(frame.text("claim.code")): \(registration.code)",
            "\(frame.text("petition.office")): \(office)",
            "\(frame.text("petition.receivedAt")): \(frame.moment(registration.receivedAt))",
        ]
        guard note.kind == .received else { return facts }
        // As it was promised then, whatever was extended since.
        let terms = [
            ("claim.answerByLabel", registration.answerBy), ("claim.dueLabel", registration.due),
        ]
        for (key, moment) in terms {
            if let moment { facts.append("\(frame.text(key)): \(frame.day(moment.day))") }
        }
        return facts
    }
}
