// The slots and the roster of an office at the desk.

import Engine
import Ledger
import WorkTime

extension DeskReading {
    func deliveryPlan(of office: UnitID) throws -> Told<Deliveries.Plan>? {
        try told(Deliveries.Plan.self, by: Deliveries.planStream(of: office))
    }
}

extension DeskWork {
    func perform(_ act: Deliveries.PlanAct, for office: UnitID) throws -> DeskAnswer {
        let organisation = try reading.organisation()
        guard let person = order.actor?.person, organisation.units[office]?.kind == .committee,
            organisation.mayReadDeliveries(person, of: office, on: today)
        else { throw Deliveries.Rejection.officeUnknown(office.rawValue) }
        var carriers: Set<PersonID> = []
        if case .roster(let start, let officer?) = act,
            organisation.mayCarry(officer, for: office, on: start.day)
        {
            carriers = [officer]
        }
        var knowsProcess = true
        if case .addFee(let fee) = act, let process = fee.process {
            knowsProcess = try reading.procedure(process) != nil
        }
        let told = try reading.deliveryPlan(of: office)
        var plan = told?.state ?? Deliveries.Plan()
        let events = try Deliveries.decide(
            act, on: plan,
            in: Deliveries.PlanSurroundings(
                person: person,
                mayRun: organisation.mayRunDeliveries(person, of: office, on: today),
                maySet: organisation.maySetSlots(person, of: office, on: today),
                calendar: try reading.calendar(), carriers: carriers, now: now,
                knowsProcess: knowsProcess))
        for event in events { plan.apply(event) }
        let drafts = try events.map { event in
            let entry = try EventEncoding.entry(of: event, feature: Deliveries.planFeature)
            return NewEntry(entry.type, entry.payload)
        }
        let head = try write(
            drafts, stream: Deliveries.planStream(of: office), after: told?.head, office: office)
        try keep(plan, after: told?.head.version ?? 0, head: head)
        return DeskAnswer(head)
    }
}
