// What may be done with payments, and what then happens.

import Engine
import WorkTime

extension Payments {
    /// A payment as whoever confirms it saw it.
    public struct Receiving: Hashable, Sendable {
        public var way: Way
        public var amount: Int
        public var day: DayNumber
        public var receipt: String
        public var reference: String

        public init(
            way: Way, amount: Int, day: DayNumber, receipt: String = "", reference: String = ""
        ) {
            self.way = way
            self.amount = amount
            self.day = day
            self.receipt = receipt
            self.reference = reference
        }
    }

    public enum Command: Sendable {
        case setAccount(UnitID, BankAccount)
        case ask(String, amount: Int, reason: String)
        /// Asked by mistake, and not paid.
        case cancel(String, Int, reason: String)
        case confirm(String, Int, Receiving)
        case refund(String, Int, amount: Int, reason: String, reference: String)
    }

    /// Shapes are for ever: a new fact is a new case.
    public enum Event: Hashable, Sendable, Codable {
        case asked(payment: Payment)
        case cancelled(number: Int, cancellation: Cancellation)
        case confirmed(number: Int, paid: Paid)
        case refunded(number: Int, refund: Refund)
    }

    public enum AccountEvent: Hashable, Sendable, Codable {
        case set(version: AccountBook.Version)
    }

    public enum Rejection: Error, Hashable, Sendable {
        /// No such dossier or payment, or not for this viewer.
        case unknown(String)
        case officeUnknown(String)
        case mayNotWrite
        case mayNotSetAccount
        case bankInvalid
        case accountInvalid
        case holderInvalid
        case amountInvalid
        case reasonMissing
        case reasonTooLong
        /// One payment waits at a time.
        case alreadyOpen(amount: Int)
        case tooMany
        case alreadyPaid(on: DayNumber)
        case alreadyCancelled
        case notPaid
        case amountDiffers(asked: Int, given: Int)
        case dayInvalid(String)
        case dayAhead(DayNumber)
        case dayBeforeAsking(DayNumber)
        case receiptMissing
        case wordsTooLong(field: String)
        case refundTooLarge(left: Int)
        case statement(StatementFlaw)
        case nothingToConfirm
        case tooManyRows
    }

    static let amounts = VietQR.amounts
    static let reasonMaximum = 200
    static let wordsMaximum = 50
    static let holderMaximum = 70
    /// Payments of one dossier, and refunds of one payment.
    static let countMaximum = 100

    /// Says what happens, or why it may not. Reads only its arguments. Whether the person may write
    /// was asked before.
    static func decide(
        _ command: Command, on bill: Bill, by person: PersonID, at now: LocalMinute
    ) throws(Rejection) -> [Event] {
        switch command {
        case .setAccount: return []
        case .ask(_, let amount, let reason):
            if !amounts.contains(amount) { throw .amountInvalid }
            try check(reason: reason)
            if let open = bill.open { throw .alreadyOpen(amount: open.amount) }
            if bill.payments.count >= countMaximum { throw .tooMany }
            return [
                .asked(
                    payment: Payment(
                        number: bill.payments.count + 1, amount: amount, reason: reason,
                        askedAt: now, askedBy: person))
            ]
        case .cancel(_, let number, let reason):
            let payment = try found(number, in: bill)
            if let paid = payment.paid { throw .alreadyPaid(on: paid.day) }
            if payment.cancelled != nil { throw .alreadyCancelled }
            try check(reason: reason)
            return [
                .cancelled(
                    number: number, cancellation: .init(at: now, by: person, reason: reason))
            ]
        case .confirm(_, let number, let receiving):
            let payment = try found(number, in: bill)
            try check(receiving, for: payment, at: now)
            return [
                .confirmed(
                    number: number,
                    paid: Paid(
                        at: now, by: person, way: receiving.way, day: receiving.day,
                        receipt: receiving.receipt, reference: receiving.reference))
            ]
        case .refund(_, let number, let amount, let reason, let reference):
            let payment = try found(number, in: bill)
            if payment.paid == nil { throw .notPaid }
            let left = payment.amount - payment.refunded
            if amount < 1 { throw .amountInvalid }
            if amount > left { throw .refundTooLarge(left: left) }
            try check(reason: reason)
            try check(words: reference, field: "reference")
            if payment.refunds.count >= countMaximum { throw .tooMany }
            return [
                .refunded(
                    number: number,
                    refund: .init(
                        at: now, by: person, amount: amount, reason: reason, reference: reference))
            ]
        }
    }

