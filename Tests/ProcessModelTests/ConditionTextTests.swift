// Conditions as text: read, printed, refused with the column.

import ProcessModel
import Testing
import WorkTime

struct ConditionTextTests {
    @Test(arguments: [
        (
            "so_tien > 1000000 and loai == \"A\"",
            Condition.all([
                .compare("so_tien", .greater, .number(1_000_000)),
                .compare("loai", .equal, .text("A")),
            ])
        ),
        ("not set(ngay_hop)", .not(.isSet("ngay_hop"))),
        (
            "loai in (\"A\", \"B\", 3, true)",
            .isOneOf(
                "loai",
                [
                    .text("A"), .text("B"), .number(3), .boolean(true),
                ])
        ),
        ("x <= -0.5", .compare("x", .lessOrEqual, .number(-0.5))),
        (
            "(a == 1 or b == 2) and c != \"d\"",
            .all([
                .any([.compare("a", .equal, .number(1)), .compare("b", .equal, .number(2))]),
                .compare("c", .notEqual, .text("d")),
            ])
        ),
        ("not not set(a)", .not(.not(.isSet("a")))),
        ("ngày_họp == \"2017-08-01\"", .compare("ngày_họp", .equal, .text("2017-08-01"))),
        ("all(set(a))", .all([.isSet("a")])),
        ("any()", .any([])),
        ("`and` == true", .compare("and", .equal, .boolean(true))),
    ])
    func `The text says the condition and is printed again`(text: String, condition: Condition) {
        #expect((try? ConditionText.condition(from: text)) == condition)
        #expect(ConditionText.text(of: condition) == text)
    }

    @Test(arguments: [
        ("", ConditionError.empty), ("   ", .empty),
        ("so_tien >", .endTooEarly(column: 10)),
        ("so_tien > nhiều", .unexpected("nhiều", column: 11)),
        ("so_tien = 5", .unexpected("=", column: 9)),
        ("loai == 'A'", .unexpected("'", column: 9)),
        ("loai == \"A", .unclosedText(column: 9)),
        ("loai == \"A\\q\"", .badEscape("\\q", column: 11)),
        ("x > 1.2.3", .badNumber("1.2.3", column: 5)),
        ("x > 1e999", .badNumber("1e999", column: 5)),
        ("a == 1 and b == 2 or c == 3", .unexpected("or", column: 19)),
        ("(a == 1", .endTooEarly(column: 8)), ("a == 1)", .unexpected(")", column: 7)),
        ("set(5)", .unexpected("5", column: 5)), ("and == 1", .unexpected("and", column: 1)),
        ("loai in (\"A\" \"B\")", .unexpected("\"B\"", column: 14)),
        ("a == 1 b", .unexpected("b", column: 8)),
    ])
    func `What cannot be read is refused at its column`(text: String, error: ConditionError) {
        #expect(throws: error) { try ConditionText.condition(from: text) }
        let place = error == .empty ? "để trống" : "Cột \(error.column)"
        #expect(error.sentence.vi.contains(place))
    }

    @Test func `Depth and length have a limit, and just below it all is well`() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "(", count: depth) + "set(a)" + String(repeating: ")", count: depth)
        }
        let limit = ConditionText.depthLimit
        #expect(try ConditionText.condition(from: nested(limit - 1)) == .isSet("a"))
        #expect(throws: ConditionError.tooDeep(column: limit + 1)) {
            try ConditionText.condition(from: nested(limit))
        }
        let nots = String(repeating: "not ", count: 900) + "set(a)"
        #expect(throws: ConditionError.self) { try ConditionText.condition(from: nots) }
        let long = "a == \"" + String(repeating: "x", count: ConditionText.lengthLimit) + "\""
        #expect(throws: ConditionError.tooLong(long.count)) {
            try ConditionText.condition(from: long)
        }
    }

    @Test func `Any condition reads back as it was printed`() throws {
        var maker = ConditionMaker()
        for _ in 0..<3000 {
            let condition = maker.condition(depth: 5)
            let text = ConditionText.text(of: condition)
            #expect(try ConditionText.condition(from: text) == condition, "\(text)")
        }
    }

    @Test func `No text makes the reader fail`() {
        var maker = ConditionMaker()
        let pieces = [
            "and", "or", "(", ")", "not ", "set", "\"", "`", "\\", " a ", "1", "in", "<=",
        ]
        for _ in 0..<3000 {
            let text = (0..<maker.next(below: 9)).map { _ in maker.one(of: pieces) }.joined()
            guard let condition = try? ConditionText.condition(from: text) else { continue }
            let printed = ConditionText.text(of: condition)
            #expect((try? ConditionText.condition(from: printed)) == condition)
        }
    }
}

/// Conditions from a fixed seed.
private struct ConditionMaker {
    private var state: UInt64 = 42

    mutating func next(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    mutating func one<Item>(of items: [Item]) -> Item { items[next(below: items.count)] }

    mutating func text() -> String {
        one(of: [
            "a", "số tiền", "and", "", "\"", "`", "\\", "\n", "\r\n", "1x", "x.y-z", "🙂",
            "e\u{301}",
        ])
    }

    mutating func value() -> FieldValue {
        one(of: [
            .text(text()), .boolean(next(below: 2) == 0), .number(Double(next(below: 100)) / 8),
            .number(-1e300), .number(.leastNonzeroMagnitude), .number(-7),
        ])
    }

    mutating func condition(depth: Int) -> Condition {
        switch next(below: depth > 0 ? 6 : 3) {
        case 0: .compare(text(), one(of: Condition.Comparison.allCases), value())
        case 1: .isOneOf(text(), (0..<next(below: 3)).map { _ in value() })
        case 2: .isSet(text())
        case 3: .not(condition(depth: depth - 1))
        case 4: .all((0..<next(below: 4)).map { _ in condition(depth: depth - 1) })
        default: .any((0..<next(below: 4)).map { _ in condition(depth: depth - 1) })
        }
    }
}
