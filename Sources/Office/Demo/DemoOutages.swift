// Three invented outages of the last weeks: one of a ward and one of the whole house that were
// approved, and one that waits for approval.

import Engine
import WorkTime

extension Demo {
    static func outageActs(_ ward: Ward) -> [FreeAct] {
        func at(_ day: DayNumber, _ hour: Int, _ minute: Int) -> LocalMinute {
            LocalMinute(startOf: day) + (hour * 60 + minute)
        }
        let (power, network, system) = (Day.today - 14, Day.today - 7, Day.today - 1)
        let deputy = "pct.\(ward.slug)"
        let declarations: [Outages.Declaration] = [
            .init(
                kind: .power, scope: .office, unit: ward.office, from: at(power, 8, 30),
                until: at(power, 11, 0), reason: "Mất điện toàn phường (hư cấu)",
                evidence: "Thông báo 12/TB-ĐL (hư cấu)"),
            .init(
                kind: .network, scope: .all, unit: nil, from: at(network, 13, 30),
                until: at(network, 15, 0), reason: "Đứt cáp mạng chung (hư cấu)",
                evidence: "Biên bản 07/BB-CNTT (hư cấu)"),
            .init(
                kind: .system, scope: .office, unit: ward.office, from: at(system, 10, 0),
                until: at(system, 11, 0), reason: "Phần mềm không mở được (hư cấu)",
                evidence: "Phiếu báo lỗi 31 (hư cấu)"),
        ]
        return [
            FreeAct(power, 14, 0, by: deputy, .outages(.declare(declarations[0]))),
            FreeAct(power + 1, 9, 0, by: "ct.\(ward.slug)", .outages(.approve(1))),
            FreeAct(network, 16, 0, by: "quantri", .outages(.declare(declarations[1]))),
            FreeAct(network + 1, 9, 0, by: "ct.quan", .outages(.approve(2))),
            FreeAct(system, 14, 0, by: deputy, .outages(.declare(declarations[2]))),
        ]
    }
}
