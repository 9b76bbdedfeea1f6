// The first page of the wizard: answers are filled in for who has an open session of /my.

import HTTPTypes
import Hummingbird
import WorkTime

extension Site.House {
    /// What could be filled in; `nil` without an open session, or when nothing was filed with it.
    func prefillOffer(to request: Request) async throws -> Prefills.Offer? {
        guard let address = try await contactSession(of: request) else { return nil }
        return try await desk.read { try $0.prefillOffer(of: address) }
    }

    /// The tick on the page is the consent, where none stands yet. The look is on the disk before
    /// a value leaves.
    func prefill(
        _ wizard: Filings.Wizard, _ request: Request
    ) async throws -> Prefills.Filled {
        guard let address = try await contactSession(of: request) else {
            throw Contacts.Rejection.sessionOver
        }
        if try await desk.read({ try $0.prefillConsent(of: address) }) == nil {
            try await agreeToPrefill(
                Site.digest(of: contactToken(of: request)), isTicked: true, key: nil)
        }
        guard let source = try await desk.read({ try $0.prefillSource(of: address) }) else {
            throw Prefills.Rejection.nothingFiled
        }
        try await desk.note(
            Reads.Look(subject: source.code, person: Attachments.citizen, paper: .prefill),
            at: officeNow)
        return Prefills.filled(from: source, for: wizard.offer.fields)
    }
}
