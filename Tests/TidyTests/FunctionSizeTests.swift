// The measure of functions, on the shapes that mislead a simple count.

import Testing

@Suite struct FunctionSizeTests {
    private func sizes(_ text: String) -> [FunctionSize] {
        functionSizes(SourceFile("a.swift", text))
    }

    @Test func `a function is measured from its declaration to its closing brace`() {
        let found = sizes("struct A {\n    func b(\n        c: Int\n    ) {\n        d()\n    }\n}")
        #expect(found == [FunctionSize(name: "b", line: 2, lines: 5)])
    }

    @Test func `initialisers, subscripts and computed variables count as functions`() {
        let text = """
            init?(a: Int) { b() }
            subscript(a: Int) -> Int { a }
            var c: Int { 1 }
            deinit { d() }
            """
        #expect(sizes(text).map(\.name) == ["init", "subscript", "c", "deinit"])
    }

    @Test(arguments: [
        "protocol A {\n    func b() -> Int\n    func c()\n}\nstruct D {\n}",
        "protocol A { func b() }\nstruct D { let e = 1 }",
        "var a = { 1 }()", "var a: [Int] = []\nlet b = 2", "if var a = b { c() }",
        "self.init(a: 1)\nif b { c() }", "let a: A = .init(b) \nif b { c() }",
        "// func a() { b }", "let a = \"func b() { c }\"",
    ])
    func `what has no body of its own is no function`(text: String) {
        #expect(sizes(text).isEmpty)
    }

    @Test func `a default argument with braces does not end the search for the body`() {
        let found = sizes("func a(b: () -> Int = { 1 }) {\n    c()\n}")
        #expect(found == [FunctionSize(name: "a", line: 1, lines: 3)])
    }

    @Test func `braces in strings and comments do not count`() {
        let found = sizes("func a() {\n    b(\"}\") // }\n    c()\n}\n")
        #expect(found == [FunctionSize(name: "a", line: 1, lines: 4)])
    }

    @Test func `a function inside a function counts in both`() {
        let found = sizes("func a() {\n    func b() {\n        c()\n    }\n}")
        #expect(found.map(\.lines) == [5, 3])
    }
}
