// What the pages of payments show.

import Engine
import Ledger
import WorkTime

extension Payments {
    /// The payments of one dossier, for who may see them.
    public struct Sheet: Sendable, Encodable {
        public struct Line: Sendable, Encodable {
            public let payment: Payment
            public let state: Payment.State
            public let askedBy: String
            public let paidBy: String
        }
        public let dossier: String
        public let title: String
        /// Oldest first.
        public let payments: [Line]
        public let account: BankAccount?
        /// What a transfer has to say.
        public let purpose: String
        /// The text of the code by which the open payment is transferred; `nil` where none is open
        /// or the office has no account.
        public let transfer: String?
        public let mayWrite: Bool

        public var open: Payment? { payments.last { $0.state == .open }?.payment }
    }

    public struct Row: Sendable, Encodable {
        public let dossier: String
        public let number: Int
        public let title: String
        public let amount: Int
        public let refunded: Int
        public let reason: String
        public let state: Payment.State
        public let askedAt: LocalMinute
        public let paidDay: DayNumber?
        public let receipt: String
    }

    /// One page of the list of an office, open ones first.
    public struct List: Sendable, Encodable {
        public let office: String
        public let officeName: String
        public let rows: [Row]
        public let openCount: Int
        public let openAmount: Int
        public let hasAccount: Bool
        public let mayWrite: Bool
        public let next: String?
    }

    static let listPage = 50

    /// The code of a transfer to the account; `nil` where a part of it fits no code.
    static func transfer(to account: BankAccount, _ amount: Int, for code: String) -> VietQR? {
        try? VietQR(
            bank: account.bank, account: account.number, amount: amount,
            purpose: purpose(of: code))
    }
}
