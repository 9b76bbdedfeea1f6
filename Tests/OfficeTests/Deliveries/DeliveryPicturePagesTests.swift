// Photo and signature as the page sends them: what is kept, who opens it, what is refused, and that
// it goes by law.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `A hand-over with pictures` {
    private func out(
        carrier: PersonID = "ha", _ body: (DossierTestOffice, String) async throws -> Void
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.sendOut(code, officer: carrier)
            try await body(office, code)
        }
    }

    private static let both = [DossierTestOffice.photo, DossierTestOffice.signature]

    @Test func `without a code is proven by the signature`() async throws {
        try await out { office, code in
            let page = try await office.open("/deliveries/\(code)", as: "ha")
            for words in [
                "capture=\"environment\"", "enctype=\"multipart/form-data\"", "data-pad",
                "name=\"photo\"", "name=\"signature\"",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            let handed = try await office.handOver(code, [], Self.both)
            #expect(handed.status == .seeOther, "\(handed.text.prefix(900))")
            let delivery = try #require(try await office.delivery(code))
            #expect(delivery.standing == .delivered)
            #expect(delivery.attempts.last?.proof == .signature)
            #expect(delivery.pictures?.map(\.kind) == [.photo, .signature])
            #expect(try await office.fileCount() == 2)
            let done = try await office.open("/deliveries/\(code)", as: "ha")
            for words in ["ký nhận", "có ảnh", "đã ký nhận", "Mở ảnh", "Mở chữ ký"] {
                #expect(done.text.contains(words), "\(words)")
            }
            done.expectSound("delivery with pictures")
            try await office.expectProven()
        }
    }

    @Test func `with the code is proven by it, and strengthened`() async throws {
        try await out { office, code in
            let door = try #require(try await office.doorCode(code))
            let answer = try await office.handOver(
                code, [("code", door)], [DossierTestOffice.photo], wantsJSON: true)
            #expect(answer.status == .ok, "\(answer.text)")
            let sheet = try await office.deliverySheet(code, as: "chi")
            #expect(sheet.attempts.last?.proof == .code)
            #expect(sheet.attempts.last?.shown == [.photo])
            let picture = try #require(sheet.pictures.first)
            #expect(picture.kind == .photo && picture.attempt == 1)
            #expect(picture.file.kind == .jpeg && picture.file.name == "trao.jpg")
        }
    }

    @Test func `that is sent again is the same hand-over`() async throws {
        try await out { office, code in
            for _ in 0..<2 {
                let answer = try await office.handOver(code, [("key", "lan-1")], Self.both)
                #expect(answer.status == .seeOther, "\(answer.text.prefix(900))")
            }
            #expect(try await office.fileCount() == 2)
            #expect(try await office.delivery(code)?.pictures?.count == 2)
            let other = try await office.handOver(code, [("key", "lan-2")], Self.both)
            #expect(other.status == .unprocessableContent)
            #expect(other.text.contains("Kết quả đã trao"))
            #expect(try await office.fileCount() == 2, "what came for nothing is let go")
        }
    }

    @Test func `with a wrong code keeps no picture`() async throws {
        try await out { office, code in
            let door = try #require(try await office.doorCode(code))
            let wrong = door == "000000" ? "111111" : "000000"
            let answer = try await office.handOver(code, [("code", wrong)], Self.both)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("còn 4 lần thử"))
            #expect(try await office.fileCount() == 0)
            #expect(try await office.chunkCount() == 0)
        }
    }

    @Test func `leaves digests of it in the ledger, and neither name nor bytes`() async throws {
        try await out { office, code in
            _ = try await office.handOver(code, [], Self.both)
            let digests = try await office.desk.read {
                try $0.rows("SELECT digest FROM attachment").map { try $0.text("digest") }
            }
            #expect(digests.count == 2 && digests.allSatisfy { $0.count == 64 })
            let entries = try await office.desk.store.read {
                try $0.entries(of: Deliveries.stream(of: code), after: 0, limit: 100)
            }
            let told = try entries.map { "\(try $0.decodedPayload())" }.joined()
            #expect(told.contains("attachment/"), "the mark")
            for gone in digests + ["trao.jpg", "chu-ky.png"] {
                #expect(!told.contains(gone), "\(gone)")
            }
        }
    }

    @Test func `is told to the citizen in words alone`() async throws {
        try await out { office, code in
            _ = try await office.handOver(code, [], Self.both)
            let details = try await office.details(code)
            #expect(details.delivery?.shown == [.photo, .signature])
            let page = try await office.track(
                code, DossierTestOffice.digits, wantsJSON: false)
            #expect(page.text.contains("Người nhận đã ký nhận."))
            #expect(!page.text.contains("/proof/"))
            let picture = try #require(try await office.delivery(code)?.pictures?.first)
            #expect(!page.text.contains(picture.id))
        }
    }
}

