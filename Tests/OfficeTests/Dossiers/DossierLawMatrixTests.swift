// What NĐ 61/2018 lets an officer do with a dossier, state by state: a table of every act in every
// state, and that a page never offers what would be refused.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

/// A state of a dossier in the words of the office, and how to bring one there.
enum DossierStage: String, CaseIterable, Sendable {
    case received, offered, handled, supplement, supplemented, duty, ready
    case returned, refused, withdrawn, stopped

    var status: Dossiers.Status {
        switch self {
        case .received: .received
        case .offered, .handled, .supplemented: .processing
        case .supplement: .awaitingSupplement
        case .duty: .awaitingDuty
        case .ready: .resultReady
        case .returned: .returned
        case .refused: .refused
        case .withdrawn: .withdrawn
        case .stopped: .stopped
        }
    }

    var isEnded: Bool { [.returned, .refused, .withdrawn, .stopped].contains(self) }

    /// A new dossier in this state.
    func make(_ office: DossierTestOffice) async throws -> String {
        let code = try await office.receive()
        switch self {
        case .received: break
        case .offered: try await office.advance(code)
        case .handled: try await office.advance(code, times: 2)
        case .supplement, .supplemented:
            try await office.advance(code, times: 2)
            try await office.perform(
                .askSupplement(code, 2, reason: "Thiếu", papers: ["Hộ khẩu"]), by: "ha")
            if self == .supplemented {
                try await office.act(.receiveSupplement(2), on: code, by: "ha")
            }
        case .duty:
            try await office.advance(code, times: 2)
            try await office.act(.askDuty(2, reason: "Lệ phí"), on: code, by: "ha")
        case .ready: try await office.advance(code, times: 6)
        case .returned: try await office.advance(code, times: 7)
        case .refused: try await office.act(.close(.refused, reason: "vì"), on: code, by: "chi")
        case .withdrawn:
            try await office.act(.close(.withdrawn, reason: "vì"), on: code, by: "chi")
        case .stopped: try await office.act(.close(.stopped, reason: "vì"), on: code, by: "chi")
        }
        return code
    }
}

/// An act that the law knows, as a command on the open work.
enum DossierDeed: String, CaseIterable, Sendable {
    case complete, askSupplement, receiveSupplement, askDuty, confirmDuty
    case refuse, withdraw, stop

    func command(_ code: String, _ item: WorkItemID) -> Dossiers.Command {
        switch self {
        case .complete: .act(code, .complete(item, product: "Phiếu", fields: [:]))
        case .askSupplement:
            .askSupplement(code, item, reason: "Thiếu giấy", papers: ["Giấy chứng sinh"])
        case .receiveSupplement: .act(code, .receiveSupplement(item))
        case .askDuty: .act(code, .askDuty(item, reason: "Lệ phí"))
        case .confirmDuty: .act(code, .confirmDuty(item))
        case .refuse: .act(code, .close(.refused, reason: "Không đủ điều kiện"))
        case .withdraw: .act(code, .close(.withdrawn, reason: "Công dân đề nghị"))
        case .stop: .act(code, .close(.stopped, reason: "Chờ văn bản mới"))
        }
    }

    /// The refusal in that state, `nil` where it is allowed. Each line is a rule of the decree:
    /// papers once (Art. 15), nothing is worked on while the citizen's time runs (Art. 19), a
    /// result that is ready is given back and not refused any more (Art. 18, 20).
    func refusal(in stage: DossierStage) -> String? {
        if stage.isEnded { return "engine.alreadyEnded" }
        switch (self, stage) {
        case (.complete, .offered), (.askSupplement, .offered), (.askDuty, .offered):
            return "engine.notAcceptedYet"
        case (.complete, .supplement), (.complete, .duty): return "engine.itemStopped"
        case (.askSupplement, .supplement), (.askSupplement, .supplemented):
            return "engine.supplementAlreadyAsked"
        case (.askSupplement, .ready), (.askDuty, .ready), (.refuse, .ready):
            return "engine.resultAlreadyReady"
        case (.receiveSupplement, .supplement), (.confirmDuty, .duty): return nil
        case (.receiveSupplement, _), (.confirmDuty, _): return "engine.noOpenStop"
        case (.askDuty, .duty): return "engine.stopAlreadyOpen"
        default: return nil
        }
    }

