// /file/PROCEDURE/verify: the citizen shows that an address is the one that was typed.

import HTML
import HTTPTypes
import Hummingbird
import WorkTime

extension Site.House {
    func showFilingProof(
        _ wizard: Filings.Wizard, _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let secret = filingSecret(of: request)
        let sent = try await desk.read { try $0.lastCode(holder: secret) }
        let view = ContactWizardView(wizard: wizard, sent: sent, frame: frame(request, context))
        return Site.page(view.html)
    }

    /// `send` asks for a code by one way, `act` types it or goes on without.
    func answerFilingProof(
        _ form: Site.Form, _ draft: Filings.Draft, _ wizard: Filings.Wizard, _ request: Request,
        _ context: Site.Context
    ) async throws -> Response {
        let secret = filingSecret(of: request)
        let client = Site.clientAddress(of: request, peer: context.peerAddress)
        let own = "/file/\(wizard.process)/\(Filings.Question.proof.id)"
        do {
            if !form["send"].isEmpty {
                let address = wizard.addresses.first { $0.channel.rawValue == form["send"] }
                guard let address else { throw Contacts.Rejection.addressInvalid }
                try await desk.sendCode(to: address, holder: secret, from: client)
                return Site.redirect(to: own)
            }
            if form["act"] == "check" {
                let shown = try await desk.checkCode(form["code"], holder: secret, from: client)
                // Another address may have been typed since the code was sent.
                guard wizard.addresses.contains(shown) else { throw Contacts.Rejection.codeOld }
            } else if wizard.offer.contacts.isRequired, wizard.shownAddress == nil {
                throw Filings.Rejection.contactNotShown
            }
        } catch let refusal as any Refusal {
            if Site.wantsJSON(request) { return try refuse(refusal, to: request, context) }
            let view = ContactWizardView(
                wizard: wizard, sent: try await desk.read { try $0.lastCode(holder: secret) },
                frame: frame(request, context), refusal: refusal)
            return Site.petitionPage(view.html, refusal)
        }
        var answers = draft.answers
        answers.seen.insert(Filings.Question.proof.id)
        try await keepFilingDraft(
            Filings.Draft(process: wizard.process, answers: answers), secret: secret)
        let now = try await filingWizard(request, context)
        let next = now.offer.next(after: answers)?.id ?? "review"
        return Site.redirect(to: "/file/\(wizard.process)/\(next)")
    }
}

extension Filings.Wizard {
    /// To which a code can be sent.
    var addresses: [Contacts.Address] { offer.addresses(of: submission.applicant) }
    var shownAddress: Contacts.Address? { offer.shownAddress(of: submission.applicant) }
}

extension Filings.Offer {
    func addresses(of applicant: Dossiers.Applicant) -> [Contacts.Address] {
        applicant.addresses.filter { contacts.channels.contains($0.channel) }
    }

    /// The one that was shown to be the applicant's, e-mail first.
    func shownAddress(of applicant: Dossiers.Applicant) -> Contacts.Address? {
        applicant.addresses.first(where: shown.contains)
    }

    /// Nothing is asked where no code can be sent, or where one was typed already.
    func skipsProof(_ applicant: Dossiers.Applicant) -> Bool {
        shownAddress(of: applicant) != nil
            || addresses(of: applicant).isEmpty && !contacts.isRequired
    }
}

extension Contacts.Rejection: StatedRefusal {
    var status: HTTPResponse.Status {
        switch self {
        case .tooMany, .tooSoon: .tooManyRequests
        case .sessionOver: .unauthorized
        case .unknown: .notFound
        case .notSetUp: .notImplemented
        default: .unprocessableContent
        }
    }

    var headers: HTTPFields {
        switch self {
        case .tooMany(let seconds), .tooSoon(let seconds):
            guard let name = HTTPField.Name("Retry-After") else { return [:] }
            return [name: String(seconds)]
        case .sessionOver: return [.wwwAuthenticate: #"Cookie realm="my""#]
        default: return [:]
        }
    }
}
