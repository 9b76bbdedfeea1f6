// Numbers of a person are masked until somebody asks for them, and asking is noted.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Masked numbers` {
    @Test(arguments: [
        ("", ""), ("012345678901", "•••••••••901"), ("0912 345 678", "•••••••••678"),
        ("123456", "••••••"), ("1234567", "••••567"), ("1", "•"),
    ])
    func `keep their last three signs`(_ number: String, _ masked: String) {
        #expect(Dossiers.masked(number) == masked)
        #expect(Dossiers.masked(number).count == number.count)
    }

    @Test func `an applicant keeps everything else`() {
        let applicant = DossierTestSamples.intake.applicant
        let masked = applicant.masked
        #expect(masked.name == applicant.name && masked.address == applicant.address)
        #expect(!masked.identity.contains("0123") && !masked.phone.contains("0912"))
        #expect(!Dossiers.Applicant(name: "A").hasNumbers)
    }

    @Test func `stand on the page and in JSON, until they are asked for`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            for wantsJSON in [false, true] {
                let page = try await office.open(
                    "/dossiers/\(code)", as: "chi", wantsJSON: wantsJSON)
                #expect(page.text.contains("•••••••••901"))
                #expect(!page.text.contains("012345678901"))
                #expect(!page.text.contains("0912 345 678"))
            }
            let page = try await office.open("/dossiers/\(code)", as: "chi")
            #expect(page.text.contains("action=\"/dossiers/\(code)/numbers\""))
            #expect(page.text.contains("Lượt xem này được ghi lại."))
            let whole = try await office.post("/dossiers/\(code)/numbers", as: "chi", [])
            #expect(whole.status == .ok)
            #expect(whole.text.contains("012345678901") && whole.text.contains("0912 345 678"))
            #expect(!whole.text.contains("/dossiers/\(code)/numbers"))
        }
    }

    @Test func `showing them is noted as such, seeing the page is not that`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            func looks() async throws -> Int {
                try await office.number(
                    "SELECT count(*) AS n FROM personalRead WHERE paper = 'numbers'")
            }
            _ = try await office.open("/dossiers/\(code)", as: "chi")
            #expect(try await looks() == 0)
            _ = try await office.post("/dossiers/\(code)/numbers", as: "chi", [])
            #expect(try await looks() == 1)
            let log = try await office.open("/dossiers/\(code)/reads", as: "anh")
            #expect(log.text.contains("Số giấy tờ và điện thoại"))
        }
    }

    @Test func `who may not see the dossier sees no numbers`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let stranger = try await office.post("/dossiers/\(code)/numbers", as: "la", [])
            #expect(stranger.status == .notFound && !stranger.text.contains("0912"))
            let guest = try await office.post("/dossiers/\(code)/numbers", as: nil, [])
            #expect(guest.location == "/sign-in")
            let forged = try await office.post(
                "/dossiers/\(code)/numbers", as: "chi", [], withToken: false)
            #expect(forged.status == .unprocessableContent && !forged.text.contains("0912"))
            let looks = try await office.number(
                "SELECT count(*) AS n FROM personalRead WHERE paper = 'numbers'")
            #expect(looks == 0)
        }
    }

    @Test func `without numbers there is nothing to ask for`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive {
                $0.applicant.identity = ""
                $0.applicant.phone = ""
            }
            let page = try await office.open("/dossiers/\(code)", as: "chi")
            #expect(!page.text.contains("/numbers"))
        }
    }

    @Test func `a refused act shows the page masked`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let page = try await office.post(
                "/dossiers/\(code)/acts", as: "chi",
                [("act", "askSupplement"), ("item", "1"), ("reason", "")])
            #expect(page.status == .unprocessableContent)
            #expect(!page.text.contains("012345678901"))
        }
    }
}
