// A delegation of the signature, and what a dossier keeps of one that was used.

import Engine
import ProcessModel
import WorkTime

extension Delegations {
    /// How the signature is written (unconfirmed, GK).
    public enum Form: String, Hashable, Sendable, Codable, CaseIterable {
        /// Ký thay: a deputy in place of the head.
        case deputy
        /// Thừa lệnh: the head of a unit by order.
        case order
        /// Thừa ủy quyền: by a written authorisation.
        case authorisation

        /// As it stands before the name.
        public var mark: String {
            switch self {
            case .deputy: "KT."
            case .order: "TL."
            case .authorisation: "TUQ."
            }
        }
    }

    /// What is given.
    public struct Grant: Hashable, Sendable, Codable {
        public var leader: PersonID
        public var delegate: PersonID
        public var office: UnitID
        public var form: Form
        /// Both empty for everything; else what either of them names.
        public var fields: [String]
        public var processes: [ProcessCode]
        public var from: DayNumber
        public var through: DayNumber
        /// 1 for Monday to 7 for Sunday; empty for every day.
        public var weekdays: [Int]
        /// Number of the document.
        public var document: String

        public init(
            leader: PersonID, delegate: PersonID, office: UnitID, form: Form,
            fields: [String] = [], processes: [ProcessCode] = [], from: DayNumber,
            through: DayNumber, weekdays: [Int] = [], document: String
        ) {
            self.leader = leader
            self.delegate = delegate
            self.office = office
            self.form = form
            self.fields = fields
            self.processes = processes
            self.from = from
            self.through = through
            self.weekdays = weekdays
            self.document = document
        }
    }

    public struct Revocation: Hashable, Sendable, Codable {
        public var at: LocalMinute
        public var by: PersonID
        public var reason: String
    }

    public struct Delegation: Hashable, Sendable, Codable {
        /// From 1, in the order of giving.
        public var number: Int
        public var grant: Grant
        public var givenAt: LocalMinute
        /// The leader, or an administrator for the leader.
        public var givenBy: PersonID
        public var revocation: Revocation?
    }

    /// A signature that was given by a delegation, on the record of the dossier.
    public struct Signature: Hashable, Sendable, Codable {
        public var at: LocalMinute
        public var item: WorkItemID
        public var delegation: Int
        public var leader: PersonID
        public var delegate: PersonID
        public var form: Form
        public var document: String
    }
}

extension Delegations.Grant {
    public func covers(_ day: DayNumber) -> Bool {
        from <= day && day <= through
            && (weekdays.isEmpty || weekdays.contains(day.weekday.rawValue))
    }

    public var coversAll: Bool { fields.isEmpty && processes.isEmpty }

    public func covers(_ process: ProcessCode, field: String) -> Bool {
        coversAll || fields.contains(field) || processes.contains(process)
    }
}
