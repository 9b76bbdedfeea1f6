// Who asks and what was written: one erasable value beside the ledger.

extension Privacy {
    public struct Claimant: Hashable, Sendable, Codable {
        public var name: String
        public var phone: String
        public var email: String
        /// Codes of dossiers, filings or petitions, as typed.
        public var subjects: String
        public var words: String
        /// Digest of the secret that shows one to be the claimant.
        public var secret: String

        public init(
            name: String, phone: String = "", email: String = "", subjects: String = "",
            words: String, secret: String = ""
        ) {
            self.name = name
            self.phone = phone
            self.email = email
            self.subjects = subjects
            self.words = words
            self.secret = secret
        }
    }
}
