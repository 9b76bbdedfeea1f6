// The settlement of fees of a period.

import Engine
import Ledger
import WorkTime

extension Payments {
    public struct SettlementLine: Hashable, Sendable, Encodable {
        public let process: String
        public let title: String
        public let received: Int
        public let receivedCount: Int
        public let refunded: Int
        public let refundedCount: Int
        public var net: Int { received - refunded }

        private enum CodingKeys: String, CodingKey {
            case process, title, received, receivedCount, refunded, refundedCount
        }
    }

    public struct Settlement: Sendable, Encodable {
        public let office: String
        public let officeName: String
        public let from: DayNumber
        public let through: DayNumber
        public let at: LocalMinute
        public let lines: [SettlementLine]
        /// Asked and not paid now.
        public let openCount: Int
        public let openAmount: Int

        public var received: Int { lines.reduce(0) { $0 + $1.received } }
        public var receivedCount: Int { lines.reduce(0) { $0 + $1.receivedCount } }
        public var refunded: Int { lines.reduce(0) { $0 + $1.refunded } }
        public var refundedCount: Int { lines.reduce(0) { $0 + $1.refundedCount } }
        public var net: Int { received - refunded }
    }

    /// Money that came or went, as the exported list tells it.
    public struct Movement: Hashable, Sendable {
        public let day: DayNumber
        public let isRefund: Bool
        public let dossier: String
        public let number: Int
        public let title: String
        public let amount: Int
        public let way: Way?
        public let receipt: String
        public let reference: String
        public let reason: String
    }

    /// More rows are no list that anybody reads; a shorter period has fewer.
    static let movementsMaximum = 20_000
}
