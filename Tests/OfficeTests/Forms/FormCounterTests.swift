// Forms in front of officers: everything on one page, with words that say what counts when.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `A form at the counter` {
    private static let path = "/counter/\(FilingExtractSamples.code)"
    private static let around: [(String, String)] = [
        ("name", "Hồ Thị Hư Cấu"), ("phone", "0912345678"), ("paper.0", "1"), ("copies.0", "1"),
        ("sets", "1"), ("returnWay", "counter"), ("channel", "counter"),
    ]

    @Test func `shows every field, and when one counts`() async throws {
        try await DossierTestOffice.runWithForms { office in
            let page = try await office.open(Self.path, as: "chi")
            #expect(page.status == .ok)
            for field in FormSamples.fields {
                #expect(page.text.contains("id=\"field.\(field.key)\""), "\(field.key)")
            }
            #expect(page.text.contains("chỉ khi “Chủ thể” là “Nhóm người”"))
            #expect(page.text.contains("chỉ khi “Vốn” lớn hơn 100000000"))
            #expect(page.text.contains("<option value=\"Phường B\">"))
            #expect(!page.text.contains("autocomplete=\"tel\""), "it is not the officer's phone")
            page.expectSound("counter")
            let english = try await office.open(Self.path, as: "chi", language: "en")
            #expect(english.text.contains("only if “Chủ thể” is “Nhóm người”"))
            let json = try await office.open(Self.path, as: "chi", wantsJSON: true).json()
            #expect(json["wards"] as? [String] == ["Phường A", "Phường B"])
        }
    }

    @Test func `takes a group in with everything`() async throws {
        try await DossierTestOffice.runWithForms { office in
            let answer = try await office.post(
                Self.path, as: "chi", Self.around + FormSamples.group)
            #expect(answer.status == .seeOther, "\(answer.text)")
            let state = try await office.state("PA-170703-0001")
            #expect(state.instance?.fields["von"] == .number(250_000_000))
            #expect(state.instance?.fields["noiDat"] == .text("Số 2, phố Minh Họa\nPhường A"))
            #expect(state.instance?.fields["hopDong"] == .text("file"))
            let record = try await office.record("PA-170703-0001", as: "chi")
            let fields = record.applicant?.fields
            #expect(fields?["xacNhan"] == "Hồ Thị Hư Cấu\n2017-07-03")
            #expect(fields?["soDinhDanh"] == "001186012345")
            #expect(record.personalFields.map(\.label).contains("Người góp vốn"))
        }
    }

    @Test func `keeps nothing of what does not count`() async throws {
        try await DossierTestOffice.runWithForms { office in
            let forged = FormSamples.group.filter { $0.0 != "field.chuThe" && $0.0 != "field.von" }
            let answer = try await office.post(
                Self.path, as: "chi",
                Self.around + [("field.chuThe", "Cá nhân"), ("field.von", "1")] + forged)
            #expect(answer.status == .seeOther)
            let state = try await office.state("PA-170703-0001")
            #expect(state.instance?.fields["nguonVon"] == nil)
            let applicant = try await office.record("PA-170703-0001", as: "chi").applicant
            #expect(applicant?.fields.keys.sorted() == ["soDinhDanh", "xacNhan"])
        }
    }

    @Test func `tells all mistakes at once, each with the way to its input`() async throws {
        try await DossierTestOffice.runWithForms { office in
            let wrong: [(String, String)] = [
                ("field.chuThe", "Nhóm người"), ("field.von", "nhiều"),
                ("field.thanhVien.0.von", "5"), ("field.soDinhDanh", "12"),
                ("field.thu", "a@b"), ("field.noiDat.line", "Số <2>"),
                ("field.xacNhan.name", "Hồ Thị"),
            ]
            let answer = try await office.post(Self.path, as: "chi", Self.around + wrong)
            #expect(answer.status == .unprocessableContent)
            for key in ["von", "thanhVien", "soDinhDanh", "thu", "noiDat", "xacNhan"] {
                #expect(answer.text.contains("href=\"#field.\(key)\""), "\(key)")
                #expect(answer.text.contains("id=\"field.\(key)-error\""), "\(key)")
            }
            #expect(!answer.text.contains("href=\"#field.chuThe\""))
            for kept in ["value=\"nhiều\"", "value=\"a@b\"", "value=\"Số &lt;2&gt;\""] {
                #expect(answer.text.contains(kept), "\(kept)")
            }
            answer.expectSound("counter")
            let json = try await office.post(
                Self.path, as: "chi", Self.around + wrong, wantsJSON: true)
            #expect(try json.code() == "engine.fieldOfWrongType")
            let told = try json.json()
            #expect(told["field"] as? String == "field.von")
            let sentence = told["vi"] as? String
            #expect(sentence?.hasPrefix("“Vốn”: ghi số đồng") == true)
            #expect(try await office.number("SELECT count(*) AS n FROM dossier") == 0)
        }
    }

    @Test func `says a refusal of another kind as before`() async throws {
        try await DossierTestOffice.runWithForms { office in
            let answer = try await office.post(
                Self.path, as: "chi", [("name", "")] + FormSamples.person)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("href=\"#name\""))
            #expect(!answer.text.contains("href=\"#field."))
        }
    }

    @Test func `may be left to be filled in when the step is done`() async throws {
        try await DossierTestOffice.runWithForms { office in
            let taken = try await office.post(
                Self.path, as: "chi", Self.around + [("field.von", "200.000.000")])
            #expect(taken.status == .seeOther)
            let code = "PA-170703-0001"
            let page = try await office.open("/dossiers/\(code)", as: "chi")
            #expect(page.text.contains("id=\"complete-1-chuThe\""))
            #expect(page.text.contains("chỉ khi “Chủ thể” là “Nhóm người”"))
            let acts = "/dossiers/\(code)/acts"
            let done = [("act", "complete"), ("item", "1"), ("product", "Giấy tiếp nhận")]
            let early = try await office.post(acts, as: "chi", done + [("field.thu", "a@")])
            #expect(early.status == .unprocessableContent)
            // What was filled in at the counter is known: the capital asks where it comes from.
            for key in ["chuThe", "nguonVon", "thu", "xacNhan"] {
                #expect(early.text.contains("href=\"#complete-1-\(key)\""), "\(key)")
                #expect(early.text.contains("id=\"complete-1-\(key)\""), "\(key)")
            }
            #expect(!early.text.contains("href=\"#complete-1-von\""))
            #expect(early.text.contains("value=\"a@\""))
            early.expectSound("dossier")
            let right = try await office.post(
                acts, as: "chi",
                done + FormSamples.person.filter { $0.0 != "field.von" } + [
                    ("field.nguonVon", "Vốn tự có")
                ])
            #expect(right.status == .seeOther, "\(right.text.suffix(400))")
            let state = try await office.state(code)
            #expect(state.instance?.fields["nguonVon"] == .text("Vốn tự có"))
            #expect(state.instance?.personalKeys == ["xacNhan"])
        }
    }

    @Test func `asks at a later step by what was answered at the first`() async throws {
        try await DossierTestOffice.run { office in
            var version = FormSamples.version
            version.forms[1].fields = [
                FormField(
                    key: "kiemTra", label: "Kiểm tra nơi đặt cơ sở", type: .date, required: true,
                    condition: .compare("dienTich", .greaterOrEqual, .number(100)))
            ]
            try await office.publish(version)
            for (area, isAsked) in [("99", false), ("100", true)] {
                let taken = try await office.post(
                    Self.path, as: "chi",
                    Self.around + FormSamples.person + [("field.dienTich", area)])
                #expect(taken.status == .seeOther)
                let code = String(taken.location.split(separator: "/")[1])
                try await office.advance(code)
                let item = try await office.item(code)
                if item.offer != nil { try await office.advance(code) }
                let held = try await office.item(code)
                let answer = try await office.post(
                    "/dossiers/\(code)/acts", as: held.holder,
                    [("act", "complete"), ("item", "\(held.id)"), ("product", "Xong")])
                #expect((answer.status == .unprocessableContent) == isAsked, "\(area)")
                if isAsked {
                    #expect(answer.text.contains("href=\"#complete-\(held.id)-kiemTra\""))
                }
            }
        }
    }
}
