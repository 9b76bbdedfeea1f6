// The intake at the counter, field by field: limits, refusals beside their field, hostile text.

import Engine
import Foundation
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Fields of the intake` {
    private static let good: [(String, String)] = [
        ("name", "Đặng Thị Hư Cấu"), ("identity", "012345678901"), ("phone", "0912345678"),
        ("address", "Số 1"), ("submitter", "Lê Nộp Thay"), ("email", "a@example.com"),
        ("request", "Khai sinh"), ("field.ngay", "2017-06-30"), ("paper.0", "1"),
        ("copies.0", "1"), ("sets", "1"), ("fee", "8.000"), ("returnWay", "post"),
        ("channel", "counter"),
    ]

    private func changed(_ name: String, _ value: String?) -> [(String, String)] {
        let rest = Self.good.filter { $0.0 != name }
        return value.map { rest + [(name, $0)] } ?? rest
    }

    /// An office whose registration of births asks for fields of every type.
    private func withFields(_ body: (DossierTestOffice) async throws -> Void) async throws {
        try await DossierTestOffice.run { office in
            var version = `The posted intake`.version
            (version.code, version.title) = ("KS-09", "Khai sinh có mẫu")
            try await office.publish(version)
            try await body(office)
        }
    }

    private func count(_ office: DossierTestOffice) async throws -> Int {
        try await office.number("SELECT count(*) AS n FROM dossier")
    }

    /// Field, what was typed, and the rule that refuses it; `nil` where it is taken.
    static let values: [(String, String?, String?)] = [
        ("name", nil, "nameMissing"), ("name", " \u{A0}\t", "nameMissing"),
        ("name", String(repeating: "ễ", count: 200), nil),
        ("name", String(repeating: "ễ", count: 201), "nameTooLong"), ("name", "Ê", nil),
        ("phone", "", nil), ("phone", "0912345678", nil), ("phone", "0912.345.678", nil),
        ("phone", "02438271234", nil), ("phone", "912345678", "phoneInvalid"),
        ("phone", "091234567", "phoneInvalid"), ("phone", "091234567890", "phoneInvalid"),
        ("phone", "+84912345678", "phoneInvalid"), ("phone", "０９１２３４５６７８", "phoneInvalid"),
        ("phone", "0912345678<b>", "phoneInvalid"),
        ("identity", "", nil), ("identity", "012345678", nil), ("identity", "B1234567", nil),
        ("identity", "01234", "identityInvalid"),
        ("identity", "0123456789012345", "identityInvalid"),
        ("identity", "012-345-678", "identityInvalid"),
        ("identity", "số 123456", "identityInvalid"),
        ("copies.0", "99", nil), ("copies.0", "0", "papersMissing"),
        ("copies.0", "-1", "papersMissing"), ("copies.0", "một", "papersMissing"),
        ("paper.0", nil, "papersMissing"), ("sets", "99", nil), ("sets", "100", "setsInvalid"),
        ("sets", "0", "setsInvalid"), ("sets", nil, "setsInvalid"), ("sets", "-1", "setsInvalid"),
        ("fee", "", nil), ("fee", "0", nil), ("fee", "1.000.000.000", nil),
        ("fee", "1.000.000.001", "feeInvalid"), ("fee", "-1", "feeInvalid"),
        ("fee", "nhiều", "feeInvalid"),
        ("field.ngay", nil, nil), ("field.ngay", "31/12/2016", "fieldOfWrongType"),
        ("field.ngay", "2017-02-29", "fieldOfWrongType"), ("field.ngay", "1930-02-03", nil),
        ("field.loai", "thường", nil), ("field.loai", "lạ", "fieldOfWrongType"),
        ("field.loai", "Thường", "fieldOfWrongType"), ("field.soBan", "2,5", nil),
        ("field.soBan", "inf", "fieldOfWrongType"), ("field.soBan", "hai", "fieldOfWrongType"),
        ("field.gap", "true", nil), ("channel", "online", nil), ("returnWay", "counter", nil),
    ]

    @Test(arguments: values)
    func `are taken or refused by the rule of their own`(
        _ name: String, _ value: String?, _ rule: String?
    ) async throws {
        try await withFields { office in
            let fields = changed(name, value)
            let json = try await office.post("/counter/KS-09", as: "chi", fields, wantsJSON: true)
            guard let rule else {
                #expect(json.status == .created, "\(json.text.prefix(200))")
                #expect(try await count(office) == 1)
                return
            }
            #expect(json.status == .unprocessableContent)
            #expect(try json.code().hasSuffix(".\(rule)"))
            let page = try await office.post("/counter/KS-09", as: "chi", fields)
            let sentence = try #require(try json.json()["vi"] as? String)
            #expect(page.text.contains(sentence.replacing("\"", with: "&quot;")))
            if let field = try json.json()["field"] as? String {
                // The sentence leads to the field it is about.
                let target = field == "papers" ? "paper.0" : field
                #expect(page.text.contains("href=\"#\(target)\""), "\(target)")
                #expect(page.text.contains("id=\"\(target)\""), "\(target)")
            }
            let english = try #require(try json.json()["en"] as? String)
            #expect(english != sentence && !english.isEmpty)
            #expect(try await count(office) == 0)
        }
    }

    static let textFields = [
        "name", "address", "submitter", "request", "otherPapers", "field.ten",
    ]

    @Test func `with markup in them stay text on every page that shows them`() async throws {
        try await withFields { office in
            let evil = "<script>alert('x')</script>\"><img src=x>"
            var fields = Self.good
            for name in Self.textFields {
                fields = fields.filter { $0.0 != name } + [(name, evil)]
            }
            let answer = try await office.post("/counter/KS-09", as: "chi", fields)
            #expect(answer.status == .seeOther)
            let code = try #require(answer.location.split(separator: "/").dropFirst().first)
            for path in [
                answer.location, "/dossiers/\(code)", "/dossiers/\(code)/slip", "/dossiers",
                "/work",
            ] {
                let page = try await office.open(path, as: "chi")
                #expect(page.status == .ok, "\(path)")
                #expect(!page.text.contains("<script>alert"), "\(path)")
                #expect(!page.text.contains("<img src=x"), "\(path)")
            }
            let refused = try await office.post(
                "/counter/KS-09", as: "chi", fields.filter { $0.0 != "sets" } + [("sets", evil)])
            #expect(refused.status == .unprocessableContent)
            #expect(!refused.text.contains("<script>alert") && !refused.text.contains("<img src=x"))
            #expect(refused.text.contains("&lt;script&gt;alert("))
        }
    }

    @Test func `lose their NUL bytes and nothing else`() async throws {
        try await withFields { office in
            let answer = try await office.post(
                "/counter/KS-09", as: "chi",
                changed("name", "Đặng\0 Thị\u{1} \u{202E}Hư 😀 Cấu"), wantsJSON: true)
            #expect(answer.status == .created)
            let code = try #require(try answer.json()["dossier"] as? String)
            let record = try await office.record(code, as: "chi")
            #expect(record.applicant?.name == "Đặng Thị\u{1} \u{202E}Hư 😀 Cấu")
        }
    }

    @Test func `that are sent twice count the first time`() async throws {
        try await withFields { office in
            let answer = try await office.post(
                "/counter/KS-09", as: "chi",
                Self.good + [("name", "Người khác"), ("sets", "77"), ("fee", "1")])
            #expect(answer.status == .seeOther)
            let code = try #require(answer.location.split(separator: "/").dropFirst().first)
            let record = try await office.record(String(code), as: "chi")
            #expect(record.applicant?.name == "Đặng Thị Hư Cấu")
            #expect(record.registration.sets == 1 && record.registration.fee == 8000)
        }
    }

    @Test func `too many of them are no form of ours`() async throws {
        try await withFields { office in
            let many = (0..<2100).map { ("f\($0)", "1") }
            let answer = try await office.post(
                "/counter/KS-09", as: "chi", Self.good + many, wantsJSON: true)
            #expect(try answer.code() == "site.form.notText")
            #expect(try await count(office) == 0)
        }
    }

    @Test func `forged beside the form change nothing of the dossier`() async throws {
        try await withFields { office in
            let answer = try await office.post(
                "/counter/KS-09", as: "chi",
                Self.good + [
                    ("office", "r"), ("process", "CT-02"), ("code", "PB-170703-0001"),
                    ("receivedBy", "la"), ("appointment", "2017-07-03T09:01"), ("issue", "7"),
                ], wantsJSON: true)
            #expect(try answer.json()["dossier"] as? String == "PA-170703-0001")
            let registration = try await office.state("PA-170703-0001").registration
            #expect(registration.office == "p" && registration.process == "KS-09")
            #expect(registration.receivedBy == "chi" && registration.issue == 1)
            #expect(registration.appointment?.text == "2017-07-05T17:30")
        }
    }

    @Test func `that are personal never reach the ledger`() async throws {
        try await withFields { office in
            let secrets = [
                "Đặng Thị Hư Cấu", "012345678901", "0912345678", "Bé Bí Mật", "Lê Nộp Thay",
            ]
            let answer = try await office.post(
                "/counter/KS-09", as: "chi", changed("field.ten", "Bé Bí Mật"))
            #expect(answer.status == .seeOther)
            let entries = try await office.desk.read {
                try $0.reader.entries(afterSequence: 0, limit: 1000)
            }
            for entry in entries where entry.stream.hasPrefix("dossier/") {
                let text = String(decoding: entry.payload, as: UTF8.self)
                for secret in secrets { #expect(!text.contains(secret), "\(entry.type) \(secret)") }
            }
            let state = try await office.state("PA-170703-0001")
            let text = String(decoding: try StreamState.bytes(of: state), as: UTF8.self)
            #expect(text.contains("PA-170703-0001"))
            for secret in secrets { #expect(!text.contains(secret), "\(secret)") }
        }
    }
}

extension DossierTestOffice {
    /// Drafts a process and puts it into force.
    func publish(_ version: ProcessVersion, from day: String = "2017-01-01") async throws {
        _ = try await desk.perform(.processes(.draft(version)), by: nil, at: sources.now)
        _ = try await desk.perform(
            .processes(
                .publish(
                    version.code, issue: version.issue, effective: organisationDay(day))),
            by: nil, at: sources.now)
    }
}