@Suite struct `A picture of the door` {
    private func brought(
        carrier: PersonID = "ha",
        _ body: (DossierTestOffice, String, String) async throws -> Void
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.sendOut(code, officer: carrier)
            let handed = try await office.handOver(
                code, as: carrier, [], [DossierTestOffice.photo])
            #expect(handed.status == .seeOther, "\(handed.text.prefix(900))")
            let picture = try #require(try await office.delivery(code)?.pictures?.first)
            try await body(office, code, picture.id)
        }
    }

    @Test func `is opened by the counter and who carried it, and the look is noted`()
        async throws
    {
        try await brought { office, code, id in
            let path = "/deliveries/\(code)/proof/\(id)"
            for person: PersonID in ["ha", "chi"] {
                let answer = try await office.open(path, as: person)
                #expect(answer.status == .ok)
                #expect(answer.headers[.contentType] == "image/jpeg")
                let policies = answer.headers[values: .contentSecurityPolicy]
                #expect(policies.joined().contains("sandbox"))
            }
            let looks = "SELECT count(*) AS n FROM personalRead WHERE paper = 'doorProof'"
            #expect(try await office.number(looks) == 2)
            let log = try await office.open("/dossiers/\(code)/reads", as: "anh")
            #expect(log.text.contains("Ảnh, chữ ký khi trao"))
        }
    }

    @Test(arguments: ["anh", "tam", "ke", "la", "giang"] as [PersonID])
    func `is there for nobody else, not even who leads`(_ person: PersonID) async throws {
        try await brought { office, code, id in
            for path in [
                "/deliveries/\(code)/proof/\(id)", "/attachments/\(id)",
                "/deliveries/\(code)/proof/khong-co",
            ] {
                let answer = try await office.open(path, as: person)
                #expect(answer.status == .notFound, "\(path)")
            }
            let looks = try await office.number(
                "SELECT count(*) AS n FROM personalRead WHERE paper = 'doorProof'")
            #expect(looks == 0)
        }
    }

    @Test func `is a word for who leads, and no file of the dossier`() async throws {
        try await brought { office, code, id in
            let sheet = try await office.deliverySheet(code, as: "anh")
            #expect(sheet.attempts.last?.shown == [.photo] && sheet.pictures.isEmpty)
            #expect(try await office.shownFiles(ofDossier: code).isEmpty)
            #expect(try await office.open("/attachments/\(id)", as: "chi").status == .notFound)
            let other = try await office.receive(by: "chi")
            let astray = try await office.open("/deliveries/\(other)/proof/\(id)", as: "chi")
            #expect(astray.status == .notFound)
        }
    }

    @Test func `is not opened when the disk holds something else`() async throws {
        try await brought { office, code, id in
            _ = try await office.desk.store.write {
                try $0.execute(
                    "UPDATE attachmentChunk SET bytes = ?", [.blob(AttachmentSamples.png())])
            }
            let answer = try await office.open("/deliveries/\(code)/proof/\(id)", as: "ha")
            #expect(answer.status == .internalServerError)
        }
    }

    @Test func `goes with the personal values of the dossier`() async throws {
        try await brought(carrier: "chi") { office, code, id in
            #expect(try await office.state(code).status == .returned)
            let claim = try await office.claim(.erase) { $0.claimant.name = "Người Khác" }
            try await office.claimAct(.assign("ha"), on: claim, by: "anh")
            try await office.claimAct(.erase([code]), on: claim, by: "ha")
            #expect(try await office.fileCount() == 0)
            #expect(try await office.chunkCount() == 0)
            let answer = try await office.open("/deliveries/\(code)/proof/\(id)", as: "chi")
            #expect(answer.status == .notFound)
            let sheet = try await office.deliverySheet(code, as: "chi")
            #expect(sheet.pictures.isEmpty && sheet.attempts.last?.shown == [.photo])
            try await office.expectProven()
        }
    }
}

