// The list of claims, its JSON, and the files that go with an erasure.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Lists of claims` {
    private func list(
        _ office: DossierTestOffice, ended: Bool = false, as person: PersonID = "anh"
    ) async throws -> Privacy.List {
        let (viewer, now) = (try await office.viewer(person), office.now)
        return try await office.desk.read {
            try $0.claims(ended: ended, for: viewer, at: now)
        }
    }

    @Test func `begin with what is due first`() async throws {
        try await DossierTestOffice.run { office in
            var codes: [String] = []
            for day in ["2017-07-05T09:00", "2017-07-06T09:00", "2017-07-07T09:00"] {
                try office.set(day)
                codes.append(try await office.claim(.see))
            }
            try await office.claimAct(.assign("ha"), on: codes[0], by: "anh")
            try await office.claimAct(.extend(days: 10, "Chờ."), on: codes[0], by: "ha")
            #expect(try await list(office).rows.map(\.code) == [codes[1], codes[2], codes[0]])
        }
    }

    @Test func `end with what ended last on top`() async throws {
        try await DossierTestOffice.run { office in
            var codes: [String] = []
            for _ in 0..<3 { codes.append(try await office.claim(.see)) }
            for code in codes.reversed() {
                office.sources.set(office.now + 30)
                try await office.claimAct(.assign("ha"), on: code, by: "anh")
                try await office.claimAct(.finish("Đây."), on: code, by: "ha")
            }
            #expect(try await list(office).rows.isEmpty)
            let ended = try await list(office, ended: true)
            #expect(ended.rows.map(\.code) == codes)
            #expect(ended.rows.allSatisfy { $0.left == nil && $0.standing == .done })
        }
    }

    @Test func `tell who has it and how much time is left`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.claim(.correct)
            let fresh = try #require(try await list(office).rows.first)
            #expect(fresh.holder.isEmpty && fresh.standing == .received && !fresh.isAnswerLate)
            try await office.claimAct(.assign("ha"), on: code, by: "anh")
            let taken = try #require(try await list(office).rows.first)
            #expect(taken.holder == "Người ha" && taken.standing == .taken)
            #expect(taken.left?.state != .late)
            try office.set("2017-08-14T09:00")
            let late = try #require(try await list(office).rows.first)
            #expect(late.left?.state == .late)
            #expect(!late.isAnswerLate, "it was answered in time")
        }
    }

    @Test func `of who is not in charge hold the own ones, and those of who is away`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let (mine, other) = (try await office.claim(.see), try await office.claim(.see))
            try await office.claimAct(.assign("ha"), on: mine, by: "anh")
            try await office.claimAct(.assign("ke"), on: other, by: "anh")
            #expect(try await list(office, as: "ha").rows.map(\.code) == [mine])
            #expect(try await list(office, as: "tam").rows.map(\.code) == [mine], "stands in")
            #expect(try await list(office, as: "ke").rows.map(\.code) == [other])
            #expect(try await list(office, as: "chi").rows.isEmpty)
        }
    }

    @Test func `are for administrators whole`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let code = try await office.claim(.see)
            #expect(try await list(office, as: "quantri").rows.map(\.code) == [code])
            try await office.claimAct(.assign("ha"), on: code, by: "quantri")
            #expect(try await office.claimState(code).holder == "ha")
        }
    }

    @Test func `in JSON name their fields and keep the secret`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.claim(.see)
            let list = try await office.open("/privacy/claims", as: "anh", wantsJSON: true).json()
            let row = try #require((list["rows"] as? [[String: Any]])?.first)
            #expect(row["code"] as? String == code)
            #expect(row["right"] as? String == "see")
            #expect(row["key"] == nil, "where a page goes on is nobody's business")
            let one = try await office.open(
                "/privacy/claims/\(code)", as: "anh", wantsJSON: true)
            let value = try one.json()
            #expect((value["may"] as? [String]) == ["assign"])
            #expect((value["people"] as? [Any])?.isEmpty == false)
            let claimant = try #require(value["claimant"] as? [String: Any])
            #expect(claimant["secret"] == nil)
            #expect(claimant["words"] as? String == PrivacySamples.claimant.words)
            let terms = try #require(value["terms"] as? [String: Any])
            #expect(terms["isConfirmed"] as? Bool == false)
        }
    }

    @Test func `the offer of the form is JSON too`() async throws {
        try await DossierTestOffice.run { office in
            let offer = try await office.open("/privacy/new", as: nil, wantsJSON: true).json()
            #expect((offer["rights"] as? [String])?.count == Privacy.Right.allCases.count)
            let offices = try #require(offer["offices"] as? [[String: Any]])
            #expect(offices.compactMap { $0["id"] as? String } == ["p", "r"])
        }
    }
}

@Suite struct `Files of who is forgotten` {
    private func withFile(
        _ body: (DossierTestOffice, String, String) async throws -> Void
    ) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let added = try await office.upload(
                "/dossiers/\(code)/attachments", as: "chi", [("paper", "Tờ khai")],
                [
                    ("file", "mot.pdf", AttachmentSamples.pdf()),
                    ("file", "hai.png", AttachmentSamples.png()),
                ])
            #expect(added.status == .seeOther, "\(added.text)")
            try await office.finish(code)
            let claim = try await office.claim(.erase)
            try await office.claimAct(.assign("ha"), on: claim, by: "anh")
            try await body(office, code, claim)
        }
    }

    @Test func `go with their names and bytes`() async throws {
        try await withFile { office, code, claim in
            #expect(try await office.shownFiles(ofDossier: code).count == 2)
            try await office.claimAct(.erase([code]), on: claim, by: "ha")
            #expect(try await office.shownFiles(ofDossier: code).isEmpty)
            #expect(try await office.chunkCount() == 0)
            #expect(try await !office.everyWordOfLists().contains("mot.pdf"))
            let page = try await office.open("/dossiers/\(code)", as: "chi")
            #expect(page.status == .ok && !page.text.contains("hai.png"))
            try await office.isPetitionClean()
        }
    }

    @Test func `are counted among the values that went`() async throws {
        try await withFile { office, code, claim in
            try await office.claimAct(.erase([code]), on: claim, by: "ha")
            let entry = try await office.desk.read {
                try $0.reader.entries(of: Privacy.stream(of: claim), after: 2, limit: 1).first
            }
            let event = try EventDecoding.event(
                Privacy.Event.self, entryType: try #require(entry).type,
                payload: try #require(entry).decodedPayload(), feature: Privacy.feature)
            guard case .erased(let turn, let subjects, let values) = event else {
                Issue.record("\(event)")
                return
            }
            #expect(turn.by == "ha" && subjects == [code])
            #expect(values == 3, "the applicant and two files")
        }
    }

    @Test func `of another dossier stay`() async throws {
        try await withFile { office, code, claim in
            let other = try await office.receive { $0.process = "CT-02" }
            let added = try await office.upload(
                "/dossiers/\(other)/attachments", as: "chi", [("paper", "Tờ khai")],
                [("file", "khac.pdf", AttachmentSamples.pdf("khac"))])
            #expect(added.status == .seeOther, "\(added.text)")
            try await office.claimAct(.erase([code]), on: claim, by: "ha")
            #expect(try await office.shownFiles(ofDossier: other).count == 1)
        }
    }
}
