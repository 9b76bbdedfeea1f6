// Payments at the desk, on both stores: who may, what is written, and that replay gives the same.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

extension DossierTestOffice {
    @discardableResult
    func pay(
        _ command: Payments.Command, by person: PersonID = "chi", key: String? = nil
    ) async throws -> DeskAnswer {
        try await desk.perform(
            .payments(command), by: Actor(person), at: sources.now, key: key,
            fingerprint: Array("\(command)".utf8))
    }

    func ask(
        _ code: String, amount: Int = 8_000, reason: String = "Bản sao trích lục",
        by person: PersonID = "chi"
    ) async throws {
        try await pay(.ask(code, amount: amount, reason: reason), by: person)
    }

    func confirm(
        _ code: String, _ number: Int = 1, amount: Int = 8_000, by person: PersonID = "chi"
    ) async throws {
        try await pay(
            .confirm(
                code, number,
                .init(way: .cash, amount: amount, day: now.day, receipt: "BL \(number)")),
            by: person)
    }

    static let account = Payments.BankAccount(
        bank: "970436", number: "1234567", holder: "UBND PHUONG A")

    /// An administrator, and the account of ward A.
    func openAccount() async throws {
        try await hireAdministrator()
        try await pay(.setAccount("p", Self.account), by: "quantri")
    }

    func bill(_ code: String) async throws -> Payments.Bill {
        try await desk.read { try $0.bill(of: code)?.state ?? Payments.Bill() }
    }

    func sheet(_ code: String, as person: PersonID) async throws -> Payments.Sheet? {
        let viewer = try await viewer(person)
        return try await desk.read { try $0.paymentSheet(of: code, for: viewer) }
    }

    func list(
        as person: PersonID, office: String? = nil, after: String? = nil
    ) async throws -> Payments.List {
        let viewer = try await viewer(person)
        return try await desk.read {
            try $0.payments(ofOffice: office, after: after, for: viewer)
        }
    }

    /// Every row of the tables of payments, in order.
    func dumpOfPayments() async throws -> [String: [String]] {
        try await desk.read { reading in
            var dump: [String: [String]] = [:]
            for table in Payments.tables {
                dump[table] = try reading.rows("SELECT * FROM \(table)")
                    .map { row in row.values.map { "\($0)" }.joined(separator: "|") }.sorted()
            }
            return dump
        }
    }
}

/// Writes the tables of payments anew from the entries alone.
enum PaymentRebuild {
    static func run(in office: DossierTestOffice) async throws {
        _ = try await office.desk.store.write { transaction in
            for table in Payments.tables { try transaction.execute("DELETE FROM \(table)") }
            let streams = try transaction.rows(
                "SELECT stream FROM streamHead WHERE stream LIKE 'payment/%' ORDER BY stream"
            ).map { try $0.text("stream") }
            for stream in streams {
                let code = String(stream.dropFirst("payment/".count))
                let reading = DeskReading(
                    reader: transaction, memory: DeskMemory(), zone: .indochina)
                let registration = try reading.toldDossier(code).state.registration
                var bill: Payments.Bill?
                for entry in try transaction.entries(of: stream, after: 0, limit: 10_000) {
                    let told = try Payments.Bill.told(by: entry, after: bill, zone: .indochina)
                    bill = told
                    let event = try EventDecoding.event(
                        Payments.Event.self, entryType: entry.type,
                        payload: try entry.decodedPayload(), feature: Payments.feature)
                    try PaymentTables(transaction: transaction, registration: registration)
                        .project(event, bill: told)
                }
            }
        }
    }
}

