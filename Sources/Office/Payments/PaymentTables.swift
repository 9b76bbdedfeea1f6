// The read tables of payments: what lists, statements and settlements read. Derived from the events
// in the same transaction; deleting them all and replaying gives the same rows.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension Payments {
    static let migrations = [
        Migration(
            id: "payments-1",
            statements: [
                """
                CREATE TABLE payment (
                    dossier TEXT NOT NULL,
                    number {{bigint}} NOT NULL,
                    office TEXT NOT NULL,
                    process TEXT NOT NULL,
                    title TEXT NOT NULL,
                    purpose TEXT NOT NULL,
                    amount {{bigint}} NOT NULL,
                    refunded {{bigint}} NOT NULL DEFAULT 0,
                    reason TEXT NOT NULL,
                    state TEXT NOT NULL,
                    listOrder {{bigint}} NOT NULL,
                    askedAt {{bigint}} NOT NULL,
                    paidDay {{bigint}},
                    way TEXT,
                    receipt TEXT NOT NULL DEFAULT '',
                    reference TEXT NOT NULL DEFAULT '',
                    PRIMARY KEY (dossier, number))
                """,
                "CREATE INDEX paymentByOffice ON payment (office, listOrder, dossier, number)",
                "CREATE INDEX paymentByPurpose ON payment (office, purpose, number)",
                "CREATE INDEX paymentByDay ON payment (office, paidDay, dossier, number)",
                """
                CREATE TABLE paymentRefund (
                    dossier TEXT NOT NULL,
                    number {{bigint}} NOT NULL,
                    ordinal {{bigint}} NOT NULL,
                    office TEXT NOT NULL,
                    title TEXT NOT NULL,
                    day {{bigint}} NOT NULL,
                    amount {{bigint}} NOT NULL,
                    reason TEXT NOT NULL,
                    reference TEXT NOT NULL,
                    PRIMARY KEY (dossier, number, ordinal))
                """,
                "CREATE INDEX paymentRefundByDay ON paymentRefund (office, day, dossier, number)",
                """
                CREATE TABLE paymentCount (
                    office TEXT NOT NULL,
                    day {{bigint}} NOT NULL,
                    process TEXT NOT NULL,
                    received {{bigint}} NOT NULL DEFAULT 0,
                    receivedCount {{bigint}} NOT NULL DEFAULT 0,
                    refunded {{bigint}} NOT NULL DEFAULT 0,
                    refundedCount {{bigint}} NOT NULL DEFAULT 0,
                    PRIMARY KEY (office, day, process))
                """,
                """
                CREATE TABLE paymentOpen (
                    office TEXT NOT NULL PRIMARY KEY,
                    count {{bigint}} NOT NULL,
                    amount {{bigint}} NOT NULL)
                """,
            ])
    ]

    static let tables = ["payment", "paymentRefund", "paymentCount", "paymentOpen"]

    /// Open ones first, the longest waiting on top; then the others, the last changed on top.
    static func listOrder(isOpen: Bool, at moment: LocalMinute) -> Int {
        isOpen ? moment.rawValue : closedOrder - moment.rawValue
    }

    /// Later than any minute that is ever written.
    private static let closedOrder = 1 << 40
}
