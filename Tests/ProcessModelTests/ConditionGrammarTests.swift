// The grammar of conditions row by row: what each text means, and what each refusal says.

import ProcessModel
import Testing
import WorkTime

struct ConditionGrammarTests {
    /// Text as people may type it, the condition it means, and how it is printed again.
    static let valid: [(String, Condition, String)] = [
        ("a==1", .compare("a", .equal, .number(1)), "a == 1"),
        ("a!=1", .compare("a", .notEqual, .number(1)), "a != 1"),
        ("a<1", .compare("a", .less, .number(1)), "a < 1"),
        ("a<=1", .compare("a", .lessOrEqual, .number(1)), "a <= 1"),
        ("a>1", .compare("a", .greater, .number(1)), "a > 1"),
        ("a>=1", .compare("a", .greaterOrEqual, .number(1)), "a >= 1"),
        ("\ta  ==\n1 ", .compare("a", .equal, .number(1)), "a == 1"),
        ("a == -3", .compare("a", .equal, .number(-3)), "a == -3"),
        ("a == 2.50", .compare("a", .equal, .number(2.5)), "a == 2.5"),
        ("a == 1e3", .compare("a", .equal, .number(1000)), "a == 1000"),
        ("a == true", .compare("a", .equal, .boolean(true)), "a == true"),
        ("a == false", .compare("a", .equal, .boolean(false)), "a == false"),
        ("a == \"\"", .compare("a", .equal, .text("")), "a == \"\""),
        ("a == \"x\\ty\"", .compare("a", .equal, .text("x\ty")), "a == \"x\\ty\""),
        ("a == \"x\\r\\n\"", .compare("a", .equal, .text("x\r\n")), "a == \"x\\r\\n\""),
        ("a == \"\\\\\"", .compare("a", .equal, .text("\\")), "a == \"\\\\\""),
        ("a == \"\\`\"", .compare("a", .equal, .text("`")), "a == \"`\""),
        ("số_tiền > 5", .compare("số_tiền", .greater, .number(5)), "số_tiền > 5"),
        ("_x.y-z == 1", .compare("_x.y-z", .equal, .number(1)), "_x.y-z == 1"),
        ("`1x` == 1", .compare("1x", .equal, .number(1)), "`1x` == 1"),
        ("`a b` == 1", .compare("a b", .equal, .number(1)), "`a b` == 1"),
        ("`a` == 1", .compare("a", .equal, .number(1)), "a == 1"),
        ("set( a )", .isSet("a"), "set(a)"),
        ("set(`not`)", .isSet("not"), "set(`not`)"),
        ("a in ()", .isOneOf("a", []), "a in ()"),
        ("a in(1,2)", .isOneOf("a", [.number(1), .number(2)]), "a in (1, 2)"),
        ("((a == 1))", .compare("a", .equal, .number(1)), "a == 1"),
        ("not (set(a))", .not(.isSet("a")), "not set(a)"),
        ("any(set(a))", .any([.isSet("a")]), "any(set(a))"),
        ("all()", .all([]), "all()"),
        ("all(set(a), set(b))", .all([.isSet("a"), .isSet("b")]), "set(a) and set(b)"),
        ("any(set(a), set(b))", .any([.isSet("a"), .isSet("b")]), "set(a) or set(b)"),
        (
            "not (set(a) or set(b))", .not(.any([.isSet("a"), .isSet("b")])),
            "not (set(a) or set(b))"
        ),
        (
            "not set(a) or set(b)", .any([.not(.isSet("a")), .isSet("b")]),
            "not set(a) or set(b)"
        ),
        (
            "set(a) and (set(b) and set(c))",
            .all([.isSet("a"), .all([.isSet("b"), .isSet("c")])]),
            "set(a) and (set(b) and set(c))"
        ),
        ("inside == 1", .compare("inside", .equal, .number(1)), "inside == 1"),
        ("settled == 1", .compare("settled", .equal, .number(1)), "settled == 1"),
    ]

    @Test(arguments: valid)
    func `A text means one condition and is printed in one way`(
        text: String, condition: Condition, printed: String
    ) throws {
        #expect(try ConditionText.condition(from: text) == condition)
        #expect(ConditionText.text(of: condition) == printed)
        #expect(try ConditionText.condition(from: printed) == condition)
    }

