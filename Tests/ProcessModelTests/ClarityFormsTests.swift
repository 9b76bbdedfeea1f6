// The rules about fields of forms: conditions that can be known when the field is asked, and tables
// that can be filled in.

import ProcessModel
import Testing
import WorkTime

struct ClarityFormsTests {
    private func findings(_ change: (inout ProcessVersion) -> Void) -> [Diagnostic] {
        var version = ProcessSamples.clear
        change(&version)
        return ProcessSamples.findings(version).filter {
            $0.rule == ClarityRule.formField.rawValue
        }
    }

    private func findings(_ fields: [FormField]) -> [Diagnostic] {
        findings { $0.forms[0].fields += fields }
    }

    private func field(
        _ key: String, _ condition: Condition? = nil, type: FieldType = .text,
        personal: Bool = false
    ) -> FormField {
        FormField(
            key: key, label: "Mục \(key)", type: type, personal: personal, condition: condition)
    }

    @Test func `a condition on what stands before it is clear`() {
        #expect(findings([field("x", .compare("loai", .equal, .text("A")))]).isEmpty)
        #expect(findings([field("x", .isOneOf("loai", [.text("A"), .text("B")]))]).isEmpty)
        #expect(findings([field("x", .compare("so_tien", .greater, .number(5)))]).isEmpty)
        #expect(
            findings([
                field("x", .isSet("loai")), field("y", .all([.isSet("x"), .not(.isSet("ngay"))])),
            ]).isEmpty)
        let money = field("tien", type: .money)
        #expect(findings([money, field("x", .compare("tien", .less, .number(9)))]).isEmpty)
        let file = field("giay", type: .file)
        #expect(findings([file, field("x", .compare("giay", .equal, .text("file")))]).isEmpty)
    }

    @Test func `a field that no form has is named`() throws {
        let found = findings([field("x", .compare("khong_co", .equal, .number(1)))])
        try #require(found.count == 1)
        #expect(
            found[0].message.vi == "Biểu mẫu BM-01, mục “Mục x”: điều kiện hỏi mục “khong_co”, "
                + "không biểu mẫu nào có mục này")
        #expect(
            found[0].message.en == "Form BM-01, field “Mục x”: a condition asks for the field "
                + "“khong_co”, no form has it")
        #expect(found[0].isBlocking && !ClarityRule.formField.isWaivable)
    }

    @Test func `a field that comes later is named, and so is the field itself`() throws {
        let later = findings([field("x", .isSet("y")), field("y")])
        try #require(later.count == 1)
        #expect(later[0].message.vi.hasSuffix("điều kiện hỏi mục “y”, mục này không đứng trước"))
        #expect(later[0].message.en.hasSuffix("asks for “y”, which does not stand before it"))
        #expect(later[0].mend.vi.contains("đặt mục “y” lên trước"))
        let own = findings([field("x", .isSet("x"))])
        #expect(own.count == 2, "it does not stand before itself, and goes in a circle")
        #expect(own.contains { $0.message.vi.contains("xoay vòng") })
    }

    @Test func `a circle through two forms is found wherever it begins`() {
        let found = findings { version in
            version.forms[0].fields.append(field("x", .isSet("y")))
            version.forms.append(
                Form(code: "BM-02", title: "Hai", fields: [field("y", .not(.isSet("x")))]))
        }
        let circles = found.filter { $0.message.en.contains("circle") }
        #expect(circles.count == 2)
        #expect(circles.map(\.message.vi).contains { $0.hasPrefix("Biểu mẫu BM-02, mục “Mục y”") })
    }

    @Test func `the first form reads no other, a later one may`() {
        let first = findings { version in
            version.forms[0].fields.append(field("x", .isSet("y")))
            version.forms.append(Form(code: "BM-02", title: "Hai", fields: [field("y")]))
        }
        #expect(first.count == 1)
        let later = findings { version in
            version.forms.append(
                Form(
                    code: "BM-02", title: "Hai",
                    fields: [field("y", .compare("loai", .equal, .text("A")))]))
        }
        #expect(later.isEmpty)
    }

    @Test func `a value that the field never has is named`() {
        #expect(findings([field("x", .compare("loai", .equal, .text("C")))]).count == 1)
        #expect(findings([field("x", .compare("so_tien", .equal, .text("5")))]).count == 1)
        let types: [FieldType] = [
            .identity(oldCards: false), .phone, .email, .address, .longText, .signature,
            .table(FieldTable(columns: [FieldColumn(key: "a", label: "A")])),
        ]
        for type in types {
            let read = field("doc", type: type)
            #expect(findings([read, field("x", .isSet("doc"))]).isEmpty, "\(type)")
            let compared = findings([read, field("x", .compare("doc", .equal, .text("5")))])
            #expect(compared.count == 1, "\(type)")
        }
    }

    @Test func `a personal field decides nothing`() throws {
        let found = findings([
            field("rieng", type: .boolean, personal: true),
            field("x", .compare("rieng", .equal, .boolean(true))),
        ])
        try #require(found.count == 1)
        #expect(found[0].message.vi.contains("“rieng” là dữ liệu cá nhân"))
        #expect(found[0].message.en.contains("which is personal data"))
    }

    private static let column = FieldColumn(key: "a", label: "A")
    private static let tables: [(FieldTable, Bool)] = [
        (FieldTable(columns: [column]), true),
        (FieldTable(columns: [column], minimum: 20, maximum: 20), true),
        (FieldTable(columns: []), false),
        (FieldTable(columns: [column, column]), false),
        (FieldTable(columns: [FieldColumn(key: "", label: "A")]), false),
        (FieldTable(columns: [column], minimum: 3, maximum: 2), false),
        (FieldTable(columns: [column], minimum: -1, maximum: 2), false),
        (FieldTable(columns: [column], minimum: 0, maximum: 0), false),
        (FieldTable(columns: [column], minimum: 0, maximum: 21), false),
        (
            FieldTable(columns: (0..<9).map { FieldColumn(key: "c\($0)", label: "C") }), false
        ),
    ]

    @Test(arguments: tables.indices)
    func `a table can be filled in, or says why not`(index: Int) {
        let (table, isSound) = Self.tables[index]
        let found = findings([field("x", type: .table(table))])
        #expect(found.isEmpty == isSound)
        for finding in found {
            #expect(finding.message.vi.contains("bảng không điền được"))
            #expect(finding.mend.en.contains("max_rows from 1 to 20"))
        }
    }
}
