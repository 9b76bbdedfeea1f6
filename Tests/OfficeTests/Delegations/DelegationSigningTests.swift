// Signing by a delegation: at the desk of who signs, on the page of the dossier, in the ledger; and
// never outside its fields, days and acts.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Signing by delegation` {
    private func run(_ body: (DossierTestOffice) async throws -> Void) async throws {
        try await DossierTestOffice.run { office in
            try await office.publish(try SigningSamples.process())
            try await office.publish(try SigningSamples.process(hasFields: true))
            try await body(office)
            let report = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(report.isClean, "\(report.findings)")
        }
    }

    /// The chairman's work at the step of the signature, whoever sees it.
    private func choice(_ code: String, _ office: DossierTestOffice) async throws
        -> Signings.Choice
    {
        .init(dossier: code, item: try await office.item(code).id.rawValue)
    }

    @Test func `puts what waits before the delegate, also what waited before`() async throws {
        try await run { office in
            let held = try await office.receiveForSigning(isAccepted: true)
            let offered = try await office.receiveForSigning()
            #expect(try await office.signings(as: "ke").rows.isEmpty)
            try await office.perform(
                .give(DelegationSamples.grant("anh", "ke", fields: ["Hộ tịch"])), by: "anh")
            let rows = try await office.signings(as: "ke").rows
            #expect(Set(rows.map(\.choice.dossier)) == [held, offered])
            for row in rows {
                #expect(row.inPlaceOf == "Người anh")
                #expect(row.delegation?.mark == "TUQ." && row.delegation?.document == "12/UQ-UBND")
            }
            #expect(try await office.signings(as: "anh").rows.count == 2, "the leader has it too")
            #expect(try await office.signings(as: "binh").rows.isEmpty)
        }
    }

    @Test func `signs in the leader's name and keeps both names and the document`() async throws {
        try await run { office in
            try await office.perform(.give(DelegationSamples.grant("anh", "ke")), by: "anh")
            let codes = [
                try await office.receiveForSigning(isAccepted: true),
                try await office.receiveForSigning(),
            ]
            let choices = try await office.signings(as: "ke").rows.map(\.choice)
            let found = try await office.sign(choices, as: "ke")
            #expect(found.map(\.isSigned) == [true, true], "\(found)")
            for code in codes {
                let dossier = try await office.state(code)
                let record = try #require(dossier.instance?.records.last { $0.node == "ky" })
                #expect(record.person == "ke" && record.onBehalfOf == "anh")
                let signature = try #require(dossier.signatures?.first)
                #expect(dossier.signatures?.count == 1)
                #expect(signature.leader == "anh" && signature.delegate == "ke")
                #expect(signature.document == "12/UQ-UBND" && signature.form == .authorisation)
                #expect(signature.item == record.item && signature.delegation == 1)
                let page = try await office.open("/dossiers/\(code)", as: "chi")
                #expect(page.text.contains("Người ke (Người anh, TUQ. 12/UQ-UBND)"))
            }
        }
    }

    @Test func `keeps no document where somebody stands in by a substitution alone`() async throws {
        try await run { office in
            let code = try await office.receiveForSigning(isAccepted: true)
            _ = try await office.sign([try await choice(code, office)], as: "pho")
            #expect(try await office.state(code).status == .resultReady)
            #expect(try await office.state(code).signatures == nil)
        }
    }

    @Test(
        arguments: [
            (DelegationSamples.grant("anh", "ke", fields: ["Hộ tịch"]), "3T10:00", true),
            (DelegationSamples.grant("anh", "ke", processes: ["KY-01"]), "14T10:00", true),
            (DelegationSamples.grant("anh", "ke", processes: ["CT-02"]), "3T10:00", false),
            (DelegationSamples.grant("anh", "ke"), "17T10:00", false),
            (DelegationSamples.grant("anh", "ke", weekdays: [1, 3]), "4T10:00", false),
            (DelegationSamples.grant("anh", "ke", weekdays: [1, 3]), "5T10:00", true),
            (DelegationSamples.grant("anh", "ha", fields: ["Hộ tịch"]), "3T10:00", false),
            (DelegationSamples.grant("pho", "ke"), "3T10:00", false),
        ] as [(Delegations.Grant, String, Bool)])
    func `is possible within its fields, days and person alone`(
        _ grant: Delegations.Grant, _ moment: String, _ may: Bool
    ) async throws {
        try await run { office in
            let code = try await office.receiveForSigning(isAccepted: true)
            try await office.perform(.give(grant), by: grant.leader)
            office.sources.set(LatenessSamples.moment(moment))
            let choice = try await choice(code, office)
            #expect(try await office.signings(as: "ke").rows.map(\.choice) == (may ? [choice] : []))
            let found = try await office.sign([choice], as: "ke")
            #expect(found.first?.isSigned == may)
            // Past the desk of who signs, at the door itself.
            if may { return }
            await #expect(throws: Dossiers.Rejection.self) {
                try await office.act(
                    .complete(WorkItemID(choice.item), product: "x", fields: [:]), on: code,
                    by: "ke", for: "anh")
            }
            #expect(try await office.state(code).status != .resultReady)
        }
    }

    @Test func `ends at once when it is revoked`() async throws {
        try await run { office in
            let code = try await office.receiveForSigning(isAccepted: true)
            try await office.perform(.give(DelegationSamples.grant("anh", "ke")), by: "anh")
            #expect(try await office.signings(as: "ke").rows.count == 1)
            try await office.perform(.revoke(1, reason: "về sớm"), by: "anh")
            #expect(try await office.signings(as: "ke").rows.isEmpty)
            let found = try await office.sign([try await choice(code, office)], as: "ke")
            #expect(found.first?.code == "signings.gone")
        }
    }

    @Test func `gives the signature and no other act of the leader`() async throws {
        try await run { office in
            let code = try await office.receiveForSigning(isAccepted: true)
            try await office.perform(.give(DelegationSamples.grant("anh", "ke")), by: "anh")
            let item = try await office.item(code).id
            let forbidden: [EngineCommand] = [
                .handOver(item, to: "pho", reason: "x"), .assign(item, to: "pho"),
                .askDuty(item, reason: "x"), .close(.refused, reason: "x"),
                .changeFocalPoint("ke", reason: "x"), .confirmDuty(item),
            ]
            for command in forbidden {
                await #expect(throws: Dossiers.Rejection.self, "\(command)") {
                    try await office.act(command, on: code, by: "ke", for: "anh")
                }
            }
            let plain = try await office.receive()
            try await office.advance(plain, times: 4)
            let other = try await office.item(plain)
            #expect(other.node == "ky", "its signature controls no step")
            await #expect(throws: Dossiers.Rejection.self) {
                try await office.act(
                    .complete(other.id, product: "x", fields: [:]), on: plain, by: "ke",
                    for: "anh")
            }
            try await office.act(
                .sendBack(item, to: "tham-dinh", reason: "sai tên"), on: code, by: "ke", for: "anh")
            #expect(try await office.state(code).signatures == nil, "nothing was signed")
        }
    }

    @Test func `is not signed by who prepared it`() async throws {
        try await run { office in
            let code = try await office.receiveForSigning(isAccepted: true)
            try await office.perform(.give(DelegationSamples.grant("anh", "ha")), by: "anh")
            let found = try await office.sign([try await choice(code, office)], as: "ha")
            #expect(found.first?.isSigned == false)
            #expect(try await office.state(code).signatures == nil, "nothing is left of it")
        }
    }

    @Test func `shows its acts on the page of the dossier`() async throws {
        try await run { office in
            let code = try await office.receiveForSigning(hasFields: true, isAccepted: true)
            let before = try await office.record(code, as: "pho").work.first?.acts ?? []
            #expect(before.contains(.handOver), "by the substitution")
            try await office.perform(.give(DelegationSamples.grant("anh", "binh")), by: "anh")
            let work = try #require(try await office.record(code, as: "binh").work.first)
            #expect(work.acts == [.complete, .sendBack] && work.onBehalfOf == "anh")
            let chi = try #require(try await office.record(code, as: "chi").work.first)
            #expect(chi.acts.isEmpty)
            let answer = try await office.post(
                "/dossiers/\(code)/acts", as: "binh",
                [
                    ("act", "complete"), ("item", "\(work.item)"), ("for", "anh"),
                    ("product", "Bản ký"), ("field.soKy", "2"),
                ])
            #expect(answer.location == "/dossiers/\(code)", "\(answer.status)")
            #expect(try await office.state(code).signatures?.first?.delegate == "binh")
        }
    }

    @Test func `is told on the signing desk in words`() async throws {
        try await run { office in
            _ = try await office.receiveForSigning(isAccepted: true)
            try await office.perform(.give(DelegationSamples.grant("anh", "ke")), by: "anh")
            let page = try await office.open("/signing", as: "ke")
            #expect(page.text.contains("Ký TUQ. Người anh theo ủy quyền, văn bản 12/UQ-UBND"))
            let json = try await office.open("/signing", as: "ke", wantsJSON: true).json()
            let row = try #require((json["rows"] as? [[String: Any]])?.first)
            #expect((row["delegation"] as? [String: Any])?["document"] as? String == "12/UQ-UBND")
        }
    }

    @Test(arguments: [4, 90] as [UInt64])
    func `by chance is allowed exactly where a delegation in force says so`(
        _ seed: UInt64
    ) async throws {
        try await run { office in
            var chance = DossierTestChance(seed: seed)
            var (signed, refused) = (0, 0)
            for _ in 0..<48 {
                office.sources.set(
                    LatenessSamples.moment("3T09:00") + chance.below(10) * 1_440)
                let grant = DelegationSamples.grant(
                    "anh", chance.pick(["ke", "binh", "tam"]),
                    fields: chance.below(2) == 0 ? ["Hộ tịch"] : [],
                    weekdays: chance.below(2) == 0 ? [1, 2, 3] : [])
                do {
                    try await office.perform(.give(grant), by: "anh")
                } catch is Delegations.Rejection {
                    let last = try await office.desk.read { try $0.delegationBook().delegations }
                    let open = last.last { $0.isOpen }?.number ?? 1
                    do {
                        try await office.perform(.revoke(open, reason: "đổi"), by: "anh")
                    } catch is Delegations.Rejection {}
                }
                let code = try await office.receiveForSigning(isAccepted: true)
                let person: PersonID = chance.pick(["ke", "binh", "tam"])
                let today = office.now.day
                let may = try await office.desk.read { reading in
                    let organisation = try reading.organisation()
                    return !(try reading.delegationBook())
                        .inForce(for: person, organisation, on: today).isEmpty
                }
                let found = try await office.sign(
                    [try await choice(code, office)], as: person, key: code)
                #expect(found.first?.isSigned == may, "\(person) \(today.text)")
                let count = try await office.state(code).signatures?.count ?? 0
                #expect(count == (may ? 1 : 0))
                if may { signed += 1 } else { refused += 1 }
            }
            #expect(signed > 2 && refused > 2, "\(signed) signed, \(refused) refused")
        }
    }
}
