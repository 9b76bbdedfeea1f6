// The papers of a dossier that are written from what happened to it.

import WorkTime

extension Papers {
    /// What kind of paper it is.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// What must be brought, all of it at once.
        case supplement
        /// Why it is refused, while it is received or examined.
        case refusal
        /// Notice that the handling was stopped: an official form since TT 03/2025.
        case stop
        /// Receipt of the result. Forms of provinces only; its fields are theirs (unconfirmed).
        case result

        /// Whether the dossier came so far that the paper can be given.
        func isDue(_ record: Dossiers.Record) -> Bool {
            switch self {
            case .supplement: !record.supplements.isEmpty
            case .refusal: record.status == .refused
            case .stop: record.status == .stopped
            case .result: record.status == .resultReady || record.status == .returned
            }
        }
    }

    /// One paper as it is read, also by programs.
    public struct Paper: Sendable, Encodable {
        public let kind: Kind
        /// The official form of its regime; `nil` where there is none.
        public let form: Form?
        public let code: String
        /// The procedure, and what the applicant wrote beside its name.
        public let request: String
        public let office: String
        public let receivedAt: LocalMinute
        /// When what the paper tells happened; the moment of asking for one that is given now.
        public let at: LocalMinute
        /// `nil` when the personal values were erased by law.
        public let applicant: Dossiers.Applicant?
        /// What must be brought; empty on other papers.
        public let items: [String]
        public let reason: String
        /// Whom to ask: the focal point of the dossier.
        public let contact: Dossiers.Who
        /// Telephone of the office; `nil` where none was entered.
        public let phone: String?
    }
}