    struct Refused: Sendable, CustomTestStringConvertible {
        var text: String
        var column: Int
        var vi: String
        var en: String
        init(_ text: String, column: Int, vi: String, en: String) {
            (self.text, self.column, self.vi, self.en) = (text, column, vi, en)
        }
        var testDescription: String { text }
        var error: ConditionError? {
            do {
                _ = try ConditionText.condition(from: text)
                return nil
            } catch { return error }
        }
        var sentence: Bilingual { error?.sentence ?? Bilingual(vi: "-", en: "-") }
    }

    static let refused: [Refused] = [
        Refused(
            "", column: 1, vi: "Điều kiện để trống; hãy viết ví dụ: so_tien > 1000000",
            en: "The condition is empty; write for example: so_tien > 1000000"),
        Refused(
            "a", column: 2, vi: "Cột 2: điều kiện còn dở; hãy viết nốt vế còn thiếu",
            en: "Column 2: the condition stops too early; write the missing part"),
        Refused(
            "a ==", column: 5, vi: "Cột 5: điều kiện còn dở; hãy viết nốt vế còn thiếu",
            en: "Column 5: the condition stops too early; write the missing part"),
        Refused(
            "a == b", column: 6, vi: "Cột 6: không hiểu “b” ở đây; văn bản phải đặt trong dấu \"",
            en: "Column 6: “b” is not expected here; put text in \" marks"),
        Refused(
            "a = 1", column: 3, vi: "Cột 3: không hiểu “=” ở đây; văn bản phải đặt trong dấu \"",
            en: "Column 3: “=” is not expected here; put text in \" marks"),
        Refused(
            "a === 1", column: 5, vi: "Cột 5: không hiểu “=” ở đây; văn bản phải đặt trong dấu \"",
            en: "Column 5: “=” is not expected here; put text in \" marks"),
        Refused(
            "a == 1 and", column: 11, vi: "Cột 11: điều kiện còn dở; hãy viết nốt vế còn thiếu",
            en: "Column 11: the condition stops too early; write the missing part"),
        Refused(
            "not", column: 4, vi: "Cột 4: điều kiện còn dở; hãy viết nốt vế còn thiếu",
            en: "Column 4: the condition stops too early; write the missing part"),
        Refused(
            "(a == 1", column: 8, vi: "Cột 8: điều kiện còn dở; hãy viết nốt vế còn thiếu",
            en: "Column 8: the condition stops too early; write the missing part"),
        Refused(
            "a == 1)", column: 7, vi: "Cột 7: không hiểu “)” ở đây; văn bản phải đặt trong dấu \"",
            en: "Column 7: “)” is not expected here; put text in \" marks"),
        Refused(
            "()", column: 2, vi: "Cột 2: không hiểu “)” ở đây; văn bản phải đặt trong dấu \"",
            en: "Column 2: “)” is not expected here; put text in \" marks"),
        Refused(
            "set a", column: 5, vi: "Cột 5: không hiểu “a” ở đây; văn bản phải đặt trong dấu \"",
            en: "Column 5: “a” is not expected here; put text in \" marks"),
        Refused(
            "set()", column: 5, vi: "Cột 5: không hiểu “)” ở đây; văn bản phải đặt trong dấu \"",
            en: "Column 5: “)” is not expected here; put text in \" marks"),
        Refused(
            "set(a", column: 6, vi: "Cột 6: điều kiện còn dở; hãy viết nốt vế còn thiếu",
            en: "Column 6: the condition stops too early; write the missing part"),
        Refused(
            "set(a, b)", column: 6,
            vi: "Cột 6: không hiểu “,” ở đây; văn bản phải đặt trong dấu \"",
            en: "Column 6: “,” is not expected here; put text in \" marks"),
        Refused(
            "a in 1", column: 6, vi: "Cột 6: không hiểu “1” ở đây; văn bản phải đặt trong dấu \"",
            en: "Column 6: “1” is not expected here; put text in \" marks"),
        Refused(
            "a in (1", column: 8, vi: "Cột 8: điều kiện còn dở; hãy viết nốt vế còn thiếu",
            en: "Column 8: the condition stops too early; write the missing part"),
        Refused(
            "a in (1,)", column: 9,
            vi: "Cột 9: không hiểu “)” ở đây; văn bản phải đặt trong dấu \"",
            en: "Column 9: “)” is not expected here; put text in \" marks"),
        Refused(
            "a in (b)", column: 7, vi: "Cột 7: không hiểu “b” ở đây; văn bản phải đặt trong dấu \"",
            en: "Column 7: “b” is not expected here; put text in \" marks"),
        Refused(
            "a ! 1", column: 3, vi: "Cột 3: không hiểu “!” ở đây; văn bản phải đặt trong dấu \"",
            en: "Column 3: “!” is not expected here; put text in \" marks"),
        Refused(
            "a & b", column: 3, vi: "Cột 3: không hiểu “&” ở đây; văn bản phải đặt trong dấu \"",
            en: "Column 3: “&” is not expected here; put text in \" marks"),
        Refused(
            "a == \"x", column: 6, vi: "Cột 6: thiếu dấu \" đóng; hãy thêm dấu \" ở cuối văn bản",
            en: "Column 6: the closing \" is missing; add it after the text"),
        Refused(
            "a == \"\\x\"", column: 7,
            vi: "Cột 7: “\\x” không có nghĩa; chỉ dùng \\\" \\\\ \\n \\t \\r",
            en: "Column 7: “\\x” has no meaning; use only \\\" \\\\ \\n \\t \\r"),
        Refused(
            "a == 1x", column: 6, vi: "Cột 6: “1x” không phải là số; viết như 1000000 hoặc 0.5",
            en: "Column 6: “1x” is no number; write 1000000 or 0.5"),
        Refused(
            "a == --1", column: 6, vi: "Cột 6: “--1” không phải là số; viết như 1000000 hoặc 0.5",
            en: "Column 6: “--1” is no number; write 1000000 or 0.5"),
        Refused(
            "a == 1e999", column: 6,
            vi: "Cột 6: “1e999” không phải là số; viết như 1000000 hoặc 0.5",
            en: "Column 6: “1e999” is no number; write 1000000 or 0.5"),
        Refused(
            "1 == a", column: 1, vi: "Cột 1: không hiểu “1” ở đây; văn bản phải đặt trong dấu \"",
            en: "Column 1: “1” is not expected here; put text in \" marks"),
        Refused(
            "\"a\" == 1", column: 1,
            vi: "Cột 1: không hiểu “\"a\"” ở đây; văn bản phải đặt trong dấu \"",
            en: "Column 1: “\"a\"” is not expected here; put text in \" marks"),
        Refused(
            "true == 1", column: 1,
            vi: "Cột 1: không hiểu “true” ở đây; văn bản phải đặt trong dấu \"",
            en: "Column 1: “true” is not expected here; put text in \" marks"),
        Refused(
            "set(a) set(b)", column: 8,
            vi: "Cột 8: không hiểu “set” ở đây; văn bản phải đặt trong dấu \"",
            en: "Column 8: “set” is not expected here; put text in \" marks"),
        Refused(
            "set(a) and set(b) or set(c)", column: 19,
            vi: "Cột 19: không hiểu “or” ở đây; văn bản phải đặt trong dấu \"",
            en: "Column 19: “or” is not expected here; put text in \" marks"),
        Refused(
            "a == 1, b", column: 7,
            vi: "Cột 7: không hiểu “,” ở đây; văn bản phải đặt trong dấu \"",
            en: "Column 7: “,” is not expected here; put text in \" marks"),
        Refused(
            "a == (1)", column: 6, vi: "Cột 6: không hiểu “(” ở đây; văn bản phải đặt trong dấu \"",
            en: "Column 6: “(” is not expected here; put text in \" marks"),
    ]

    @Test(arguments: refused)
    func `A refusal names the column and what is wrong there`(row: Refused) throws {
        let error = try #require(row.error)
        #expect(error.column == row.column)
        #expect(error.sentence == Bilingual(vi: row.vi, en: row.en))
    }

    @Test(arguments: [
        ("a", true), ("_", true), ("a1", true), ("a.b-c_d", true), ("ngày", true), ("Đ", true),
        ("1a", false), ("-a", false), (".a", false), ("a b", false), ("", false), ("a`", false),
        ("and", false), ("or", false), ("not", false), ("in", false), ("set", false),
        ("all", false), ("any", false), ("true", false), ("false", false), ("AND", true),
    ])
    func `A key stands as it is when it is a word without a meaning`(key: String, isKey: Bool) {
        #expect(ConditionText.isKey(key) == isKey)
        let quoted = isKey ? key : key == "a`" ? "`a\\``" : "`\(key)`"
        #expect(ConditionText.text(of: .isSet(key)) == "set(\(quoted))")
    }
}
