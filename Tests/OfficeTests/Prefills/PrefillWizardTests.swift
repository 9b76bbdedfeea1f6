// Filing again with an address that was shown: what is filled in, for whom, and what is kept of it.
// On both stores.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Filing again` {
    @Test func `offers to fill in, by a box that nobody has ticked yet`() async throws {
        try await DossierTestOffice.runWithPrefill { office, citizen in
            let start = try await citizen.open("/file/KS-01")
            start.expectSound("start with prefill")
            #expect(start.text.contains("name=\"prefill\""))
            #expect(start.text.contains("Tôi đồng ý để cơ quan điền sẵn từ hồ sơ"))
            #expect(start.text.contains("\(PrefillSamples.code), ngày 03/07/2017"))
            #expect(!start.text.contains("checked") && !start.text.contains("Hư Cấu"))
            let stranger = try await office.open("/file/KS-01", as: nil)
            #expect(!stranger.text.contains("name=\"prefill\""))
            #expect(stranger.text.contains("href=\"/my/prefill\""))
            let english = try await citizen.open("/file/KS-01", language: "en")
            #expect(english.text.contains("I consent that the office fills in from"))
            #expect(try await office.prefillLooks() == 0, "an offer shows no value")
        }
    }

    @Test func `fills in nothing and records nothing without the tick`() async throws {
        try await DossierTestOffice.runWithPrefill { office, citizen in
            var citizen = citizen
            for fields in [[], [("prefill", "")], [("prefill", "0")]] as [[(String, String)]] {
                _ = try await citizen.post("/file/KS-01", fields)
                let page = try await citizen.open("/file/KS-01/person")
                #expect(!page.text.contains("Hư Cấu") && !page.text.contains("Điền sẵn"))
            }
            #expect(try await office.consentStreams() == 0)
            #expect(try await office.prefillLooks() == 0)
        }
    }

    @Test func `fills in, says from where, and masks the identity paper everywhere`() async throws {
        try await DossierTestOffice.runWithPrefill { office, citizen in
            var citizen = citizen
            let begun = try await citizen.post("/file/KS-01", [("prefill", "1")])
            #expect(begun.location == "/file/KS-01/person")
            #expect(try await office.prefillLooks() == 1)
            let person = try await citizen.open("/file/KS-01/person")
            person.expectSound("person filled in")
            #expect(person.text.contains("value=\"Phạm Thị Hư Cấu\""))
            #expect(person.text.ranges(of: PrefillSamples.mark).count == 2)
            #expect(person.text.contains("Giữ số giấy tờ \(PrefillSamples.mask)"))
            for (page, value) in [
                ("contact", "0912 345 678"), ("contact", "hu.cau@vi-du.vn"),
                ("address", "Số 1, phố Minh Họa"), ("field.soBan", "value=\"2\""),
            ] {
                let shown = try await citizen.open("/file/KS-01/\(page)")
                #expect(shown.text.contains(value) && shown.text.contains(PrefillSamples.mark))
            }
            let personal = try await citizen.open("/file/KS-01/field.tenCon")
            #expect(!personal.text.contains("Bé Minh Họa"), "it may be about another person")
            #expect(!personal.text.contains(PrefillSamples.mark))
            let address = try await citizen.open("/file/KS-01/address")
            #expect(!address.text.contains("Khai sinh cho con"), "what was asked for then")
            let met = try await citizen.fill()
            #expect(
                met == [
                    "person", "contact", "address", "field.soBan", "field.tenCon", "papers",
                    "files", "return",
                ], "each page is seen; the address was shown already")
            let review = try await citizen.open("/file/KS-01/review")
            review.expectSound("review filled in")
            #expect(review.text.contains(PrefillSamples.mask))
            #expect(review.text.contains(PrefillSamples.mark))
            let sent = try await citizen.post("/file/KS-01/review")
            #expect(sent.location == "/file/KS-01/done")
            let sheet = try await citizen.open("/file/KS-01/sheet")
            let json = try await citizen.open("/file/KS-01/sheet", wantsJSON: true)
            for page in [person, review, sheet, json] {
                #expect(!page.text.contains(PrefillSamples.identity))
            }
            #expect(sheet.text.contains(PrefillSamples.mask))
            let filing = try await office.filing("DK-PA-170703-0002")
            let applicant = try await office.desk.read {
                try $0.applicant(of: filing.registration)
            }
            #expect(applicant?.identity == PrefillSamples.identity, "the office gets it whole")
            #expect(filing.registration.shownContact == .email)
        }
    }

    @Test func `takes what is typed instead, and forgets where it came from`() async throws {
        try await DossierTestOffice.runWithPrefill { office, citizen in
            var citizen = citizen
            _ = try await citizen.post("/file/KS-01", [("prefill", "1")])
            let changed = [
                ("name", "Phạm Thị Khác Hư"), ("identity", "079123456789"), ("keepIdentity", "1"),
            ]
            _ = try await citizen.post("/file/KS-01/person", changed)
            let person = try await citizen.open("/file/KS-01/person")
            #expect(person.text.contains("value=\"079123456789\""))
            #expect(!person.text.contains("Điền sẵn từ hồ sơ"))
            #expect(!person.text.contains("keepIdentity"))
            _ = try await citizen.fill(
                PrefillSamples.fields.filter { $0.0 != "name" } + changed)
            let review = try await citizen.open("/file/KS-01/review")
            #expect(review.text.contains("079123456789"), "who typed it may see it")
            _ = try await citizen.post("/file/KS-01/review")
            let sheet = try await citizen.open("/file/KS-01/sheet")
            #expect(sheet.text.contains("079123456789"))
        }
    }

    @Test func `keeps the box as it was sent when the page comes back`() async throws {
        try await DossierTestOffice.runWithPrefill { _, citizen in
            var citizen = citizen
            _ = try await citizen.post("/file/KS-01", [("prefill", "1")])
            let wrong = try await citizen.post(
                "/file/KS-01/person", [("name", ""), ("keepIdentity", "1")])
            wrong.expectSound("person refused")
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("keepIdentity") && wrong.text.contains("checked"))
            #expect(!wrong.text.contains(PrefillSamples.identity))
            _ = try await citizen.post("/file/KS-01/person", [("name", "Phạm Thị Hư Cấu")])
            let without = try await citizen.open("/file/KS-01/person")
            #expect(!without.text.contains(PrefillSamples.mask), "the box was not ticked")
        }
    }

    @Test func `asks once, and reads again each time`() async throws {
        try await DossierTestOffice.runWithPrefill { office, citizen in
            var citizen = citizen
            _ = try await citizen.post("/file/KS-01", [("prefill", "1")])
            #expect(try await office.consentStreams() == 1)
            let start = try await citizen.open("/file/KS-01")
            #expect(!start.text.contains("Tôi đồng ý"))
            #expect(start.text.contains("Điền sẵn từ hồ sơ \(PrefillSamples.code)"))
            office.pass(minutes: 11)
            _ = try await citizen.post("/file/KS-01", [("prefill", "1")])
            #expect(try await office.consentStreams() == 1)
            let times = try await office.number(
                "SELECT times AS n FROM personalRead WHERE paper = 'prefill'")
            #expect(times == 2)
        }
    }

    @Test func `is read in the log of the dossier that lent its values`() async throws {
        try await DossierTestOffice.runWithPrefill { office, citizen in
            var citizen = citizen
            try await office.answer(.accept(PrefillSamples.code), by: "chi")
            let dossier = try #require(try await office.filing(PrefillSamples.code).dossier)
            _ = try await citizen.post("/file/KS-01", [("prefill", "1")])
            #expect(try await office.prefillLooks(dossier) == 1)
            let page = try await citizen.open("/file/KS-01/person")
            #expect(page.text.contains("Điền sẵn từ hồ sơ \(dossier)"))
            let log = try await office.open("/dossiers/\(dossier)/reads", as: "binh")
            #expect(log.status == .ok && log.text.contains("Điền sẵn hồ sơ mới"))
        }
    }
}

