// A notice as SMS: the code, what happened, where to follow it. Vietnamese alone, and without marks
// unless the gateway is told otherwise: a message of 160 letters holds no marks.

import Ledger
import Mail
import WorkTime

extension Notices {
    /// How the kinds of their messages begin.
    static let textFamily = "sms."

    /// Where citizens follow their dossiers, and how texts are written.
    public struct TextPost: Hashable, Sendable {
        /// Without a slash at its end; `nil` names none.
        public var site: String?
        public var keepsMarks: Bool

        public init(site: String? = nil, keepsMarks: Bool = false) {
            self.site = site
            self.keepsMarks = keepsMarks
        }
    }
}

extension DeskReading {
    /// `nil` when there is nobody to write to.
    func text(
        for message: OutboxMessage, from post: Notices.TextPost, at now: Instant,
        texts: Site.Texts
    ) throws -> TextMessage? {
        let recipient: String
        let words: String
        if let letter = try Contacts.Letter(message) {
            guard let address = try address(for: letter, at: now) else { return nil }
            recipient = address.text
            words = texts.text("contact.short", .vi, [letter.digits])
        } else {
            let notice = try Notices.Notice(message)
            let dossier = try toldDossier(notice.code).state
            let number = try applicant(of: dossier)?.addresses.first { $0.channel == .sms }
            guard let number else { return nil }
            recipient = number.text
            words = Notices.short(notice, of: dossier, site: post.site, texts: texts)
        }
        return TextMessage(
            id: message.id, recipient: recipient,
            text: post.keepsMarks ? words : Folding.withoutMarks(words))
    }
}

extension Notices {
    static func short(
        _ notice: Notice, of dossier: Dossiers.Dossier, site: String?, texts: Site.Texts
    ) -> String {
        var appointment = dossier.registration.appointment
        if notice.kind == .moved, let moves = dossier.calendarMoves,
            moves.indices.contains(notice.index)
        {
            appointment = moves[notice.index].due
        }
        // `2017-07-05T17:30` as people write it.
        let date = appointment.map { "\($0.text.suffix(5)) \($0.day.civil.officeText)" } ?? "-"
        let words = texts.text("notice.short.\(notice.kind.rawValue)", .vi, [notice.code, date])
        guard let site else { return words }
        return words + " \(site)/track"
    }
}
