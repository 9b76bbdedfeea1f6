// The page of an office's account: what holds, and what held before.

import Engine
import Ledger
import WorkTime

extension Payments {
    public struct AccountPage: Sendable, Encodable {
        public struct Version: Sendable, Encodable {
            public let account: BankAccount
            public let at: LocalMinute
            public let by: String
        }
        public let office: String
        public let officeName: String
        /// Newest first.
        public let versions: [Version]
        /// Text of a code without an amount, to try with the app of a bank.
        public let trial: String?
        public let maySet: Bool
    }
}

extension DeskReading {
    /// For who reads the payments of the office, and for administrators.
    func paymentAccountPage(
        ofOffice asked: String?, for viewer: Viewer
    ) throws -> Payments.AccountPage {
        let organisation = try organisation()
        let maySet = organisation.mayAdminister(viewer.person, viewer.today)
        let office: People.Unit
        if maySet {
            let id = asked.map { UnitID($0) } ?? viewer.office
            guard let unit = organisation.units[id], unit.kind == .committee else {
                throw Payments.Rejection.officeUnknown(id.rawValue)
            }
            office = unit
        } else {
            office = try paymentOffice(asked, for: viewer)
        }
        let stream = Payments.accountStream(of: office.id)
        let book = try told(Payments.AccountBook.self, by: stream)?.state ?? Payments.AccountBook()
        let trial = book.current.flatMap {
            try? Payments.VietQR(bank: $0.bank, account: $0.number, amount: nil, purpose: "")
        }
        return Payments.AccountPage(
            office: office.id.rawValue, officeName: office.name,
            versions: book.versions.reversed().map {
                .init(
                    account: $0.account, at: $0.at,
                    by: organisation.people[$0.by]?.name ?? $0.by.rawValue)
            },
            trial: trial?.text, maySet: maySet)
    }
}
