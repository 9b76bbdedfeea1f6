// Statements of chance over payments of chance: in whatever form a bank gives it, what was
// transferred is found, and pasted again it changes nothing.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

/// A bank with habits of its own.
private struct Bank {
    let separator: String
    let head: [String]
    let hasDebit: Bool

    static let all = [
        Bank(
            separator: ",", head: ["Ngày giao dịch", "Ghi nợ", "Ghi có", "Diễn giải", "Số CT"],
            hasDebit: true),
        Bank(separator: ";", head: ["Date", "Amount", "Description", "Ref No"], hasDebit: false),
        Bank(
            separator: "\t",
            head: ["Thời gian", "Số tiền", "Nội dung chuyển khoản", "Mã giao dịch"],
            hasDebit: false),
    ]

    func text(_ rows: [[String]]) -> String {
        ([["Sao kê tài khoản"], head] + rows).map { row in
            row.map { field in
                field.contains(where: { "\",;\t\n".contains($0) })
                    ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
            }.joined(separator: separator)
        }.joined(separator: "\r\n")
    }

    func row(_ day: String, _ amount: String, _ words: String, _ reference: String) -> [String] {
        hasDebit ? [day, "", amount, words, reference] : [day, amount, words, reference]
    }
}

@Suite struct `Statements of chance` {
    /// How somebody may type the code, and what the bank puts around it.
    private func words(_ code: String, _ chance: inout DossierTestChance) -> String {
        let purpose = Payments.purpose(of: code)
        let typed = chance.pick([
            purpose, purpose.lowercased(), code, code.replacing("-", with: " "),
            code.replacing("-", with: "."), String(purpose.prefix(8)) + " " + purpose.dropFirst(8),
        ])
        return chance.pick([
            typed, "MBVCB.5512.\(typed).CT tu 0011 toi 0022", "nop le phi \(typed)",
            "\(typed)-030717-14:22:05 661213", "QR - \(typed), \"cam on\"", "FT17184 \(typed)\nCN",
        ])
    }

    private func amount(_ amount: Int, _ chance: inout DossierTestChance) -> String {
        let digits = String(amount)
        let grouped = digits.count > 3 ? "\(digits.dropLast(3)).\(digits.suffix(3))" : digits
        return chance.pick([
            digits, grouped, grouped.replacing(".", with: ","), "\(digits) VND", "+\(digits)",
            grouped.replacing(".", with: ",") + ".00",
        ])
    }

