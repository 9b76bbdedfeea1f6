// Leaving with the result, coming back with it, and handing it over.

import Engine
import WorkTime

extension Deliveries {
    static func send(
        _ delivery: Delivery, in around: Surroundings
    ) throws(Rejection) -> [Event] {
        try checkCarrier(of: delivery, in: around)
        if around.terms.requiresPresence { throw .presenceRequired }
        if around.status.isEnded { throw .dossierEnded(around.status) }
        let isPost = delivery.request.carrier == .post
        let starts: [Standing] = isPost ? [.requested, .failed] : [.scheduled]
        if !starts.contains(delivery.standing) { throw .notPossible(delivery.standing) }
        if around.status != .resultReady { throw .resultNotReady }
        if !around.isAtCounter { throw .resultNotAtCounter }
        if let slot = delivery.slot, slot.day != around.now.day { throw .otherDay(slot.day) }
        return [.sent(at: around.now, by: around.person)]
    }

    static func fail(
        _ outcome: Outcome, _ delivery: Delivery, in around: Surroundings
    ) throws(Rejection) -> [Event] {
        try checkOut(delivery, in: around)
        if outcome == .delivered { throw .proofMissing }
        return [.failed(attempt: attempt(outcome, of: delivery, in: around))]
    }

    /// The same check as at the counter (NĐ 61/2018 Đ6k2b), then the code, else a paper, else a
    /// signature or a photo. A wrong code is written down: it counts wherever it was entered.
    static func handOver(
        _ handing: Handing, _ delivery: Delivery, in around: Surroundings
    ) throws(Rejection) -> [Event] {
        try checkOut(delivery, in: around)
        if around.status.isEnded { throw .dossierEnded(around.status) }
        if !handing.identityChecked { throw .checkMissing(field: "identity") }
        if !handing.receiptChecked { throw .checkMissing(field: "receipt") }
        var attempt = attempt(.delivered, of: delivery, in: around)
        attempt.hasGift = handing.giftGiven && delivery.request.hasGift
        let pictures = try pictures(around.pictures, of: attempt.number)
        if !handing.code.isEmpty {
            if delivery.isCodeLocked { throw .codeLocked }
            guard let code = around.code, code == handing.code.filter({ !$0.isWhitespace }) else {
                return [.codeMistaken(at: around.now, by: around.person)]
            }
            attempt.proof = .code
            return delivered(attempt, pictures, in: around)
        }
        if handing.receiver.isEmpty, handing.paper.isEmpty {
            guard let proof = proof(by: pictures) else { throw .proofMissing }
            attempt.proof = proof
            return delivered(attempt, pictures, in: around)
        }
        if handing.receiver.allSatisfy(\.isWhitespace) { throw .checkMissing(field: "receiver") }
        if handing.receiver.count > nameMaximum { throw .textTooLong(field: "receiver") }
        let isPaper = handing.paper.allSatisfy { $0.isASCII && ($0.isNumber || $0.isLetter) }
        if handing.paper.count != paperDigits || !isPaper { throw .paperInvalid }
        attempt.proof = .paper
        attempt.receiver = around.marks.receiver
        return delivered(attempt, pictures, in: around)
    }

    /// With the pictures of the door, and who bears a present that was given.
    private static func delivered(
        _ attempt: Attempt, _ pictures: [Picture], in around: Surroundings
    ) -> [Event] {
        var events = [Event.delivered(attempt: attempt)]
        if !pictures.isEmpty {
            events.append(.proven(at: around.now, by: around.person, pictures: pictures))
        }
        if attempt.hasGift, let centre = around.plan.centre {
            events.append(.gifted(gift: Gift(attempt: attempt.number, centre: centre)))
        }
        return events
    }

    /// Who carries writes down what came of it; for the post the counter does.
    private static func checkCarrier(
        of delivery: Delivery, in around: Surroundings
    ) throws(Rejection) {
        switch delivery.request.carrier {
        case .post: if !around.isClerk { throw .mayNotRun }
        case .officer: if delivery.officer != around.person { throw .mayNotCarry }
        }
    }

    private static func checkOut(
        _ delivery: Delivery, in around: Surroundings
    ) throws(Rejection) {
        if delivery.standing == .delivered { throw .alreadyDelivered(delivery.changedAt) }
        try checkCarrier(of: delivery, in: around)
        if delivery.standing != .out { throw .notPossible(delivery.standing) }
        if delivery.attempts.count >= attemptsMaximum { throw .tooMany }
    }

    private static func attempt(
        _ outcome: Outcome, of delivery: Delivery, in around: Surroundings
    ) -> Attempt {
        Attempt(
            number: delivery.attempts.count + 1, at: around.now, by: around.person,
            sentAt: delivery.sentAt ?? around.now, slot: delivery.slot, outcome: outcome,
            proof: nil, receiver: nil, hasGift: false)
    }
}
