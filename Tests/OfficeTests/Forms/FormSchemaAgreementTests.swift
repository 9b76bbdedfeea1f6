// Random answers, right and wrong: schema and office say the same of each.

import Engine
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Schema and office` {
    /// Values that a program might send for a field; wrong ones among them.
    private static func values(_ type: FieldType) -> [FormJSON] {
        switch type {
        case .choice(let choices): choices.map { .text($0) } + [.text("khác"), .text("x")]
        case .money:
            [
                .number(0), .number(50_000_000), .number(150_000_000), .number(-1),
                .number(1e15), .number(1e15 + 2), .number(2.5),
            ]
        case .longText:
            [
                .text("một\nhai"), .text("a\tb"), .text("a\u{1}b"), .text("a\u{202E}b"),
                .text(String(repeating: "a", count: 4_000)),
                .text(String(repeating: "a", count: 4_001)),
            ]
        case .identity:
            [
                "001186012345", "012345678", "000186012345", "001486012345", "00118601234",
                "0123456789", "00118601234x",
            ].map { .text($0) }
        case .phone:
            ["0912345678", "02438271234", "912345678", "091234567890", "09123x5678"].map {
                .text($0)
            }
        case .email:
            [
                "a@b.vn", "hu.cau+1@vi-du.com.vn", "a@b", "a@b.123", ".a@b.vn", "a..b@c.vn",
                "a@-b.vn", "a@b-.vn", "ă@b.vn", "a b@c.vn", "@b.vn", "a@b..vn",
                String(repeating: "a", count: 64) + "@b.vn",
                String(repeating: "a", count: 65) + "@b.vn",
            ].map { .text($0) }
        case .address:
            [
                .object(["line": .text("Số 1"), "ward": .text("Phường A")]),
                .object(["line": .text("Số 1")]), .object(["ward": .text("Phường A")]),
                .object(["line": .text("a\u{2}b"), "ward": .text("Phường A")]),
                .object([
                    "line": .text(String(repeating: "a", count: 301)), "ward": .text("Phường A"),
                ]),
            ]
        case .number: [.number(1), .number(-2.5), .number(1e300)]
        case .file: [.text("file"), .text("paper"), .text("khác")]
        case .signature:
            [
                .object(["name": .text("Hồ Thị"), "consent": .flag(true)]),
                .object(["name": .text("Hồ Thị"), "consent": .flag(false)]),
                .object(["name": .text("Hồ Thị")]), .object(["consent": .flag(true)]),
                .object([
                    "name": .text(String(repeating: "a", count: 201)), "consent": .flag(true),
                ]),
            ]
        case .date:
            ["2017-07-03", "1999-12-31", "2017-13-01", "2017-00-10", "3/7/2017", "2017-7-3"].map {
                .text($0)
            }
        case .boolean: [.flag(true), .flag(false)]
        case .text: [.text("a"), .text("<b>"), .text(String(repeating: "a", count: 2_001))]
        case .table: []
        }
    }

    private static func row(_ chance: inout DossierTestChance) -> FormJSON {
        var cells: [String: FormJSON] = [:]
        if chance.below(8) > 0 {
            cells["ten"] = .text(
                chance.pick(["An", "Bình", "a\u{1}", String(repeating: "a", count: 200)]))
        }
        if chance.below(2) > 0 {
            cells["von"] = chance.pick([.number(0), .number(1_000), .number(-1), .number(1e15)])
        }
        if chance.below(2) > 0 { cells["tuoi"] = .number(Double(chance.below(90)) / 2) }
        if chance.below(3) > 0 {
            cells["ngay"] = .text(
                chance.pick(["1986-02-03", "1986-02-03", "1986-13-03", "hôm qua"]))
        }
        // A row that says nothing is no row: programs leave it out.
        return .object(cells.isEmpty ? ["ten": .text("An")] : cells)
    }

    private static func answers(
        to fields: [FormField], rightness: Int, _ chance: inout DossierTestChance
    ) -> [String: FormJSON] {
        var answers: [String: FormJSON] = [:]
        for field in fields where chance.below(10) < 9 {
            if case .table = field.type {
                answers[field.key] = .list((0...chance.below(5)).map { _ in row(&chance) })
                continue
            }
            let values = values(field.type)
            // The first of the list is right; most answers of most people are.
            answers[field.key] =
                chance.below(100) < rightness
                ? values[chance.below(2) % values.count]
                : chance.pick(values)
        }
        return answers
    }

    /// What the office makes of the answers.
    private func isTaken(
        _ answers: [String: FormJSON], _ fields: [FormField]
    ) throws -> Bool {
        let body = try FormJSON.object(["field": .object(answers)]).bytes()
        let form = try Site.Form(json: body)
        let values = fields.values(in: form, on: DayNumber("2017-07-03"))
        return fields.mistakes(in: values).isEmpty
            && values.allSatisfy { key, value in
                fields.first { $0.key == key }?.type != .text
                    || value.text.count <= Filings.textMaximum
            }
    }

    @Test(arguments: [100, 95, 60, 0])
    func `say the same of any answers`(rightness: Int) throws {
        let fields = FormSamples.fields
        let form = Form(code: "BM", title: "T", fields: fields)
        let schema = try FormJSON(Forms.schema(of: form, process: "X", title: "T").text())
        var chance = DossierTestChance(seed: UInt64(rightness + 3))
        var taken = 0
        for _ in 0..<1_500 {
            let answers = Self.answers(to: fields, rightness: rightness, &chance)
            let isTaken = try isTaken(answers, fields)
            let isValid = try FormSchemaEvaluator.isValid(.object(answers), schema)
            #expect(isTaken == isValid, "\(answers)")
            if isTaken != isValid { return }
            taken += isTaken ? 1 : 0
        }
        if rightness == 100 { #expect(taken > 50, "\(taken)") }
        #expect(taken < 1_500)
    }

    /// One type alone, so that nothing hides behind another mistake.
    @Test func `say the same of every value of every type`() throws {
        let types: [FieldType] = [
            .text, .number, .boolean, .date, .choice(["a", "b"]), .money,
            .identity(oldCards: false), .identity(oldCards: true), .phone, .email, .address,
            .longText, .file, .signature,
        ]
        for type in types {
            let fields = [FormField(key: "x", label: "X", type: type, required: true)]
            let form = Form(code: "BM", title: "T", fields: fields)
            let schema = try FormJSON(Forms.schema(of: form, process: "X", title: "T").text())
            var right = 0
            for value in Self.values(type) {
                let isTaken = try isTaken(["x": value], fields)
                let isValid = try FormSchemaEvaluator.isValid(.object(["x": value]), schema)
                #expect(isTaken == isValid, "\(type) \(value)")
                right += isTaken ? 1 : 0
            }
            #expect(right > 0, "\(type)")
            #expect(try !isTaken([:], fields))
            #expect(try !FormSchemaEvaluator.isValid(.object([:]), schema))
        }
    }

    @Test func `say the same of tables`() throws {
        let fields = [
            FormField(key: "x", label: "X", type: .table(FormSamples.members), required: true)
        ]
        let form = Form(code: "BM", title: "T", fields: fields)
        let schema = try FormJSON(Forms.schema(of: form, process: "X", title: "T").text())
        var chance = DossierTestChance(seed: 41)
        var counts = [true: 0, false: 0]
        for _ in 0..<600 {
            let rows = FormJSON.list((0...chance.below(5)).map { _ in Self.row(&chance) })
            let isTaken = try isTaken(["x": rows], fields)
            #expect(
                try FormSchemaEvaluator.isValid(.object(["x": rows]), schema) == isTaken,
                "\(rows)")
            counts[isTaken, default: 0] += 1
        }
        #expect((counts[true] ?? 0) > 20 && (counts[false] ?? 0) > 20)
    }
}
