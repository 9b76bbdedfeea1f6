// The sender and what was written: one erasable value beside the ledger.

import WorkTime

extension Petitions {
    public struct Sender: Hashable, Sendable, Codable {
        /// May be empty: nobody has to give a name.
        public var name: String
        public var phone: String
        public var email: String
        /// One line.
        public var subject: String
        public var words: String
        /// Code of the dossier that it is about, as typed.
        public var dossier: String
        /// Digest of the secret that shows one to be the sender.
        public var secret: String

        public init(
            subject: String, words: String, name: String = "", phone: String = "",
            email: String = "", dossier: String = "", secret: String = ""
        ) {
            self.name = name
            self.phone = phone
            self.email = email
            self.subject = subject
            self.words = words
            self.dossier = dossier
            self.secret = secret
        }
    }

    /// Ten letters that cannot be mistaken for each other, in two groups: 50 bits. Made from the
    /// key of the form, which nobody else has, so that a form sent twice is told the same.
    static func secret(ofKey key: String) -> String {
        let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789")
        let digits = Site.digest(of: "petition secret\n\(key)").compactMap(\.hexDigitValue)
        // Five bits of each pair of digits.
        let chosen = (0..<10).map { letters[(digits[$0 * 2] * 16 + digits[$0 * 2 + 1]) % 32] }
        return String(chosen.prefix(5)) + "-" + String(chosen.suffix(5))
    }

    /// As it is kept; typed in small letters or without the stroke it is the same.
    static func digest(ofSecret secret: String) -> String {
        let letters = secret.uppercased().filter { $0.isLetter || $0.isNumber }
        return Site.digest(of: "petition\n\(letters)")
    }
}