@Suite struct `Payments at the desk` {
    @Test func `a fee is asked and confirmed, and both the page and the list say so`() async throws
    {
        try await DossierTestOffice.run { office in
            try await office.openAccount()
            let code = try await office.receive()
            try await office.ask(code)
            let waiting = try #require(try await office.sheet(code, as: "chi"))
            #expect(waiting.open?.amount == 8_000 && waiting.mayWrite)
            #expect(waiting.account == DossierTestOffice.account)
            let transfer = try Payments.VietQR(text: try #require(waiting.transfer))
            #expect(transfer.bank == "970436" && transfer.account == "1234567")
            #expect(transfer.amount == 8_000 && transfer.purpose == "PA1707030001")
            let open = try await office.list(as: "chi")
            #expect(open.openCount == 1 && open.openAmount == 8_000 && open.hasAccount)
            #expect(open.rows.map(\.state) == [.open])
            try await office.confirm(code)
            let paid = try #require(try await office.sheet(code, as: "chi"))
            #expect(paid.open == nil && paid.transfer == nil)
            #expect(paid.payments.map(\.paidBy) == ["Người chi"])
            let list = try await office.list(as: "chi")
            #expect(list.openCount == 0 && list.openAmount == 0)
            #expect(
                list.rows.first?.receipt == "BL 1" && list.rows.first?.paidDay == office.now.day)
        }
    }

