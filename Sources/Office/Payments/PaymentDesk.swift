// Payments at the desk: asking, confirming, giving back, and the account of an office.

import Engine
import Ledger
import WorkTime

extension Payments {
    static let feature = "payment"
    static let accountFeature = "paymentAccount"

    /// What a delivery's fee is for, in the list of payments.
    static let deliveryReason = "Phí trả kết quả tại nhà"

    static func stream(of code: String) -> String { "\(feature)/\(code)" }
    static func accountStream(of office: UnitID) -> String { "\(accountFeature)/\(office)" }
}

extension DeskReading {
    /// The payments of a dossier, whoever asks.
    func bill(of code: String) throws -> Told<Payments.Bill>? {
        try told(Payments.Bill.self, by: Payments.stream(of: code))
    }

    func bankAccount(of office: UnitID) throws -> Payments.BankAccount? {
        try told(Payments.AccountBook.self, by: Payments.accountStream(of: office))?.state.current
    }
}

extension DeskWork {
    func perform(_ command: Payments.Command) throws -> DeskAnswer {
        switch command {
        case .setAccount(let office, let account): try set(account, of: office)
        case .ask(let code, _, _), .cancel(let code, _, _), .confirm(let code, _, _),
            .refund(let code, _, _, _, _):
            try perform(command, on: code)
        }
    }

    private func perform(_ command: Payments.Command, on code: String) throws -> DeskAnswer {
        guard let person = order.actor?.person else { throw Payments.Rejection.mayNotWrite }
        let organisation = try reading.organisation()
        let stream = Dossiers.stream(of: code)
        guard let dossier = try reading.told(Dossiers.Dossier.self, by: stream)?.state,
            organisation.mayReadPayments(person, of: dossier.registration.office, on: today)
        else { throw Payments.Rejection.unknown(code) }
        let registration = dossier.registration
        if !organisation.mayWritePayments(person, of: registration.office, on: today) {
            throw Payments.Rejection.mayNotWrite
        }
        let told = try reading.bill(of: code)
        let before = told?.state ?? Payments.Bill()
        let events = try Payments.decide(command, on: before, by: person, at: now)
        return DeskAnswer(try tell(events, of: told, registration))
    }

    @discardableResult
    private func tell(
        _ events: [Payments.Event], of told: Told<Payments.Bill>?,
        _ registration: Dossiers.Registration
    ) throws -> StreamHead {
        let code = registration.code
        var after = told?.state ?? Payments.Bill()
        for event in events { after.apply(event) }
        let drafts = try events.map { event in
            let entry = try EventEncoding.entry(of: event, feature: Payments.feature)
            return NewEntry(entry.type, entry.payload)
        }
        let head = try write(
            drafts, stream: Payments.stream(of: code), after: told?.head,
            office: registration.office)
        try keep(after, after: told?.head.version ?? 0, head: head)
        for event in events {
            try PaymentTables(transaction: transaction, registration: registration)
                .project(event, bill: after)
        }
        return head
    }

    /// A fee that was asked and taken in one: at the door of a delivery, with a receipt. It joins
    /// the payments of the dossier, so that the settlement counts it.
    func take(
        _ amount: Int, _ taken: Deliveries.Taken, for registration: Dossiers.Registration
    ) throws {
        let told = try reading.bill(of: registration.code)
        let before = told?.state ?? Payments.Bill()
        if before.payments.count >= Payments.countMaximum { throw Payments.Rejection.tooMany }
        let payment = Payments.Payment(
            number: taken.payment, amount: amount, reason: Payments.deliveryReason,
            askedAt: taken.at, askedBy: taken.by)
        let paid = Payments.Paid(
            at: taken.at, by: taken.by, way: .cash, day: taken.at.day, receipt: taken.receipt,
            reference: "")
        try tell(
            [.asked(payment: payment), .confirmed(number: payment.number, paid: paid)],
            of: told, registration)
    }

    private func set(
        _ account: Payments.BankAccount, of office: UnitID
    ) throws -> DeskAnswer {
        let organisation = try reading.organisation()
        guard let person = order.actor?.person, organisation.mayAdminister(person, today) else {
            throw Payments.Rejection.mayNotSetAccount
        }
        guard organisation.units[office]?.kind == .committee else {
            throw Payments.Rejection.officeUnknown(office.rawValue)
        }
        let stream = Payments.accountStream(of: office)
        let told = try reading.told(Payments.AccountBook.self, by: stream)
        var book = told?.state ?? Payments.AccountBook()
        let events = try Payments.decide(account, on: book, by: person, at: now)
        for event in events { book.apply(event) }
        let head = try write(
            events, feature: Payments.accountFeature, stream: stream, after: told?.head)
        try keep(book, after: told?.head.version ?? 0, head: head)
        return DeskAnswer(head)
    }
}