@Suite struct `Filling in for a program` {
    private static let rest = [
        ("field.tenCon", "Bé Thứ Hai"), ("paper", "Tờ khai"), ("returnWay", "home"),
    ]

    @Test func `puts what was filed before under what is sent`() async throws {
        try await DossierTestOffice.runWithPrefill { office, citizen in
            var citizen = citizen
            let plain = try await citizen.post("/file/KS-01", Self.rest, wantsJSON: true)
            #expect(try plain.code() == "filings.nameMissing")
            let filed = try await citizen.post(
                "/file/KS-01", Self.rest + [("prefill", "1"), ("address", "Số 2, phố Mới")],
                wantsJSON: true)
            #expect(filed.status == .created, "\(filed.text)")
            #expect(!filed.text.contains(PrefillSamples.identity))
            let code = try #require(try filed.json()["filing"] as? String)
            let filing = try await office.filing(code)
            let applicant = try await office.desk.read {
                try $0.applicant(of: filing.registration)
            }
            #expect(applicant?.name == "Phạm Thị Hư Cấu")
            #expect(applicant?.address == "Số 2, phố Mới", "what is sent counts")
            #expect(applicant?.fields == ["tenCon": "Bé Thứ Hai"])
            #expect(filing.registration.fields == ["soBan": .number(2)])
            #expect(try await office.prefillLooks() == 1)
        }
    }

