// Payments of a dossier and the account of an office, as their streams tell them.

import Engine
import Ledger
import WorkTime

extension Payments {
    /// How the money came.
    public enum Way: String, Hashable, Sendable, Codable, CaseIterable {
        /// At the counter.
        case cash
        /// Seen on the account by a person.
        case bank
        /// Matched with a line of a statement.
        case statement
    }

    /// That a payment came in.
    public struct Paid: Hashable, Sendable, Codable {
        /// When it was recorded, and by whom.
        public var at: LocalMinute
        public var by: PersonID
        public var way: Way
        /// The day on which the money came: by it the settlement counts.
        public var day: DayNumber
        /// Number of the receipt; empty when a statement was matched and none was written yet.
        public var receipt: String
        /// The bank's number of the transfer; empty when not known.
        public var reference: String
    }

    /// Money given back.
    public struct Refund: Hashable, Sendable, Codable {
        public var at: LocalMinute
        public var by: PersonID
        public var amount: Int
        public var reason: String
        /// Number of the paper or of the transfer by which it went.
        public var reference: String
    }

    /// That a payment was asked by mistake.
    public struct Cancellation: Hashable, Sendable, Codable {
        public var at: LocalMinute
        public var by: PersonID
        public var reason: String
    }

    /// A fee that a dossier owes or owed.
    public struct Payment: Hashable, Sendable, Codable {
        /// 1 for the first of the dossier.
        public var number: Int
        /// In đồng.
        public var amount: Int
        /// What it is for.
        public var reason: String
        public var askedAt: LocalMinute
        public var askedBy: PersonID
        public var paid: Paid?
        public var cancelled: Cancellation?
        public var refunds: [Refund] = []

        public enum State: String, Hashable, Sendable, Codable, CaseIterable {
            case open, paid, refunded, cancelled
        }

        public var refunded: Int { refunds.reduce(0) { $0 + $1.amount } }
        /// Refunded is what was given back whole.
        public var state: State {
            if cancelled != nil { return .cancelled }
            if paid == nil { return .open }
            return refunded >= amount ? .refunded : .paid
        }
    }

    /// All payments of one dossier: state of the stream `payment/<code>`.
    public struct Bill: Hashable, Sendable, Codable {
        public internal(set) var payments: [Payment] = []

        /// At most one waits at a time, so that a transfer that names the dossier names it too.
        public var open: Payment? { payments.last { $0.state == .open } }

        subscript(number: Int) -> Payment? { payments.first { $0.number == number } }
    }

    /// Where citizens transfer to.
    public struct BankAccount: Hashable, Sendable, Codable {
        /// BIN of the bank, six digits.
        public var bank: String
        public var number: String
        /// In capitals without diacritics, as banks show it.
        public var holder: String

        public init(bank: String, number: String, holder: String) {
            self.bank = bank
            self.number = number
            self.holder = holder
        }
    }

    /// The account of one office: state of the stream `paymentAccount/<office>`.
    public struct AccountBook: Hashable, Sendable, Codable {
        public struct Version: Hashable, Sendable, Codable {
            public var account: BankAccount
            public var at: LocalMinute
            public var by: PersonID
        }
        /// Oldest first.
        public internal(set) var versions: [Version] = []
        public var current: BankAccount? { versions.last?.account }
    }
}
