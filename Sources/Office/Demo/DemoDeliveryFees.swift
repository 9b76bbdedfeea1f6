// What deliveries cost in the demo, and who bears flowers and cards: invented, and said to be.

import Engine
import WorkTime

extension Demo {
    private static let feesSet = LocalMinute(startOf: Day.today - 31) + 7 * 60 + 45

    /// By the chair of each ward, before the first delivery is asked for.
    static func deliveryFees(
        of plan: Plan, _ organisation: People.Organisation
    ) -> [CodedAct] {
        var wards: [UnitID: PersonID] = [:]
        for planned in plan.dossiers {
            let (office, chair) = (planned.intake.office, PersonID("ct.\(planned.ward)"))
            if organisation.maySetSlots(chair, of: office, on: feesSet.day) {
                wards[office] = chair
            }
        }
        return wards.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { office, chair in
            planActs.map { act in
                CodedAct(at: feesSet, dossier: 0, actor: Actor(chair)) { _ in
                    .deliveries(.plan(office, act))
                }
            }
        }
    }

    private static var planActs: [Deliveries.PlanAct] {
        let rows: [(Deliveries.Carrier, Int, Deliveries.FeePayer)] = [
            (.officer, 15_000, .recipient), (.post, 26_000, .recipient),
            (.officer, 15_000, .atFault), (.post, 26_000, .atFault),
        ]
        return rows.map { carrier, amount, payer in
            .addFee(
                Deliveries.Fee(
                    carrier: carrier, amount: amount, payer: payer, from: feesSet.day,
                    source: "Mức phí hư cấu, chưa xác nhận"))
        } + [
            .setCentre(
                Deliveries.CostCentre(name: "Quỹ quà mừng khai sinh (hư cấu)", cost: 120_000))
        ]
    }
}
