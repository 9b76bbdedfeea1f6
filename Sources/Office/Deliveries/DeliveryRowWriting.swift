// Writes the rows of one delivery.

import Engine
import Ledger
import WorkTime

struct DeliveryTables {
    let transaction: any LedgerTransaction
    let registration: Dossiers.Registration

    private var code: SQLValue { .text(registration.code) }
    private var office: SQLValue { .text(registration.office.rawValue) }

    /// Where to, lists know only while somebody has to go there.
    func write(
        _ delivery: Deliveries.Delivery, before: Deliveries.Delivery?,
        recipient: Deliveries.Recipient?
    ) throws {
        if delivery == before { return }
        let shown = delivery.standing.isOpen ? recipient : nil
        try transaction.execute("DELETE FROM delivery WHERE dossier = ?", [code])
        try transaction.post(
            """
            INSERT INTO delivery (dossier, office, title, standing, listOrder, carrier, payer, gift,
                slotStart, slotEnd, slotDay, officer, attempts, name, phone, address)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                code, office, .text(registration.title), .text(delivery.standing.rawValue),
                SQLValue(delivery.listOrder), .text(delivery.request.carrier.rawValue),
                .text(delivery.request.payer.rawValue), SQLValue(delivery.request.hasGift),
                SQLValue(delivery.slot?.start.rawValue), SQLValue(delivery.slot?.end.rawValue),
                SQLValue(delivery.slot?.day.number), SQLValue(delivery.officer?.rawValue),
                SQLValue(delivery.attempts.count), .text(shown?.name ?? ""),
                .text(shown?.phone ?? ""), .text(shown?.address ?? ""),
            ])
        for attempt in delivery.attempts.dropFirst(before?.attempts.count ?? 0) {
            try write(attempt, delivery.request.carrier)
        }
        if let gift = DeliveryGiftRow(delivery), gift != DeliveryGiftRow(before) {
            try gift.write(code, office: office, in: transaction)
        }
        if before?.standing == delivery.standing { return }
        let steps = [(before?.standing, -1), (delivery.standing, 1)].compactMap { standing, step in
            standing.map { ($0.rawValue, step) }
        }
        for (standing, step) in steps.sorted(by: { $0.0 < $1.0 }) { try count(standing, step) }
    }

    /// What the post carried is nobody's working time here.
    private func write(
        _ attempt: Deliveries.Attempt, _ carrier: Deliveries.Carrier
    ) throws {
        if carrier == .post { return }
        let isSameDay = attempt.sentAt.day == attempt.at.day
        try transaction.post(
            """
            INSERT INTO deliveryAttempt (dossier, number, office, person, day, slotStart,
                sentAt, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                code, SQLValue(attempt.number), office, .text(attempt.by.rawValue),
                SQLValue(attempt.at.day.number),
                SQLValue((attempt.slot?.start ?? attempt.at).rawValue),
                SQLValue((isSameDay ? attempt.sentAt : attempt.at).rawValue),
                SQLValue(attempt.at.rawValue),
            ])
    }

    private func count(_ standing: String, _ step: Int) throws {
        try transaction.post(
            """
            INSERT INTO deliveryCount (office, standing, count) VALUES (?, ?, ?)
            ON CONFLICT (office, standing) DO UPDATE SET
                count = deliveryCount.count + excluded.count
            """, [office, .text(standing), SQLValue(step)])
    }
}
