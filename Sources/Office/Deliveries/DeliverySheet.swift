// One delivery as its page shows it, and the line of it on the page of the dossier.

import Engine
import WorkTime

extension Deliveries {
    /// Somebody who can be named for a slot.
    public struct Person: Hashable, Sendable, Encodable {
        public let id: PersonID
        public let name: String
    }

    public struct AttemptLine: Hashable, Sendable, Encodable {
        public let at: LocalMinute
        public let who: String
        public let outcome: Outcome
        public let proof: Proof?
        public let hasGift: Bool
        /// What strengthens the proof; who may open it finds it in `pictures`.
        public let shown: [PictureKind]
    }

    public struct Sheet: Sendable, Encodable {
        public let dossier: String
        public let title: String
        public let status: Dossiers.Status
        public let terms: Terms
        /// `nil` when nothing was asked.
        public let standing: Standing?
        public let requestedAt: LocalMinute?
        public let wish: Slot?
        public let slot: Slot?
        public let carrier: Carrier?
        public let payer: Payer?
        public let hasGift: Bool
        public let officer: Person?
        /// For the counter and for who carries; never for others.
        public let recipient: Recipient?
        public let attempts: [AttemptLine]
        /// Tries of a code that are left.
        public let triesLeft: Int
        public let mayAsk: Bool
        public let maySchedule: Bool
        public let maySend: Bool
        /// Hand over, or write that it could not be.
        public let mayHand: Bool
        public let mayBringBack: Bool
        /// Handed over, but the counter has not completed the step of returning.
        public let awaitsCounter: Bool
        /// The result is ready and lies at the counter.
        public let isAtCounter: Bool
        /// Those that may be chosen, and who may carry.
        public let slots: [Slot]
        public let officers: [Person]
        /// Who asked, as proposed: the applicant of the dossier.
        public let proposal: Recipient?
        /// From the door, for the counter and who carries; never for others.
        public let pictures: [PictureLine]
        /// What the order owes for each way, and what is due of it now.
        public let charges: [Charge]
        public let due: Int
        public let mayTake: Bool
        /// What bringing costs today, where it may be asked for.
        public let fees: [FeeOffer]
        /// Of the next way after one that failed, where the counter says who pays.
        public let repeatFee: FeeOffer?
    }

    /// What the page of a dossier says.
    public struct Line: Sendable, Encodable {
        public let dossier: String
        public let standing: Standing?
        public let slot: Slot?
        public let awaitsCounter: Bool
        /// The citizen chose this way with the dossier, and nobody has asked yet to whom it goes.
        public let isChosen: Bool
    }
}
