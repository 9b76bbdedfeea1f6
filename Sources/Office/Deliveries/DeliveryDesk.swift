// Deliveries at the desk: load, decide, append, and the dossier's step of returning with it.

import Engine
import Ledger
import WorkTime

extension DeskReading {
    func toldDelivery(_ code: String) throws -> Told<Deliveries.Delivery>? {
        try told(Deliveries.Delivery.self, by: Deliveries.stream(of: code))
    }

    /// What the sheet of a procedure says: of today, else of the day of receipt.
    func deliveryTerms(
        of registration: Dossiers.Registration, on day: DayNumber
    ) throws -> Deliveries.Terms {
        let procedure = try procedure(registration.process)
        let issue = procedure?.issue(on: day) ?? procedure?.issue(on: registration.receivedAt.day)
        return Deliveries.Terms(issue?.sheet)
    }

    /// A personal value of a delivery; `nil` when it is gone.
    func deliveryText(_ mark: PersonalMark?) throws -> String? {
        guard let mark, case .kept(let text, _)? = try reader.personal(id: mark.id) else {
            return nil
        }
        return text
    }

    func recipient(of delivery: Deliveries.Delivery) throws -> Deliveries.Recipient? {
        try deliveryText(delivery.request.recipient).map { try Deliveries.Recipient(text: $0) }
    }
}

extension DeskWork {
    func perform(_ command: Deliveries.Command) throws -> DeskAnswer {
        switch command {
        case .order(let code, let act): try perform(act, on: code)
        case .plan(let office, let act): try perform(act, for: office)
        }
    }

    private func perform(_ act: Deliveries.Act, on code: String) throws -> DeskAnswer {
        guard let person = order.actor?.person else { throw Deliveries.Rejection.mayNotRun }
        let stream = Dossiers.stream(of: code)
        guard let dossier = try reading.told(Dossiers.Dossier.self, by: stream) else {
            throw Deliveries.Rejection.unknown(code)
        }
        let registration = dossier.state.registration
        let told = try reading.toldDelivery(code)
        try checkSight(of: told?.state, registration, person)
        let marks = try keep(act, of: code, version: (told?.head.version ?? 0) + 1)
        let waiting = try waitingPictures(of: act)
        var around = try surroundings(of: dossier.state, told?.state, act, person, marks)
        around.pictures = waiting.map { $0.arrived() }
        around.payment = (try reading.bill(of: code)?.state.payments.count ?? 0) + 1
        let events = try Deliveries.decide(act, on: told?.state, in: around)
        guard
            let after = events.reduce(told?.state, { Deliveries.Delivery.after($1, $0) })
        else { throw Deliveries.Rejection.unknown(code) }
        if after.standing == .delivered, told?.state.standing != .delivered {
            try finish(dossier)
        }
        for case .paid(_, let amount, let taken) in events {
            try take(amount, taken, for: registration)
        }
        try file(events, from: waiting, of: code)
        let head = try write(
            try events.map { event in
                let entry = try EventEncoding.entry(of: event, feature: Deliveries.feature)
                return NewEntry(entry.type, entry.payload)
            }, stream: Deliveries.stream(of: code), after: told?.head,
            office: registration.office)
        try keep(after, after: told?.head.version ?? 0, head: head)
        try forget(told?.state, after)
        try DeliveryTables(transaction: transaction, registration: registration)
            .write(after, before: told?.state, recipient: try reading.recipient(of: after))
        return DeskAnswer(head)
    }

    /// Others than the counter, the leaders and the carrier find nothing.
    private func checkSight(
        of delivery: Deliveries.Delivery?, _ registration: Dossiers.Registration,
        _ person: PersonID
    ) throws {
        if person == Deliveries.citizen.person || delivery?.officer == person { return }
        let organisation = try reading.organisation()
        if !organisation.mayReadDeliveries(person, of: registration.office, on: today) {
            throw Deliveries.Rejection.unknown(registration.code)
        }
    }

    private func surroundings(
        of dossier: Dossiers.Dossier, _ delivery: Deliveries.Delivery?, _ act: Deliveries.Act,
        _ person: PersonID, _ marks: Deliveries.Marks
    ) throws -> Deliveries.Surroundings {
        let organisation = try reading.organisation()
        let office = dossier.registration.office
        var carriers: Set<PersonID> = []
        let plan = try reading.deliveryPlan(of: office)?.state ?? Deliveries.Plan()
        if case .schedule(let start, let officer) = act {
            let named = [officer] + plan.roster.map(\.officer)
            carriers = Set(
                named.compactMap { $0 }
                    .filter { organisation.mayCarry($0, for: office, on: start.day) })
        }
        return Deliveries.Surroundings(
            person: person, isCitizen: person == Deliveries.citizen.person,
            isClerk: organisation.mayRunDeliveries(person, of: office, on: today),
            status: dossier.status,
            terms: try reading.deliveryTerms(of: dossier.registration, on: today), plan: plan,
            calendar: try reading.calendar(),
            isAtCounter: dossier.itemAtCounter(in: organisation) != nil, carriers: carriers,
            code: try reading.deliveryText(delivery?.request.code), now: now, marks: marks,
            process: dossier.registration.process)
    }
}
