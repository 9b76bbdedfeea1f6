// Claims on the store: numbers, terms by the calendar, two nodes, and what the ledger holds.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Claims at the desk` {
    @Test func `numbers count by office and day`() async throws {
        try await DossierTestOffice.run { office in
            var codes: [String] = []
            for place in ["p", "r", "p"] as [UnitID] {
                codes.append(try await office.claim(.see) { $0.office = place })
            }
            try office.set("2017-07-04T09:00")
            codes.append(try await office.claim(.see))
            #expect(
                codes == [
                    "DL-PA-170703-0001", "DL-PB-170703-0001", "DL-PA-170703-0002",
                    "DL-PA-170704-0001",
                ])
        }
    }

    @Test(
        arguments: [
            // received, answer by, carry out by
            ("2017-07-03T09:00", "2017-07-05", "2017-07-24"),
            ("2017-07-07T16:00", "2017-07-11", "2017-07-28"),
            // 2 September 2017 is a Saturday; the Monday after it is a day off.
            ("2017-09-01T09:00", "2017-09-06", "2017-09-25"),
        ])
    func `terms are working days of the calendar, the day of receipt not counted`(
        _ received: String, _ answer: String, _ due: String
    ) async throws {
        try await DossierTestOffice.run(at: received) { office in
            let claim = try await office.claimState(try await office.claim(.see))
            #expect(claim.registration.answerBy?.day.text == answer)
            #expect(claim.registration.due?.day.text == due)
            #expect(claim.due == claim.registration.due)
        }
    }

    @Test func `an extension goes on from the date that was given`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.claim(.see)
            try await office.claimAct(.assign("ha"), on: code, by: "anh")
            #expect(try await office.claimState(code).due?.day.text == "2017-07-24")
            try await office.claimAct(.extend(days: 5, "Chờ."), on: code, by: "ha")
            let claim = try await office.claimState(code)
            #expect(claim.due?.day.text == "2017-07-31")
            #expect(claim.registration.due?.day.text == "2017-07-24", "what was promised stays")
            let row = try await office.number(
                "SELECT due AS n FROM privacyClaim WHERE code = ?", [.text(code)])
            #expect(row == claim.due?.rawValue)
        }
    }

    @Test func `the ledger holds no word of anybody`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.claim(.object)
            try await office.claimAct(.assign("ha"), on: code, by: "anh")
            try await office.claimAct(
                .refuse(.lawfulTask, "Luật Hộ tịch buộc giữ."), on: code, by: "ha")
            let entries = try await office.desk.read {
                try $0.reader.entries(of: Privacy.stream(of: code), after: 0, limit: 100)
            }
            #expect(
                entries.map(\.type) == ["privacy.received", "privacy.taken", "privacy.refused"])
            for entry in entries {
                let text = String(decoding: entry.payload, as: UTF8.self)
                for word in ["Trần", "0912", "hu.cau", "Xin xóa", "Luật Hộ tịch"] {
                    #expect(!text.contains(word), "\(entry.type) \(word)")
                }
            }
            let state = try StreamState.bytes(of: try await office.claimState(code))
            #expect(!String(decoding: state, as: UTF8.self).contains("Trần"))
        }
    }

    @Test func `the claimant's own values can be erased, and the claim stays whole`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.claim(.see)
            try await office.claimAct(.assign("ha"), on: code, by: "anh")
            let at = office.sources.now.milliseconds
            _ = try await office.desk.store.write {
                try $0.erasePersonal(
                    stream: Privacy.stream(of: code), at: at, basis: "thử nghiệm")
            }
            let page = try await office.open("/privacy/claims/\(code)", as: "ha")
            #expect(page.status == .ok && !page.text.contains("Trần"))
            let told = try await office.post(
                "/privacy/follow", as: nil,
                [("code", code), ("secret", PrivacySamples.secret)], wantsJSON: true)
            #expect(told.status == .notFound, "nobody can show to be the claimant")
            try await office.isPetitionClean()
        }
    }

    @Test func `two who take one claim at once leave one holder`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.claim(.see)
            let other = try office.node()
            try await office.claimAct(.assign("ha"), on: code, by: "anh")
            try await other.claimAct(.assign("ke"), on: code, by: "pho")
            #expect(try await office.claimState(code).holder == "ke")
            #expect(try await other.claimState(code).holder == "ke")
            await #expect(throws: Privacy.Rejection.self) {
                try await office.claimAct(.finish("x"), on: code, by: "ha")
            }
        }
    }

    @Test func `the same command with the same key is done once`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.claim(.see)
            try await office.claimAct(.assign("ha"), on: code, by: "anh")
            let before = try await office.sequence()
            for _ in 0..<3 {
                _ = try await office.desk.perform(
                    .privacy(.act(code, .extend(days: 2, "Chờ."))), by: Actor("ha"),
                    at: office.sources.now, key: "form/mot")
            }
            #expect(try await office.sequence() == before + 1)
        }
    }

    @Test func `a claim that was altered in its state row is named`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.claim(.see)
            for number in 0..<16 {
                try await office.claimAct(
                    .assign(number % 2 == 0 ? "ha" : "ke"), on: code, by: "anh")
            }
            let stream = Privacy.stream(of: code)
            try await office.isPetitionClean()
            var claim = try await office.claimState(code)
            claim.holder = "chi"
            let forged = try StreamState.bytes(of: claim)
            _ = try await office.desk.store.write {
                try $0.execute(
                    "UPDATE streamState SET state = ? WHERE stream = ?",
                    [.blob(forged), .text(stream)])
            }
            let report = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(report.findings == [ReplayFinding(.stateDiffers, stream: stream)])
        }
    }

    @Test func `a claim that nobody sent is not there`() async throws {
        try await DossierTestOffice.run { office in
            for code in ["DL-PA-170703-0001", "", "../x", "DL-", "' OR '1'='1"] {
                await #expect(throws: Privacy.Rejection.unknown(code)) {
                    try await office.claimAct(.finish("x"), on: code, by: "anh")
                }
            }
        }
    }

    @Test func `the mark of what was erased names the claim`() async throws {
        try await DossierTestOffice.run { office in
            let dossier = try await office.receive { $0.process = "CT-02" }
            try await office.finish(dossier)
            let code = try await office.claim(.erase)
            try await office.claimAct(.assign("ha"), on: code, by: "anh")
            try await office.claimAct(.erase([dossier]), on: code, by: "ha")
            let basis = try await office.desk.read { reading in
                try reading.rows(
                    "SELECT erasureBasis FROM personalValue WHERE id = ?",
                    [.text("applicant/\(dossier)")]
                ).first?.text("erasureBasis")
            }
            #expect(basis == "privacy/\(code)")
            let entry = try await office.desk.read {
                try $0.reader.entries(of: Privacy.stream(of: code), after: 2, limit: 1).first
            }
            let text = String(decoding: try #require(entry).payload, as: UTF8.self)
            #expect(text.contains(dossier), "the ledger tells what was erased")
        }
    }

    @Test func `erasing twice changes nothing more`() async throws {
        try await DossierTestOffice.run { office in
            let dossier = try await office.receive { $0.process = "CT-02" }
            try await office.finish(dossier)
            let code = try await office.claim(.erase)
            try await office.claimAct(.assign("ha"), on: code, by: "anh")
            try await office.claimAct(.erase([dossier]), on: code, by: "ha")
            let first = try await office.dumpOfReadTables()
            try await office.claimAct(.erase([dossier]), on: code, by: "ha")
            #expect(try await office.dumpOfReadTables() == first)
            #expect(try await office.claimState(code).erased == [dossier, dossier])
        }
    }
}
