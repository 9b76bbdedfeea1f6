// The citizen's way through a form whose questions depend on each other, without a script.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The questions of a form` {
    private static let base = FormSamples.base

    private func run(
        _ body: (DossierTestOffice, FilingCitizen) async throws -> Void
    ) async throws {
        try await DossierTestOffice.runWithForms { office in
            var citizen = FilingCitizen(office: office)
            _ = try await citizen.begin(FilingExtractSamples.code.rawValue)
            try await body(office, citizen)
        }
    }

    /// Answers every open question from the pairs; returns the pages that came.
    private func walk(
        _ citizen: FilingCitizen, _ pairs: [(String, String)]
    ) async throws -> [String] {
        var met: [String] = []
        var place = try await citizen.open("\(Self.base)/review").location
        while !place.isEmpty, !place.hasSuffix("/review"), met.count < 30 {
            met.append(String(place.split(separator: "/").last ?? ""))
            let answer = try await citizen.post(place, pairs)
            #expect(answer.status == .seeOther, "\(place): \(answer.text.suffix(600))")
            if answer.status != .seeOther { break }
            place = answer.location
        }
        return met
    }

    @Test func `skip what an individual need not say`() async throws {
        try await run { office, citizen in
            let met = try await walk(citizen, FormSamples.around + FormSamples.person)
            #expect(!met.contains("field.thanhVien") && !met.contains("field.nguonVon"))
            #expect(met.contains("field.xacNhan"))
            let review = try await citizen.open("\(Self.base)/review")
            #expect(review.status == .ok && !review.text.contains("Người góp vốn"))
            #expect(review.text.contains("50.000.000 đồng"))
            #expect(review.text.contains("Hồ Thị Hư Cấu, 03/07/2017"))
            #expect(try await citizen.post("\(Self.base)/review").location.hasSuffix("/done"))
            let registration = try await office.filing("DK-PA-170703-0001").registration
            #expect(
                registration.fields == ["chuThe": .text("Cá nhân"), "von": .number(50_000_000)])
            #expect(
                try await office.applicant(of: "DK-PA-170703-0001")?.fields
                    == ["xacNhan": "Hồ Thị Hư Cấu\n2017-07-03"])
        }
    }

    @Test func `ask a group for everything, and keep each answer in its form`() async throws {
        try await run { office, citizen in
            let met = try await walk(citizen, FormSamples.around + FormSamples.group)
            #expect(met.filter { $0.hasPrefix("field.") }.count == FormSamples.fields.count)
            _ = try await citizen.post("\(Self.base)/review")
            let fields = try await office.filing("DK-PA-170703-0001").registration.fields
            #expect(fields["von"] == .number(250_000_000))
            #expect(fields["nguonVon"] == .text("Vốn tự có\nvà vay"))
            #expect(fields["noiDat"] == .text("Số 2, phố Minh Họa\nPhường A"))
            #expect(fields["dienThoai"] == .text("02438271234"))
            #expect(fields["hopDong"] == .text("paper"), "no file came along: the paper is brought")
            let personal = try await office.applicant(of: "DK-PA-170703-0001")?.fields
            #expect(personal?["soDinhDanh"] == "001186012345")
            #expect(personal?["thanhVien"]?.hasPrefix("Hồ Thị Hư Cấu\t150000000") == true)
            // The officer reads them as words, and takes the dossier in with them.
            let page = try await office.open("/filings/DK-PA-170703-0001", as: "chi")
            for words in [
                "250.000.000 đồng", "Số 2, phố Minh Họa, Phường A", "Họ tên: Hồ Thị Hư Cấu",
                "bản giấy (paper)", "Hồ Thị Hư Cấu, 03/07/2017",
            ] { #expect(page.text.contains(words), "\(words)") }
            try await office.answer(.accept("DK-PA-170703-0001"), by: "chi")
            let state = try await office.state("PA-170703-0001")
            #expect(state.instance?.fields["von"] == .number(250_000_000))
            #expect(
                state.instance?.personalKeys.sorted() == ["soDinhDanh", "thanhVien", "xacNhan"])
            let dossier = try await office.open("/dossiers/PA-170703-0001", as: "chi")
            #expect(dossier.text.contains("Vốn góp: 150.000.000"))
        }
    }

    @Test func `come and go when an earlier answer changes`() async throws {
        try await run { office, citizen in
            _ = try await walk(citizen, FormSamples.around + FormSamples.group)
            // The count of questions follows.
            let before = try await citizen.open("\(Self.base)/field.von")
            #expect(before.text.contains("Câu 6 trên 18"))
            let changed = try await citizen.post(
                "\(Self.base)/field.chuThe", [("field.chuThe", "Cá nhân")])
            #expect(changed.location == "\(Self.base)/review")
            let after = try await citizen.open("\(Self.base)/field.von")
            #expect(after.text.contains("Câu 6 trên 17"))
            // Not asked any more: neither shown nor taken.
            let hidden = try await citizen.open("\(Self.base)/field.thanhVien")
            #expect(hidden.status == .seeOther && hidden.location == "\(Self.base)/review")
            let forged = try await citizen.post(
                "\(Self.base)/field.thanhVien", [("field.thanhVien.0.ten", "Kẻ Khác")])
            #expect(forged.location == "\(Self.base)/review")
            let review = try await citizen.open("\(Self.base)/review")
            #expect(review.status == .ok && !review.text.contains("Minh Họa, Vốn"))
            // Back again, what was answered is still there.
            let back = try await citizen.post(
                "\(Self.base)/field.chuThe", [("field.chuThe", "Nhóm người")])
            #expect(back.location == "\(Self.base)/review")
            #expect(try await citizen.open("\(Self.base)/review").text.contains("Võ Văn Minh Họa"))
            _ = try await citizen.post(
                "\(Self.base)/field.chuThe", [("field.chuThe", "Cá nhân")])
            _ = try await citizen.post("\(Self.base)/review")
            let personal = try await office.applicant(of: "DK-PA-170703-0001")?.fields
            #expect(personal?["thanhVien"] == nil)
        }
    }

    @Test func `open another question that then has to be answered`() async throws {
        try await run { _, citizen in
            _ = try await walk(citizen, FormSamples.around + FormSamples.person)
            let opened = try await citizen.post(
                "\(Self.base)/field.von", [("field.von", "100.000.001")])
            #expect(opened.location == "\(Self.base)/field.nguonVon")
            let early = try await citizen.post("\(Self.base)/review")
            #expect(early.location == "\(Self.base)/field.nguonVon")
            let empty = try await citizen.post("\(Self.base)/field.nguonVon", [])
            #expect(empty.status == .unprocessableContent)
            let answered = try await citizen.post(
                "\(Self.base)/field.nguonVon", [("field.nguonVon", "Vay ngân hàng")])
            #expect(answered.location == "\(Self.base)/review")
        }
    }

    /// Question, what is sent, the words of the mistake, a value that stays.
    private static let mistakes: [(String, [(String, String)], String, String)] = [
        ("von", [("field.von", "1,5")], "ghi số đồng, không có số lẻ", "value=\"1,5\""),
        ("von", [("field.von", "<b>9</b>")], "ghi số đồng", "value=\"&lt;b&gt;9&lt;/b&gt;\""),
        ("soDinhDanh", [("field.soDinhDanh", "12345")], "có 12 chữ số", "value=\"12345\""),
        ("dienThoai", [("field.dienThoai", "12")], "10 hoặc 11 chữ số", "value=\"12\""),
        ("thu", [("field.thu", "a@b")], "ten@noi.vn", "value=\"a@b\""),
        ("noiDat", [("field.noiDat.line", "Số 2")], "hãy ghi phường, xã", "value=\"Số 2\""),
        ("hopDong", [("field.hopDong", "../x")], "“gửi tệp” hoặc “mang bản giấy”", "Gửi tệp"),
        (
            "thanhVien", [("field.thanhVien.0.ten", "An"), ("field.thanhVien.0.von", "nhiều")],
            "dòng 1, “Vốn góp” phải là số tiền", "value=\"nhiều\""
        ),
        (
            "thanhVien", [("field.thanhVien.0.von", "5")], "dòng 1 chưa điền “Họ tên”",
            "value=\"5\""
        ),
        (
            "thanhVien", (0..<5).map { ("field.thanhVien.\($0).ten", "Người \($0)") },
            "nhiều nhất 4 dòng", "value=\"Người 3\""
        ),
        (
            "nguonVon", [("field.nguonVon", "a\u{1B}[2J")], "ký tự điều khiển",
            "id=\"field.nguonVon\""
        ),
        (
            "nguonVon", [("field.nguonVon", String(repeating: "ợ", count: 4_001))],
            "dài quá 4000 chữ", "ợợợợ"
        ),
        (
            "xacNhan", [("field.xacNhan.name", "Hồ Thị")], "đánh dấu xác nhận", "value=\"Hồ Thị\""
        ),
        ("chuThe", [("field.chuThe", "Công ty")], "chưa đúng dạng", "Nhóm người"),
    ]

    @Test(arguments: mistakes.indices)
    func `say what is wrong, lead to the input and keep what was typed`(
        _ index: Int
    ) async throws {
        let (key, pairs, words, kept) = Self.mistakes[index]
        try await run { _, citizen in
            _ = try await walk(citizen, FormSamples.around + FormSamples.group)
            let answer = try await citizen.post("\(Self.base)/field.\(key)", pairs)
            #expect(answer.status == .unprocessableContent, "\(key)")
            #expect(answer.text.contains("id=\"errors\""))
            #expect(answer.text.contains("href=\"#field.\(key)\""), "the way to the input")
            #expect(answer.text.contains("id=\"field.\(key)\""), "which is there")
            #expect(answer.text.contains("id=\"field.\(key)-error\""))
            #expect(answer.text.contains(words), "\(words)")
            #expect(answer.text.contains(kept), "\(kept)")
            answer.expectSound("field.\(key)")
        }
    }

    @Test(arguments: ["vi", "en"])
    func `have labels, hints and what browsers know, in both languages`(
        _ language: String
    ) async throws {
        try await run { _, citizen in
            _ = try await walk(citizen, FormSamples.around + FormSamples.group)
            let expected: [(String, [String])] = [
                ("von", ["inputmode=\"numeric\"", "field.von-hint"]),
                ("soDinhDanh", ["inputmode=\"numeric\"", "field.soDinhDanh-hint"]),
                ("dienThoai", ["type=\"tel\"", "autocomplete=\"tel\""]),
                ("thu", ["type=\"email\"", "autocomplete=\"email\""]),
                (
                    "noiDat",
                    ["autocomplete=\"street-address\"", "Phường A", "<datalist", "<legend>"]
                ),
                ("nguonVon", ["<textarea", "maxlength=\"4000\""]),
                ("dienTich", ["inputmode=\"decimal\"", "m2"]),
                ("hopDong", ["type=\"radio\"", "value=\"paper\""]),
                ("xacNhan", ["autocomplete=\"name\"", "type=\"checkbox\""]),
                ("thanhVien", ["<details", "field.thanhVien.3.ten", "type=\"date\""]),
            ]
            for (key, parts) in expected {
                let page = try await citizen.open(
                    "\(Self.base)/field.\(key)", language: language)
                #expect(page.status == .ok, "\(key)")
                for part in parts { #expect(page.text.contains(part), "\(key) \(part)") }
                #expect(!page.text.contains("form.hint"), "every text is there")
                page.expectSound("field.\(key)")
            }
            let consent = try await citizen.open("\(Self.base)/field.xacNhan", language: language)
            #expect(
                consent.text.contains(
                    language == "vi" ? "không phải chữ ký số" : "no digital signature"))
        }
    }

    @Test func `drop what a program sends to what is not asked`() async throws {
        try await DossierTestOffice.runWithForms { office in
            let answer = try await office.post(
                FormSamples.base, as: nil,
                FormSamples.around + FormSamples.person + [
                    ("field.thanhVien.0.ten", "Kẻ Khác"), ("field.nguonVon", "a\u{0}\u{1}"),
                    ("field.khongCo", "x"), ("field.xacNhan", "Kẻ Khác\n2001-01-01"),
                ], wantsJSON: true)
            #expect(answer.status == .created, "\(answer.text)")
            let code = try #require(try answer.json()["filing"] as? String)
            let registration = try await office.filing(code).registration
            #expect(Set(registration.fields.keys) == ["chuThe", "von"])
            #expect(try await office.applicant(of: code)?.fields.keys.sorted() == ["xacNhan"])
        }
    }

    /// Past the pages: whoever calls the desk is held to the same rule.
    @Test func `drop at the desk what was not asked`() async throws {
        try await DossierTestOffice.runWithForms { office in
            var submission = FormSamples.offer.submission(
                from: FormSamples.form(FormSamples.around + FormSamples.person))
            submission.fields["nguonVon"] = .text("không hỏi")
            submission.fields["khongCo"] = .text("x")
            submission.applicant.fields["thanhVien"] = "Kẻ Khác"
            let answer = try await office.desk.perform(
                .filings(.submit(submission)), by: nil, at: office.sources.now)
            let code = String(answer.stream.dropFirst("filing/".count))
            let registration = try await office.filing(code).registration
            #expect(Set(registration.fields.keys) == ["chuThe", "von"])
            #expect(try await office.applicant(of: code)?.fields.keys.sorted() == ["xacNhan"])
        }
    }

    @Test func `take the file of a paper that the form asks for`() async throws {
        try await run { office, citizen in
            _ = try await walk(citizen, FormSamples.around + FormSamples.group)
            let files = try await citizen.open("\(Self.base)/files")
            #expect(files.text.contains("Hợp đồng thuê nhà"), "because it was to be sent")
            let sent = try await citizen.send(
                [("file.Hợp đồng thuê nhà", "hop-dong.pdf", AttachmentSamples.pdf())],
                process: FilingExtractSamples.code.rawValue)
            #expect(sent.status == .seeOther, "\(sent.text.suffix(300))")
            let review = try await citizen.open("\(Self.base)/review")
            #expect(review.text.contains("Gửi tệp"))
            // Who brings the paper after all is not asked for the file, and can still remove it.
            _ = try await citizen.post("\(Self.base)/field.hopDong", [("field.hopDong", "paper")])
            let left = try await citizen.open("\(Self.base)/files")
            #expect(left.text.contains("hop-dong.pdf"))
            let refused = try await citizen.send(
                [("file.Hợp đồng thuê nhà", "khac.pdf", AttachmentSamples.pdf())],
                process: FilingExtractSamples.code.rawValue)
            #expect(refused.status == .unprocessableContent)
            _ = try await citizen.post("\(Self.base)/field.hopDong", [("field.hopDong", "file")])
            _ = try await citizen.post("\(Self.base)/review")
            let registration = try await office.filing("DK-PA-170703-0001").registration
            #expect(registration.fields["hopDong"] == .text("file"))
            let shown = try await office.shownFiles(ofFiling: "DK-PA-170703-0001")
            #expect(shown.map(\.paper) == ["Hợp đồng thuê nhà"])
        }
    }
}
