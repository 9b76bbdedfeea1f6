// Which events of a dossier tell the citizen something, in the words of the regime, and what lies
// in the outbox for it.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `A citizen who gave an address is told` {
    /// TT 01/2018, form 01.
    @Test func `that the dossier was received`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receiveWithAddress()
            #expect(try await office.notices() == [.received])
            let names = try await office.noticeIDs()
            #expect(names.count == 1 && names[0].hasPrefix("notice/dossier/\(code)/"))
        }
    }

    /// NĐ 61/2018 Đ15k3: one request with everything.
    @Test func `once what is missing, and a second request is not made`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receiveWithAddress()
            try await office.perform(
                .askSupplement(code, 1, reason: "thiếu", papers: ["A", "B"]), by: "chi")
            #expect(try await office.notices() == [.received, .supplement])
            try await office.act(.receiveSupplement(1), on: code, by: "chi")
            await #expect(throws: Dossiers.Rejection.self) {
                try await office.perform(
                    .askSupplement(code, 1, reason: "nữa", papers: ["C"]), by: "chi")
            }
            #expect(try await office.notices() == [.received, .supplement])
        }
    }

    @Test func `that the result is ready, then that it was handed over`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receiveWithAddress()
            var told: [Notices.Kind] = [.received]
            while try await office.state(code).instance?.isEnded == false {
                try await office.advance(code)
                switch try await office.state(code).status {
                case .resultReady: if !told.contains(.ready) { told.append(.ready) }
                case .returned: told.append(.returned)
                default: break
                }
                #expect(try await office.notices() == told)
            }
            #expect(told == [.received, .ready, .returned])
        }
    }

    @Test(arguments: [
        (EndOutcome.refused, Notices.Kind.refused), (.withdrawn, .withdrawn), (.stopped, .stopped),
    ])
    func `that it ended otherwise`(_ outcome: EndOutcome, _ kind: Notices.Kind) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receiveWithAddress()
            try await office.act(.close(outcome, reason: "có lý do"), on: code, by: "chi")
            #expect(try await office.notices() == [.received, kind])
        }
    }

    @Test func `that a decision about the calendar moved the appointment`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let code = try await office.receiveWithAddress()
            try await office.closeDay("2017-07-05")
            #expect(try await office.notices() == [.received], "by the decision nothing moved yet")
            #expect(try await office.round().moved == 1)
            #expect(try await office.notices() == [.received, .moved])
            #expect(try await office.round().moved == 0)
            try await office.closeDay("2017-07-06", key: "b")
            _ = try await office.round()
            #expect(try await office.notices() == [.received, .moved, .moved])
            let ids = try await office.noticeIDs()
            #expect(Set(ids).count == 3 && ids.allSatisfy { $0.contains(code) })
            let rows = try await office.noticeRows().map {
                try Payload(decoding: try $0.blob("payload")).int("index")
            }
            #expect(rows == [0, 0, 1])
        }
    }

    /// What the citizen does not feel is no news.
    @Test func `nothing of a calendar that leaves the date where it was, or finds none`()
        async throws
    {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            _ = try await office.receiveWithAddress()
            let waiting = try await office.receiveWithAddress()
            try await office.act(.askDuty(1, reason: "phí"), on: waiting, by: "chi")
            try await office.closeDay("2017-07-11")
            #expect(try await office.round().moved == 2)
            #expect(try await office.notices() == [.received, .received])
        }
    }

    /// NĐ 61/2018 Đ19k9: once, and a second apology is refused.
    @Test func `once that it takes longer`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receiveWithAddress()
            let day = ProcedureSamples.day("2017-07-07")
            await #expect(throws: Apologies.Rejection.onlyForLeaders) {
                try await office.perform(.apologise(code, reason: "Chờ", day: day), by: "chi")
            }
            #expect(try await office.notices() == [.received])
            try await office.perform(.apologise(code, reason: "Chờ", day: day), by: "anh")
            #expect(try await office.notices() == [.received, .apologised])
            await #expect(throws: Apologies.Rejection.alreadyApologised) {
                try await office.perform(.apologise(code, reason: "Nữa", day: day), by: "pho")
            }
            try await office.advance(code)
            #expect(try await office.notices() == [.received, .apologised])
        }
    }

    @Test func `nothing of the steps inside the house`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receiveWithAddress()
            try await office.advance(code, times: 2)
            let item = try await office.item(code)
            try await office.act(
                .handOver(item.id, to: "tam", reason: "bận"), on: code, by: item.holder)
            try office.set("2017-07-20T09:00")
            _ = try await office.round()
            #expect(try await office.notices() == [.received])
        }
    }
}

