// `roviec serve --sms`: a text leaves the office and arrives at a gateway, with its secret.

import ArgumentParser
import Engine
import Foundation
import LedgerSQLite
import MailSink
import Office
import Testing
import WorkTime

@testable import RoViec

/// An office of one's own with a dossier of somebody who wants SMS.
private enum TextOffice {
    static func make(in folder: WorkFolder) async throws -> (data: String, code: String) {
        let data = folder.path("office")
        try FileManager.default.createDirectory(
            atPath: data, withIntermediateDirectories: true)
        let store = try SQLiteLedgerStore(path: data + "/office.sqlite")
        let desk = Office.Desk(
            store: store,
            sources: DeskSources(
                now: OfficeOpening.machineNow, bytes: OfficeOpening.machineBytes))
        try await desk.prepare()
        try await BenchOffice.settle(desk, apart: false)
        var intake = BenchOffice.intake(1)
        intake.applicant.phone = "0912 345 678"
        intake.notices = Notices.Choice(email: false, sms: true)
        let answer = try await desk.perform(
            .dossiers(.receive(intake)), by: Actor(BenchOffice.Desk.counter.person),
            at: Instant(BenchOffice.opening, in: .indochina))
        await store.close()
        return (data, String(answer.stream.dropFirst("dossier/".count)))
    }

    static func states(_ data: String) async throws -> String {
        try await DemoOffice.value(
            data,
            """
            SELECT coalesce(group_concat(state || ':' || coalesce(failure, ''), ' '), '')
            FROM outboxMessage
            """)
    }
}

struct ServeTextTests {
    private func wait(for condition: () async throws -> Bool) async throws {
        for _ in 0..<600 {
            if try await condition() { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        Issue.record("it did not come about within a minute")
    }

    @Test func `the text of a receipt arrives once, with the secret of the file`() async throws {
        try await withWorkFolder { folder in
            let (data, code) = try await TextOffice.make(in: folder)
            try folder.write("secret", "bi-mat-cua-cong\n")
            try await TextSink.run { sink in
                let end = try await RunningOffice.run(
                    data,
                    [
                        "--sms", sink.address, "--sms-secret-file", folder.path("secret"),
                        "--public-address", "https://mot-cua.example",
                    ]
                ) { _ in
                    try await wait { try await TextOffice.states(data) == "1:" }
                }
                #expect(end.status == 0 && !end.isKilled)
                let text = try #require(sink.texts.first)
                #expect(sink.texts.count == 1)
                #expect(text.header("Authorization") == "Bearer bi-mat-cua-cong")
                #expect(text.body.contains("+84912345678") && text.body.contains(code))
                #expect(text.body.contains("da tiep nhan"))
                #expect(text.body.contains("https://mot-cua.example/track"))
                #expect(!text.body.contains("Người") && !text.body.contains("Nguoi"))
            }
        }
    }

    @Test func `what is put off waits, and a gateway that wants another secret stops the pass`()
        async throws
    {
        for (answer, state) in [
            (TextSink.Answer.status(503), "0:http 503"),
            (TextSink.Answer.status(401), "0:http 401"),
            (TextSink.Answer.status(400), "2:http 400"),
        ] {
            try await withWorkFolder { folder in
                let (data, _) = try await TextOffice.make(in: folder)
                try await TextSink.run([answer]) { sink in
                    _ = try await RunningOffice.run(data, ["--sms", sink.address]) { office in
                        try await wait { try await TextOffice.states(data) == state }
                        let status = try await office.get("/health").status
                        #expect(status == 200)
                    }
                    #expect(sink.texts.count == 1)
                }
            }
        }
    }

    @Test(arguments: [
        (["--sms", "https://a/"], "--sms nhận", "--sms takes"),
        (["--sms", "127.0.0.1"], "--sms nhận", "--sms takes"),
        (["--sms-marks"], "đi cùng --sms", "go with --sms"),
        (["--sms-secret-file", "x"], "đi cùng --sms", "go with --sms"),
    ])
    func `an option that says nothing useful is refused before anything is opened`(
        _ options: [String], _ vi: String, _ en: String
    ) async throws {
        let result = try await CommandProcess.run(
            ["serve", "--data", "khong-co", "--port", "0"] + options)
        #expect(result.status != 0 && !result.isKilled)
        #expect(result.complaint.contains(vi) && result.complaint.contains(en), "\(result)")
    }

    @Test func `a contact is not asked for where no code can be sent`() async throws {
        try await withWorkFolder { folder in
            let (data, _) = try await TextOffice.make(in: folder)
            let result = try await CommandProcess.run(
                ["serve", "--data", data, "--port", "0", "--require-contact"])
            #expect(result.status != 0)
            #expect(result.complaint.contains("--require-contact cần --smtp hoặc --sms"))
            #expect(result.complaint.contains("needs --smtp or --sms"))
            let lost = try await CommandProcess.run([
                "serve", "--data", data, "--port", "0", "--sms", "http://127.0.0.1:9/",
                "--sms-secret-file", folder.path("khong-co"),
            ])
            #expect(lost.status != 0 && lost.complaint.contains("Không đọc được tệp"))
            try folder.write("odd", "có dấu cách\n")
            let odd = try await CommandProcess.run([
                "serve", "--data", data, "--port", "0", "--sms", "http://127.0.0.1:9/",
                "--sms-secret-file", folder.path("odd"),
            ])
            #expect(odd.status != 0 && odd.complaint.contains("Khóa của cổng SMS"))
            #expect(!odd.complaint.contains("có dấu cách"), "no secret is printed")
        }
    }

    @Test func `ways and the need of a code follow from what is set up`() throws {
        var option = try TextOption.parse([])
        #expect(try option.contacts(hasMail: false) == Contacts.Settings())
        #expect(try option.contacts(hasMail: true).channels == [.email])
        option = try TextOption.parse(["--sms", "http://127.0.0.1:9/", "--require-contact"])
        let strict = try option.contacts(hasMail: false)
        #expect(strict.channels == [.sms] && strict.isRequired)
        #expect(try option.contacts(hasMail: true).channels == [.email, .sms])
        let address = Site.PublicAddress()
        let delivery = try #require(try option.delivery(of: address))
        #expect(delivery.post.site == nil, "an address that nobody stated is told to nobody")
        #expect(!delivery.post.keepsMarks)
        let texts = try Site.Texts.bundled()
        #expect(TextDelivery.line(of: delivery, in: texts).contains("http://127.0.0.1:9/"))
        #expect(TextDelivery.line(of: nil, in: texts).contains("no --sms"))
    }
}
