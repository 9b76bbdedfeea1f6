// A consent, the earlier filing that lends its values, and what was filled in from it.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension Prefills {
    /// What a consent is for. Another purpose is another consent.
    public enum Purpose: String, Hashable, Sendable, Codable {
        /// Answers to a new filing are filled in from an earlier one of the same person.
        case filing
    }

    /// What the ledger keeps of a consent: no address.
    public struct Grant: Hashable, Sendable, Codable {
        public var at: LocalMinute
        public var purpose: Purpose
        public var channel: Contacts.Channel
        /// The address lies beside the ledger.
        public var holder: PersonalMark
    }

    /// The address whose holder consented.
    struct Holder: Hashable, Codable {
        let channel: Contacts.Channel
        let address: String

        init(_ address: Contacts.Address) {
            channel = address.channel
            self.address = address.text
        }

        var contact: Contacts.Address? { Contacts.Address(channel, address) }
    }

    /// A consent of /my.
    public struct Consent: Hashable, Sendable, Codable {
        public var grant: Grant
        public var withdrawnAt: LocalMinute?
    }

    public enum Command: Sendable {
        /// - Parameters:
        ///   - id: Of the consent, from chance.
        ///   - session: Digest of the token of an open session of /my.
        case agree(id: String, session: String, isTicked: Bool)
        case withdraw(session: String)
    }

    /// Shapes are for ever: a new fact is a new case.
    public enum Event: Hashable, Sendable, Codable {
        case given(grant: Grant)
        case withdrawn(at: LocalMinute)
    }

    /// An earlier filing of the same person.
    struct Source: Sendable {
        /// Of the dossier that it became, else of the filing.
        let code: String
        let title: String
        let day: DayNumber
        let applicant: Dossiers.Applicant
        /// Of the form that was filled in then, and what stands there.
        let fields: [FormField]
        let values: [String: FieldValue]
    }

    /// What was filled in, by the names of the inputs, and from where.
    struct Filled: Hashable, Sendable, Codable {
        let code: String
        let day: DayNumber
        var values: [String: String]
    }
}
