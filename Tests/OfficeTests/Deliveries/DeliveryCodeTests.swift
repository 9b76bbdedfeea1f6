// Codes at the door and personal values: what is counted, what is kept, what is erased.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Codes at the door` {
    @Test func `wrong ones are counted in the ledger, and after five only a paper counts`()
        async throws
    {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.sendOut(code)
            let right = try #require(try await office.doorCode(code))
            let wrong = right == "000000" ? "000001" : "000000"
            for number in 1...Deliveries.mistakesMaximum {
                try await office.order(.handOver(.init(code: wrong)), code, by: "ha")
                let delivery = try #require(try await office.delivery(code))
                #expect(delivery.mistakes == number && delivery.standing == .out)
                let sheet = try await office.deliverySheet(code, as: "ha")
                #expect(sheet.triesLeft == Deliveries.mistakesMaximum - number)
            }
            let sequence = try await office.sequence()
            for tried in [right, wrong] {
                await #expect(throws: Deliveries.Rejection.codeLocked) {
                    try await office.order(.handOver(.init(code: tried)), code, by: "ha")
                }
            }
            #expect(try await office.sequence() == sequence, "a refusal writes nothing")
            try await office.order(
                .handOver(.init(receiver: "Lê Văn Nhận", paper: "8901")), code, by: "ha")
            #expect(try await office.standing(code) == .delivered)
        }
    }

    @Test func `going out again gives no new tries`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.sendOut(code)
            for _ in 0..<Deliveries.mistakesMaximum {
                try await office.order(.handOver(.init(code: "12")), code, by: "ha")
            }
            try await office.order(.fail(.absent), code, by: "ha")
            try await office.schedule(code)
            try await office.order(.send, code, by: "ha")
            await #expect(throws: Deliveries.Rejection.codeLocked) {
                try await office.handOver(code)
            }
        }
    }

    @Test func `asking anew makes a new code, and the one before is gone`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.askHome(code)
            let first = try #require(try await office.delivery(code)?.request.code)
            try await office.order(.back, code)
            try await office.askHome(code)
            let second = try #require(try await office.delivery(code)?.request.code)
            #expect(first != second)
            try await office.expectErased(first.id)
            #expect(try await office.doorCode(code)?.count == 6)
        }
    }

    @Test func `a code counts once: with the hand-over it is gone`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.sendOut(code)
            let mark = try #require(try await office.delivery(code)?.request.code)
            try await office.handOver(code)
            try await office.expectErased(mark.id)
            #expect(try await office.doorCode(code) == nil)
        }
    }

    @Test func `two dossiers have codes of their own`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let (one, other) = (try await office.ready(), try await office.ready())
            try await office.sendOut(one)
            try await office.sendOut(other)
            let code = try #require(try await office.doorCode(other))
            #expect(try await office.doorCode(one) != code)
            try await office.order(.handOver(.init(code: code)), one, by: "ha")
            #expect(try await office.standing(one) == .out)
            #expect(try await office.delivery(one)?.mistakes == 1)
            #expect(try await office.delivery(other)?.mistakes == 0)
        }
    }
}

@Suite struct `Personal values of a delivery` {
    @Test func `stand in no entry of the ledger and in no state`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.sendOut(code)
            let secret = try #require(try await office.doorCode(code))
            try await office.order(
                .handOver(.init(receiver: "Ông Zqyx", paper: "Z901")), code, by: "ha")
            let texts = try await office.desk.read { reading in
                try reading.reader.entries(of: "delivery/\(code)", after: 0, limit: 99)
                    .map { String(decoding: $0.payload, as: UTF8.self) }
            }
            #expect(texts.count == 4)
            let state = "\(String(describing: try await office.delivery(code)))"
            for value in [secret, "Zqyx", "Z901", "Minh Họa", "0912 345 678", "Đặng Thị Nhận"] {
                #expect(texts.allSatisfy { !$0.contains(value) }, "\(value)")
                #expect(!state.contains(value), "\(value)")
            }
            #expect(try await office.desk.store.read { try Verification.run($0) }.isClean)
        }
    }

    @Test func `leave the lists when nobody has to go there any more`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            for isHanded in [true, false] {
                let code = try await office.ready()
                try await office.sendOut(code)
                #expect(try await office.kept(code) == "Đặng Thị Nhận (hư cấu)")
                if isHanded {
                    try await office.handOver(code)
                } else {
                    try await office.order(.fail(.refused), code, by: "ha")
                    #expect(try await office.kept(code) != "")
                    try await office.order(.back, code)
                }
                #expect(try await office.kept(code) == "")
            }
        }
    }

    @Test func `who fetches at the counter leaves no address`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.askHome(code)
            let mark = try #require(try await office.delivery(code)?.request.recipient)
            try await office.order(.back, code, by: nil)
            try await office.expectErased(mark.id)
            #expect(try await office.deliverySheet(code, as: "chi").recipient == nil)
        }
    }

    @Test func `a change takes the place of what was said before`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.askHome(code, by: nil)
            let first = try #require(try await office.delivery(code)?.request.recipient)
            try await office.askHome(code, by: nil) { $0.recipient.address = "Số 7, phố Khác" }
            try await office.expectErased(first.id)
            let sheet = try await office.deliverySheet(code, as: "chi")
            #expect(sheet.recipient?.address == "Số 7, phố Khác")
        }
    }

    @Test func `what is erased by law is gone from the page, and the chain stays whole`()
        async throws
    {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.askHome(code)
            _ = try await office.desk.store.write {
                try $0.erasePersonal(stream: "delivery/\(code)", at: 1, basis: "theo yêu cầu")
            }
            let sheet = try await office.deliverySheet(code, as: "chi")
            #expect(sheet.recipient == nil && sheet.standing == .requested)
            #expect(try await office.desk.store.read { try Verification.run($0) }.isClean)
        }
    }

    @Test func `a recipient reads back what was written`() throws {
        let recipient = DeliverySamples.recipient
        let text = try recipient.text()
        #expect(try Deliveries.Recipient(text: text) == recipient)
        let name = try #require(text.firstRange(of: "\"name\""))
        let address = try #require(text.firstRange(of: "\"address\""))
        #expect(address.lowerBound < name.lowerBound, "keys in their order")
    }
}

extension DossierTestOffice {
    /// The name in the row of lists.
    fileprivate func kept(_ code: String) async throws -> String? {
        try await desk.read {
            try $0.rows("SELECT name FROM delivery WHERE dossier = ?", [.text(code)])
                .first?.text("name")
        }
    }

    fileprivate func expectErased(_ id: String) async throws {
        let value = try await desk.read { try $0.reader.personal(id: id) }
        guard case .erased(_, let basis, _)? = value else {
            Issue.record("\(id) is still there")
            return
        }
        #expect(basis == Deliveries.erasureBasis)
    }
}
