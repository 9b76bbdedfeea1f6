// Writes the read tables of payments.

import Engine
import Ledger
import ProcessModel
import WorkTime

/// Writes the rows of one event.
struct PaymentTables {
    let transaction: any LedgerTransaction
    let registration: Dossiers.Registration

    private var code: String { registration.code }
    private var office: SQLValue { .text(registration.office.rawValue) }

    /// - Parameter bill: As it is after the event.
    func project(_ event: Payments.Event, bill: Payments.Bill) throws {
        switch event {
        case .asked(let payment):
            try insert(payment)
            try countOpen(1, payment.amount)
        case .cancelled(let number, let cancellation):
            guard let payment = bill[number] else { return }
            try setState(payment, at: cancellation.at)
            try countOpen(-1, -payment.amount)
        case .confirmed(let number, let paid):
            guard let payment = bill[number] else { return }
            try setState(payment, at: paid.at)
            try transaction.post(
                """
                UPDATE payment SET paidDay = ?, way = ?, receipt = ?, reference = ?
                WHERE dossier = ? AND number = ?
                """,
                [
                    SQLValue(paid.day.number), .text(paid.way.rawValue), .text(paid.receipt),
                    .text(paid.reference), .text(code), SQLValue(number),
                ])
            try countOpen(-1, -payment.amount)
            try count(paid.day, received: payment.amount)
        case .refunded(let number, let refund):
            guard let payment = bill[number] else { return }
            try setState(payment, at: refund.at)
            try insert(refund, payment)
            try count(refund.at.day, refunded: refund.amount)
        }
    }

    private func insert(_ payment: Payments.Payment) throws {
        try transaction.post(
            """
            INSERT INTO payment (dossier, number, office, process, title, purpose, amount, reason,
                state, listOrder, askedAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .text(code), SQLValue(payment.number), office,
                .text(registration.process.rawValue), .text(registration.title),
                .text(Payments.purpose(of: code)), SQLValue(payment.amount),
                .text(payment.reason), .text(payment.state.rawValue),
                SQLValue(Payments.listOrder(isOpen: true, at: payment.askedAt)),
                SQLValue(payment.askedAt.rawValue),
            ])
    }

    private func setState(_ payment: Payments.Payment, at moment: LocalMinute) throws {
        try transaction.post(
            """
            UPDATE payment SET state = ?, refunded = ?, listOrder = ?
            WHERE dossier = ? AND number = ?
            """,
            [
                .text(payment.state.rawValue), SQLValue(payment.refunded),
                SQLValue(Payments.listOrder(isOpen: false, at: moment)), .text(code),
                SQLValue(payment.number),
            ])
    }

    private func insert(_ refund: Payments.Refund, _ payment: Payments.Payment) throws {
        try transaction.post(
            """
            INSERT INTO paymentRefund (dossier, number, ordinal, office, title, day, amount, reason,
                reference)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .text(code), SQLValue(payment.number), SQLValue(payment.refunds.count), office,
                .text(registration.title), SQLValue(refund.at.day.number),
                SQLValue(refund.amount), .text(refund.reason), .text(refund.reference),
            ])
    }

    private func countOpen(_ count: Int, _ amount: Int) throws {
        try transaction.post(
            """
            INSERT INTO paymentOpen (office, count, amount) VALUES (?, ?, ?)
            ON CONFLICT (office) DO UPDATE SET count = paymentOpen.count + excluded.count,
                amount = paymentOpen.amount + excluded.amount
            """,
            [office, SQLValue(count), SQLValue(amount)])
    }

    private func count(_ day: DayNumber, received: Int? = nil, refunded: Int? = nil) throws {
        try transaction.post(
            """
            INSERT INTO paymentCount (office, day, process, received, receivedCount, refunded,
                refundedCount)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (office, day, process) DO UPDATE SET
                received = paymentCount.received + excluded.received,
                receivedCount = paymentCount.receivedCount + excluded.receivedCount,
                refunded = paymentCount.refunded + excluded.refunded,
                refundedCount = paymentCount.refundedCount + excluded.refundedCount
            """,
            [
                office, SQLValue(day.number), .text(registration.process.rawValue),
                SQLValue(received ?? 0), SQLValue(received == nil ? 0 : 1),
                SQLValue(refunded ?? 0), SQLValue(refunded == nil ? 0 : 1),
            ])
    }
}
