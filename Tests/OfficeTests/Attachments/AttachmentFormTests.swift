// Forms with files beside other forms: fields, order, languages, and the same thing sent from two
// places at once.

import Engine
import HTML
import HTTPTypes
import Ledger
import Multipart
import Testing
import WorkTime

@testable import Office

@Suite struct `A form with files` {
    private func run(_ body: (DossierTestOffice, String) async throws -> Void) async throws {
        try await DossierTestOffice.run { office in
            try await body(office, try await office.receive())
        }
    }

    private func path(_ code: String) -> String { "/dossiers/\(code)/attachments" }

    /// The same file from two officers on two nodes.
    private func both(
        _ one: DossierTestOffice, _ other: DossierTestOffice, _ path: String
    ) async throws -> [DossierTestAnswer] {
        async let first = send(one, path, by: "chi")
        async let second = send(other, path, by: "binh")
        return try await [first, second]
    }

    private func send(
        _ office: DossierTestOffice, _ path: String, by person: PersonID
    ) async throws -> DossierTestAnswer {
        try await office.upload(
            path, as: person, [("paper", "Tờ khai")],
            [("file", "a.pdf", AttachmentSamples.pdf(bytes: 100_000))], wantsJSON: true)
    }

    @Test func `is read with its fields before its files`() async throws {
        try await run { office, code in
            let session = try await office.signIn("chi")
            let token = Site.formToken(of: session)
            let headers: HTTPFields = [
                .cookie: "roviec_session=\(session)", .contentType: AttachmentSamples.type,
                .accept: "application/json",
            ]
            // The file first, the token behind it: nobody knows yet who sends it.
            let end = "--\(AttachmentSamples.boundary)--\r\n"
            var file = AttachmentSamples.body([], [("file", "a.pdf", AttachmentSamples.pdf())])
            file.removeLast(end.utf8.count)
            let fields = AttachmentSamples.body([("token", token), ("paper", "Tờ khai")], [])
            let answer = try await office.send(.post, path(code), headers, body: file + fields)
            #expect(try answer.code() == "site.form.tokenMissing")
            #expect(try await office.fileCount() == 0)
        }
    }

    @Test func `without files is a form like any other`() async throws {
        try await run { office, code in
            let plain = try await office.post(
                path(code), as: "chi", [("paper", "Tờ khai")], wantsJSON: true)
            #expect(try plain.code() == "attachments.fileMissing")
            let forged = try await office.post(
                path(code), as: "chi", [("paper", "Tờ khai")], wantsJSON: true, withToken: false)
            #expect(try forged.code() == "site.form.tokenMissing")
            let parts = try await office.upload(
                path(code), as: "chi", [("paper", "Tờ khai")], [], wantsJSON: true,
                withToken: false)
            #expect(try parts.code() == "site.form.tokenMissing")
        }
    }

    @Test func `tells a program in its own words`() async throws {
        try await run { office, code in
            let token = try await office.token(of: "chi", .work)
            let body = AttachmentSamples.body(
                [("paper", "Tờ khai")], [("file", "a.pdf", AttachmentSamples.pdf())])
            let headers: HTTPFields = [
                .authorization: "Bearer \(token)", .contentType: AttachmentSamples.type,
            ]
            let sent = try await office.send(.post, path(code), headers, body: body)
            #expect(sent.status == .created)
            #expect(try sent.json()["stream"] as? String == "attachment/\(code)")
            let again = try await office.send(.post, path(code), headers, body: body)
            #expect(again.status == .created)
            #expect(try again.json()["version"] as? Int == 1, "nothing new was written")
            let reader = try await office.token(of: "chi", .read)
            let shut = try await office.send(
                .post, path(code),
                [
                    .authorization: "Bearer \(reader)", .contentType: AttachmentSamples.type,
                ], body: body)
            #expect(try shut.code() == "tokens.scopeNeeded")
        }
    }

