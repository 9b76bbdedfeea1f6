// How fields are kept: what was published before reads as it did and is written with the same
// bytes, so that its digest stays; new parts are written only where they are used.

import Foundation
import ProcessModel
import Testing
import WorkTime

struct FieldShapeTests {
    /// Written by hand from the shapes of the first release; never to be edited.
    static let old = """
        {"code":"BM-01","fields":[\
        {"key":"ten","label":"Tên","personal":true,"required":true,"type":{"text":{}}},\
        {"key":"so","label":"Số","personal":false,"required":false,"type":{"number":{}}},\
        {"key":"gap","label":"Gấp","personal":false,"required":false,"type":{"boolean":{}}},\
        {"key":"ngay","label":"Ngày","personal":false,"required":false,"type":{"date":{}}},\
        {"key":"loai","label":"Loại","personal":false,"required":false,\
        "type":{"choice":{"_0":["A","B"]}}}],"title":"Phiếu"}
        """

    private func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    @Test func `a form of the first release is read and written with the same bytes`() throws {
        let form = try JSONDecoder().decode(Form.self, from: Data(Self.old.utf8))
        #expect(form.fields.map(\.type) == [.text, .number, .boolean, .date, .choice(["A", "B"])])
        #expect(form.fields.map(\.required) == [true, false, false, false, false])
        #expect(form.fields.map(\.condition) == [nil, nil, nil, nil, nil])
        #expect(form.fields.map(\.unit) == [nil, nil, nil, nil, nil])
        #expect(try text(form) == Self.old)
    }

    @Test func `new parts are written as they will be for ever`() throws {
        let field = FormField(
            key: "von", label: "Vốn", type: .money,
            condition: .compare("loai", .equal, .text("B")), unit: "đồng")
        #expect(
            try text(field) == """
                {"condition":{"compare":{"_0":"loai","_1":"==","_2":{"text":{"_0":"B"}}}},\
                "key":"von","label":"Vốn","personal":false,"required":false,\
                "type":{"money":{}},"unit":"đồng"}
                """)
        let table = FieldType.table(
            FieldTable(
                columns: [FieldColumn(key: "a", label: "A", kind: .money, required: true)],
                minimum: 1, maximum: 3))
        #expect(
            try text(table) == """
                {"table":{"_0":{"columns":[{"key":"a","kind":"money","label":"A",\
                "required":true}],"maximum":3,"minimum":1}}}
                """)
        #expect(
            try text(FieldType.identity(oldCards: true)) == "{\"identity\":{\"oldCards\":true}}")
        let names: [(FieldType, String)] = [
            (.phone, "phone"), (.email, "email"), (.address, "address"), (.longText, "longText"),
            (.file, "file"), (.signature, "signature"),
        ]
        for (type, name) in names { #expect(try text(type) == "{\"\(name)\":{}}") }
    }

    @Test func `every type reads back as itself`() throws {
        let types: [FieldType] = [
            .text, .number, .boolean, .date, .choice([]), .money, .identity(oldCards: false),
            .identity(oldCards: true), .phone, .email, .address, .longText,
            .table(FieldTable(columns: [])), .file, .signature,
        ]
        for type in types {
            let data = Data(try text(type).utf8)
            #expect(try JSONDecoder().decode(FieldType.self, from: data) == type)
            #expect(!type.phrase.vi.isEmpty && !type.phrase.en.isEmpty)
        }
    }

    @Test func `a condition is said with the labels that people see`() {
        let labels = ["loai": "Loại", "von": "Vốn"]
        let condition = Condition.all([
            .isOneOf("loai", [.text("A"), .text("B")]),
            .any([.compare("von", .greaterOrEqual, .number(5)), .not(.isSet("khac"))]),
        ])
        let phrase = condition.phrase(labels: labels)
        #expect(
            phrase.vi
                == "“Loại” là “A”, “B” và (“Vốn” từ 5 hoặc không phải (“khac” đã điền))")
        #expect(
            phrase.en
                == "“Loại” is “A”, “B” and (“Vốn” is at least 5 or not (“khac” is filled in))")
        for comparison in Condition.Comparison.allCases {
            let said = Condition.compare("von", comparison, .boolean(true)).phrase(labels: labels)
            #expect(said.vi.hasPrefix("“Vốn” ") && said.vi.hasSuffix(" có"))
            #expect(said.en.hasPrefix("“Vốn” ") && said.en.hasSuffix(" yes"))
        }
    }
}
