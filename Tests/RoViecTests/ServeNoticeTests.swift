// `roviec serve --smtp`: a citizen's mail leaves the office and arrives at a server.

import Engine
import Foundation
import LedgerSQLite
import MailSink
import Office
import Testing
import WorkTime

@testable import RoViec

/// An office of one's own with a dossier of somebody who gave an address.
private enum NoticeOffice {
    static let address = "hu.cau@example.com"

    /// Returns the folder of its data and the code of the dossier.
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
        intake.applicant.email = address
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

    static func options(_ sink: MailSink) -> [String] {
        [
            "--smtp", sink.address, "--mail-from", "Một cửa <mot-cua@ubnd.example>",
            "--public-address", "https://mot-cua.example/",
        ]
    }
}

struct ServeNoticeTests {
    private func wait(for condition: () async throws -> Bool) async throws {
        for _ in 0..<600 {
            if try await condition() { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        Issue.record("it did not come about within a minute")
    }

    @Test func `the mail of a receipt arrives once, in Vietnamese`() async throws {
        try await withWorkFolder { folder in
            let (data, code) = try await NoticeOffice.make(in: folder)
            try await MailSink.run { sink in
                let end = try await RunningOffice.run(data, NoticeOffice.options(sink)) { _ in
                    try await wait { try await NoticeOffice.states(data) == "1:" }
                }
                #expect(end.status == 0 && !end.isKilled)
                let mail = try #require(sink.mails.first)
                #expect(sink.mails.count == 1)
                #expect(mail.sender == "mot-cua@ubnd.example")
                #expect(mail.recipient == NoticeOffice.address)
                #expect(mail.text.contains("Message-ID: <notice/dossier/\(code)/"))
                let body = try #require(mail.text.components(separatedBy: "\r\n\r\n").last)
                let data64 = try #require(
                    Data(base64Encoded: body, options: .ignoreUnknownCharacters))
                let words = String(decoding: data64, as: UTF8.self)
                #expect(words.contains("Mã hồ sơ: \(code)"))
                #expect(words.contains("https://mot-cua.example/track"))
                #expect(!words.contains("Người Đo Thử") && !words.contains("012345678901"))
                // The next start finds nothing left.
                _ = try await RunningOffice.run(data, NoticeOffice.options(sink)) { office in
                    let status = try await office.get("/health").status
                    #expect(status == 200)
                }
                #expect(sink.mails.count == 1)
            }
            let verify = try await roviec("verify", "--data", data)
            #expect(verify.status == 0, "\(verify)")
        }
    }

    @Test func `what is put off waits, what is refused is given up, and the office goes on`()
        async throws
    {
        for (reply, state) in [
            ("451 4.3.0 later", "0:recipient: 451 4.3.0"),
            ("550 5.1.1 <hu.cau@example.com> unknown", "2:recipient: 550 5.1.1"),
        ] {
            try await withWorkFolder { folder in
                let (data, _) = try await NoticeOffice.make(in: folder)
                try await MailSink.run(MailSink.but(.rcpt, .say(reply))) { sink in
                    _ = try await RunningOffice.run(data, NoticeOffice.options(sink)) { office in
                        try await wait { try await NoticeOffice.states(data) == state }
                        let status = try await office.get("/health").status
                        #expect(status == 200)
                    }
                    #expect(sink.mails.isEmpty)
                }
            }
        }
    }

    @Test func `a relay that says nothing keeps neither pages nor the end waiting`() async throws {
        try await withWorkFolder { folder in
            let (data, _) = try await NoticeOffice.make(in: folder)
            try await MailSink.run(MailSink.but(.connect, .silence)) { sink in
                let started = ContinuousClock.now
                let end = try await RunningOffice.run(data, NoticeOffice.options(sink)) { office in
                    try await wait { sink.connections > 0 }
                    let status = try await office.get("/health").status
                    #expect(status == 200)
                }
                #expect(end.status == 0 && !end.isKilled)
                #expect(ContinuousClock.now - started < .seconds(50))
            }
        }
    }

    /// Without the option mails wait, and whoever starts the server reads that they do.
    @Test func `without a relay notices wait, and the server says so`() async throws {
        try await withWorkFolder { folder in
            let (data, _) = try await NoticeOffice.make(in: folder)
            let silent = try await greeting(data, [], in: folder)
            #expect(silent.contains("chưa có --smtp") && silent.contains("no --smtp"))
            #expect(try await NoticeOffice.states(data) == "0:")
            let told = try await greeting(
                data, ["--smtp", "smtp://127.0.0.1:9", "--mail-from", "a@b.vn"], in: folder)
            #expect(told.contains("smtp://127.0.0.1:9") && told.contains("a@b.vn"))
        }
    }

    /// All that the server says when it starts.
    private func greeting(
        _ data: String, _ more: [String], in folder: WorkFolder
    ) async throws -> String {
        try folder.write("out", "")
        let out = try FileHandle(forWritingTo: folder.url("out"))
        let nothing = try FileHandle(forUpdating: URL(filePath: "/dev/null"))
        let process = try StartedProcess.start(
            CommandProcess.program, ["serve", "--data", data, "--port", "0"] + more,
            streams: [nothing, out, nothing].map(\.fileDescriptor))
        try await wait { try folder.text("out").contains("otices to citizens") }
        process.ask(SIGTERM)
        let end = await process.end()
        #expect(end.status == 0 && !end.isKilled)
        try out.close()
        return try folder.text("out")
    }

    @Test(arguments: [
        (["--smtp", "127.0.0.1:25", "--mail-from", "a@b.vn"], "--smtp nhận", "--smtp takes"),
        (["--smtp", "smtp://a:0", "--mail-from", "a@b.vn"], "--smtp nhận", "--smtp takes"),
        (
            ["--smtp", "smtp://a", "--mail-from", "một cửa"], "--mail-from nhận",
            "--mail-from takes"
        ),
        (["--smtp", "smtp://a", "--mail-from", "A\nB <a@b.vn>"], "--mail-from nhận", "takes"),
        (["--smtp", "smtp://a"], "đi cùng nhau", "go together"),
        (["--mail-from", "a@b.vn"], "đi cùng nhau", "go together"),
    ])
    func `an option that says nothing useful is refused before anything is opened`(
        _ options: [String], _ vi: String, _ en: String
    ) async throws {
        let result = try await CommandProcess.run(
            ["serve", "--data", "khong-co", "--port", "0"] + options)
        #expect(result.status != 0 && !result.isKilled)
        #expect(result.complaint.contains(vi) && result.complaint.contains(en), "\(result)")
    }
}
