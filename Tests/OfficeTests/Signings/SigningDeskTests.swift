// What waits for a signature, and signing several at once.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The signing desk` {
    private func run(_ body: (DossierTestOffice) async throws -> Void) async throws {
        try await DossierTestOffice.run { office in
            try await office.publish(try SigningSamples.process())
            try await office.publish(try SigningSamples.process(hasFields: true))
            try await body(office)
        }
    }

    @Test func `shows what waits for a signature and nothing else`() async throws {
        try await run { office in
            let waiting = try await office.receiveForSigning(isAccepted: true)
            let offered = try await office.receiveForSigning()
            // Its step signs, but controls no other: an ordinary piece of work.
            let plain = try await office.receive()
            try await office.advance(plain, times: 4)
            let early = try await office.receive { $0.process = "KY-01" }
            let rows = try await office.signings(as: "anh").rows
            #expect(Set(rows.map(\.choice.dossier)) == [waiting, offered])
            #expect(!rows.contains { $0.choice.dossier == early })
            let row = try #require(rows.first { $0.choice.dossier == waiting })
            #expect(row.asked == "Ký kết quả" && row.preparedBy == "Người ha")
            #expect(row.prepared == "Xong" && row.inPlaceOf == nil && !row.isOffered)
            #expect(rows.first { $0.choice.dossier == offered }?.isOffered == true)
            for person: PersonID in ["chi", "ha", "giang", "ke"] {
                #expect(try await office.signings(as: person).rows.isEmpty, "\(person)")
            }
        }
    }

    @Test func `signs several with one commit, each on its own timeline`() async throws {
        try await run { office in
            let codes = [
                try await office.receiveForSigning(isAccepted: true),
                try await office.receiveForSigning(), try await office.receiveForSigning(),
            ]
            let choices = try await office.signings(as: "anh").rows.map(\.choice)
            #expect(choices.count == 3)
            let found = try await office.sign(choices, as: "anh")
            #expect(found.map(\.isSigned) == [true, true, true], "\(found)")
            for code in codes {
                let records = try await office.state(code).instance?.records ?? []
                let signed = try #require(records.last { $0.node == "ky" })
                #expect(signed.person == "anh" && signed.onBehalfOf == nil)
                #expect(signed.text == "Phiếu ky")
                #expect(try await office.state(code).status == .resultReady)
            }
            #expect(try await office.signings(as: "anh").rows.isEmpty)
            let replay = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(replay.isClean, "\(replay.findings)")
        }
    }

    @Test func `a form that is sent twice signs once`() async throws {
        try await run { office in
            _ = try await office.receiveForSigning()
            let choices = try await office.signings(as: "anh").rows.map(\.choice)
            let first = try await office.sign(choices, as: "anh", key: "một")
            let before = try await office.sequence()
            let again = try await office.sign(choices, as: "anh", key: "một")
            #expect(first.map(\.isSigned) == [true])
            #expect(again.map(\.code) == ["signings.gone"], "it is told, and nothing is done")
            #expect(try await office.sequence() == before)
        }
    }

    @Test func `one that is gone leaves the others signed`() async throws {
        try await run { office in
            let stays = try await office.receiveForSigning(isAccepted: true)
            let goes = try await office.receiveForSigning(isAccepted: true)
            let fields = try await office.receiveForSigning(hasFields: true, isAccepted: true)
            let choices = try await office.signings(as: "anh").rows.map(\.choice)
            #expect(choices.count == 3)
            let item = try await office.item(goes)
            try await office.act(
                .sendBack(item.id, to: "tham-dinh", reason: "sai tên"), on: goes, by: "anh")
            let strange = Signings.Choice(dossier: "KHONG-CO", item: 1)
            let found = try await office.sign(choices + [strange], as: "anh")
            func code(_ dossier: String) -> String? {
                found.first { $0.choice.dossier == dossier }?.code
            }
            #expect(found.first { $0.choice.dossier == stays }?.isSigned == true)
            #expect(code(goes) == "signings.gone" && code("KHONG-CO") == "signings.gone")
            #expect(code(fields) == "signings.needsForm")
            #expect(try await office.state(fields).status != .resultReady)
            let told = try #require(found.first { $0.code == "signings.needsForm" })
            #expect(told.vi?.isEmpty == false && told.en?.isEmpty == false)
        }
    }

    @Test(arguments: [
        ("2017-06-30T09:00", false), ("2017-07-03T09:00", true), ("2017-12-29T09:00", true),
        ("2018-01-02T09:00", false),
    ])
    func `who stands in signs within the dates and not a day beyond`(
        _ moment: String, _ mayStandIn: Bool
    ) async throws {
        try await run { office in
            try office.set("2017-06-28T09:00")
            let code = try await office.receiveForSigning(isAccepted: true)
            try office.set(moment)
            let rows = try await office.signings(as: "pho").rows
            #expect(rows.map(\.choice.dossier) == (mayStandIn ? [code] : []))
            #expect(rows.first?.inPlaceOf == (mayStandIn ? "Người anh" : nil))
            let choice = try #require(try await office.signings(as: "anh").rows.first?.choice)
            let found = try await office.sign([choice], as: "pho")
            #expect(found.first?.isSigned == mayStandIn)
            let signed = try await office.state(code).instance?.records.last { $0.node == "ky" }
            #expect(signed?.person == (mayStandIn ? "pho" : nil))
            #expect(signed?.onBehalfOf == (mayStandIn ? "anh" : nil), "both names are recorded")
        }
    }

    @Test func `nobody signs what they may not, whatever they send`() async throws {
        try await run { office in
            let code = try await office.receiveForSigning(isAccepted: true)
            let choice = try #require(try await office.signings(as: "anh").rows.first?.choice)
            let before = try await office.sequence()
            for person: PersonID in ["chi", "binh", "ha", "tam", "ke", "giang", "la"] {
                let found = try await office.sign([choice], as: person, key: "\(person)")
                #expect(found.map(\.code) == ["signings.gone"], "\(person)")
                #expect(found.map(\.title) == [""], "not even the title is told")
            }
            #expect(try await office.sequence() == before)
            #expect(try await office.state(code).status != .resultReady)
        }
    }

    @Test func `nothing and too much are refused whole`() async throws {
        try await run { office in
            await #expect(throws: Signings.Rejection.nothingChosen) {
                try await office.sign([], as: "anh")
            }
            let many = (1...51).map { Signings.Choice(dossier: "A", item: $0) }
            await #expect(throws: Signings.Rejection.tooMany) {
                try await office.sign(many, as: "anh")
            }
        }
    }

    @Test(arguments: ["", "A", "A/", "/1", "A/0", "A/-1", "A/x", "A/1/2", "A/99999999999999999999"])
    func `a choice that names nothing is none`(_ text: String) {
        #expect(Signings.Choice(text) == nil)
    }

    @Test func `a choice reads back what it writes`() {
        for choice in [
            Signings.Choice(dossier: "PA.2017.1", item: 3), .init(dossier: "x", item: 9),
        ] {
            #expect(Signings.Choice(choice.text) == choice)
        }
    }
}
