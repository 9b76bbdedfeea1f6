// The consent that stands for an address, and the earlier filing that lends its values. Found means
// allowed: only what the same address filed for itself is found, and only while it stands.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension Prefills {
    /// A consent that stands.
    public struct Standing: Hashable, Sendable, Encodable {
        let id: String
        public let givenAt: LocalMinute

        private enum CodingKeys: String, CodingKey { case givenAt }
    }

    /// From what would be filled in: no personal value.
    public struct Offer: Hashable, Sendable, Encodable {
        public let code: String
        public let title: String
        public let day: DayNumber
        /// Whether a consent stands already.
        public let isGiven: Bool
    }

    /// /my/prefill.
    public struct Page: Hashable, Sendable, Encodable {
        /// As the page shows it.
        public let address: String
        public let consent: Standing?
        public let source: Offer?
    }
}

extension DeskReading {
    func prefillConsent(of address: Contacts.Address) throws -> Prefills.Standing? {
        try reader.row(
            """
            SELECT c.id AS id, c.givenAt AS givenAt FROM prefillConsent c
            JOIN personalValue p ON p.id = c.personal AND p.erasedAt IS NULL
            WHERE c.contact = ?
            """, [.text(address.digest)]
        ).map {
            Prefills.Standing(
                id: try $0.text("id"), givenAt: LocalMinute(rawValue: try $0.int("givenAt")))
        }
    }

    /// The latest filing that was filed for oneself with the address, and was not refused or
    /// withdrawn; `nil` without one.
    func prefillSource(of address: Contacts.Address) throws -> Prefills.Source? {
        let found = try rows(
            """
            SELECT l.filing AS filing, l.dossier AS dossier FROM contactLink l
            JOIN personalValue p ON p.id = l.personal AND p.erasedAt IS NULL
            WHERE l.contact = ? ORDER BY l.since DESC, l.filing DESC LIMIT ?
            """, [.text(address.digest), SQLValue(Prefills.sourcesMaximum)])
        for row in found {
            let dossier = try row.optionalText("dossier")
            let source = try prefillSource(
                try toldFiling(try row.text("filing")).state, dossier, of: address)
            if let source { return source }
        }
        return nil
    }

    private func prefillSource(
        _ filing: Filings.Filing, _ dossier: String?, of address: Contacts.Address
    ) throws -> Prefills.Source? {
        let registration = filing.registration
        if filing.standing == .refused || filing.standing == .withdrawn { return nil }
        let applicant =
            try dossier.map { try self.applicant(of: try toldDossier($0).state) }
            ?? applicant(of: registration)
        guard let applicant, Prefills.lends(applicant, to: address) else { return nil }
        let day = registration.submittedAt.day
        return Prefills.Source(
            code: dossier ?? registration.code, title: registration.title, day: day,
            applicant: applicant,
            fields: try publishedIssue(of: registration.process, on: day)?.version.firstFields
                ?? [],
            values: registration.fields)
    }

    func prefillOffer(of address: Contacts.Address) throws -> Prefills.Offer? {
        guard let source = try prefillSource(of: address) else { return nil }
        return Prefills.Offer(
            code: source.code, title: source.title, day: source.day,
            isGiven: try prefillConsent(of: address) != nil)
    }

    func prefillPage(of address: Contacts.Address) throws -> Prefills.Page {
        Prefills.Page(
            address: address.veiled, consent: try prefillConsent(of: address),
            source: try prefillOffer(of: address))
    }
}
