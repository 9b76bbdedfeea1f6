// Reading one delivery. Found means allowed: the counter, its leaders, and who carries.

import Engine
import Ledger
import WorkTime

extension DeskReading {
    func deliverySheet(
        of code: String, for viewer: Viewer, at now: LocalMinute
    ) throws -> Deliveries.Sheet {
        let organisation = try organisation()
        let told = try told(Dossiers.Dossier.self, by: Dossiers.stream(of: code))
        guard let dossier = told?.state else { throw Deliveries.Rejection.unknown(code) }
        let delivery = try toldDelivery(code)?.state
        let office = dossier.registration.office
        let isCarrier = delivery?.officer == viewer.person
        guard
            isCarrier
                || organisation.mayReadDeliveries(viewer.person, of: office, on: viewer.today)
        else { throw Deliveries.Rejection.unknown(code) }
        let reading = DeliveryReading(
            dossier: dossier, delivery: delivery, organisation: organisation,
            terms: try deliveryTerms(of: dossier.registration, on: now.day),
            isClerk: organisation.mayRunDeliveries(viewer.person, of: office, on: viewer.today),
            isCarrier: isCarrier, now: now)
        let plan = try deliveryPlan(of: office)?.state ?? Deliveries.Plan()
        let mayAsk = reading.isClerk && Deliveries.mayAsk(delivery, reading.terms, dossier.status)
        return reading.sheet(
            recipient: try delivery.flatMap { try recipient(of: $0) },
            slots: reading.maySchedule || mayAsk
                ? plan.slots(from: now.day, try calendar()).filter { $0.end > now } : [],
            mayAsk: mayAsk,
            proposal: mayAsk && delivery == nil ? try applicant(of: dossier) : nil,
            pictures: try deliveryPictures(of: delivery, code),
            fees: mayAsk
                ? try deliveryFees(
                    of: dossier.registration, reading.terms.carriers, on: now.day) : [],
            repeatFee: delivery.flatMap {
                plan.fee(
                    of: dossier.registration.process, by: $0.request.carrier, isRepeat: true,
                    on: now.day)
            }.map(Deliveries.FeeOffer.init))
    }

    /// How many results somebody has to carry from a day on.
    func deliveriesToCarry(of person: PersonID, from day: DayNumber) throws -> Int {
        try rows(
            """
            SELECT count(*) AS n FROM delivery
            WHERE officer = ? AND slotDay >= ? AND standing IN ('scheduled', 'out')
            """, [.text(person.rawValue), SQLValue(day.number)]
        ).first?.int("n") ?? 0
    }

    /// For the page of a dossier that the viewer may see; `nil` where nothing is to be said.
    func deliveryLine(
        of dossier: Dossiers.Dossier, for viewer: Viewer
    ) throws -> Deliveries.Line? {
        let (organisation, registration) = (try organisation(), dossier.registration)
        guard
            organisation.mayReadDeliveries(
                viewer.person, of: registration.office, on: viewer.today)
        else { return nil }
        let delivery = try toldDelivery(registration.code)?.state
        let terms = try deliveryTerms(of: registration, on: viewer.today)
        if delivery == nil, !Deliveries.mayAsk(nil, terms, dossier.status) { return nil }
        return Deliveries.Line(
            dossier: registration.code, standing: delivery?.standing, slot: delivery?.slot,
            awaitsCounter: delivery?.standing == .delivered && dossier.status == .resultReady,
            isChosen: delivery == nil && [.home, .post].contains(registration.returnWay))
    }
}
