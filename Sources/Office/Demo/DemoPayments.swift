// Fees of the last month before the demo opens: asked at intake, paid at the counter or by
// transfer, one given back, and some that still wait, for the visitor to try.

import Engine
import ProcessModel
import WorkTime

extension Demo {
    /// Of a thousand who owe a fee so many pay at the counter, and so many by transfer; the others
    /// have not paid yet.
    private static let cashShare = 550
    private static let transferShare = 330
    private static let firstFee = DayNumber(trusted: 2017, 7, 3)
    /// A bank that nobody runs: no transfer to it can reach anybody.
    private static let noBank = "999999"
    private static let administrator = Actor(PersonID("quantri"))
    private static let feeReason = "Lệ phí theo giấy tiếp nhận"

    static func payments(
        of plan: Plan, _ organisation: People.Organisation, _ calendar: WorkCalendar, seed: UInt64
    ) throws -> [CodedAct] {
        var chance = Chance(seed: seed, of: "payments")
        var acts: [CodedAct] = []
        var offices: [UnitID] = []
        var refund: CodedAct?
        for (index, planned) in plan.dossiers.enumerated() {
            let intake = planned.intake
            guard let fee = intake.fee, Payments.amounts.contains(fee),
                planned.received.day >= firstFee, let officer = planned.acts.first?.actor
            else { continue }
            if !offices.contains(intake.office) { offices.append(intake.office) }
            acts.append(
                CodedAct(
                    at: try calendar.adding(minutes: 3, to: planned.received), dossier: index,
                    actor: officer
                ) { .payments(.ask($0, amount: fee, reason: feeReason)) })
            let drawn = chance.below(1_000)
            guard
                let paid = try receiving(drawn, fee, planned, calendar, number: index + 1)
            else { continue }
            acts.append(
                CodedAct(at: paid.at, dossier: index, actor: officer) {
                    .payments(.confirm($0, 1, paid.receiving))
                })
            if refund == nil, paid.receiving.way == .cash, paid.at.day < Day.today - 3 {
                refund = CodedAct(
                    at: try calendar.adding(minutes: 600, to: paid.at), dossier: index,
                    actor: officer
                ) {
                    .payments(
                        .refund(
                            $0, 1, amount: fee, reason: "Thuộc diện được miễn (hư cấu)",
                            reference: "PC-0001"))
                }
            }
        }
        if let refund { acts.append(refund) }
        return accounts(of: offices, organisation) + acts
    }

    /// At the counter a few minutes later; by transfer on the day, found in the statement of the
    /// next working day. `nil` for who has not paid.
    private static func receiving(
        _ drawn: Int, _ fee: Int, _ planned: PlannedDossier, _ calendar: WorkCalendar, number: Int
    ) throws -> (at: LocalMinute, receiving: Payments.Receiving)? {
        let day = planned.received.day
        if drawn < cashShare {
            let at = try calendar.adding(minutes: 6, to: planned.received)
            return (
                at,
                Payments.Receiving(
                    way: .cash, amount: fee, day: at.day, receipt: "BL-\(number)")
            )
        }
        if drawn < cashShare + transferShare {
            let asked = try calendar.adding(minutes: 3, to: planned.received)
            let at = try calendar.adding(minutes: 480, to: asked)
            return (
                at,
                Payments.Receiving(
                    way: .statement, amount: fee, day: asked.day,
                    reference: "FT\(day.text.filter { $0 != "-" })\(number)")
            )
        }
        return nil
    }

    /// Where citizens transfer to, set before the first fee is asked.
    private static func accounts(
        of offices: [UnitID], _ organisation: People.Organisation
    ) -> [CodedAct] {
        offices.sorted { $0.rawValue < $1.rawValue }.enumerated().map { index, office in
            let name = Folding.fold(organisation.units[office]?.name ?? "").uppercased()
            let holder = String((name + " (HU CAU)").suffix(Payments.holderMaximum))
            let account = Payments.BankAccount(
                bank: noBank, number: "HUCAU\(100 + index)", holder: holder)
            return CodedAct(
                at: LocalMinute(startOf: firstFee) + 7 * 60 + 45, dossier: 0,
                actor: administrator
            ) { _ in .payments(.setAccount(office, account)) }
        }
    }
}
