// What bringing a result costs: rows of a table with their days, and what an order owes by them.

import Engine
import ProcessModel
import WorkTime

extension Deliveries {
    public enum FeePayer: String, Hashable, Sendable, Codable, CaseIterable {
        case recipient, office
        /// Of a repeat delivery: who is at fault that the one before failed (QĐ 45/2016/QĐ-TTg).
        case atFault
    }

    /// A row of the table of an office. Rows are never changed: one ends, the next begins.
    public struct Fee: Hashable, Sendable, Codable {
        public var number: Int
        /// `nil` for all procedures that have no row of their own.
        public var process: ProcessCode?
        public var carrier: Carrier
        /// In đồng; 0 is free.
        public var amount: Int
        public var payer: FeePayer
        public var from: DayNumber
        /// Its last day; `nil` while none is known.
        public var until: DayNumber?
        /// The decision that sets it.
        public var source: String

        public init(
            number: Int = 0, process: ProcessCode? = nil, carrier: Carrier, amount: Int,
            payer: FeePayer, from: DayNumber, until: DayNumber? = nil, source: String
        ) {
            self.number = number
            self.process = process
            self.carrier = carrier
            self.amount = amount
            self.payer = payer
            self.from = from
            self.until = until
            self.source = source
        }

        public var isRepeat: Bool { payer == .atFault }

        public func holds(on day: DayNumber) -> Bool {
            from <= day && until.map { day <= $0 } ?? true
        }

        /// Whether both say what the same delivery costs on some day. A row that ended before it
        /// began holds on none.
        func collides(with other: Fee) -> Bool {
            process == other.process && carrier == other.carrier && isRepeat == other.isRepeat
                && max(from, other.from) <= min(last, other.last) && from <= last
                && other.from <= other.last
        }

        private var last: DayNumber { until ?? DayNumber(rawValue: .max) }
    }

    /// From which money flowers and cards are bought.
    public struct CostCentre: Hashable, Sendable, Codable {
        public var name: String
        /// Of one present, in đồng; 0 where it is not known.
        public var cost: Int

        public init(name: String, cost: Int) {
            self.name = name
            self.cost = cost
        }
    }

    /// What the order owes for one way to the door: the row in force on the day of asking.
    public struct Charge: Hashable, Sendable, Codable {
        /// For which way: one more than the attempts before it.
        public var attempt: Int
        public var amount: Int
        public var payer: Payer
        /// Row of the table, and what it rests on.
        public var fee: Int
        public var source: String
        public var taken: Taken?

        /// To be taken from the recipient.
        public var isDue: Bool { payer == .recipient && amount > 0 && taken == nil }
    }

    /// That the money came.
    public struct Taken: Hashable, Sendable, Codable {
        public var at: LocalMinute
        public var by: PersonID
        public var receipt: String
        /// Number of the payment of the dossier under which the settlement counts it.
        public var payment: Int
    }

    /// A present as it was given.
    public struct Gift: Hashable, Sendable, Codable {
        public var attempt: Int
        public var centre: CostCentre
    }

    static let feesMaximum = 200
    static let sourceMaximum = 300
    static let centreMaximum = 120
    static let receiptMaximum = 50
    static let feeMaximum = 10_000_000
}

extension Deliveries.Plan {
    /// The row for a delivery on a day: that of the procedure before that of all.
    public func fee(
        of process: ProcessCode, by carrier: Deliveries.Carrier, isRepeat: Bool = false,
        on day: DayNumber
    ) -> Deliveries.Fee? {
        let rows = (fees ?? []).filter {
            $0.carrier == carrier && $0.isRepeat == isRepeat && $0.holds(on: day)
        }
        return rows.first { $0.process == process } ?? rows.first { $0.process == nil }
    }
}

extension Deliveries.Delivery {
    public var due: Int { (charges ?? []).filter(\.isDue).reduce(0) { $0 + $1.amount } }

    /// The way to the door that comes next, or is under way.
    public var nextAttempt: Int { attempts.count + 1 }
}
