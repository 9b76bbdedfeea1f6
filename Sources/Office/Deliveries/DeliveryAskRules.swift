// Asking for a delivery, putting it into a slot, and taking it back to the counter.

import Engine
import WorkTime

extension Deliveries {
    static func request(
        _ entered: Entered, on delivery: Delivery?, in around: Surroundings
    ) throws(Rejection) -> [Event] {
        if !around.isCitizen, !around.isClerk { throw .mayNotRun }
        if around.terms.requiresPresence { throw .presenceRequired }
        if !around.terms.isOffered { throw .notOffered }
        if around.status.isEnded { throw .dossierEnded(around.status) }
        switch delivery?.standing {
        case .scheduled?, .out?, .failed?: throw .underWay(delivery?.standing ?? .scheduled)
        case .delivered?: throw .alreadyDelivered(delivery?.changedAt ?? around.now)
        case .requested?, .counter?, nil: break
        }
        try check(entered, in: around)
        guard let recipient = around.marks.recipient, let code = around.marks.code else {
            throw .nameMissing
        }
        let wish = try entered.wish.map { (start) throws(Rejection) in
            try slot(at: start, in: around)
        }
        let fee = around.process.flatMap {
            around.plan.fee(of: $0, by: entered.carrier, on: around.now.day)
        }
        // Where the table has a row, it says who pays.
        let payer = fee.map { $0.payer == .office ? Payer.office : .recipient } ?? entered.payer
        let request = Request(
            recipient: recipient, code: code, wish: wish, carrier: entered.carrier,
            payer: payer, hasGift: entered.hasGift)
        return [.requested(at: around.now, by: around.person, request: request)]
            + charge(
                entered.carrier, attempt: delivery?.nextAttempt ?? 1, by: fee, payer: payer,
                on: delivery, in: around)
    }

    /// In the order of the form.
    private static func check(
        _ entered: Entered, in around: Surroundings
    ) throws(Rejection) {
        let recipient = entered.recipient
        if recipient.name.allSatisfy(\.isWhitespace) { throw .nameMissing }
        if recipient.name.count > nameMaximum { throw .textTooLong(field: "name") }
        if recipient.phone.isEmpty || !Dossiers.isPhone(recipient.phone) { throw .phoneInvalid }
        if recipient.address.allSatisfy(\.isWhitespace) { throw .addressMissing }
        if recipient.address.count > addressMaximum { throw .textTooLong(field: "address") }
        if !around.terms.carriers.contains(entered.carrier) { throw .carrierNotOffered }
        let mayGive = around.terms.hasGift && entered.carrier == .officer
        if entered.hasGift, !mayGive { throw .giftNotOffered }
    }

    /// The slot that begins then, if it is one of the office and still to come.
    private static func slot(
        at start: LocalMinute, in around: Surroundings
    ) throws(Rejection) -> Slot {
        guard let slot = around.plan.slot(at: start, around.calendar),
            slot.day <= around.now.day + daysMaximum
        else { throw .slotUnknown }
        if slot.end <= around.now { throw .slotPast }
        return slot
    }

    static func schedule(
        _ start: LocalMinute, _ officer: PersonID?, on delivery: Delivery,
        in around: Surroundings
    ) throws(Rejection) -> [Event] {
        if !around.isClerk { throw .mayNotRun }
        if around.terms.requiresPresence { throw .presenceRequired }
        if around.status.isEnded { throw .dossierEnded(around.status) }
        if delivery.request.carrier == .post { throw .postHasNoSlot }
        if ![.requested, .scheduled, .failed].contains(delivery.standing) {
            throw .notPossible(delivery.standing)
        }
        let slot = try slot(at: start, in: around)
        guard let carrier = officer ?? around.plan.officer(in: slot) else {
            throw .officerMissing
        }
        if !around.carriers.contains(carrier) { throw .officerUnknown }
        return [.scheduled(at: around.now, by: around.person, slot: slot, officer: carrier)]
    }

    /// What is out comes back with the outcome of an attempt.
    static func bringBack(
        _ delivery: Delivery, in around: Surroundings
    ) throws(Rejection) -> [Event] {
        if !around.isCitizen, !around.isClerk { throw .mayNotRun }
        if delivery.standing == .delivered { throw .alreadyDelivered(delivery.changedAt) }
        if ![.requested, .scheduled, .failed].contains(delivery.standing) {
            throw .notPossible(delivery.standing)
        }
        return [.broughtBack(at: around.now, by: around.person)]
    }
}
