// Stops and ends: what NĐ 61/2018 allows once, and how a dossier ends without a result.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Stopping and ending` {
    private func askSupplement(_ office: DossierTestOffice, _ code: String) async throws {
        let item = try await office.item(code)
        try await office.perform(
            .askSupplement(
                code, item.id, reason: "Thiếu giấy", papers: ["Giấy chứng sinh", "Hộ khẩu"]),
            by: item.holder)
    }

    /// NĐ 61/2018 Đ15k3: once in a dossier, and completely.
    @Test func `a supplement is asked for once, with every paper that is missing`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code, times: 2)
            let item = try await office.item(code)
            await #expect(throws: Dossiers.Rejection.supplementPapersMissing) {
                try await office.perform(
                    .askSupplement(code, item.id, reason: "Thiếu", papers: []), by: "ha")
            }
            try await askSupplement(office, code)
            let record = try await office.record(code, as: "ha")
            #expect(record.status == .awaitingSupplement)
            #expect(record.clock?.isPaused == true)
            #expect(record.clock?.dueAt == nil)
            #expect(record.supplements.map(\.papers) == [["Giấy chứng sinh", "Hộ khẩu"]])
            #expect(record.work.first?.acts == [.receiveSupplement])
            try await office.act(.receiveSupplement(item.id), on: code, by: "ha")
            await #expect(throws: Dossiers.Rejection.work(.supplementAlreadyAsked)) {
                try await askSupplement(office, code)
            }
            #expect(try await office.state(code).supplements.count == 1)
            let after = try await office.record(code, as: "ha")
            #expect(after.work.first?.acts.contains(.askSupplement) == false)
        }
    }

    @Test func `a supplement restarts the appointment`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code, times: 2)
            let item = try await office.item(code)
            try await askSupplement(office, code)
            await #expect(throws: Dossiers.Rejection.self) { try await office.advance(code) }
            try office.set("2017-07-12T10:00")
            try await office.act(.receiveSupplement(item.id), on: code, by: "chi")
            let record = try await office.record(code, as: "ha")
            // Received again on Wednesday: Thursday and Friday.
            #expect(record.clock?.dueAt == LocalMinute("2017-07-14T17:30"))
            #expect(record.registration.appointment == LocalMinute("2017-07-05T17:30"))
            #expect(record.status == .processing)
            try await office.advance(code, times: 3)
            #expect(try await office.record(code, as: "ha").clock?.timeliness != .late)
        }
    }

    @Test func `a duty stops the clock, which goes on when it is paid`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code, times: 2)
            let item = try await office.item(code)
            try await office.act(.askDuty(item.id, reason: "Lệ phí"), on: code, by: "ha")
            #expect(try await office.state(code).status == .awaitingDuty)
            #expect(try await office.work(.waiting, of: "ha").rows.map(\.dossier) == [code])
            await #expect(throws: Dossiers.Rejection.work(.noOpenStop(item.id))) {
                try await office.act(.receiveSupplement(item.id), on: code, by: "ha")
            }
            try office.set("2017-07-05T09:00")
            try await office.act(.confirmDuty(item.id), on: code, by: "ha")
            let record = try await office.record(code, as: "ha")
            let due = try #require(record.clock?.dueAt)
            #expect(due > (try #require(LocalMinute("2017-07-05T17:30"))))
            #expect(try await office.work(.waiting, of: "ha").rows.isEmpty)
        }
    }

    @Test(arguments: [
        (EndOutcome.refused, Dossiers.Status.refused), (.withdrawn, .withdrawn),
        (.stopped, .stopped),
    ])
    func `a dossier ends without a result, with a reason`(
        _ outcome: EndOutcome, _ status: Dossiers.Status
    ) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code, times: 2)
            await #expect(throws: Dossiers.Rejection.work(.reasonMissing)) {
                try await office.act(.close(outcome, reason: ""), on: code, by: "chi")
            }
            await #expect(throws: Dossiers.Rejection.work(.mayNotDecide("ke"))) {
                try await office.act(.close(outcome, reason: "vì"), on: code, by: "ke")
            }
            try await office.act(.close(outcome, reason: "Công dân đề nghị"), on: code, by: "chi")
            let record = try await office.record(code, as: "chi")
            #expect(record.status == status)
            #expect(record.status.isEnded)
            #expect(record.endReason == "Công dân đề nghị")
            #expect(record.work.isEmpty)
            #expect(record.acts.isEmpty)
            #expect(try await office.number("SELECT count(*) AS n FROM workItem") == 0)
        }
    }

    @Test func `nothing is declared finished, and a ready result is not refused`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            await #expect(throws: Dossiers.Rejection.work(.mayNotEndThus(.finished))) {
                try await office.act(.close(.finished, reason: "xong"), on: code, by: "chi")
            }
            try await office.advance(code, times: 5)
            await #expect(throws: Dossiers.Rejection.work(.resultAlreadyReady)) {
                try await office.act(.close(.refused, reason: "vì"), on: code, by: "chi")
            }
        }
    }

    @Test func `official numbers of the states are each used once`() {
        let numbers = Dossiers.Status.allCases.map(\.number)
        #expect(Set(numbers).count == numbers.count)
        #expect(numbers.allSatisfy { (2...10).contains($0) })
        #expect(Dossiers.Status.allCases.filter(\.isEnded).allSatisfy { $0.isResolved })
        #expect(Dossiers.Status.resultReady.isResolved && !Dossiers.Status.resultReady.isEnded)
    }
}
