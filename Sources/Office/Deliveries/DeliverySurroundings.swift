// What deciding on a delivery must know beside the delivery itself.

import Engine
import ProcessModel
import WorkTime

extension Deliveries {
    struct Surroundings {
        let person: PersonID
        /// Showed on /track to be the applicant, and has no account.
        let isCitizen: Bool
        /// Works at the counter of the dossier's office.
        let isClerk: Bool
        let status: Dossiers.Status
        let terms: Terms
        let plan: Plan
        let calendar: WorkCalendar
        /// The result has reached the counter.
        let isAtCounter: Bool
        /// Those who may carry on the day in question.
        let carriers: Set<PersonID>
        /// The code for the door as it is kept; `nil` when there is none any more.
        let code: String?
        let now: LocalMinute
        /// Marks of personal values that were put beside the ledger for this command.
        let marks: Marks
        /// Pictures that came in with the command.
        var pictures: [Attachments.Arrived] = []
        /// Of the dossier.
        var process: ProcessCode?
        /// The number that a payment of the dossier gets now.
        var payment = 1
    }

    /// What a command put beside the ledger.
    struct Marks {
        var recipient: PersonalMark?
        var code: PersonalMark?
        var receiver: PersonalMark?
    }

    /// Says what happens, or why it may not. Reads only its arguments.
    static func decide(
        _ act: Act, on delivery: Delivery?, in around: Surroundings
    ) throws(Rejection) -> [Event] {
        switch act {
        case .request(let entered): return try request(entered, on: delivery, in: around)
        case .schedule(let start, let officer):
            return try schedule(start, officer, on: try asked(delivery), in: around)
        case .send: return try send(try asked(delivery), in: around)
        case .fail(let outcome): return try fail(outcome, try asked(delivery), in: around)
        case .handOver(let handing): return try handOver(handing, try asked(delivery), in: around)
        case .back: return try bringBack(try asked(delivery), in: around)
        case .again(let payer): return try again(payer, try asked(delivery), in: around)
        case .take(let receipt): return try take(receipt, try asked(delivery), in: around)
        }
    }

    private static func asked(_ delivery: Delivery?) throws(Rejection) -> Delivery {
        guard let delivery else { throw .notPossible(.counter) }
        return delivery
    }
}
