// What a citizen who showed to be the applicant sees and may do on /track.

import Engine
import Ledger
import WorkTime

extension Deliveries {
    public struct Offer: Sendable, Encodable {
        /// `nil` when nothing was asked.
        public let standing: Standing?
        public let slot: Slot?
        public let carrier: Carrier?
        /// When it was handed over or came back.
        public let changedAt: LocalMinute?
        /// What came of the last attempt.
        public let outcome: Outcome?
        /// For the door; `nil` while nothing is on its way.
        public let code: String?
        /// How results may come; empty where nothing may be asked now.
        public let carriers: [Carrier]
        public let hasGift: Bool
        /// Those that may be wished for.
        public let slots: [Slot]
        public let mayCancel: Bool
        /// Sent back with the form: that the applicant was shown to be one, a moment ago.
        public let proof: String
        /// What showed at the door that it was received: words alone, never the pictures.
        public let shown: [PictureKind]
        /// What the order owes; not who took it.
        public let fee: FeeOffer?
        public let due: Int
        /// What bringing costs today, where it may be asked for.
        public let fees: [FeeOffer]
    }

    /// Whether something may be asked, or changed, as things stand.
    static func mayAsk(_ delivery: Delivery?, _ terms: Terms, _ status: Dossiers.Status) -> Bool {
        let isFree = delivery.map { [.requested, .counter].contains($0.standing) } ?? true
        return isFree && terms.isOffered && !status.isEnded
    }
}

extension DeskReading {
    /// `nil` where nothing was asked and nothing may be.
    func deliveryOffer(
        of dossier: Dossiers.Dossier, proof: String, at now: LocalMinute
    ) throws -> Deliveries.Offer? {
        let registration = dossier.registration
        let delivery = try toldDelivery(registration.code)?.state
        let terms = try deliveryTerms(of: registration, on: now.day)
        let mayAsk = Deliveries.mayAsk(delivery, terms, dossier.status)
        if delivery == nil, !mayAsk { return nil }
        let showsCode = delivery.map { [.scheduled, .out].contains($0.standing) } ?? false
        return Deliveries.Offer(
            standing: delivery?.standing, slot: delivery?.slot,
            carrier: delivery?.request.carrier, changedAt: delivery?.changedAt,
            outcome: delivery?.attempts.last?.outcome,
            code: showsCode ? try deliveryText(delivery?.request.code) : nil,
            carriers: mayAsk ? terms.carriers : [], hasGift: terms.hasGift,
            slots: mayAsk ? try wishes(of: dossier, at: now) : [],
            mayCancel: delivery.map {
                [.requested, .scheduled, .failed].contains($0.standing)
            } ?? false, proof: proof,
            shown: (delivery?.pictures ?? [])
                .filter { $0.attempt == delivery?.attempts.last?.number }.map(\.kind),
            fee: delivery.flatMap { delivery in
                delivery.charges?.last.map { .init($0, by: delivery.request.carrier) }
            }, due: delivery?.due ?? 0,
            fees: mayAsk ? try deliveryFees(of: registration, terms.carriers, on: now.day) : [])
    }

    /// From tomorrow on, and not before the result is promised.
    func wishes(
        of dossier: Dossiers.Dossier, at now: LocalMinute
    ) throws -> [Deliveries.Slot] {
        let plan = try deliveryPlan(of: dossier.registration.office)?.state ?? Deliveries.Plan()
        let promised = dossier.status == .resultReady ? nil : dossier.registration.appointment?.day
        let first = max(now.day + 1, promised ?? now.day)
        let days = min(Deliveries.daysAhead, now.day + Deliveries.daysMaximum - first)
        return days < 1 ? [] : plan.slots(from: first, days: days, try calendar())
    }
}
