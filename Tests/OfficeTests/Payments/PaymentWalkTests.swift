// Random people do random things with payments: sums never go below nothing, nothing is paid twice,
// counters are what the ledger tells, and replay gives the same rows.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Random people and payments` {
    private func command(
        _ code: String, last: Int, _ office: DossierTestOffice,
        _ chance: inout DossierTestChance
    ) -> Payments.Command {
        let number = 1 + chance.below(last + 1)
        let amount = chance.pick([0, 1, 1_000, 8_000, 8_000, 8_000, 8_000, -1, 2_000_000_000])
        let reason = chance.pick(["Lệ phí", "Lệ phí", "", "=1+1", "<b>"])
        let text = chance.pick(["", "1", "BL 2", "BL 3", String(repeating: "9", count: 60)])
        let day = office.now.day + chance.pick([0, 0, 0, -1, 1])
        switch chance.below(7) {
        case 0, 1: return .ask(code, amount: amount, reason: reason)
        case 2: return .cancel(code, number, reason: reason)
        case 3, 4, 5:
            return .confirm(
                code, number,
                .init(
                    way: chance.pick(Payments.Way.allCases), amount: amount, day: day,
                    receipt: text, reference: text))
        default: return .refund(code, number, amount: amount, reason: reason, reference: text)
        }
    }

    /// What the bill as it stands allows: pay or cancel what waits, else ask, or give back a part.
    private func allowed(
        _ code: String, _ bill: Payments.Bill, _ today: DayNumber,
        _ chance: inout DossierTestChance
    ) -> Payments.Command {
        if let open = bill.open {
            if chance.below(5) == 0 { return .cancel(code, open.number, reason: "Yêu cầu nhầm") }
            return .confirm(
                code, open.number,
                .init(
                    way: chance.pick(Payments.Way.allCases), amount: open.amount, day: today,
                    receipt: "BL \(open.number)", reference: chance.pick(["", "FT 1"])))
        }
        let paid = bill.payments.filter { $0.state == .paid }
        if chance.below(3) == 0, !paid.isEmpty {
            let payment = chance.pick(paid)
            return .refund(
                code, payment.number,
                amount: 1 + chance.below(payment.amount - payment.refunded), reason: "Thu thừa",
                reference: "PC 1")
        }
        return .ask(
            code, amount: chance.pick([1_000, 8_000, 50_000]),
            reason: chance.pick(["Lệ phí", "=1"]))
    }

    private func expectSound(_ code: String, _ bill: Payments.Bill) {
        #expect(bill.payments.map(\.number) == bill.payments.indices.map { $0 + 1 })
        #expect(bill.payments.count { $0.state == .open } <= 1)
        for payment in bill.payments {
            #expect(payment.amount > 0 && payment.refunded >= 0)
            #expect(payment.refunded <= payment.amount, "\(code)")
            #expect(payment.paid == nil || payment.cancelled == nil)
            #expect(payment.paid != nil || payment.refunds.isEmpty)
        }
    }

    /// Sums of the tables against the bills.
    private func expectSums(_ bills: [Payments.Bill], in office: DossierTestOffice) async throws {
        let all = bills.flatMap(\.payments)
        let paid = all.filter { $0.paid != nil }
        let open = all.filter { $0.state == .open }
        let sums = [
            ("SELECT coalesce(sum(received), 0) AS n FROM paymentCount", paid.map(\.amount)),
            ("SELECT coalesce(sum(refunded), 0) AS n FROM paymentCount", paid.map(\.refunded)),
            (
                "SELECT coalesce(sum(receivedCount), 0) AS n FROM paymentCount",
                paid.map { _ in 1 }
            ),
            (
                "SELECT coalesce(sum(refundedCount), 0) AS n FROM paymentCount",
                paid.map(\.refunds.count)
            ),
            ("SELECT coalesce(sum(amount), 0) AS n FROM paymentOpen", open.map(\.amount)),
            ("SELECT coalesce(sum(count), 0) AS n FROM paymentOpen", open.map { _ in 1 }),
            ("SELECT count(*) AS n FROM payment", all.map { _ in 1 }),
            ("SELECT coalesce(sum(refunded), 0) AS n FROM payment", paid.map(\.refunded)),
        ]
        for (sql, values) in sums {
            #expect(try await office.number(sql) == values.reduce(0, +), "\(sql)")
        }
        let below = try await office.number(
            """
            SELECT count(*) AS n FROM paymentCount
            WHERE received < 0 OR refunded < 0 OR receivedCount < 0 OR refundedCount < 0
            """)
        #expect(below == 0)
    }

    @Test(arguments: [1, 2_017, 77_777])
    func `never take a fee twice nor give back more than came`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            try await office.openAccount()
            var chance = DossierTestChance(seed: seed)
            var codes: [String] = []
            for _ in 0..<4 { codes.append(try await office.receive()) }
            var done = 0
            for _ in 0..<400 {
                if chance.below(6) == 0 { office.sources.set(office.now + chance.below(2_000)) }
                let code = chance.pick(codes)
                var person: PersonID = chance.pick(["chi", "binh", "chi", "anh", "la", "ha"])
                let before = try await office.sequence()
                do {
                    let bill = try await office.bill(code)
                    let last = max(1, bill.payments.count)
                    var next = command(
                        code, last: chance.below(3) == 0 ? 3 : last - 1, office, &chance)
                    if chance.below(4) > 0 {
                        next = allowed(code, bill, office.now.day, &chance)
                        person = chance.pick(["chi", "binh"])
                    }
                    try await office.pay(next, by: person)
                    done += 1
                } catch is Payments.Rejection {
                    #expect(try await office.sequence() == before, "a refusal writes nothing")
                }
                expectSound(code, try await office.bill(code))
            }
            #expect(done > 200, "\(done) done of 400")
            var bills: [Payments.Bill] = []
            for code in codes { bills.append(try await office.bill(code)) }
            try await expectSums(bills, in: office)
            let lived = try await office.dumpOfPayments()
            try await PaymentRebuild.run(in: office)
            let told = try await office.dumpOfPayments()
            for table in Payments.tables { #expect(told[table] == lived[table], "\(table)") }
            let replay = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(replay.isClean, "\(replay.findings)")
            #expect(try await office.desk.store.read { try Verification.run($0) }.isClean)
        }
    }
}
