// When a condition holds: every comparison with values of every type, and the laws of not, and, or.

import ProcessModel
import Testing

struct ConditionHoldsTests {
    private static let fields: [String: FieldValue] = [
        "so": .number(5), "chu": .text("B"), "co": .boolean(true), "ngay": .text("2017-08-01"),
    ]

    private static func holds(_ text: String) throws -> Bool {
        try ConditionText.condition(from: text).holds(for: fields)
    }

    @Test(arguments: [
        ("so == 5", true), ("so == 5.0", true), ("so == 4", false), ("so == \"5\"", false),
        ("so != 4", true), ("so != 5", false), ("so != \"5\"", true), ("so < 6", true),
        ("so < 5", false), ("so <= 5", true), ("so <= 4", false), ("so > 4", true),
        ("so > 5", false), ("so >= 5", true), ("so >= 6", false), ("so < \"6\"", false),
        ("so > \"4\"", false), ("chu == \"B\"", true), ("chu == \"b\"", false),
        ("chu < \"C\"", true), ("chu <= \"B\"", true), ("chu > \"A\"", true),
        ("chu >= \"C\"", false), ("co == true", true), ("co == false", false),
        ("co != false", true), ("co < true", false), ("co <= true", false),
        ("co >= true", false), ("ngay < \"2017-09-01\"", true),
        ("ngay >= \"2017-08-01\"", true), ("ngay > \"2017-08-01\"", false),
        ("so in (1, 5)", true), ("so in (1, 2)", false), ("so in ()", false),
        ("chu in (\"A\", \"B\")", true), ("co in (true)", true), ("set(so)", true),
        ("set(khong)", false), ("not set(khong)", true), ("all()", true), ("any()", false),
        ("set(so) and set(chu)", true), ("set(so) and set(khong)", false),
        ("set(so) or set(khong)", true), ("not (set(so) or set(khong))", false),
        ("all(set(so))", true), ("any(set(khong))", false),
    ])
    func `A condition is decided by the values of the fields`(text: String, holds: Bool) throws {
        #expect(try Self.holds(text) == holds)
    }

    @Test(arguments: Condition.Comparison.allCases)
    func `A field without a value makes every comparison false`(comparison: Condition.Comparison) {
        let condition = Condition.compare("khong", comparison, .number(1))
        #expect(!condition.holds(for: Self.fields))
        #expect(Condition.not(condition).holds(for: Self.fields))
        #expect(!Condition.isOneOf("khong", [.number(1)]).holds(for: Self.fields))
    }

    @Test(arguments: [
        (Condition.Comparison.equal, [false, true, false]), (.notEqual, [true, false, true]),
        (.less, [true, false, false]), (.lessOrEqual, [true, true, false]),
        (.greater, [false, false, true]), (.greaterOrEqual, [false, true, true]),
    ])
    func `Below, at and above a number`(comparison: Condition.Comparison, expected: [Bool]) {
        let condition = Condition.compare("x", comparison, .number(2))
        let found = [1.0, 2, 3].map { condition.holds(for: ["x": .number($0)]) }
        #expect(found == expected)
    }

    @Test func `Not a number is equal to nothing and has no place in an order`() {
        let fields: [String: FieldValue] = ["x": .number(.nan)]
        #expect(!Condition.compare("x", .equal, .number(.nan)).holds(for: fields))
        #expect(!Condition.compare("x", .less, .number(1)).holds(for: fields))
        #expect(!Condition.compare("x", .greater, .number(1)).holds(for: fields))
    }

    @Test(arguments: [
        ("a == 1", ["a"]), ("set(b)", ["b"]), ("c in (1, 2)", ["c"]),
        ("not (a == 1 or set(b)) and c in ()", ["a", "b", "c"]), ("a > 1 and a < 3", ["a", "a"]),
        ("all()", []),
    ])
    func `The fields that a condition reads are listed in order`(
        text: String, keys: [String]
    ) throws {
        #expect(try ConditionText.condition(from: text).fieldKeys == keys)
    }

    @Test(arguments: [
        (FieldType.text, [true, false, false, true]), (.number, [false, true, false, false]),
        (.boolean, [false, false, true, false]), (.date, [false, false, false, true]),
        (.choice(["A", "B"]), [true, false, false, false]),
        (.choice([]), [false, false, false, false]),
    ])
    func `A field takes the values of its type`(type: FieldType, takes: [Bool]) {
        let values: [FieldValue] = [
            .text("A"), .number(1), .boolean(true), .text("2017-08-01"),
        ]
        #expect(values.map { type.takes($0) } == takes)
    }

    @Test(arguments: ["2017-02-29", "01/08/2017", "2017-8-1", "", "hôm nay"])
    func `A date that is no day of the calendar is no date`(text: String) {
        #expect(!FieldType.date.takes(.text(text)))
    }
}