    private static func found(_ number: Int, in bill: Bill) throws(Rejection) -> Payment {
        guard let payment = bill[number] else { throw .unknown(String(number)) }
        return payment
    }

    private static func check(
        _ receiving: Receiving, for payment: Payment, at now: LocalMinute
    ) throws(Rejection) {
        if let paid = payment.paid { throw .alreadyPaid(on: paid.day) }
        if payment.cancelled != nil { throw .alreadyCancelled }
        if receiving.amount != payment.amount {
            throw .amountDiffers(asked: payment.amount, given: receiving.amount)
        }
        if receiving.day > now.day { throw .dayAhead(receiving.day) }
        if receiving.day < payment.askedAt.day { throw .dayBeforeAsking(payment.askedAt.day) }
        if receiving.way != .statement, receiving.receipt.isEmpty { throw .receiptMissing }
        try check(words: receiving.receipt, field: "receipt")
        try check(words: receiving.reference, field: "reference")
    }

    private static func check(reason: String) throws(Rejection) {
        if reason.allSatisfy(\.isWhitespace) { throw .reasonMissing }
        if reason.count > reasonMaximum { throw .reasonTooLong }
    }

    private static func check(words: String, field: String) throws(Rejection) {
        if words.count > wordsMaximum { throw .wordsTooLong(field: field) }
    }

    /// The account as it may be set; the same again says nothing.
    static func decide(
        _ account: BankAccount, on book: AccountBook, by person: PersonID, at now: LocalMinute
    ) throws(Rejection) -> [AccountEvent] {
        if !VietQR.isBank(account.bank) { throw .bankInvalid }
        if !VietQR.isAccount(account.number) { throw .accountInvalid }
        let isPlain = account.holder.utf8.allSatisfy { (0x20...0x7E).contains($0) }
        if account.holder.isEmpty || !isPlain || account.holder.count > holderMaximum {
            throw .holderInvalid
        }
        if account == book.current { return [] }
        return [.set(version: .init(account: account, at: now, by: person))]
    }
}

extension Payments.Bill {
    /// Writes one event into the state. Never refuses, never looks at a clock.
    mutating func apply(_ event: Payments.Event) {
        switch event {
        case .asked(let payment): payments.append(payment)
        case .cancelled(let number, let cancellation):
            change(number) { $0.cancelled = cancellation }
        case .confirmed(let number, let paid): change(number) { $0.paid = paid }
        case .refunded(let number, let refund): change(number) { $0.refunds.append(refund) }
        }
    }

    private mutating func change(_ number: Int, _ change: (inout Payments.Payment) -> Void) {
        guard let place = payments.firstIndex(where: { $0.number == number }) else { return }
        change(&payments[place])
    }
}

extension Payments.AccountBook {
    mutating func apply(_ event: Payments.AccountEvent) {
        switch event {
        case .set(let version): versions.append(version)
        }
    }
}

extension People.Organisation {
    /// Whoever works at the counter of the office writes its payments.
    func mayWritePayments(_ person: PersonID, of office: UnitID, on day: DayNumber) -> Bool {
        units(where: .counter, of: person, on: day).contains { self.office(of: $0) == office }
    }

    /// So do those read them who lead the office, or one above it.
    func mayReadPayments(_ person: PersonID, of office: UnitID, on day: DayNumber) -> Bool {
        mayWritePayments(person, of: office, on: day)
            || has(.lead, person: person, over: office, on: day)
    }
}
