// Who comes first, and how often somebody is called. No text of law at hand orders the line of a
// one-stop shop: these are settings, and the pages say that they are unconfirmed.

import WorkTime

extension Queues {
    public struct Terms: Hashable, Sendable, Encodable {
        /// Ordinary numbers called between two that come first, while both kinds wait.
        public let ordinaryBetween: Int
        /// How often one number is called before it counts as not here.
        public let callsMaximum: Int
        /// How often who was not here goes back into the line.
        public let setBacksMaximum: Int
        /// Minutes before the opening from which numbers are drawn.
        public let minutesBefore: Int
        public let isConfirmed: Bool
    }

    static let terms = Terms(
        ordinaryBetween: 1, callsMaximum: 5, setBacksMaximum: 1, minutesBefore: 60,
        isConfirmed: false)
}