    @Test func `needs an open session`() async throws {
        try await DossierTestOffice.runWithPrefill { office, citizen in
            var (late, stranger) = (citizen, PrefillCitizen(office: office))
            office.pass(minutes: 30)
            for answer in [
                try await late.post(
                    "/file/KS-01", Self.rest + [("prefill", "1")], wantsJSON: true),
                try await stranger.post(
                    "/file/KS-01", Self.rest + [("prefill", "1")], wantsJSON: true),
            ] {
                #expect(answer.status == .unauthorized)
                #expect(try answer.code() == "contacts.sessionOver")
            }
            let page = try await late.post("/file/KS-01", [("prefill", "1")])
            #expect(page.status == .unauthorized && page.text.contains("Hãy lấy mã mới"))
            #expect(try await office.prefillLooks() == 0)
            #expect(try await office.consentStreams() == 0)
        }
    }
}

@Suite struct `What lends no values` {
    private func refused(_ office: DossierTestOffice, _ address: String) async throws {
        var citizen = PrefillCitizen(office: office)
        try await citizen.visitor.enter(address)
        let start = try await citizen.open("/file/KS-01")
        #expect(!start.text.contains("name=\"prefill\""))
        let begun = try await citizen.post("/file/KS-01", [("prefill", "1")], wantsJSON: true)
        #expect(try begun.code() == "prefills.nothingFiled")
        let page = try await citizen.post("/file/KS-01", [("prefill", "1")])
        #expect(page.status == .unprocessableContent && page.text.contains("Hãy tự điền"))
        #expect(try await office.consentStreams() == 0, "nothing is consented to")
        #expect(try await office.prefillLooks() == 0)
    }

    @Test func `is what was filed with another address`() async throws {
        try await DossierTestOffice.runWithPrefill { office, _ in
            try await refused(office, "khac@vi-du.vn")
        }
    }

    @Test func `is what was filed with an address that nobody had shown`() async throws {
        try await DossierTestOffice.runWithCodes { office in
            try await office.file()
            try await refused(office, PrefillSamples.address)
        }
    }

    @Test func `is what was filed for somebody else`() async throws {
        try await DossierTestOffice.runWithCodes { office in
            let address = try #require(Contacts.Address(.email, PrefillSamples.address))
            let code = try await office.file {
                $0.applicant.submitter = "Ngô Văn Hư Cấu"
                $0.applicant.filer = Dossiers.Filer(
                    identity: "012345678902", phone: "0912345679", relation: "Con")
            }
            let registration = try await office.filing(code).registration
            _ = try await office.desk.store.write {
                try Contacts.link(registration, to: address, in: $0)
            }
            try await refused(office, PrefillSamples.address)
        }
    }

    @Test func `is what was withdrawn or refused, or erased by law`() async throws {
        for way in 0..<3 {
            try await DossierTestOffice.runWithCodes { office in
                var first = FilingCitizen(office: office)
                let code = try await first.fileShown()
                office.pass(minutes: 2)
                switch way {
                case 0: try await office.answer(.withdraw(code), by: nil)
                case 1: try await office.answer(.refuse(code, reason: "Thiếu"), by: "chi")
                default:
                    _ = try await office.desk.store.write {
                        try $0.erasePersonal(stream: "filing/\(code)", at: 1, basis: "Luật")
                    }
                }
                try await refused(office, PrefillSamples.address)
            }
        }
    }

    @Test func `gives way to the one before that was filed for oneself`() async throws {
        try await DossierTestOffice.runWithPrefill { office, citizen in
            let address = try #require(Contacts.Address(.email, PrefillSamples.address))
            let later = try await office.file {
                $0.applicant.name = "Người Thứ Ba Hư Cấu"
                $0.applicant.submitter = "Phạm Thị Hư Cấu"
                $0.applicant.filer = Dossiers.Filer(
                    identity: "012345678901", phone: "0912345678", relation: "Con")
            }
            let registration = try await office.filing(later).registration
            _ = try await office.desk.store.write {
                try Contacts.link(registration, to: address, in: $0)
            }
            let source = try await office.desk.read { try $0.prefillSource(of: address) }
            #expect(source?.code == PrefillSamples.code)
            #expect(source?.applicant.name == "Phạm Thị Hư Cấu")
            let start = try await citizen.open("/file/KS-01")
            #expect(start.text.contains(PrefillSamples.code) && !start.text.contains(later))
        }
    }
}
