// What rounds leave behind for people: the timeline in both languages, the page and its JSON, and a
// demo whose evenings are as they would have been.

import Engine
import Foundation
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `What a round leaves behind` {
    private func late(_ office: DossierTestOffice) async throws -> String {
        let code = try await office.receive()
        try await office.advance(code, times: 2)
        try office.set("2017-07-20T09:00")
        _ = try await office.desk.makeRound(at: office.sources.now)
        return code
    }

    @Test func `stands on the page in the reader's language`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await late(office)
            let vi = try await office.open("/dossiers/\(code)", as: "binh").text
            #expect(vi.contains("Bước “Thẩm định hồ sơ” đến hạn; Người ha đang giữ."))
            #expect(vi.contains("Bước “Thẩm định hồ sơ” quá hạn đã lâu: báo Người tam."))
            let en = try await office.open("/dossiers/\(code)", as: "binh", language: "en").text
            #expect(en.contains("“Thẩm định hồ sơ” fell due; Người ha had it."))
            #expect(en.contains("has long been overdue: Người tam was told."))
        }
    }

    @Test func `is told to programs with its kind`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await late(office)
            let json = try await office.open("/dossiers/\(code)", as: "binh", wantsJSON: true)
                .json()
            let kinds = (json["happenings"] as? [[String: Any]] ?? [])
                .compactMap { $0["kind"] as? String }
            #expect(kinds.prefix(2) == ["escalated", "fellDue"])
        }
    }

    @Test func `is replayed from the ledger, and the chain holds`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await late(office)
            let entries = try await office.desk.read {
                try $0.reader.entries(of: Dossiers.stream(of: code))
            }
            var state: Dossiers.Dossier?
            for entry in entries {
                state = try .told(by: entry, after: state, zone: .indochina)
            }
            let lived = try await office.state(code)
            #expect(state == lived)
            let report = try await office.desk.read { try Verification.run($0.reader) }
            #expect(report.isClean, "\(report.findings)")
        }
    }

    @Test func `a command that comes as a form cannot pretend to be a round`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code, times: 2)
            try office.set("2017-07-20T09:00")
            let sequence = try await office.sequence()
            for act in ["fireTimer", "fireTimers", "timer"] {
                let answer = try await office.post(
                    "/dossiers/\(code)/acts", as: "ha", [("act", act), ("item", "2")])
                #expect(answer.status == .notFound, "\(act)")
            }
            #expect(try await office.sequence() == sequence)
        }
    }

    @Test func `a dossier that has ended has no times left`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.act(.close(.withdrawn, reason: "Rút hồ sơ"), on: code, by: "chi")
            try office.set("2017-07-20T09:00")
            let outcome = try await office.desk.makeRound(at: office.sources.now)
            #expect(outcome.dossiers == 0)
            let waiting = try await office.number(
                "SELECT count(*) AS n FROM workItem WHERE nextTimer IS NOT NULL")
            #expect(waiting == 0)
        }
    }
}
