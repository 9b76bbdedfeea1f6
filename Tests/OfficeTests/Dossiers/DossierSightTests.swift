// Who finds a dossier, who acts for whom, and what stays of a person whose data are erased.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Finding a dossier` {
    @Test func `only people of a unit it went through, and who leads them`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            func finds(_ person: PersonID) async throws -> Bool {
                do {
                    _ = try await office.record(code, as: person)
                    return true
                } catch Dossiers.Rejection.unknown(code) {
                    return false
                }
            }
            for person: PersonID in ["chi", "binh", "anh", "pho"] {
                #expect(try await finds(person), "\(person)")
            }
            for person: PersonID in ["ha", "ke", "la", "giang"] {
                #expect(try await !finds(person), "\(person)")
            }
            try await office.advance(code)
            #expect(try await finds("ha"))
            #expect(try await finds("ke"), "cooperates in the step")
            #expect(try await !finds("la"))
            try await office.advance(code, times: 6)
            #expect(try await finds("ha"), "it was there once")
        }
    }

    @Test func `the register lists exactly what can be found`() async throws {
        try await DossierTestOffice.run { office in
            let own = try await office.receive()
            let other = try await office.receive(by: "la") { $0.office = "r" }
            for (person, codes) in [("chi", [own]), ("la", [other]), ("ke", [])]
                as [(PersonID, [String])]
            {
                let (viewer, now) = (try await office.viewer(person), office.now)
                let page = try await office.desk.read {
                    try $0.register(.init(), for: viewer, at: now)
                }
                #expect(page.rows.map(\.code) == codes)
                #expect(page.count == codes.count)
            }
        }
    }
}

@Suite struct `Standing in` {
    @Test func `both names stay with the work, and the list shows it to both`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code)
            let id = try await office.item(code).id
            #expect(try await office.work(.mine, of: "tam").offered.map(\.dossier) == [code])
            let seen = try await office.record(code, as: "tam")
            #expect(seen.work.first?.onBehalfOf == "ha")
            #expect(seen.work.first?.acts == [.accept, .returnHandover])
            try await office.act(.accept(id), on: code, by: "tam", for: "ha")
            try await office.act(
                .complete(id, product: "Phiếu", fields: [:]), on: code, by: "tam", for: "ha")
            let record = try #require(try await office.state(code).instance?.records.last)
            #expect(record.person == "tam")
            #expect(record.onBehalfOf == "ha")
            #expect(record.answerable == "ha")
            let authors = try await office.desk.read {
                try $0.reader.entries(of: Dossiers.stream(of: code), after: 0, limit: 100)
                    .map { "\($0.actor)/\($0.onBehalfOf ?? "")" }
            }
            #expect(authors == ["chi/", "chi/", "chi/", "tam/ha", "tam/ha"])
        }
    }

    @Test func `nobody stands in without having been named, nor after the last day`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let id = try await office.item(code).id
            let command = EngineCommand.complete(id, product: "x", fields: [:])
            await #expect(
                throws: Dossiers.Rejection.work(.mayNotStandIn(id, forPerson: "chi"))
            ) { try await office.act(command, on: code, by: "ke", for: "chi") }
            try office.set("2018-01-02T09:00")
            await #expect(
                throws: Dossiers.Rejection.work(.mayNotStandIn(id, forPerson: "chi"))
            ) { try await office.act(command, on: code, by: "binh", for: "chi") }
            try office.set("2017-12-29T09:00")
            try await office.act(command, on: code, by: "binh", for: "chi")
        }
    }

    @Test func `a substitute of the focal point may end the dossier and says for whom`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code, times: 2)
            let record = try await office.record(code, as: "binh")
            #expect(record.acts == [.refuse, .withdraw, .stop])
            #expect(record.actsFor == "chi")
            #expect(try await office.record(code, as: "chi").actsFor == nil)
            let answer = try await office.post(
                "/dossiers/\(code)/acts", as: "binh",
                [("act", "withdraw"), ("reason", "Đổi ý"), ("for", "chi")])
            #expect(answer.status == .seeOther)
            #expect(try await office.state(code).status == .withdrawn)
        }
    }
}

@Suite struct `Personal values` {
    @Test func `never stand in an entry`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive {
                $0.fields = ["tenCon": .text("Bé Hư Cấu"), "soBan": .number(2)]
                $0.applicant.fields = ["tenCon": "Bé Hư Cấu"]
            }
            try await office.advance(code, times: 7)
            let applicant = DossierTestSamples.intake.applicant
            let secrets = [
                applicant.name, applicant.phone, applicant.identity, applicant.address,
                applicant.submitter, applicant.request, "Bé Hư Cấu",
            ]
            let payloads = try await office.desk.read {
                try $0.rows("SELECT payload FROM entry").map { try $0.blob("payload") }
            }
            #expect(payloads.count > 30)
            for secret in secrets {
                let bytes = Array(secret.utf8)
                #expect(payloads.allSatisfy { !$0.contains(bytes) }, "\(secret)")
            }
            // The search itself can find: what is not personal is there.
            let title = Array("Đăng ký khai sinh".utf8)
            #expect(payloads.contains { $0.contains(title) })
            let keys = try await office.state(code).instance?.personalKeys
            #expect(keys == ["tenCon"])
        }
    }

    @Test func `when erased leave a ledger that verifies and a page that says so`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.desk.store.write { transaction in
                let erased = try transaction.erasePersonal(
                    stream: Dossiers.stream(of: code), at: 1, basis: "Luật, hết thời hạn lưu")
                #expect(erased == 1)
            }
            let report = try await office.desk.read { try Verification.run($0.reader) }
            #expect(report.isClean)
            let replay = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(replay.isClean)
            #expect(try await office.record(code, as: "chi").applicant == nil)
            let page = try await office.open("/dossiers/\(code)", as: "chi")
            #expect(page.status == .ok)
            #expect(page.text.contains("thông tin cá nhân đã xóa theo luật"))
            #expect(!page.text.contains("Hư Cấu"))
            for paper in ["receipt", "slip"] {
                let sheet = try await office.open("/dossiers/\(code)/\(paper)", as: "chi")
                #expect(sheet.status == .ok)
                #expect(!sheet.text.contains("Hư Cấu"), "\(paper)")
            }
        }
    }

    @Test func `an applicant comes back from its text`() throws {
        var applicant = DossierTestSamples.intake.applicant
        applicant.fields = ["tenCon": "\"Bé\"\n\\", "": "{}"]
        #expect(try Dossiers.Applicant(text: try applicant.text()) == applicant)
        #expect(throws: (any Error).self) { try Dossiers.Applicant(text: "{") }
    }
}