    @Test(arguments: [2, 2_017, 40_404])
    func `find what was transferred, once`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            var chance = DossierTestChance(seed: seed)
            var waiting: [(code: String, amount: Int)] = []
            for _ in 0..<40 {
                let code = try await office.receive()
                let amount = 1_000 * (1 + chance.below(900))
                try await office.ask(code, amount: amount)
                waiting.append((code, amount))
            }
            let bank = chance.pick(Bank.all)
            var (rows, expected): ([[String]], [Payments.Match]) = ([], [])
            for (number, payment) in waiting.enumerated() {
                let kind = chance.below(5)
                if kind == 0 { continue }
                let given = kind == 1 ? payment.amount + 1 : payment.amount
                rows.append(
                    bank.row(
                        chance.pick(["03/07/2017", "3/7/2017 09:12", "2017-07-03"]),
                        amount(given, &chance), words(payment.code, &chance), "FT\(number)"))
                expected.append(kind == 1 ? .wrongAmount : .matched)
            }
            let text = bank.text(rows)
            let table = try await read(text, in: office)
            #expect(table.lines.map(\.match) == expected, "\(text)")
            #expect(table.count(.matched) > 10 && table.count(.wrongAmount) > 1)
            try await confirm(table, in: office)
            let paid = try await office.number("SELECT sum(received) AS n FROM paymentCount")
            #expect(paid == table.matchedAmount)
            let again = try await read(text, in: office)
            #expect(again.matched.isEmpty)
            #expect(again.lines.map(\.match) == expected.map { $0 == .matched ? .already : $0 })
            #expect(again.lines.allSatisfy { !$0.isExtra })
            let sequence = try await office.sequence()
            try await confirm(table, in: office)
            #expect(try await office.sequence() == sequence, "confirmed twice, paid once")
            try await expectSettled(in: office)
        }
    }

    private func read(
        _ text: String, in office: DossierTestOffice
    ) async throws -> Payments.StatementTable {
        let statement = try Payments.statement(of: text)
        let viewer = try await office.viewer("chi")
        return try await office.desk.read { try $0.statementTable(of: statement, for: viewer) }
    }

    /// As the page does it; what is refused stops nothing.
    private func confirm(
        _ table: Payments.StatementTable, in office: DossierTestOffice
    ) async throws {
        for line in table.matched.compactMap({ Payments.ChosenLine($0) }) {
            let sent = try #require(Payments.ChosenLine(text: line.text))
            #expect(sent == line)
            do {
                try await office.pay(.confirm(sent.dossier, sent.number, sent.receiving))
            } catch let refusal as Payments.Rejection {
                #expect(refusal == .alreadyPaid(on: office.now.day))
            }
        }
    }

    /// The list that is downloaded adds up to the settlement, and that to what was paid.
    private func expectSettled(in office: DossierTestOffice) async throws {
        let (viewer, now) = (try await office.viewer("anh"), office.now)
        let period = try Payments.period("", today: now.day)
        let (settlement, movements) = try await office.desk.read { reading in
            (
                try reading.settlement(ofOffice: nil, period.span, for: viewer, at: now),
                try reading.movements(ofOffice: nil, period.span, for: viewer)
            )
        }
        #expect(settlement.receivedCount == movements.count && settlement.refunded == 0)
        #expect(settlement.received == movements.reduce(0) { $0 + $1.amount })
        #expect(settlement.net == settlement.received)
        #expect(movements.map(\.day.number) == movements.map(\.day.number).sorted())
        #expect(movements.allSatisfy { $0.way == .statement && !$0.isRefund })
        let open = try await office.number("SELECT count(*) AS n FROM payment WHERE state = 'open'")
        #expect(settlement.openCount == open)
    }
}

@Suite struct `The line of a form` {
    @Test(arguments: [
        "PA-170703-0001~1~8000~2017-07-03~FT1", "PA-170703-0001~1~8000~2017-07-03~",
        "PA-170703-0001~1~8000~2017-07-03~a~b~c",
    ])
    func `is read as it was written`(_ text: String) throws {
        let line = try #require(Payments.ChosenLine(text: text))
        #expect(line.text == text && line.dossier == "PA-170703-0001" && line.number == 1)
        #expect(line.receiving.way == .statement && line.receiving.amount == 8_000)
    }

    @Test(arguments: [
        "", "~", "~~~~", "a~1~1~2017-07-03", "a~x~1~2017-07-03~", "a~1~8.000~2017-07-03~",
        "a~1~1~03/07/2017~", "a~1~99999999999999999999~2017-07-03~",
    ])
    func `is none when it pays nothing`(_ text: String) {
        #expect(Payments.ChosenLine(text: text) == nil)
    }

    @Test(arguments: Payments.Match.allCases)
    func `is made of what matched alone`(_ match: Payments.Match) {
        let line = Payments.MatchedLine(
            line: .init(
                line: 1, day: LocalMinuteSample.day, amount: 8_000, description: "x",
                reference: String(repeating: "9", count: 80)),
            match: match, dossier: "PA-170703-0001", number: 1, asked: 8_000, isExtra: false)
        let chosen = Payments.ChosenLine(line)
        #expect((chosen != nil) == (match == .matched))
        if let chosen { #expect(chosen.receiving.reference.count == Payments.wordsMaximum) }
    }
}
