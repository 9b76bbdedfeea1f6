// Setting what deliveries cost and who bears presents; writing what an order owes, and that it was
// paid.

import Engine
import WorkTime

extension Deliveries {
    /// The rows of the table, and the cost centre. The same again says nothing.
    static func decideMoney(
        _ act: PlanAct, on plan: Plan, in around: PlanSurroundings
    ) throws(Rejection) -> [PlanEvent] {
        if !around.maySet { throw .mayNotPlan }
        switch act {
        case .addFee(let fee): return try add(fee, to: plan, in: around)
        case .endFee(let number, let until):
            guard let fee = plan.fees?.first(where: { $0.number == number }) else {
                throw .feeUnknown(number)
            }
            if fee.until == until { return [] }
            if until < around.now.day + -1 { throw .feeEndPast }
            if let last = fee.until, until > last { throw .feeEndLater(last) }
            return [
                .feeEnded(at: around.now, by: around.person, number: number, until: until)
            ]
        case .setCentre(let centre):
            if centre.name.allSatisfy(\.isWhitespace) { throw .centreMissing }
            if centre.name.count > centreMaximum { throw .textTooLong(field: "centre") }
            if !(0...feeMaximum).contains(centre.cost) { throw .amountInvalid(field: "cost") }
            if plan.centre == centre { return [] }
            return [.centreSet(at: around.now, by: around.person, centre: centre)]
        case .setSlots, .roster: return []
        }
    }

    private static func add(
        _ entered: Fee, to plan: Plan, in around: PlanSurroundings
    ) throws(Rejection) -> [PlanEvent] {
        let fees = plan.fees ?? []
        if !around.knowsProcess { throw .processUnknown }
        if !(0...feeMaximum).contains(entered.amount) { throw .amountInvalid(field: "amount") }
        if let until = entered.until, until < entered.from { throw .feeDaysInvalid }
        if entered.source.allSatisfy(\.isWhitespace) { throw .sourceMissing }
        if entered.source.count > sourceMaximum { throw .textTooLong(field: "source") }
        if fees.count >= feesMaximum { throw .tooManyFees }
        if let other = fees.first(where: { $0.collides(with: entered) }) {
            throw .feeOverlaps(other.number)
        }
        var fee = entered
        fee.number = (fees.map(\.number).max() ?? 0) + 1
        return [.feeAdded(at: around.now, by: around.person, fee: fee)]
    }

    /// What the next way costs by the table of today. Nothing is owed where no row says so, or
    /// where that way was paid already.
    static func charge(
        _ carrier: Carrier, attempt: Int, by fee: Fee?, payer: Payer, on delivery: Delivery?,
        in around: Surroundings
    ) -> [Event] {
        guard let fee else { return [] }
        let charges = delivery?.charges ?? []
        if charges.contains(where: { $0.attempt == attempt && $0.taken != nil }) { return [] }
        return [
            .charged(
                at: around.now, by: around.person,
                charge: Charge(
                    attempt: attempt, amount: fee.amount, payer: payer, fee: fee.number,
                    source: fee.source))
        ]
    }

    /// The counter says who is at fault that the way before failed: that one pays the next.
    static func again(
        _ payer: Payer, _ delivery: Delivery, in around: Surroundings
    ) throws(Rejection) -> [Event] {
        if !around.isClerk { throw .mayNotRun }
        let isFailed = delivery.attempts.last.map { $0.outcome != .delivered } ?? false
        if ![.failed, .scheduled].contains(delivery.standing) || !isFailed {
            throw .notPossible(delivery.standing)
        }
        let carrier = delivery.request.carrier
        let fee = around.process.flatMap {
            around.plan.fee(of: $0, by: carrier, isRepeat: true, on: around.now.day)
        }
        guard let fee else { throw .repeatFree }
        let known = delivery.charges?.first { $0.attempt == delivery.nextAttempt }
        if known?.taken != nil { throw .alreadyTaken }
        if known?.payer == payer, known?.fee == fee.number { return [] }
        return charge(
            carrier, attempt: delivery.nextAttempt, by: fee, payer: payer, on: delivery,
            in: around)
    }

    /// All that is due, by who carries or by the counter, with a receipt.
    static func take(
        _ receipt: String, _ delivery: Delivery, in around: Surroundings
    ) throws(Rejection) -> [Event] {
        if !around.isClerk, delivery.officer != around.person { throw .mayNotCarry }
        if delivery.due == 0 { throw .nothingDue }
        if receipt.allSatisfy(\.isWhitespace) { throw .receiptMissing }
        if receipt.count > receiptMaximum { throw .textTooLong(field: "number") }
        return [
            .paid(
                attempts: (delivery.charges ?? []).filter(\.isDue).map(\.attempt),
                amount: delivery.due,
                taken: Taken(
                    at: around.now, by: around.person, receipt: receipt,
                    payment: around.payment))
        ]
    }
}