    /// Who writes, who reads, who knows nothing of it.
    @Test(
        arguments: [
            ("chi", true, true), ("binh", true, true), ("anh", true, false), ("pho", true, false),
            ("tam", false, false), ("ha", false, false), ("ke", false, false), ("la", false, false),
            ("giang", false, false), ("quantri", false, false),
        ] as [(PersonID, Bool, Bool)])
    func `counter officers write, leaders read, others find nothing`(
        _ person: PersonID, _ reads: Bool, _ writes: Bool
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let code = try await office.receive()
            try await office.ask(code)
            let sheet = try await office.sheet(code, as: person)
            #expect((sheet != nil) == reads && (sheet?.mayWrite ?? false) == writes)
            let commands: [Payments.Command] = [
                .cancel(code, 1, reason: "x"), .ask(code, amount: 1, reason: "x"),
                .confirm(code, 2, .init(way: .cash, amount: 1, day: office.now.day, receipt: "1")),
                .refund(code, 2, amount: 1, reason: "x", reference: ""),
            ]
            let sequence = try await office.sequence()
            for command in commands {
                if writes {
                    try await office.pay(command, by: person)
                } else {
                    await #expect(
                        throws: reads ? Payments.Rejection.mayNotWrite : .unknown(code)
                    ) { try await office.pay(command, by: person) }
                }
            }
            #expect(try await office.sequence() == sequence + (writes ? 4 : 0))
            if reads {
                #expect(try await office.list(as: person).rows.isEmpty == false)
            } else if !["la", "giang"].contains(person) {
                await #expect(throws: Payments.Rejection.officeUnknown("p")) {
                    _ = try await office.list(as: person)
                }
            }
        }
    }

    @Test func `another office's payments are not found by its name`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.ask(code)
            #expect(try await office.list(as: "la").rows.isEmpty, "its own has none")
            for person: PersonID in ["la", "giang"] {
                await #expect(throws: Payments.Rejection.officeUnknown("p")) {
                    _ = try await office.list(as: person, office: "p")
                }
            }
            for office2 in ["p.mc", "khong-co", ""] {
                await #expect(throws: Payments.Rejection.officeUnknown(office2)) {
                    _ = try await office.list(as: "chi", office: office2)
                }
            }
        }
    }

    @Test func `a command sent twice asks, pays and gives back once`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let commands: [Payments.Command] = [
                .ask(code, amount: 8_000, reason: "x"),
                .confirm(
                    code, 1, .init(way: .cash, amount: 8_000, day: office.now.day, receipt: "1")),
                .refund(code, 1, amount: 3_000, reason: "x", reference: ""),
            ]
            for (number, command) in commands.enumerated() {
                let first = try await office.pay(command, key: "k\(number)")
                let again = try await office.pay(command, key: "k\(number)")
                #expect(first == again && first.version == number + 1)
            }
            #expect(try await office.bill(code)[1]?.refunded == 3_000)
        }
    }

    @Test func `two officers who confirm at once take it once`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.ask(code)
            let results = await withTaskGroup(of: Bool.self) { group in
                for person: PersonID in ["chi", "binh"] {
                    group.addTask {
                        do {
                            try await office.confirm(code, by: person)
                            return true
                        } catch {
                            return false
                        }
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(results == 1)
            let paid = try await office.number(
                "SELECT count(*) AS n FROM entry WHERE type = 'payment.confirmed'")
            #expect(paid == 1)
            #expect(try await office.number("SELECT sum(received) AS n FROM paymentCount") == 8_000)
        }
    }

    @Test func `the account is set by administrators for an office that is one`() async throws {
        try await DossierTestOffice.run { office in
            try await office.openAccount()
            for person: PersonID in ["chi", "anh", "la", "binh"] {
                await #expect(throws: Payments.Rejection.mayNotSetAccount) {
                    try await office.pay(
                        .setAccount("p", DossierTestOffice.account), by: person)
                }
            }
            for unit: UnitID in ["p.mc", "x", ""] {
                await #expect(throws: Payments.Rejection.officeUnknown(unit.rawValue)) {
                    try await office.pay(
                        .setAccount(unit, DossierTestOffice.account), by: "quantri")
                }
            }
            let sequence = try await office.sequence()
            try await office.pay(.setAccount("p", DossierTestOffice.account), by: "quantri")
            #expect(try await office.sequence() == sequence, "the same again says nothing")
            #expect(try await office.desk.read { try $0.bankAccount(of: "r") } == nil)
            let entries = try await office.desk.read {
                try $0.reader.entries(of: "paymentAccount/p", after: 0)
            }
            #expect(entries.map(\.type) == ["paymentAccount.set"])
            #expect(entries.map(\.actor) == ["quantri"])
        }
    }

    @Test func `the list goes on from a key, open ones first, the longest waiting on top`()
        async throws
    {
        try await DossierTestOffice.run { office in
            var codes: [String] = []
            for number in 0..<130 {
                office.sources.set(office.now + 1)
                let code = try await office.receive()
                codes.append(code)
                try await office.ask(code, amount: 1_000 + number)
                if number % 3 == 0 { try await office.confirm(code, amount: 1_000 + number) }
            }
            var rows: [Payments.Row] = []
            var key: String?
            var pages = 0
            repeat {
                let page = try await office.list(as: "anh", after: key)
                rows += page.rows
                key = page.next
                pages += 1
                #expect(page.rows.count <= Payments.listPage)
            } while key != nil && pages < 10
            #expect(rows.count == 130 && Set(rows.map(\.dossier)).count == 130)
            let open = codes.enumerated().filter { $0.offset % 3 != 0 }.map(\.element)
            let paid = codes.enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
            #expect(rows.map(\.dossier) == open + paid.reversed())
            await #expect(throws: DeskRefusal.self) {
                _ = try await office.list(as: "anh", after: "khong~phai")
            }
        }
    }

    @Test func `a state row of payments that was changed is named`() async throws {
        try await DossierTestOffice.run { office in
            try await office.openAccount()
            let code = try await office.receive()
            for number in 1...9 {
                try await office.ask(code)
                try await office.confirm(code, number)
            }
            let clean = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(clean.isClean, "\(clean.findings)")
            let empty = try StreamState.bytes(of: Payments.Bill())
            let none = try StreamState.bytes(of: Payments.AccountBook())
            _ = try await office.desk.store.write {
                try $0.execute(
                    "UPDATE streamState SET state = ? WHERE stream LIKE 'payment/%'",
                    [.blob(empty)])
                try $0.execute(
                    "UPDATE streamState SET state = ? WHERE stream = 'paymentAccount/p'",
                    [.blob(none)])
            }
            let report = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(
                report.findings == [
                    ReplayFinding(.stateDiffers, stream: "payment/\(code)"),
                    ReplayFinding(.stateDiffers, stream: "paymentAccount/p"),
                ])
        }
    }
}