@Suite struct `Hostile pictures at the door` {
    private func out(
        _ body: (DossierTestOffice, String) async throws -> Void
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.sendOut(code)
            try await body(office, code)
            #expect(try await office.standing(code) == .out, "nothing was handed over")
            #expect(try await office.fileCount() == 0)
            #expect(try await office.chunkCount() == 0)
        }
    }

    @Test(arguments: [
        (AttachmentSamples.zip, "attachments.kindUnknown", 415),
        (Array("<svg onload=alert(1)>".utf8), "attachments.kindUnknown", 415),
        (AttachmentSamples.pdf(), "deliveries.noPicture", 422),
        (AttachmentSamples.png(width: 0), "attachments.damaged", 422),
        (AttachmentSamples.png(width: 40_000, height: 4), "attachments.pictureTooLarge", 422),
        ([], "attachments.fileEmpty", 422),
    ])
    func `that are none are refused in words`(
        _ bytes: [UInt8], _ refusal: String, _ status: Int
    ) async throws {
        try await out { office, code in
            for input in ["photo", "signature"] {
                let file: AttachmentSamples.Chosen = (input, "anh.png", bytes)
                let json = try await office.handOver(code, [], [file], wantsJSON: true)
                #expect(try json.code() == refusal)
                #expect(json.status.code == status, "\(json.text)")
                let page = try await office.handOver(code, [], [file])
                #expect(page.status.code == status)
                #expect(page.text.contains("href=\"#delivery-\(input)\""))
            }
        }
    }

    @Test func `that are too large are not read on`() async throws {
        try await out { office, code in
            let small = try office.with(
                Attachments.Settings(limits: Attachments.Limits(fileMegabytes: 1)))
            let bytes = AttachmentSamples.png() + [UInt8](repeating: 1, count: 1_200_000)
            let page = try await small.handOver(code, [], [("photo", "anh.png", bytes)])
            #expect(page.status == .contentTooLarge)
            #expect(page.text.contains("tối đa 1 MB"))
            let half = AttachmentSamples.png() + [UInt8](repeating: 1, count: 1_100_000)
            let signature = try await office.handOver(
                code, [], [("signature", "chu-ky.png", half)])
            #expect(signature.text.contains("Chữ ký quá lớn"))
        }
    }

    @Test func `under other names, and for other acts, are taken by no form`() async throws {
        try await out { office, code in
            for input in ["Tờ khai", "file", "code"] {
                let answer = try await office.handOver(
                    code, [], [(input, "anh.png", AttachmentSamples.png())])
                #expect(answer.status == .unprocessableContent, "\(input)")
            }
            let failed = try await office.upload(
                "/deliveries/\(code)", as: "ha", [("act", "fail"), ("outcome", "absent")],
                [DossierTestOffice.photo])
            #expect(failed.status == .unprocessableContent)
        }
    }

    @Test(arguments: ["tam", "anh", "la"] as [PersonID])
    func `of who does not hold the delivery are not taken`(_ person: PersonID) async throws {
        try await out { office, code in
            let answer = try await office.handOver(
                code, as: person, [], [DossierTestOffice.photo])
            #expect(answer.status == .notFound)
        }
    }

    @Test func `of the counter hand over nothing that an officer carries`() async throws {
        try await out { office, code in
            let answer = try await office.handOver(code, as: "chi", [], [DossierTestOffice.photo])
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("Chỉ người được giao mang kết quả"))
        }
    }

    @Test func `come from the page of their own session`() async throws {
        try await out { office, code in
            let answer = try await office.upload(
                "/deliveries/\(code)", as: "ha", DossierTestOffice.ticks,
                [DossierTestOffice.photo], withToken: false)
            #expect(answer.status == .unprocessableContent)
        }
    }

    @Test(arguments: ["../../etc/passwd.png", "C:\\Windows\\passwd.png", "a/../passwd.png"])
    func `have a name, never a place`(_ name: String) async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.sendOut(code)
            let handed = try await office.handOver(
                code, [], [("photo", name, AttachmentSamples.png())])
            #expect(handed.status == .seeOther, "\(handed.text.prefix(900))")
            let sheet = try await office.deliverySheet(code, as: "ha")
            #expect(sheet.pictures.map(\.file.name) == ["passwd.png"])
        }
    }
}
