// Reading a petition for its sender.

import Engine
import Ledger
import WorkTime

extension DeskReading {
    func sentPetition(_ code: String, secret: String) throws -> Petitions.Sent {
        guard let (petition, sender) = try sentPetition(code) else {
            throw Petitions.Rejection.unknown(code)
        }
        let registration = petition.registration
        return Petitions.Sent(
            code: code, secret: secret,
            office: try organisation().units[registration.office]?.name ?? "",
            receivedAt: registration.receivedAt, due: registration.due,
            terms: Petitions.terms(of: registration.kind), tellsByMail: !sender.email.isEmpty)
    }

    /// `nil` for a wrong number and for a wrong secret alike.
    func followedPetition(
        _ question: Tracking.Question, salt: String, at now: LocalMinute
    ) throws -> Petitions.Followed? {
        guard let (petition, sender) = try sentPetition(question.code),
            Site.areEqual(sender.secret, Petitions.digest(ofSecret: question.digits))
        else { return nil }
        return try followed(petition, sender, salt: salt, at: now)
    }

    /// Once the proof was seen.
    func followedPetition(
        proven code: String, salt: String, at now: LocalMinute
    ) throws -> Petitions.Followed? {
        guard let (petition, sender) = try sentPetition(code) else { return nil }
        return try followed(petition, sender, salt: salt, at: now)
    }

    private func sentPetition(
        _ code: String
    ) throws -> (Petitions.Petition, Petitions.Sender)? {
        guard code.hasPrefix(Petitions.prefix), code.count <= Tracking.codeMaximum,
            let petition = try toldPetition(code)?.state, let sender = try sender(of: petition)
        else { return nil }
        return (petition, sender)
    }

    private func followed(
        _ petition: Petitions.Petition, _ sender: Petitions.Sender, salt: String,
        at now: LocalMinute
    ) throws -> Petitions.Followed {
        let (registration, organisation) = (petition.registration, try organisation())
        let asksSender = petition.question.map { $0.to == nil } ?? false
        let outcome = petition.steps.last {
            [.answered, .refused, .forwarded].contains($0.kind)
        }
        return Petitions.Followed(
            code: registration.code, kind: registration.kind, subject: sender.subject,
            office: organisation.units[registration.office]?.name ?? "",
            receivedAt: registration.receivedAt, due: registration.due,
            standing: petition.standing, since: petition.since,
            unit: petition.unit.flatMap { organisation.units[$0]?.name } ?? "",
            left: try timeLeft(of: petition, at: now),
            question: asksSender ? try words(petition.question?.words) : nil,
            answer: try words(outcome?.turn.words), ground: petition.ground,
            body: petition.body, isPublished: petition.publication != nil,
            proof: Tracking.proof(of: registration.code, salt: salt))
    }
}
