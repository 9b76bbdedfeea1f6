// The row of a present that was given with a delivery.

import Engine
import Ledger
import WorkTime

struct DeliveryGiftRow: Hashable {
    let day: DayNumber
    let centre: Deliveries.CostCentre

    /// `nil` where none was given.
    init?(_ delivery: Deliveries.Delivery?) {
        guard let delivery, let attempt = delivery.attempts.last(where: \.hasGift) else {
            return nil
        }
        day = attempt.at.day
        let gift = delivery.gift
        centre =
            gift?.attempt == attempt.number
            ? gift?.centre ?? .init(name: "", cost: 0) : .init(name: "", cost: 0)
    }

    func write(
        _ code: SQLValue, office: SQLValue, in transaction: any LedgerTransaction
    ) throws {
        let month = day + (1 - day.civil.day)
        try transaction.execute("DELETE FROM deliveryGift WHERE dossier = ?", [code])
        try transaction.post(
            """
            INSERT INTO deliveryGift (dossier, office, day, month, centre, cost)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                code, office, SQLValue(day.number), SQLValue(month.number),
                .text(centre.name), SQLValue(centre.cost),
            ])
    }
}