@Suite struct `A notice` {
    @Test func `is not made without an address`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.act(.close(.withdrawn, reason: "x"), on: code, by: "chi")
            #expect(try await office.notices().isEmpty)
        }
    }

    @Test func `is not made of a command that was refused`() async throws {
        try await DossierTestOffice.run { office in
            await #expect(throws: Dossiers.Rejection.self) {
                try await office.receiveWithAddress { $0.papers = [] }
            }
            let code = try await office.receiveWithAddress()
            await #expect(throws: Dossiers.Rejection.self) {
                try await office.act(.close(.refused, reason: ""), on: code, by: "chi")
            }
            #expect(try await office.notices() == [.received])
        }
    }

    @Test func `is made once of a command that is sent twice`() async throws {
        try await DossierTestOffice.run { office in
            for _ in 0..<2 {
                try await office.receive(key: "mot") { $0.applicant.email = "hu.cau@example.com" }
            }
            #expect(try await office.notices() == [.received])
        }
    }

    @Test func `is not made of a commit that came to nothing`() async throws {
        try await DossierTestOffice.run { office in
            let broken = Desk(
                store: FailingStore(office.desk.store, [1: .before]), sources: office.desk.sources)
            var intake = DossierTestSamples.intake
            intake.applicant.email = DossierTestOffice.address
            let wish = intake
            await #expect(throws: LedgerStoreError.self) {
                try await broken.perform(
                    .dossiers(.receive(wish)), by: Actor("chi"), at: office.sources.now)
            }
            let notices = try await office.notices()
            #expect(notices.isEmpty)
        }
    }

    @Test func `is made once when the answer of the commit was lost`() async throws {
        try await DossierTestOffice.run { office in
            let broken = Desk(
                store: FailingStore(office.desk.store, [1: .after]), sources: office.desk.sources)
            var intake = DossierTestSamples.intake
            intake.applicant.email = DossierTestOffice.address
            _ = try await broken.perform(
                .dossiers(.receive(intake)), by: Actor("chi"), at: office.sources.now)
            #expect(try await office.notices() == [.received])
        }
    }

    @Test func `keeps the code and the kind, and nothing of the person`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receiveWithAddress()
            try await office.perform(
                .askSupplement(code, 1, reason: "thiếu", papers: ["A"]), by: "chi")
            for row in try await office.noticeRows() {
                let payload = try Payload(decoding: try row.blob("payload"))
                #expect(payload.fields.map(\.key) == ["code", "version", "index"])
                #expect(try payload.text("code") == code)
                #expect(try row.text("lane") == "notice/\(code)")
                let whole = row.values.map { "\($0)" }.joined() + "\(payload)"
                for word in ["hu.cau", "Hư Cấu", "012345678901", "0912", "Minh Họa"] {
                    #expect(!whole.contains(word), "\(word)")
                }
            }
        }
    }

    @Test func `is read back as it was put`() throws {
        for (index, kind) in Notices.Kind.allCases.enumerated() {
            let notice = Notices.Notice(kind: kind, code: "A-1", version: 7, index: index)
            #expect(try Notices.Notice(notice.message(dueAt: 5)) == notice)
            #expect(notice.message(dueAt: 5).dueAt == 5)
            #expect(notice.id == "notice/dossier/A-1/7/\(kind.rawValue)")
        }
        var foreign = Notices.Notice(kind: .ready, code: "A", version: 1).message(dueAt: 0)
        foreign.kind = "notice.later"
        #expect(throws: Notices.UnknownMessage.self) { try Notices.Notice(foreign) }
        foreign.kind = "web.ready"
        #expect(throws: Notices.UnknownMessage.self) { try Notices.Notice(foreign) }
    }

    /// The ledger knows nothing of notices, so what it tells again tells nobody.
    @Test func `is not made by replay`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receiveWithAddress()
            try await office.perform(
                .askSupplement(code, 1, reason: "thiếu", papers: ["A"]), by: "chi")
            let before = try await office.noticeIDs()
            let replay = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(replay.isClean, "\(replay.findings)")
            try await DossierRebuild.run(in: office)
            let later = Desk(store: office.desk.store, sources: office.desk.sources)
            try await later.prepare()
            #expect(try await later.read { try $0.toldDossier(code).state.supplements.count } == 1)
            #expect(try await office.noticeIDs() == before && before.count == 2)
            #expect(try await office.desk.store.read { try Verification.run($0) }.isClean)
        }
    }
}
