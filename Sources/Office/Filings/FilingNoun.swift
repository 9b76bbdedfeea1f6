// A filing as its stream tells it.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension Filings {
    /// Where a filing stands.
    public enum Standing: String, Hashable, Sendable, Codable, CaseIterable {
        case waiting, supplementAsked, accepted, refused, withdrawn

        /// Nothing more will happen with the filing itself.
        public var isEnded: Bool { [.accepted, .refused, .withdrawn].contains(self) }
        /// The office has to act.
        public var waitsForOffice: Bool { self == .waiting }
    }

    /// What the citizen sends.
    public struct Submission: Hashable, Sendable {
        public var process: ProcessCode
        public var office: UnitID
        public var applicant: Dossiers.Applicant
        /// Names of papers that the citizen says to have.
        public var papers: [String]
        /// `nil` while none was chosen.
        public var returnWay: Dossiers.ReturnWay?
        /// Values of form fields that are not personal.
        public var fields: [String: FieldValue]
        /// Owner of the files that wait for it: the digest of the browser's secret.
        public var draft: String?
        /// Digest of the token of an open session of /my, which shows an address.
        public var session: String?
        /// Whether the office takes nothing without an address that was shown.
        public var needsShownContact = false
        /// How the citizen wants to be told; `nil` leaves it as it is usual.
        public var notices: Notices.Choice?

        public init(
            process: ProcessCode, office: UnitID, applicant: Dossiers.Applicant,
            papers: [String], returnWay: Dossiers.ReturnWay?, fields: [String: FieldValue] = [:],
            draft: String? = nil
        ) {
            self.process = process
            self.office = office
            self.applicant = applicant
            self.papers = papers
            self.returnWay = returnWay
            self.fields = fields
            self.draft = draft
        }
    }

    /// What the ledger keeps of it, without personal values.
    public struct Registration: Hashable, Sendable, Codable {
        public var code: String
        public var office: UnitID
        public var process: ProcessCode
        public var title: String
        public var submittedAt: LocalMinute
        /// Digest in the ledger, values beside it.
        public var applicant: PersonalMark
        public var papers: [String]
        public var returnWay: Dossiers.ReturnWay
        public var fields: [String: FieldValue]
        /// By which way the citizen showed to be reached; `nil` where nobody has.
        public var shownContact: Contacts.Channel?
    }

    /// What was asked for, once and completely (NĐ 61/2018 Đ15k3).
    public struct Request: Hashable, Sendable, Codable {
        public var at: LocalMinute
        public var reason: String
        public var papers: [String]
        /// When the citizen said to have them now, and which.
        public var answeredAt: LocalMinute?
        public var answered: [String]
    }

    /// The state of one filing.
    public struct Filing: Hashable, Sendable, Codable {
        public var registration: Registration
        public var standing = Standing.waiting
        public var request: Request?
        /// Code of the dossier that it became.
        public var dossier: String?
        /// Why it was refused.
        public var reason: String?
        public var endedAt: LocalMinute?

        public init(registration: Registration) { self.registration = registration }

        /// What the citizen has: papers named at first, and those of the supplement.
        public var papers: [String] { registration.papers + (request?.answered ?? []) }
    }
}
