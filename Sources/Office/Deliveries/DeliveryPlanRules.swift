// Setting the slots of an office, and naming who carries in one.

import Engine
import WorkTime

extension Deliveries {
    /// What deciding on a plan must know beside it.
    struct PlanSurroundings {
        let person: PersonID
        let mayRun: Bool
        let maySet: Bool
        let calendar: WorkCalendar
        /// Those who may carry on the day of the slot.
        let carriers: Set<PersonID>
        let now: LocalMinute
        /// A procedure that is named is one of the house.
        var knowsProcess = true
    }

    static let rulesMaximum = 6

    /// Says what happens, or why it may not; the same again says nothing.
    static func decide(
        _ act: PlanAct, on plan: Plan, in around: PlanSurroundings
    ) throws(Rejection) -> [PlanEvent] {
        switch act {
        case .setSlots(let rules):
            if !around.maySet { throw .mayNotPlan }
            if rules.isEmpty { throw .rulesMissing }
            if rules.count > rulesMaximum { throw .ruleInvalid(row: rulesMaximum + 1) }
            for (index, rule) in rules.enumerated() {
                let isForward = rule.first.rawValue <= rule.last.rawValue
                if !isForward || rule.from >= rule.through { throw .ruleInvalid(row: index + 1) }
            }
            if plan.rules == rules { return [] }
            return [.slotsSet(at: around.now, by: around.person, rules: rules)]
        case .roster(let start, let officer):
            if !around.mayRun, !around.maySet { throw .mayNotPlan }
            guard let slot = plan.slot(at: start, around.calendar),
                slot.day <= around.now.day + daysMaximum
            else { throw .slotUnknown }
            if slot.end <= around.now { throw .slotPast }
            if let officer, !around.carriers.contains(officer) { throw .officerUnknown }
            if plan.officer(in: slot) == officer { return [] }
            return [
                .rostered(at: around.now, by: around.person, slot: slot, officer: officer)
            ]
        case .addFee, .endFee, .setCentre: return try decideMoney(act, on: plan, in: around)
        }
    }
}
