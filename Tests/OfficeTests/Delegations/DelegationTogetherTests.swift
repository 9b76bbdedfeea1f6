// Several people at once, programs, saved states of earlier releases, and words that are no words
// of the office.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Delegations and outages at once` {
    @Test func `the leader and the delegate sign one paper once`() async throws {
        try await DossierTestOffice.run { office in
            try await office.publish(try SigningSamples.process())
            try await office.perform(.give(DelegationSamples.grant("anh", "ke")), by: "anh")
            for number in 0..<4 {
                let code = try await office.receiveForSigning(isAccepted: true)
                let choice = Signings.Choice(
                    dossier: code, item: try await office.item(code).id.rawValue)
                async let leader = office.sign([choice], as: "anh", key: "a\(number)")
                async let delegate = office.sign([choice], as: "ke", key: "b\(number)")
                let outcomes = try await leader + delegate
                #expect(outcomes.count { $0.isSigned } == 1)
                let dossier = try await office.state(code)
                let record = try #require(dossier.instance?.records.last { $0.node == "ky" })
                #expect((dossier.signatures?.count ?? 0) == (record.person == "ke" ? 1 : 0))
            }
        }
    }

    @Test func `a delegation that is sent twice is one`() async throws {
        try await DossierTestOffice.run { office in
            let fields = [
                ("leader", "anh"), ("delegate", "ke"), ("form", "deputy"), ("from", "2017-07-03"),
                ("through", "2017-07-14"), ("document", "12/UQ"), ("key", "k"),
            ]
            for _ in 0..<3 {
                let answer = try await office.post("/delegations", as: "anh", fields)
                #expect(answer.location == "/delegations")
            }
            let other = try await office.post(
                "/delegations", as: "anh",
                fields.map { $0.0 == "delegate" ? ("delegate", "tam") : $0 })
            #expect(other.status == .unprocessableContent, "the same key with something else")
            let book = try await office.desk.read { try $0.delegationBook() }
            #expect(book.delegations.count == 1)
        }
    }

    @Test func `two leaders decide on one outage once`() async throws {
        try await DossierTestOffice.run(at: "2017-07-04T14:00") { office in
            for number in 1...4 {
                try await office.perform(.declare(OutageSamples.declaration()), by: "tam")
                let path = "/outages/\(number)/acts"
                async let one = office.post(path, as: "anh", [("act", "approve")], wantsJSON: true)
                async let other = office.post(
                    path, as: "pho", [("act", "refuse"), ("reason", "sai giờ")], wantsJSON: true)
                let answers = try await [one, other]
                #expect(answers.map(\.status.code).sorted() == [200, 422])
                let loser = try #require(answers.first { $0.status == .unprocessableContent })
                #expect(try loser.code() == "outages.alreadyDecided")
                let outage = try await office.desk.read { try $0.outageBook().outage(number) }
                #expect(outage?.decision != nil && outage?.standing != .declared)
            }
            let report = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(report.isClean, "\(report.findings)")
        }
    }

    @Test func `what was approved is seen by every desk on the store`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receiveLate()
            let other = Desk(store: office.desk.store, sources: office.desk.sources)
            office.sources.set(LatenessSamples.moment("6T12:00"))
            func split() async throws -> String {
                let (viewer, now) = (try await office.viewer("anh"), office.now)
                let record = try await other.read { try $0.dossier(code, for: viewer, at: now) }
                return office.words(record.lateness)
            }
            #expect(try await split() == "held p.tp 180")
            try await office.perform(.declare(OutageSamples.declaration()), by: "tam")
            try await office.perform(.approve(1), by: "anh")
            #expect(try await split() == "held p.tp 137, outage p.tp 43")
            _ = try await other.perform(
                .outages(.withdraw(1, reason: "nhầm")), by: Actor("tam"), at: office.sources.now)
            #expect(try await split() == "held p.tp 180")
            #expect(try await office.latenessRows(code) == "held p.tp 180")
        }
    }

    /// A dossier that an earlier release saved knows no signatures.
    @Test func `a state saved before is read as it was`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let state = try await office.state(code)
            let bytes = try StreamState.bytes(of: state)
            let payload = try Payload(decoding: bytes)
            #expect(payload["signatures"] == nil, "nothing is written where there is none")
            let back = try EventDecoding.value(
                Dossiers.Dossier.self, from: .nested(payload))
            #expect(back == state)
        }
    }

    @Test(arguments: ["' OR 1=1 --", "Hộ tịch', 'x", "%", "a; DROP TABLE dossier"])
    func `a field with marks of its own narrows as any other`(_ field: String) async throws {
        try await DossierTestOffice.run { office in
            var version = try SigningSamples.process()
            version.field = field
            version.code = "LA-01"
            try await office.publish(version)
            try await office.publish(try SigningSamples.process())
            let code = try await office.receive { $0.process = "LA-01" }
            try await office.advance(code, times: 4)
            _ = try await office.receiveForSigning(isAccepted: true)
            let known = try await office.desk.read { try $0.processFields()["LA-01"] }
            guard let known else { return }
            try await office.perform(
                .give(DelegationSamples.grant("anh", "ke", fields: [known])), by: "anh")
            let rows = try await office.signings(as: "ke").rows
            #expect(rows.map(\.choice.dossier) == [code], "and nothing of another field")
        }
    }

    @Test func `more than a page of a leader's other work hides nothing`() async throws {
        try await DossierTestOffice.run { office in
            try await office.publish(try SigningSamples.process())
            try await office.publish(try SigningSamples.process(hasFields: true))
            for _ in 0..<54 {
                let code = try await office.receive { $0.process = "CT-02" }
                try await office.advance(code, times: 2)
            }
            // Due days later than all of those.
            let code = try await office.receiveForSigning(isAccepted: true)
            try await office.perform(
                .give(DelegationSamples.grant("anh", "ke", processes: ["KY-01"])), by: "anh")
            let rows = try await office.signings(as: "ke").rows
            #expect(rows.map(\.choice.dossier) == [code])
        }
    }
}
