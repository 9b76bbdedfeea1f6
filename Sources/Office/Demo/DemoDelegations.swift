// One invented delegation: the chairman of a ward lets an officer sign in one field for a month.

import Engine
import WorkTime

extension Demo {
    static func delegationActs(_ ward: Ward) -> [FreeAct] {
        let leader = "ct.\(ward.slug)"
        let grant = Delegations.Grant(
            leader: PersonID(leader), delegate: PersonID("vp.\(ward.slug)"), office: ward.office,
            form: .authorisation, fields: ["Hộ tịch"], from: Day.today - 8,
            through: Day.today + 30, document: "05/UQ-UBND (hư cấu)")
        return [FreeAct(Day.today - 11, 9, 0, by: leader, .delegations(.give(grant)))]
    }
}
