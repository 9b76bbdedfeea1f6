// The schema of a form: its shape, and that it says of any answers what the office says of them.

import Engine
import Foundation
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The schema of a form` {
    private func schema(_ fields: [FormField] = FormSamples.fields) throws -> FormJSON {
        let form = Form(code: "BM", title: "Giấy đề nghị", fields: fields)
        return try FormJSON(
            Forms.schema(of: form, process: "TL-05", title: "Cấp trích lục").text())
    }

    @Test func `says what it is, and names its fields in Vietnamese`() throws {
        let schema = try schema()
        #expect(schema["$schema"] == .text("https://json-schema.org/draft/2020-12/schema"))
        #expect(schema["$id"] == .text("/procedures/TL-05/form.schema.json"))
        #expect(schema["title"] == .text("Giấy đề nghị") && schema["type"] == .text("object"))
        let properties = try #require(schema["properties"]?.object)
        #expect(Set(properties.keys) == Set(FormSamples.fields.map(\.key)))
        for field in FormSamples.fields {
            #expect(properties[field.key]?["title"] == .text(field.label))
        }
        #expect(
            schema["required"] == .list([.text("chuThe"), .text("von"), .text("xacNhan")]))
        #expect(properties["von"]?["x-unit"] == .text("VND"))
        #expect(properties["dienTich"]?["x-unit"] == .text("m2"))
        #expect(
            properties["chuThe"]?["enum"] == .list([.text("Cá nhân"), .text("Nhóm người")]))
        #expect(properties["hopDong"]?["enum"] == .list([.text("file"), .text("paper")]))
        #expect(properties["thanhVien"]?["x-if"] == .text("chuThe == \"Nhóm người\""))
        #expect(properties["thanhVien"]?["type"] == nil, "free while it is not asked")
    }

    @Test func `asks by if and then`() throws {
        let rules = try #require(try schema()["allOf"]?.list)
        try #require(rules.count == 2)
        #expect(
            rules[0]["if"]
                == .object([
                    "properties": .object(["chuThe": .object(["const": .text("Nhóm người")])]),
                    "required": .list([.text("chuThe")]),
                ]))
        #expect(rules[0]["then"]?["required"] == .list([.text("thanhVien")]))
        let table = rules[0]["then"]?["properties"]?["thanhVien"]
        #expect(table?["minItems"] == .number(1) && table?["maxItems"] == .number(4))
        #expect(table?["items"]?["required"] == .list([.text("ten")]))
        #expect(
            rules[1]["if"]?["properties"]?["von"]?["exclusiveMinimum"] == .number(100_000_000))
    }

    @Test func `of a form without fields, or of no form, takes any object`() throws {
        let none = try FormJSON(
            Forms.schema(of: nil, process: "X", title: "Thủ tục").text())
        #expect(none["title"] == .text("Thủ tục") && none["properties"] == .object([:]))
        #expect(none["allOf"] == nil)
        #expect(try FormSchemaEvaluator.isValid(.object(["a": .number(1)]), none))
        #expect(try !FormSchemaEvaluator.isValid(.list([]), none))
    }

    @Test func `has the same bytes each time, whatever order keys were made in`() throws {
        let form = Form(code: "BM", title: "T", fields: FormSamples.fields)
        let texts = try (0..<20).map { _ in
            try Forms.schema(of: form, process: "X", title: "T").text()
        }
        #expect(Set(texts).count == 1)
    }

    @Test func `leaves a condition open that it has no words for`() throws {
        let fields = [
            FormField(key: "ngay", label: "Ngày", type: .date),
            FormField(
                key: "sau", label: "Sau", type: .text, required: true,
                condition: .compare("ngay", .greater, .text("2017-01-01"))),
        ]
        let schema = try schema(fields)
        #expect(schema["allOf"] == nil)
        #expect(schema["properties"]?["sau"]?["x-if"] == .text("ngay > \"2017-01-01\""))
        #expect(try FormSchemaEvaluator.isValid(.object(["ngay": .text("2018-01-01")]), schema))
    }

    /// Condition, answers, whether it holds.
    private static let conditions: [(Condition, [String: FormJSON], Bool)] = [
        (.compare("so", .equal, .number(5)), ["so": .number(5)], true),
        (.compare("so", .equal, .number(5)), [:], false),
        (.compare("so", .notEqual, .number(5)), ["so": .number(6)], true),
        (.compare("so", .notEqual, .number(5)), [:], false),
        (.compare("so", .less, .number(5)), ["so": .number(4.5)], true),
        (.compare("so", .less, .number(5)), ["so": .number(5)], false),
        (.compare("so", .lessOrEqual, .number(5)), ["so": .number(5)], true),
        (.compare("so", .greaterOrEqual, .number(5)), ["so": .number(4)], false),
        (.isOneOf("loai", [.text("a"), .text("b")]), ["loai": .text("b")], true),
        (.isOneOf("loai", []), ["loai": .text("b")], false),
        (.isSet("loai"), ["loai": .text("a")], true), (.isSet("loai"), [:], false),
        (.not(.isSet("loai")), [:], true), (.isSet("khongCo"), ["khongCo": .text("a")], false),
        (.all([]), [:], true), (.any([]), [:], false),
        (.all([.isSet("loai"), .isSet("so")]), ["loai": .text("a")], false),
        (.any([.isSet("loai"), .isSet("so")]), ["loai": .text("a")], true),
        (.compare("co", .equal, .boolean(true)), ["co": .flag(true)], true),
        (.compare("co", .equal, .boolean(true)), ["co": .flag(false)], false),
    ]

    @Test(arguments: conditions.indices)
    func `puts a condition as the engine understands it`(_ index: Int) throws {
        let (condition, answers, holds) = Self.conditions[index]
        let fields = [
            FormField(key: "so", label: "Số", type: .number),
            FormField(key: "loai", label: "Loại", type: .choice(["a", "b"])),
            FormField(key: "co", label: "Có", type: .boolean),
            FormField(key: "x", label: "X", type: .text, required: true, condition: condition),
        ]
        // With the condition the field is demanded: an answer without it is wrong.
        let isValid = try FormSchemaEvaluator.isValid(.object(answers), try schema(fields))
        #expect(isValid == !holds)
    }

    @Test func `does not let a hidden answer open another`() throws {
        let fields = [
            FormField(key: "a", label: "A", type: .boolean),
            FormField(
                key: "b", label: "B", type: .choice(["1"]),
                condition: .compare("a", .equal, .boolean(true))),
            FormField(
                key: "c", label: "C", type: .text, required: true,
                condition: .compare("b", .equal, .text("1"))),
            FormField(
                key: "d", label: "D", type: .text, required: true, condition: .not(.isSet("b"))),
        ]
        let schema = try schema(fields)
        func isValid(_ answers: [String: FormJSON]) throws -> Bool {
            try FormSchemaEvaluator.isValid(.object(answers), schema)
        }
        #expect(try isValid(["b": .text("1"), "d": .text("x")]), "b is not asked, c neither")
        #expect(try !isValid(["b": .text("1")]), "d is asked, for b does not count")
        #expect(try !isValid(["a": .flag(true), "b": .text("1")]))
        #expect(try isValid(["a": .flag(true), "b": .text("1"), "c": .text("x")]))
        #expect(try !isValid(["a": .flag(true), "b": .text("2"), "d": .text("x")]))
        #expect(try isValid(["b": .text("2"), "d": .text("x")]), "dropped, whatever it is")
    }
}
