// Turns a delivery and its dossier into what one viewer is shown.

import Engine
import WorkTime

struct DeliveryReading {
    let dossier: Dossiers.Dossier
    let delivery: Deliveries.Delivery?
    let organisation: People.Organisation
    let terms: Deliveries.Terms
    let isClerk: Bool
    let isCarrier: Bool
    let now: LocalMinute

    private var isPost: Bool { delivery?.request.carrier == .post }
    private var isOpen: Bool { !dossier.status.isEnded && !terms.requiresPresence }

    private func stands(_ standings: Deliveries.Standing...) -> Bool {
        delivery.map { standings.contains($0.standing) } ?? false
    }

    var maySchedule: Bool {
        isClerk && isOpen && !isPost && stands(.requested, .scheduled, .failed)
    }

    /// The way before failed, and the next is not paid.
    private var mayBlame: Bool {
        guard let delivery, isClerk, stands(.failed, .scheduled), !delivery.attempts.isEmpty
        else { return false }
        return !(delivery.charges ?? []).contains {
            $0.attempt == delivery.nextAttempt && $0.taken != nil
        }
    }

    private var isAtCounter: Bool { dossier.itemAtCounter(in: organisation) != nil }

    private var maySend: Bool {
        guard isOpen, isAtCounter else { return false }
        if isPost { return isClerk && stands(.requested, .failed) }
        return isCarrier && stands(.scheduled) && delivery?.slot?.day == now.day
    }

    func sheet(
        recipient: Deliveries.Recipient?, slots: [Deliveries.Slot], mayAsk: Bool,
        proposal: Dossiers.Applicant?, pictures: [Deliveries.PictureLine] = [],
        fees: [Deliveries.FeeOffer] = [], repeatFee: Deliveries.FeeOffer? = nil
    ) -> Deliveries.Sheet {
        Deliveries.Sheet(
            dossier: dossier.registration.code, title: dossier.registration.title,
            status: dossier.status, terms: terms, standing: delivery?.standing,
            requestedAt: delivery?.requestedAt, wish: delivery?.request.wish,
            slot: delivery?.slot, carrier: delivery?.request.carrier,
            payer: delivery?.request.payer, hasGift: delivery?.request.hasGift ?? false,
            officer: delivery?.officer.map(person),
            recipient: isClerk || isCarrier ? recipient : nil,
            attempts: (delivery?.attempts ?? []).map(line),
            triesLeft: Deliveries.mistakesMaximum - (delivery?.mistakes ?? 0), mayAsk: mayAsk,
            maySchedule: maySchedule, maySend: maySend,
            mayHand: (isPost ? isClerk : isCarrier) && stands(.out),
            mayBringBack: isClerk && stands(.requested, .scheduled, .failed),
            awaitsCounter: stands(.delivered) && dossier.status == .resultReady,
            isAtCounter: isAtCounter, slots: slots,
            officers: maySchedule
                ? organisation.carriers(of: dossier.registration.office, on: now.day).map(person)
                : [],
            proposal: proposal.map {
                Deliveries.Recipient(name: $0.name, phone: $0.phone, address: $0.address)
            }, pictures: isClerk || isCarrier ? pictures : [],
            charges: delivery?.charges ?? [], due: delivery?.due ?? 0,
            mayTake: (isClerk || isCarrier) && (delivery?.due ?? 0) > 0, fees: fees,
            repeatFee: mayBlame ? repeatFee : nil)
    }

    private func line(of attempt: Deliveries.Attempt) -> Deliveries.AttemptLine {
        Deliveries.AttemptLine(
            at: attempt.at, who: person(attempt.by).name, outcome: attempt.outcome,
            proof: attempt.proof, hasGift: attempt.hasGift,
            shown: (delivery?.pictures ?? []).filter { $0.attempt == attempt.number }
                .map(\.kind))
    }

    private func person(_ id: PersonID) -> Deliveries.Person {
        Deliveries.Person(id: id, name: organisation.people[id]?.name ?? id.rawValue)
    }
}
