// What may be done with payments, in the order in which it is asked.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `The rules of payments` {
    private static let now = LocalMinute("2017-07-03T09:00") ?? LocalMinute(rawValue: 0)
    private static let code = "PA-170703-0001"

    private static func receiving(
        _ amount: Int = 8_000, day: DayNumber = now.day, way: Payments.Way = .cash,
        receipt: String = "BL 01", reference: String = ""
    ) -> Payments.Receiving {
        .init(way: way, amount: amount, day: day, receipt: receipt, reference: reference)
    }

    /// The bill after these commands, each a minute later.
    private static func bill(_ commands: Payments.Command...) throws -> Payments.Bill {
        var bill = Payments.Bill()
        for (minutes, command) in commands.enumerated() {
            for event in try Payments.decide(command, on: bill, by: "chi", at: now + minutes) {
                bill.apply(event)
            }
        }
        return bill
    }

    private static let ask = Payments.Command.ask(code, amount: 8_000, reason: "Bản sao")
    private static let confirm = Payments.Command.confirm(code, 1, receiving())

    private func decide(
        _ command: Payments.Command, on bill: Payments.Bill, at moment: LocalMinute = now
    ) throws -> [Payments.Event] {
        try Payments.decide(command, on: bill, by: "chi", at: moment)
    }

    @Test func `a fee is asked, paid and given back, and each says by whom`() throws {
        let bill = try Self.bill(
            Self.ask, Self.confirm,
            .refund(Self.code, 1, amount: 3_000, reason: "Thu thừa", reference: "PC 1"),
            .refund(Self.code, 1, amount: 5_000, reason: "Rút hồ sơ", reference: ""))
        let payment = try #require(bill[1])
        #expect(payment.askedBy == "chi" && payment.askedAt == Self.now)
        #expect(payment.paid?.receipt == "BL 01" && payment.paid?.at == Self.now + 1)
        #expect(payment.refunds.map(\.amount) == [3_000, 5_000] && payment.refunded == 8_000)
        #expect(payment.state == .refunded && bill.open == nil)
        #expect(bill[2] == nil)
    }

    @Test func `states follow from what happened`() throws {
        #expect(try Self.bill(Self.ask)[1]?.state == .open)
        #expect(try Self.bill(Self.ask, Self.confirm)[1]?.state == .paid)
        let partly = try Self.bill(
            Self.ask, Self.confirm,
            .refund(Self.code, 1, amount: 7_999, reason: "x", reference: ""))
        #expect(partly[1]?.state == .paid, "not given back whole")
        let cancelled = try Self.bill(Self.ask, .cancel(Self.code, 1, reason: "Nhầm"))
        #expect(cancelled[1]?.state == .cancelled && cancelled.open == nil)
    }

    @Test func `the next fee may be asked once none waits`() throws {
        let bill = try Self.bill(Self.ask, Self.confirm, Self.ask)
        #expect(bill.payments.map(\.number) == [1, 2] && bill.open?.number == 2)
        let after = try Self.bill(Self.ask, .cancel(Self.code, 1, reason: "x"), Self.ask)
        #expect(after.open?.number == 2)
    }

    private static let refused:
        [(String, [Payments.Command], Payments.Command, Payments.Rejection)] =
            [
                ("nothing", [], .ask(code, amount: 0, reason: "x"), .amountInvalid),
                ("less", [], .ask(code, amount: -8_000, reason: "x"), .amountInvalid),
                ("too much", [], .ask(code, amount: 1_000_000_001, reason: "x"), .amountInvalid),
                ("no reason", [], .ask(code, amount: 1, reason: ""), .reasonMissing),
                ("blank", [], .ask(code, amount: 1, reason: " \n\t "), .reasonMissing),
                (
                    "long", [], .ask(code, amount: 1, reason: String(repeating: "ợ", count: 201)),
                    .reasonTooLong
                ),
                ("two at once", [ask], ask, .alreadyOpen(amount: 8_000)),
                ("nobody's", [], confirm, .unknown("1")),
                ("another's", [ask], .confirm(code, 2, receiving()), .unknown("2")),
                ("twice", [ask, confirm], confirm, .alreadyPaid(on: now.day)),
                (
                    "cancelled", [ask, .cancel(code, 1, reason: "x")], confirm, .alreadyCancelled
                ),
                (
                    "too little", [ask], .confirm(code, 1, receiving(7_999)),
                    .amountDiffers(asked: 8_000, given: 7_999)
                ),
                (
                    "too much paid", [ask], .confirm(code, 1, receiving(8_001)),
                    .amountDiffers(asked: 8_000, given: 8_001)
                ),
                (
                    "tomorrow", [ask], .confirm(code, 1, receiving(day: now.day + 1)),
                    .dayAhead(now.day + 1)
                ),
                (
                    "yesterday", [ask], .confirm(code, 1, receiving(day: now.day - 1)),
                    .dayBeforeAsking(now.day)
                ),
                ("no receipt", [ask], .confirm(code, 1, receiving(receipt: "")), .receiptMissing),
                (
                    "seen, no receipt", [ask],
                    .confirm(code, 1, receiving(way: .bank, receipt: "")),
                    .receiptMissing
                ),
                (
                    "long receipt", [ask],
                    .confirm(code, 1, receiving(receipt: String(repeating: "1", count: 51))),
                    .wordsTooLong(field: "receipt")
                ),
                (
                    "long reference", [ask],
                    .confirm(code, 1, receiving(reference: String(repeating: "1", count: 51))),
                    .wordsTooLong(field: "reference")
                ),
                (
                    "cancel what is paid", [ask, confirm], .cancel(code, 1, reason: "x"),
                    .alreadyPaid(on: now.day)
                ),
                (
                    "cancel twice", [ask, .cancel(code, 1, reason: "x")],
                    .cancel(code, 1, reason: "x"), .alreadyCancelled
                ),
                ("cancel why", [ask], .cancel(code, 1, reason: ""), .reasonMissing),
                ("cancel nothing", [], .cancel(code, 1, reason: "x"), .unknown("1")),
                (
                    "refund what waits", [ask],
                    .refund(code, 1, amount: 1, reason: "x", reference: ""), .notPaid
                ),
                (
                    "refund nothing", [ask, confirm],
                    .refund(code, 1, amount: 0, reason: "x", reference: ""), .amountInvalid
                ),
                (
                    "refund too much", [ask, confirm],
                    .refund(code, 1, amount: 8_001, reason: "x", reference: ""),
                    .refundTooLarge(left: 8_000)
                ),
                (
                    "refund beyond",
                    [
                        ask, confirm, .refund(code, 1, amount: 8_000, reason: "x", reference: ""),
                    ], .refund(code, 1, amount: 1, reason: "x", reference: ""),
                    .refundTooLarge(left: 0)
                ),
                (
                    "refund why", [ask, confirm],
                    .refund(code, 1, amount: 1, reason: " ", reference: ""), .reasonMissing
                ),
                (
                    "refund paper", [ask, confirm],
                    .refund(
                        code, 1, amount: 1, reason: "x",
                        reference: String(repeating: "1", count: 51)),
                    .wordsTooLong(field: "reference")
                ),
            ]

    @Test(arguments: refused.indices)
    func `what may not be done is refused with its reason`(_ index: Int) throws {
        let (name, before, command, rejection) = Self.refused[index]
        var bill = Payments.Bill()
        for command in before {
            for event in try decide(command, on: bill) { bill.apply(event) }
        }
        #expect(throws: rejection, "\(name)") { try decide(command, on: bill) }
        #expect(!rejection.sentence.vi.isEmpty && !rejection.sentence.en.isEmpty)
        #expect(rejection.code.hasPrefix("payments."))
    }

    @Test func `a transfer that a statement shows needs no receipt yet`() throws {
        let events = try decide(
            .confirm(Self.code, 1, Self.receiving(way: .statement, receipt: "")),
            on: try Self.bill(Self.ask))
        #expect(events.count == 1)
    }

    @Test func `a dossier has at most a hundred payments`() throws {
        var bill = Payments.Bill()
        for number in 1...100 {
            for command in [Self.ask, .cancel(Self.code, number, reason: "x")] {
                for event in try decide(command, on: bill) { bill.apply(event) }
            }
        }
        #expect(throws: Payments.Rejection.tooMany) { try decide(Self.ask, on: bill) }
    }

    @Test func `an event is told as it was decided`() throws {
        var bill = Payments.Bill()
        let commands: [Payments.Command] = [
            Self.ask, Self.confirm,
            .refund(Self.code, 1, amount: 1, reason: "x", reference: "y"), Self.ask,
            .cancel(Self.code, 2, reason: "z"),
        ]
        var types: [String] = []
        for command in commands {
            for event in try decide(command, on: bill) {
                bill.apply(event)
                let entry = try EventEncoding.entry(of: event, feature: Payments.feature)
                types.append(entry.type)
                let again = try EventDecoding.event(
                    Payments.Event.self, entryType: entry.type, payload: entry.payload,
                    feature: Payments.feature)
                #expect(again == event)
            }
        }
        #expect(
            types == [
                "payment.asked", "payment.confirmed", "payment.refunded", "payment.asked",
                "payment.cancelled",
            ])
        let bytes = try StreamState.bytes(of: bill)
        let state = try EventDecoding.value(
            Payments.Bill.self, from: .nested(try Payload(decoding: bytes)))
        #expect(state == bill)
    }

    /// An event about a payment that is not there changes nothing.
    @Test func `applying never refuses`() {
        var bill = Payments.Bill()
        bill.apply(
            .cancelled(number: 9, cancellation: .init(at: Self.now, by: "chi", reason: "x")))
        #expect(bill == Payments.Bill())
    }
}