    @Test func `sent from two places at once is filed once`() async throws {
        try await run { office, code in
            let other = try office.with(.init())
            let answers = try await both(office, other, path(code))
            for answer in answers { #expect(answer.status.code < 500, "\(answer.text)") }
            #expect(answers.contains { $0.status == .created })
            #expect(try await office.shownFiles(ofDossier: code).count == 1)
            #expect(try await office.fileCount() == 1)
            #expect(try await office.chunkCount() == 2)
            try await office.expectProven()
        }
    }

    @Test(arguments: ["vi", "en"])
    func `has all its words in both languages`(language: String) async throws {
        try await run { office, code in
            for (index, standing) in Attachments.Standing.allCases.enumerated() {
                let id = try await office.add(AttachmentSamples.pdf("\(index)"), to: code)
                _ = try await office.desk.store.write {
                    try $0.execute(
                        "UPDATE attachment SET standing = ?, threat = 'Eicar' WHERE id = ?",
                        [.text(standing.rawValue), .text(id)])
                }
            }
            for place in [path(code), "/dossiers/\(code)"] {
                let page = try await office.open(place, as: "chi", language: language)
                page.expectSound("\(place) \(language)")
                #expect(page.text.contains(language == "vi" ? "Có mã độc" : "Holds a virus"))
                #expect(page.text.contains("Eicar"))
                let links = page.text.ranges(of: "href=\"/attachments/").count
                #expect(links == 2, "the clean one and the one that nobody scanned")
            }
        }
    }
}

@Suite struct `What a form with files says of itself` {
    @Test(arguments: [
        (0, "1 KB", "1 KB"), (1, "1 KB", "1 KB"), (1_536, "2 KB", "2 KB"),
        (1_023_000, "999 KB", "999 KB"), (1_048_576, "1,0 MB", "1.0 MB"),
        (1_500_000, "1,4 MB", "1.4 MB"), (10_485_760, "10,0 MB", "10.0 MB"),
    ])
    func `names sizes as people do`(bytes: Int, vietnamese: String, english: String) throws {
        for (language, expected) in [(Language.vi, vietnamese), (.en, english)] {
            let frame = Site.Frame(
                texts: try .bundled(), assets: [:], language: language, viewer: nil,
                now: LocalMinute(rawValue: 0), isDemo: false, path: "/", formToken: "",
                commandKey: "")
            #expect(frame.size(bytes) == expected)
        }
    }

    @Test func `has limits that follow the size of a file`() {
        for megabytes in Attachments.Limits.megabytesRange {
            let limits = Attachments.Limits(fileMegabytes: megabytes)
            #expect(limits.ofMultipart.fileBytes == megabytes * 1_048_576)
            #expect(limits.ofMultipart.bodyBytes == 6 * limits.ofMultipart.fileBytes)
        }
        #expect(Attachments.Limits().fileMegabytes == 10)
    }

    @Test(arguments: [
        (MultipartFlaw.fileTooLarge(name: "f"), Attachments.Rejection.fileTooLarge(megabytes: 10)),
        (.bodyTooLarge, .requestTooLarge(megabytes: 60)), (.tooManyParts, .tooMany(50)),
        (.notBegun, .formBroken), (.truncated, .formBroken), (.delimiterBroken, .formBroken),
        (.headerTooLarge, .formBroken), (.headerInvalid, .formBroken), (.nested, .formBroken),
        (.encoded, .formBroken), (.fieldTooLarge(name: "f"), .formBroken),
    ])
    func `turns every flaw into a sentence`(flaw: MultipartFlaw, refusal: Attachments.Rejection) {
        #expect(Attachments.Limits().rejection(of: flaw) == refusal)
        #expect(flaw.input == (flaw == .fileTooLarge(name: "f") ? "f" : ""))
    }

    @Test func `knows the paper of an input by its name`() {
        #expect(Attachments.paper(ofInput: "file.Tờ khai") == "Tờ khai")
        #expect(Attachments.paper(ofInput: "file.") == "")
        #expect(Attachments.paper(ofInput: "file") == nil)
        #expect(Attachments.paper(ofInput: "paper") == nil)
    }

    @Test func `is another command with another file or paper`() {
        func sent(_ papers: [String], _ digests: [String]) -> [UInt8] {
            Attachments.Sent(
                form: Site.Form(pairs: [("a", "1")]), papers: papers, digests: digests
            ).fingerprint(for: "x")
        }
        let one = sent(["p"], ["d"])
        #expect(one == sent(["p"], ["d"]))
        #expect(one != sent(["q"], ["d"]) && one != sent(["p"], ["e"]) && one != sent([], []))
    }
}
