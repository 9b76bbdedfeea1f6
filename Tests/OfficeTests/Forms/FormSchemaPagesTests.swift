// /procedures/CODE/form.schema.json: for everybody, kept by whoever asked until it changes.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The address of a schema` {
    private static let path = "/procedures/\(FilingExtractSamples.code)/form.schema.json"

    @Test func `gives the schema to anybody, whatever they accept`() async throws {
        try await DossierTestOffice.runWithForms { office in
            let answer = try await office.open(Self.path, as: nil)
            #expect(answer.status == .ok)
            #expect(answer.header("Content-Type") == "application/schema+json; charset=utf-8")
            #expect(answer.header("Cache-Control") == "public, max-age=300")
            let json = try await office.open(Self.path, as: "chi", wantsJSON: true)
            #expect(json.text == answer.text)
            let schema = try FormJSON(answer.text)
            #expect(schema["$id"] == .text(Self.path))
            #expect(schema["properties"]?["von"]?["title"] == .text("Vốn"))
        }
    }

    @Test func `is not sent again to who has it`() async throws {
        try await DossierTestOffice.runWithForms { office in
            let first = try await office.open(Self.path, as: nil)
            let mark = first.header("ETag")
            #expect(mark.hasPrefix("\"") && mark.hasSuffix("\"") && mark.count > 20)
            for known in [mark, "W/\(mark)", "\"x\", \(mark)"] {
                let again = try await office.send(.get, Self.path, [.ifNoneMatch: known])
                #expect(again.status == .notModified && again.text.isEmpty, "\(known)")
                #expect(again.header("ETag") == mark)
            }
            for other in ["\"x\"", "", "x"] {
                let again = try await office.send(.get, Self.path, [.ifNoneMatch: other])
                #expect(again.status == .ok && again.text == first.text, "\(other)")
            }
        }
    }

    @Test func `follows the issue in force`() async throws {
        try await DossierTestOffice.runWithForms { office in
            let before = try await office.open(Self.path, as: nil)
            try await office.revise(
                FilingExtractSamples.version(
                    issue: 2, fields: [FormField(key: "moi", label: "Mục mới", type: .phone)]),
                from: "2017-07-05")
            #expect(try await office.open(Self.path, as: nil).text == before.text)
            try office.set("2017-07-05T09:00")
            let after = try await office.send(
                .get, Self.path, [.ifNoneMatch: before.header("ETag")])
            #expect(after.status == .ok && after.text.contains("Mục mới"))
        }
    }

    @Test(arguments: ["KHONG-CO", "%3Cscript%3E", "XN-03"])
    func `of what is no procedure is not found`(_ code: String) async throws {
        try await DossierTestOffice.runWithForms { office in
            let answer = try await office.open("/procedures/\(code)/form.schema.json", as: nil)
            #expect(answer.status == .notFound)
            #expect(!answer.text.contains("<script>"))
        }
    }

    /// What the schema takes, the office takes in one request.
    @Test func `tells a program what it can send`() async throws {
        try await DossierTestOffice.runWithForms { office in
            let schema = try FormJSON(try await office.open(Self.path, as: nil).text)
            let fields = FormJSON.object([
                "chuThe": .text("Cá nhân"), "von": .number(50_000_000),
                "noiDat": .object(["line": .text("Số 2"), "ward": .text("Phường A")]),
                "xacNhan": .object(["name": .text("Hồ Thị Hư Cấu"), "consent": .flag(true)]),
            ])
            #expect(try FormSchemaEvaluator.isValid(fields, schema))
            let body = FormJSON.object([
                "office": .text("p"), "name": .text("Hồ Thị Hư Cấu"), "phone": .text("0912345678"),
                "paper": .list([.text("Tờ khai")]), "returnWay": .text("counter"),
                "field": fields,
            ])
            let answer = try await office.send(
                .post, FormSamples.base,
                [.contentType: "application/json", .accept: "application/json"],
                body: try body.bytes())
            #expect(answer.status == .created, "\(answer.text)")
            let code = try #require(try answer.json()["filing"] as? String)
            let registration = try await office.filing(code).registration
            #expect(registration.fields["noiDat"] == .text("Số 2\nPhường A"))
            #expect(registration.fields["von"] == .number(50_000_000))
            let applicant = try await office.applicant(of: code)
            #expect(applicant?.fields == ["xacNhan": "Hồ Thị Hư Cấu\n2017-07-03"])
        }
    }
}