    /// Where an allowed act leads.
    func status(after stage: DossierStage) -> Dossiers.Status {
        switch self {
        case .complete: stage == .ready ? .returned : .processing
        case .askSupplement: .awaitingSupplement
        case .receiveSupplement, .confirmDuty: .processing
        case .askDuty: .awaitingDuty
        case .refuse: .refused
        case .withdraw: .withdrawn
        case .stop: .stopped
        }
    }
}

@Suite struct `What the decree allows` {
    @Test(arguments: DossierStage.allCases)
    func `each act is done or refused by its rule, and a refusal leaves nothing`(
        _ stage: DossierStage
    ) async throws {
        try await DossierTestOffice.run { office in
            for deed in DossierDeed.allCases {
                let code = try await stage.make(office)
                let before = try await office.state(code)
                #expect(before.status == stage.status)
                let holder = before.instance?.items.first?.holder ?? "chi"
                let item = before.instance?.items.first?.id ?? 1
                let sequence = try await office.sequence()
                let expected = deed.refusal(in: stage)
                do {
                    try await office.perform(deed.command(code, item), by: holder)
                    #expect(expected == nil, "\(deed) in \(stage) was done")
                    let after = try await office.state(code)
                    #expect(after.status == deed.status(after: stage), "\(deed) in \(stage)")
                } catch let refusal as Dossiers.Rejection {
                    #expect(refusal.code == expected, "\(deed) in \(stage): \(refusal)")
                    #expect(try await office.state(code) == before)
                    #expect(try await office.sequence() == sequence)
                    #expect(refusal.sentence.vi.count > 15 && refusal.sentence.en.count > 15)
                }
            }
        }
    }

    @Test func `people outside the dossier are refused every act in every state`() async throws {
        try await DossierTestOffice.run { office in
            for stage in DossierStage.allCases {
                let code = try await stage.make(office)
                let before = try await office.state(code)
                let item = before.instance?.items.first?.id ?? 1
                let part = Set(
                    [before.instance?.focalPoint].compactMap(\.self)
                        + (before.instance?.items.flatMap { [$0.holder, $0.offer?.person] } ?? [])
                        .compactMap(\.self))
                let sequence = try await office.sequence()
                // Leaders of the office may end a dossier: that is their office's right.
                for person: PersonID in ["ke", "la", "giang", "tam"] where !part.contains(person) {
                    for deed in DossierDeed.allCases {
                        await #expect(throws: Dossiers.Rejection.self, "\(person) \(deed)") {
                            try await office.perform(deed.command(code, item), by: person)
                        }
                    }
                }
                #expect(try await office.sequence() == sequence)
                #expect(try await office.state(code) == before)
            }
        }
    }

    @Test func `ending a dossier whose result was ready counts it once`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await DossierStage.ready.make(office)
            let early = "SELECT sum(early + onTime + late + unclassed) AS n FROM dossierCount"
            #expect(try await office.number(early) == 1)
            try await office.act(.close(.withdrawn, reason: "không đến lấy"), on: code, by: "chi")
            #expect(try await office.number(early) == 1)
            #expect(try await office.state(code).status == .withdrawn)
            let listed = "SELECT count(*) AS n FROM dossier WHERE endedDay IS NOT NULL"
            #expect(try await office.number(listed) == 1)
        }
    }

    @Test(arguments: ["", " ", "\u{A0}\t\n"])
    func `every end and every stop needs a reason that says something`(
        _ reason: String
    ) async throws {
        try await DossierTestOffice.run { office in
            let code = try await DossierStage.handled.make(office)
            let commands: [Dossiers.Command] = [
                .askSupplement(code, 2, reason: reason, papers: ["Hộ khẩu"]),
                .act(code, .askDuty(2, reason: reason)),
                .act(code, .close(.refused, reason: reason)),
                .act(code, .close(.withdrawn, reason: reason)),
                .act(code, .close(.stopped, reason: reason)),
                .act(code, .handOver(2, to: "tam", reason: reason)),
            ]
            for command in commands {
                await #expect(throws: Dossiers.Rejection.work(.reasonMissing)) {
                    try await office.perform(command, by: "ha")
                }
            }
            #expect(try await office.state(code).status == .processing)
        }
    }
}
