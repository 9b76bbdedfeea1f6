// From the inputs of a page to one value a field, and back to words.

import Engine
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The answers to a form` {
    private let day = DayNumber("2017-07-03")

    private func value(_ key: String, _ pairs: [(String, String)]) throws -> FieldValue? {
        let field = try #require(FormSamples.fields.first { $0.key == key })
        return field.value(in: FormSamples.form(pairs), on: day)
    }

    @Test func `with parts are put together`() throws {
        let values = FormSamples.fields.values(in: FormSamples.form(FormSamples.group), on: day)
        #expect(values["von"] == .number(250_000_000))
        #expect(
            values["thanhVien"]
                == .text(
                    "Hồ Thị Hư Cấu\t150000000\t31\t1986-02-03\nVõ Văn Minh Họa\t100000000\t\t"))
        #expect(values["noiDat"] == .text("Số 2, phố Minh Họa\nPhường A"))
        #expect(values["xacNhan"] == .text("Hồ Thị Hư Cấu\n2017-07-03"))
        #expect(values["soDinhDanh"] == .text("001186012345"))
        #expect(values["dienTich"] == .number(45.5))
        #expect(FormSamples.fields.mistakes(in: values).isEmpty)
    }

    @Test func `to a table keep the order of its rows and drop those that say nothing`() throws {
        let rows = try value(
            "thanhVien",
            [
                ("field.thanhVien.10.ten", "C"), ("field.thanhVien.2.ten", "B"),
                ("field.thanhVien.0.ten", " "), ("field.thanhVien.1.von", ""),
                ("field.thanhVien.0.von", "1.000"),
            ])
        #expect(rows == .text("\t1000\t\t\nB\t\t\t\nC\t\t\t"))
    }

    @Test func `cannot smuggle cells, rows or lines into others`() throws {
        #expect(
            try value("thanhVien", [("field.thanhVien.0.ten", "A\t5\t6\nB\r\nC")])
                == .text("A 5 6 B C\t\t\t"))
        #expect(
            try value(
                "noiDat",
                [("field.noiDat.line", "Số 1\nPhường X"), ("field.noiDat.ward", "Phường A")])
                == .text("Số 1 Phường X\nPhường A"))
        #expect(
            try value(
                "xacNhan",
                [("field.xacNhan.name", "Kẻ Khác\n1999-01-01"), ("field.xacNhan.consent", "1")])
                == .text("Kẻ Khác 1999-01-01\n2017-07-03"))
    }

    @Test(
        arguments: [
            [("field.xacNhan", "Hồ Thị\n2001-01-01")], [("field.xacNhan.day", "2001-01-01")],
            [("field.xacNhan.consent", "1")], [("field.xacNhan.name", " ")], [],
        ] as [[(String, String)]])
    func `give no signature by its kept text, a date or a tick alone`(
        _ pairs: [(String, String)]
    ) throws {
        #expect(try value("xacNhan", pairs) == nil)
    }

    @Test(arguments: ["", "0", "no", "false", "2", "True"])
    func `without consent are a name and no signature`(_ consent: String) throws {
        let field = try #require(FormSamples.fields.last)
        let value = try value(
            "xacNhan", [("field.xacNhan.name", "Hồ Thị"), ("field.xacNhan.consent", consent)])
        #expect(value.flatMap { field.type.flaw(in: $0) } == .notConsented)
    }

    @Test func `without a day of the office are no signature either`() throws {
        let field = try #require(FormSamples.fields.last)
        let value = field.value(in: FormSamples.form(FormSamples.person))
        #expect(value.flatMap { field.type.flaw(in: $0) } == .notConsented)
    }

    @Test func `with numbers of rows that no page has are left alone`() throws {
        for name in ["-1", "1000", "99999999999999999999", "x", "", "0x1", "1e2", " 0"] {
            #expect(
                try value("thanhVien", [("field.thanhVien.\(name).ten", "A")]) == nil, "\(name)")
        }
        let many = (0..<900).map { ("field.thanhVien.\($0).ten", "A") }
        let field = try #require(FormSamples.fields.first { $0.key == "thanhVien" })
        let value = try #require(try value("thanhVien", many))
        #expect(field.type.flaw(in: value) == .rowsTooMany(4))
    }

    @Test func `belong to their field alone`() {
        let field = FormField(key: "von", label: "Vốn", type: .money)
        for name in ["field.von", "field.von.0", "field.von.x.y"] { #expect(field.owns(name)) }
        for name in ["field.vonKhac", "von", "field.", "field.vo", "xfield.von"] {
            #expect(!field.owns(name), "\(name)")
        }
    }

    /// Type, kept text, words.
    private static let shown: [(FieldType, String, String)] = [
        (.money, "1500000", "1.500.000 đồng"), (.money, "0", "0 đồng"),
        (.money, "999", "999 đồng"), (.address, "Số 1\nPhường A", "Số 1, Phường A"),
        (.signature, "Hồ Thị\n2017-07-03", "Hồ Thị, 03/07/2017"),
        (
            .table(FormSamples.members), "An\t1500000\t\t\nBình\t\t20\t1997-01-02",
            "Họ tên: An, Vốn góp: 1.500.000; Họ tên: Bình, Tuổi: 20, Ngày sinh: 1997-01-02"
        ),
        (.file, "paper", "bản giấy (paper)"), (.file, "file", "tệp (file)"),
        (.text, "<b>", "<b>"), (.date, "2017-07-03", "2017-07-03"), (.phone, "0912", "0912"),
    ]

    @Test(arguments: shown.indices)
    func `are shown as people read them`(_ index: Int) {
        let (type, text, words) = Self.shown[index]
        #expect(type.shown(text) == words)
    }

    @Test func `of programs are the same as those of pages`() throws {
        let json = """
            {"field": {"chuThe": "Nhóm người", "von": 250000000, "thanhVien": [
                {"ten": "Hồ Thị Hư Cấu", "von": 150000000, "tuoi": 31, "ngay": "1986-02-03"},
                {"ten": "Võ Văn Minh Họa", "von": 100000000}],
              "nguonVon": "Vốn tự có\\nvà vay", "soDinhDanh": "001186012345",
              "dienThoai": "02438271234", "thu": "cua.hang@vi-du.vn",
              "noiDat": {"line": "Số 2, phố Minh Họa", "ward": "Phường A"}, "dienTich": 45.5,
              "hopDong": "file", "xacNhan": {"name": "Hồ Thị Hư Cấu", "consent": true}}}
            """
        let form = try Site.Form(json: Array(json.utf8))
        let page = FormSamples.form(FormSamples.group)
        #expect(
            FormSamples.fields.values(in: form, on: day)
                == FormSamples.fields.values(in: page, on: day))
    }

    @Test func `of programs keep lists of texts as lines`() throws {
        let form = try Site.Form(json: Array("{\"paper\": [\"a\", \"b\"], \"x\": []}".utf8))
        #expect(form["paper"] == "a\nb" && form["x"].isEmpty)
        let mixed = try Site.Form(json: Array("{\"t\": [{\"a\": 1}, \"b\", {\"a\": 2}]}".utf8))
        #expect(mixed["t.0.a"] == "1" && mixed["t.1"] == "b" && mixed["t.2.a"] == "2")
    }
}

@Suite struct `The wards of an office` {
    @Test func `are those of its ward committees, by name`() async throws {
        try await DossierTestOffice.run { office in
            let wards = try await office.desk.read {
                try $0.organisation().wards(on: DayNumber(rawValue: 17_350))
            }
            #expect(wards == ["Phường A", "Phường B"])
            let early = try await office.desk.read {
                try $0.organisation().wards(on: DayNumber(rawValue: 0))
            }
            #expect(early.isEmpty)
        }
    }
}