@Suite struct `The rules of an office's account` {
    private static let now = LocalMinute("2017-07-03T09:00") ?? LocalMinute(rawValue: 0)
    private static let sound = Payments.BankAccount(
        bank: "970436", number: "1234567", holder: "UBND PHUONG A")

    private func decide(
        _ account: Payments.BankAccount, on book: Payments.AccountBook = .init()
    ) throws -> [Payments.AccountEvent] {
        try Payments.decide(account, on: book, by: "quantri", at: Self.now)
    }

    @Test func `an account is set, and the same again says nothing`() throws {
        var book = Payments.AccountBook()
        for event in try decide(Self.sound) { book.apply(event) }
        #expect(book.current == Self.sound && book.versions.first?.by == "quantri")
        #expect(try decide(Self.sound, on: book).isEmpty)
        var other = Self.sound
        other.number = "7654321"
        for event in try decide(other, on: book) { book.apply(event) }
        #expect(book.current == other && book.versions.count == 2, "the earlier one is kept")
    }

    @Test(arguments: [
        ("97043", "1", "A", Payments.Rejection.bankInvalid), ("", "1", "A", .bankInvalid),
        ("97O436", "1", "A", .bankInvalid), ("970436", "", "A", .accountInvalid),
        ("970436", "12 34", "A", .accountInvalid), ("970436", "1", "", .holderInvalid),
        ("970436", "1", "UBND PHƯỜNG A", .holderInvalid),
        ("970436", "1", String(repeating: "A", count: 71), .holderInvalid),
        ("970436", "1", "A\nB", .holderInvalid),
    ])
    func `what no bank would show is refused`(
        _ bank: String, _ number: String, _ holder: String, _ rejection: Payments.Rejection
    ) {
        #expect(throws: rejection) {
            try decide(.init(bank: bank, number: number, holder: holder))
        }
        #expect(rejection.field != nil && !rejection.sentence.en.isEmpty)
    }
}
