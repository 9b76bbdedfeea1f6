// A delivery as its stream tells it.

import Engine
import Ledger
import WorkTime

extension Deliveries {
    public enum Carrier: String, Hashable, Sendable, Codable, CaseIterable {
        case officer, post
    }

    public enum Payer: String, Hashable, Sendable, Codable, CaseIterable {
        case recipient, office
    }

    /// What came of an attempt.
    public enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
        case delivered, absent, wrongAddress, refused

        static let failures: [Outcome] = [.absent, .wrongAddress, .refused]
    }

    public enum Standing: String, Hashable, Sendable, Codable, CaseIterable {
        case requested, scheduled, out, failed, delivered
        /// The citizen fetches the result after all.
        case counter

        /// Somebody has to do something.
        public var isOpen: Bool { self != .delivered && self != .counter }
    }

    /// How it was shown that the right person received.
    public enum Proof: String, Hashable, Sendable, Codable {
        /// The code that the citizen reads on /track.
        case code
        /// Name and last signs of a paper, kept beside the ledger.
        case paper
        /// A name drawn on the screen, or a photo, where neither code nor paper was given.
        case signature, photo
    }

    /// To whom and where: personal values, beside the ledger.
    public struct Recipient: Hashable, Sendable, Codable {
        public var name: String
        public var phone: String
        public var address: String

        public init(name: String, phone: String, address: String) {
            self.name = name
            self.phone = phone
            self.address = address
        }
    }

    /// What was asked, without personal values.
    public struct Request: Hashable, Sendable, Codable {
        public var recipient: PersonalMark
        /// The code for the door.
        public var code: PersonalMark
        /// `nil` for any time.
        public var wish: Slot?
        public var carrier: Carrier
        public var payer: Payer
        /// Flowers and a card.
        public var hasGift: Bool
    }

    /// One way to the door.
    public struct Attempt: Hashable, Sendable, Codable {
        public var number: Int
        public var at: LocalMinute
        public var by: PersonID
        /// When the carrier left with it.
        public var sentAt: LocalMinute
        public var slot: Slot?
        public var outcome: Outcome
        /// `nil` when it was not handed over.
        public var proof: Proof?
        /// Who received, when a paper was shown.
        public var receiver: PersonalMark?
        public var hasGift: Bool
    }

    /// The state of the stream `delivery/<code>`.
    public struct Delivery: Hashable, Sendable, Codable {
        public var request: Request
        public var requestedAt: LocalMinute
        public var requestedBy: PersonID
        public var standing: Standing
        public var changedAt: LocalMinute
        public var slot: Slot?
        public var officer: PersonID?
        public var sentAt: LocalMinute?
        public var attempts: [Attempt] = []
        /// Wrong codes since it was asked.
        public var mistakes = 0
        /// From the door; `nil` where there are none, also in states that were saved before.
        public var pictures: [Picture]?
        public var charges: [Charge]?
        public var gift: Gift?

        public var isCodeLocked: Bool { mistakes >= Deliveries.mistakesMaximum }
    }
}
