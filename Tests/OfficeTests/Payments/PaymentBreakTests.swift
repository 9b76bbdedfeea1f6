// Payments when the store fails: what was not written is not there, what was written counts once.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

extension DossierTestOffice {
    /// The same office on a store that fails.
    fileprivate func failing(_ failures: [Int: FailingStore.Failure]) throws -> DossierTestOffice {
        let desk = Desk(
            store: FailingStore(self.desk.store, failures), sources: self.desk.sources)
        return DossierTestOffice(
            desk: desk,
            house: Site.House(
                desk: desk, texts: try .bundled(), assets: [:], clock: house.clock,
                demoAccounts: []),
            sources: sources)
    }

    /// Opens fees of these amounts.
    fileprivate func askAll(_ amounts: [Int]) async throws -> [String] {
        var codes: [String] = []
        for amount in amounts {
            let code = try await receive()
            try await ask(code, amount: amount)
            codes.append(code)
        }
        return codes
    }
}

@Suite struct `Payments on a store that fails` {
    private func orders(
        _ codes: [String], _ office: DossierTestOffice
    ) -> [DeskOrder] {
        codes.map { code in
            DeskOrder(
                command: .payments(
                    .confirm(
                        code, 1, .init(way: .statement, amount: 8_000, day: office.now.day))),
                actor: Actor("chi"), at: office.sources.now, key: "k/\(code)",
                fingerprint: Array(code.utf8), salt: office.desk.sources.bytes(16))
        }
    }

    @Test(arguments: [true, false])
    func `a statement whose answer is lost pays once when it is sent again`(
        _ isWritten: Bool
    ) async throws {
        try await DossierTestOffice.run { office in
            let codes = try await office.askAll([8_000, 8_000, 8_000])
            let broken = try office.failing([1: isWritten ? .after : .before])
            await #expect(throws: LedgerStoreError.self) {
                _ = try await broken.desk.perform(orders(codes, office))
            }
            let before = try await office.number(
                "SELECT count(*) AS n FROM entry WHERE type = 'payment.confirmed'")
            #expect(before == (isWritten ? 3 : 0))
            let results = try await broken.desk.perform(orders(codes, office))
            for result in results { _ = try result.get() }
            let after = try await office.number(
                "SELECT count(*) AS n FROM entry WHERE type = 'payment.confirmed'")
            #expect(after == 3)
            let sum = try await office.number("SELECT sum(received) AS n FROM paymentCount")
            #expect(sum == 24_000)
            let replay = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(replay.isClean, "\(replay.findings)")
        }
    }

    /// One answer that is lost is asked for again by the desk itself.
    @Test func `a confirmation whose answer is lost is done once`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.askAll([8_000])[0]
            let broken = try office.failing([1: .after])
            try await broken.confirm(code)
            #expect(try await office.bill(code)[1]?.state == .paid)
            let count = try await office.number(
                "SELECT count(*) AS n FROM entry WHERE type = 'payment.confirmed'")
            #expect(count == 1)
        }
    }

    @Test func `a full disk loses nothing that was written before`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.askAll([8_000])[0]
            let broken = try office.failing([1: .before])
            await #expect(throws: LedgerStoreError.self) { try await broken.confirm(code) }
            #expect(try await office.bill(code).open?.amount == 8_000)
            #expect(try await office.number("SELECT count(*) AS n FROM paymentCount") == 0)
            try await broken.confirm(code)
            #expect(try await office.bill(code).open == nil)
        }
    }

    /// Of lines that are confirmed together, one that may not be stops no other.
    @Test func `what is refused in the middle leaves the rest`() async throws {
        try await DossierTestOffice.run { office in
            let codes = try await office.askAll([8_000, 9_000, 8_000])
            let results = try await office.desk.perform(orders(codes, office))
            let refusals = results.map { result -> Payments.Rejection? in
                do {
                    _ = try result.get()
                    return nil
                } catch {
                    return error as? Payments.Rejection
                }
            }
            #expect(refusals == [nil, .amountDiffers(asked: 9_000, given: 8_000), nil])
            #expect(try await office.list(as: "chi").openAmount == 9_000)
        }
    }

    @Test func `the page in trouble answers and changes nothing`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.askAll([8_000])[0]
            // The first commit opens the session of the test.
            let broken = try office.failing([2: .before])
            let page = try await broken.post(
                "/payments/statement/confirmation", as: "chi",
                [("line", "\(code)~1~8000~2017-07-03~FT1"), ("key", "k")])
            #expect(page.status.code >= 500, "\(page.status)")
            #expect(try await office.bill(code).open != nil)
        }
    }
}

@Suite struct `Payments on two nodes` {
    @Test func `what one wrote the other knows, and nothing is paid twice`() async throws {
        try await DossierTestOffice.run { office in
            try await office.openAccount()
            let codes = try await office.askAll(Array(repeating: 8_000, count: 12))
            let other = DossierTestOffice(
                desk: Desk(store: office.desk.store, sources: office.desk.sources),
                house: office.house, sources: office.sources)
            // Both know the bills as they were.
            for code in codes { _ = try await other.bill(code) }
            let paid = await withTaskGroup(of: Int.self) { group in
                for node in [office, other] {
                    for code in codes {
                        group.addTask {
                            do {
                                try await node.confirm(code)
                                return 1
                            } catch {
                                return 0
                            }
                        }
                    }
                }
                return await group.reduce(0, +)
            }
            #expect(paid == 12)
            for code in codes {
                #expect(try await office.bill(code) == other.bill(code))
                #expect(try await office.bill(code)[1]?.state == .paid)
            }
            let sum = try await office.number("SELECT sum(received) AS n FROM paymentCount")
            #expect(sum == 96_000)
            let account = try await other.desk.read { try $0.bankAccount(of: "p") }
            #expect(account == DossierTestOffice.account)
        }
    }
}
