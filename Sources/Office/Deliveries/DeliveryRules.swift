// What may be done with deliveries, what then happens, and why it may not.

import Engine
import WorkTime

extension Deliveries {
    public enum Command: Sendable {
        /// On the delivery of the dossier of that code.
        case order(String, Act)
        /// On the slots and the roster of an office.
        case plan(UnitID, PlanAct)
    }

    public enum Act: Sendable {
        /// Asks for it, changes what was asked, or asks anew after it went back.
        case request(Entered)
        /// Also after an attempt that failed. The officer of the roster when none is named.
        case schedule(LocalMinute, officer: PersonID?)
        /// The carrier leaves with the result.
        case send
        case fail(Outcome)
        case handOver(Handing)
        /// The citizen fetches the result.
        case back
        /// Who pays the next way, after one that failed.
        case again(Payer)
        /// What is due was paid; the number of the receipt.
        case take(receipt: String)
    }

    public enum PlanAct: Sendable {
        case setSlots([SlotRule])
        /// `nil` takes the officer out of the slot.
        case roster(LocalMinute, officer: PersonID?)
        case addFee(Fee)
        case endFee(Int, until: DayNumber)
        case setCentre(CostCentre)
    }

    /// What was asked for, as it was sent.
    public struct Entered: Hashable, Sendable {
        public var recipient: Recipient
        /// Start of the wished slot; `nil` for any time.
        public var wish: LocalMinute?
        public var carrier: Carrier
        public var payer: Payer
        public var hasGift: Bool

        public init(
            recipient: Recipient, wish: LocalMinute? = nil, carrier: Carrier = .officer,
            payer: Payer = .recipient, hasGift: Bool = false
        ) {
            self.recipient = recipient
            self.wish = wish
            self.carrier = carrier
            self.payer = payer
            self.hasGift = hasGift
        }
    }

    /// What the carrier saw at the door.
    public struct Handing: Hashable, Sendable {
        /// Code of the citizen; empty when a paper was shown instead.
        public var code: String
        public var receiver: String
        /// Last signs of the paper.
        public var paper: String
        public var identityChecked: Bool
        public var receiptChecked: Bool
        public var giftGiven: Bool
        /// Under which its pictures came in; empty without any.
        public var files: String

        public init(
            code: String = "", receiver: String = "", paper: String = "",
            identityChecked: Bool = true, receiptChecked: Bool = true, giftGiven: Bool = false,
            files: String = ""
        ) {
            self.code = code
            self.receiver = receiver
            self.paper = paper
            self.identityChecked = identityChecked
            self.receiptChecked = receiptChecked
            self.giftGiven = giftGiven
            self.files = files
        }
    }

    /// Shapes are for ever: a new fact is a new case.
    public enum Event: Hashable, Sendable, Codable {
        case requested(at: LocalMinute, by: PersonID, request: Request)
        case scheduled(at: LocalMinute, by: PersonID, slot: Slot, officer: PersonID)
        case sent(at: LocalMinute, by: PersonID)
        case codeMistaken(at: LocalMinute, by: PersonID)
        case failed(attempt: Attempt)
        case delivered(attempt: Attempt)
        case broughtBack(at: LocalMinute, by: PersonID)
        case proven(at: LocalMinute, by: PersonID, pictures: [Picture])
        case gifted(gift: Gift)
        case charged(at: LocalMinute, by: PersonID, charge: Charge)
        case paid(attempts: [Int], amount: Int, taken: Taken)
    }

    public enum PlanEvent: Hashable, Sendable, Codable {
        case slotsSet(at: LocalMinute, by: PersonID, rules: [SlotRule])
        case rostered(at: LocalMinute, by: PersonID, slot: Slot, officer: PersonID?)
        case feeAdded(at: LocalMinute, by: PersonID, fee: Fee)
        case feeEnded(at: LocalMinute, by: PersonID, number: Int, until: DayNumber)
        case centreSet(at: LocalMinute, by: PersonID, centre: CostCentre)
    }
}
