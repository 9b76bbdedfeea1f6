// Fields of forms in YAML: every type, the columns of a table, the condition, and what is wrong
// with each.

import ProcessFormats
import ProcessModel
import Testing
import WorkTime

struct StepTableFormTests {
    private static let head = """
        code: HKD
        title: Đăng ký hộ kinh doanh
        kind: procedure
        forms:
          - code: TK
            title: Giấy đề nghị
            fields:

        """
    private static let steps = "steps:\n  - id: b1\n    title: Tiếp nhận\n    form: TK\n"

    private func read(_ fields: String) -> (form: Form?, findings: [Diagnostic]) {
        let text = Self.head + fields + Self.steps
        let (version, findings) = StepTableYAML.read(text.bytes, file: "hkd.yaml")
        return (version?.forms.first, findings)
    }

    private static let all = """
              - {key: chu_the, label: Chủ thể, type: choice, choices: [Cá nhân, Nhóm người]}
              - {key: von, label: Vốn, type: money, required: true}
              - {key: dien_tich, label: Diện tích, type: number, unit: m2}
              - {key: so, label: Số định danh, type: identity, personal: true}
              - {key: so_cu, label: Số cũ, type: identity, old_cards: true, personal: true}
              - {key: dien_thoai, label: Điện thoại, type: phone, personal: true}
              - {key: thu, label: Thư, type: email, personal: true}
              - {key: noi, label: Nơi kinh doanh, type: address}
              - {key: mo_ta, label: Mô tả, type: long_text}
              - {key: giay, label: Giấy thuê nhà, type: file}
              - {key: ky, label: Xác nhận, type: signature, personal: true}
              - key: thanh_vien
                label: Người góp vốn
                type: table
                min_rows: 2
                max_rows: 6
                columns:
                  - {key: ten, label: Họ tên, required: true}
                  - {key: von_gop, label: Vốn góp, type: money}
                personal: true
                if: chu_the == "Nhóm người" and von > 0

        """

    @Test func `every type is read`() throws {
        let (read, findings) = read(Self.all)
        #expect(findings.isEmpty, "\(findings.map { $0.text(in: .vi) })")
        let form = try #require(read)
        #expect(
            form.fields.map(\.type) == [
                .choice(["Cá nhân", "Nhóm người"]), .money, .number, .identity(oldCards: false),
                .identity(oldCards: true), .phone, .email, .address, .longText, .file, .signature,
                .table(
                    FieldTable(
                        columns: [
                            FieldColumn(key: "ten", label: "Họ tên", required: true),
                            FieldColumn(key: "von_gop", label: "Vốn góp", kind: .money),
                        ], minimum: 2, maximum: 6)),
            ])
        #expect(form.fields[2].unit == "m2")
        #expect(
            form.fields[11].condition
                == .all([
                    .compare("chu_the", .equal, .text("Nhóm người")),
                    .compare("von", .greater, .number(0)),
                ]))
        #expect(form.fields.count { $0.condition != nil } == 1)
    }

    @Test func `what was read is written and read again without loss`() throws {
        let text = Self.head + Self.all + Self.steps
        let version = try #require(StepTableYAML.read(text.bytes, file: "a").version)
        let bytes = StepTableYAML.write(version)
        let (again, findings) = StepTableYAML.read(bytes, file: "b")
        #expect(findings.isEmpty)
        #expect(again?.withoutOrigins == version.withoutOrigins)
        let written = String(decoding: bytes, as: UTF8.self)
        #expect(written.contains("type: long_text") && written.contains("old_cards: true"))
        #expect(written.contains("max_rows: 6"))
    }

    @Test func `an old file is written as it was`() throws {
        let text =
            Self.head + "      - {key: so, label: Số, type: number, required: true}\n" + Self.steps
        let version = try #require(StepTableYAML.read(text.bytes, file: "a").version)
        let written = String(decoding: StepTableYAML.write(version), as: UTF8.self)
        for word in ["if:", "unit:", "columns:", "min_rows", "old_cards"] {
            #expect(!written.contains(word), "\(word)")
        }
    }

    @Test func `a table has room for five rows unless it says otherwise`() throws {
        let (form, findings) = read(
            "      - {key: a, label: A, type: table, columns: [{key: b, label: B}]}\n")
        #expect(findings.isEmpty)
        #expect(
            form?.fields.first?.type
                == .table(FieldTable(columns: [FieldColumn(key: "b", label: "B")])))
    }

    /// A field, the rule that refuses it, and a word of how to mend it.
    private static let wrong: [(String, FormatRule, String)] = [
        ("{key: a, type: tien}", .yamlValue, "money"),
        ("{key: a, type: longtext}", .yamlValue, "long_text"),
        ("{key: a, type: number, units: m2}", .yamlKey, "unit"),
        ("{key: a, type: identity, old_cards: maybe}", .yamlValue, "true"),
        ("{key: a, if: \"x >\"}", .yamlValue, "so_tien > 1000000"),
        ("{key: a, if: x = 1}", .yamlValue, "so_tien > 1000000"),
        ("{key: a, type: table, max_rows: nhiều, columns: [{key: b}]}", .yamlValue, "1"),
        ("{key: a, type: table, min_rows: -1, columns: [{key: b}]}", .yamlValue, "0"),
        ("{key: a, type: table, columns: [{key: b, type: file}]}", .yamlValue, "money"),
        ("{key: a, type: table, columns: [{key: b, kind: text}]}", .yamlKey, "type"),
        ("{key: a, type: table, columns: [{label: B}]}", .yamlKey, "key"),
    ]

    @Test(arguments: wrong.indices)
    func `what is not understood is said at its line, with what would be`(index: Int) throws {
        let (field, rule, mend) = Self.wrong[index]
        let findings = read("      - \(field)\n").findings
        try #require(findings.count == 1, "\(findings.map { $0.text(in: .vi) })")
        #expect(FormatRule(rawValue: findings[0].rule) == rule)
        #expect(findings[0].origin?.line == 8)
        #expect(findings[0].mend.vi.contains(mend), "\(findings[0].mend.vi)")
        #expect(!findings[0].message.en.isEmpty && !findings[0].mend.en.isEmpty)
    }
}
