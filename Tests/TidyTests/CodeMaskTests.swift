// The mask decides what counts as code, so all other checks stand on it.

import Testing

@Suite struct CodeMaskTests {
    @Test(arguments: [
        ("let a = 1 // Date()", "let a = 1          "),
        ("a /* b /* c */ d */ e", "a                   e"),
        (#"say("Date()") + b"#, #"say("      ") + b"#),
        (#"say("\(Date()) x") + b"#, #"say(" (Date())  ") + b"#),
        (#"say("\(f("(")) x") + b"#, #"say(" (f(" "))  ") + b"#),
        (##"say(#"a " b"#) + c"##, ##"say(#"     "#) + c"##),
        (#"say("a \" b") + c"#, #"say("      ") + c"#),
        ("a\n// b\nc", "a\n    \nc"),
    ])
    func `comments and string contents become blanks`(text: String, code: String) {
        #expect(codeOnly(text) == code)
    }

    @Test func `a string of several lines keeps its lines`() {
        let text = "let a = \"\"\"\n  Date() \"x\"\n  \"\"\"\nb"
        #expect(codeOnly(text) == "let a = \"\"\"\n            \n  \"\"\"\nb")
    }

    @Test func `an unfinished string ends with its line`() {
        #expect(codeOnly("\"abc\nlet b") == "\"   \nlet b")
    }

    @Test func `Vietnamese text in a comment does not shift what follows`() {
        #expect(codeOnly("/* Rõ */ a").hasSuffix(" a"))
        #expect(codeOnly("let đích = 1") == "let đích = 1")
    }
}
