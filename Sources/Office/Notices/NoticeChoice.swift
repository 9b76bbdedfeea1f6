// How a citizen wants to be told about one dossier. A choice is no work of the office: it stands
// beside the ledger.

import Ledger

extension Notices {
    public struct Choice: Hashable, Sendable, Codable {
        public var email: Bool
        public var sms: Bool

        public init(email: Bool, sms: Bool) {
            self.email = email
            self.sms = sms
        }

        /// By e-mail to who gave an address: what holds while nobody chose.
        public static let usual = Choice(email: true, sms: false)

        /// As forms and the table write it.
        public var word: String {
            switch (email, sms) {
            case (true, false): "email"
            case (false, true): "sms"
            case (true, true): "both"
            case (false, false): "none"
            }
        }

        public init?(word: String) {
            switch word {
            case "email": self.init(email: true, sms: false)
            case "sms": self.init(email: false, sms: true)
            case "both": self.init(email: true, sms: true)
            case "none": self.init(email: false, sms: false)
            default: return nil
            }
        }

        /// Where something goes: only to what can be reached.
        func addresses(of applicant: Dossiers.Applicant) -> [Contacts.Address] {
            applicant.addresses.filter { $0.channel == .email ? email : sms }
        }
    }

    /// - Parameter subject: Code of the filing or the dossier.
    static func keep(
        _ choice: Choice, for subject: String, in transaction: any LedgerTransaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO noticeChoice (subject, choice) VALUES (?, ?)
            ON CONFLICT (subject) DO UPDATE SET choice = excluded.choice
            """, [.text(subject), .text(choice.word)])
    }
}

extension DeskReading {
    /// `nil` while nobody chose.
    func noticeChoice(of subject: String) throws -> Notices.Choice? {
        try reader.row("SELECT choice FROM noticeChoice WHERE subject = ?", [.text(subject)])
            .flatMap { Notices.Choice(word: try $0.text("choice")) }
    }
}

extension Filings.Submission {
    /// With what the form says of notices; nothing leaves it as it is usual.
    func telling(_ word: String) -> Self {
        var submission = self
        submission.notices = Notices.Choice(word: word)
        return submission
    }
}
