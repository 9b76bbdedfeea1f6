// The read tables of deliveries, derived from the state: written anew they are the same.

import Engine
import Ledger
import WorkTime

extension Deliveries {
    static let migrations = [
        Migration(
            id: "deliveries-1",
            statements: [
                """
                CREATE TABLE delivery (
                    dossier TEXT NOT NULL PRIMARY KEY,
                    office TEXT NOT NULL,
                    title TEXT NOT NULL,
                    standing TEXT NOT NULL,
                    listOrder {{bigint}} NOT NULL,
                    carrier TEXT NOT NULL,
                    payer TEXT NOT NULL,
                    gift {{bigint}} NOT NULL,
                    slotStart {{bigint}},
                    slotEnd {{bigint}},
                    slotDay {{bigint}},
                    officer TEXT,
                    attempts {{bigint}} NOT NULL,
                    name TEXT NOT NULL,
                    phone TEXT NOT NULL,
                    address TEXT NOT NULL)
                """,
                """
                CREATE INDEX deliveryByStanding
                    ON delivery (office, standing, listOrder, dossier)
                """,
                "CREATE INDEX deliveryByOfficer ON delivery (officer, slotDay, dossier)",
                """
                CREATE TABLE deliveryAttempt (
                    dossier TEXT NOT NULL,
                    number {{bigint}} NOT NULL,
                    office TEXT NOT NULL,
                    person TEXT NOT NULL,
                    day {{bigint}} NOT NULL,
                    slotStart {{bigint}} NOT NULL,
                    sentAt {{bigint}} NOT NULL,
                    at {{bigint}} NOT NULL,
                    PRIMARY KEY (dossier, number))
                """,
                """
                CREATE INDEX deliveryAttemptByDay
                    ON deliveryAttempt (office, day, person, slotStart)
                """,
                """
                CREATE TABLE deliveryCount (
                    office TEXT NOT NULL,
                    standing TEXT NOT NULL,
                    count {{bigint}} NOT NULL,
                    PRIMARY KEY (office, standing))
                """,
            ]),
        Migration(
            id: "deliveries-2",
            statements: [
                """
                CREATE TABLE deliveryGift (
                    dossier TEXT NOT NULL PRIMARY KEY,
                    office TEXT NOT NULL,
                    day {{bigint}} NOT NULL,
                    month {{bigint}} NOT NULL,
                    centre TEXT NOT NULL,
                    cost {{bigint}} NOT NULL)
                """,
                "CREATE INDEX deliveryGiftByDay ON deliveryGift (office, day, dossier)",
            ]),
    ]

    static let tables = ["delivery", "deliveryAttempt", "deliveryCount", "deliveryGift"]

}

extension Deliveries.Delivery {
    /// Slots in their order, then the longest waiting; of what is closed the latest first.
    var listOrder: Int {
        if !standing.isOpen { return (1 << 40) - changedAt.rawValue }
        return slot?.start.rawValue ?? changedAt.rawValue
    }
}
