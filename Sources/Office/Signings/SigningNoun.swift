// What waits for a signature.

import Engine
import WorkTime

extension Signings {
    /// A piece of work by name.
    public struct Choice: Hashable, Sendable, Encodable {
        public let dossier: String
        public let item: Int

        /// `CODE/ITEM`, as forms carry it.
        init?(_ text: String) {
            let parts = text.split(separator: "/")
            guard parts.count == 2, let item = Int(parts[1]), item > 0 else { return nil }
            dossier = String(parts[0])
            self.item = item
        }

        init(dossier: String, item: Int) {
            self.dossier = dossier
            self.item = item
        }

        var text: String { "\(dossier)/\(item)" }
    }

    /// One paper or act that waits.
    public struct Row: Sendable, Encodable {
        public let choice: Choice
        public let title: String
        public let applicant: String
        /// What is asked, in one line.
        public let asked: String
        /// Who prepared it, and what they wrote.
        public let preparedBy: String
        public let prepared: String
        public let due: LocalMinute?
        public let left: Work.TimeLeft
        /// The absent holder in whose place it is signed; `nil` for one's own.
        public let inPlaceOf: String?
        /// The form and the document of the delegation by which it is signed for `inPlaceOf`.
        public let delegation: Delegations.Basis?
        /// It has to be filled in on its own page: not to be signed with others.
        public let needsForm: Bool
        /// Accepted with the signature, where another unit offered it.
        public let isOffered: Bool
        /// Whose work it is.
        let person: PersonID
        /// What the step yields, which stands on the timeline.
        let product: String

        private enum CodingKeys: String, CodingKey {
            case choice, title, applicant, asked, preparedBy, prepared, due, left, inPlaceOf
            case delegation, needsForm, isOffered
        }
    }

    public struct List: Sendable, Encodable {
        public let rows: [Row]
        public let now: LocalMinute
        /// More work waits than one look takes.
        public let isCut: Bool
    }

    /// What came of one.
    public struct Outcome: Sendable, Encodable {
        public let choice: Choice
        public let title: String
        public let isSigned: Bool
        /// Why not; `nil` when it is signed.
        public let code: String?
        public let vi: String?
        public let en: String?
    }
}
