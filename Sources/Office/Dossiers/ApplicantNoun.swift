// The person a dossier is about: personal values, kept beside the ledger, erasable by law.

extension Dossiers {
    /// Values of the applicant and of personal form fields. Stored as one erasable value.
    public struct Applicant: Hashable, Sendable, Codable {
        public var name: String
        /// Number of the identity paper.
        public var identity: String
        public var phone: String
        public var address: String
        public var email: String
        /// Who came, when somebody else was authorised.
        public var submitter: String
        /// What is asked for, in the citizen's words.
        public var request: String
        /// Values of form fields marked personal, by key.
        public var fields: [String: String]
        /// More of who came for the applicant; `nil` for who came in person.
        public var filer: Filer?

        public init(
            name: String, identity: String = "", phone: String = "", address: String = "",
            email: String = "", submitter: String = "", request: String = "",
            fields: [String: String] = [:], filer: Filer? = nil
        ) {
            self.name = name
            self.identity = identity
            self.phone = phone
            self.address = address
            self.email = email
            self.submitter = submitter
            self.request = request
            self.fields = fields
            self.filer = filer
        }
    }
}
