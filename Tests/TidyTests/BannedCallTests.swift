// Nothing ambient, nothing that ends the program, no promise to the compiler without a reason.

import Testing

@Suite struct BannedCallTests {
    @Test func `no source calls what is banned`() {
        expectNone(Repository.sources.flatMap(bannedCallFindings))
    }

    @Test func `each promise to the compiler has its reason beside it`() {
        expectNone(Repository.sources.flatMap(unexplainedPromiseFindings))
    }

    @Test(arguments: [
        "let a = Date()", "let a: Instant = .now", "let a = Date.now + 1", "wait(.now)",
        "let a = UUID()",
        "let a = Int.random(in: 0..<9)", "names.shuffled()", "names.randomElement()",
        "var chance = SystemRandomNumberGenerator()", "Task { await send() }", "Task.detached {",
        "try await Task.sleep(for: .seconds(1))", "ProcessInfo.processInfo", "getenv(\"HOME\")",
        "let a = \"\\(Date())\"", "ContinuousClock()",
    ])
    func `an ambient call is found in a feature and not in Desk`(code: String) {
        #expect(bannedCallFindings(SourceFile("Sources/Office/Plans/Plan.swift", code)).count == 1)
        #expect(bannedCallFindings(SourceFile("Sources/Engine/Case.swift", code)).count == 1)
        #expect(bannedCallFindings(SourceFile("Sources/Office/Desk/Clock.swift", code)).isEmpty)
        #expect(bannedCallFindings(SourceFile("Sources/RoViec/Serve.swift", code)).isEmpty)
    }

    @Test(arguments: ["try! read()", "value as! Int", "fatalError(\"no\")"])
    func `what ends the program is found everywhere`(code: String) {
        #expect(bannedCallFindings(SourceFile("Sources/Office/Desk/Clock.swift", code)).count == 1)
        #expect(bannedCallFindings(SourceFile("Sources/HTML/Link.swift", code)).count == 1)
    }

    @Test(arguments: [
        "let a = UpDate()", "case .nowhere", "// Date() is read by Desk", "say(\"Date()\")",
        "Int.random(in: 0..<9, using: &dice)", "names.shuffled(using: &dice)", "WorkTask { }",
        "struct ProcessInformation {}", "let a = context.now", "self.now = now", "clock().now",
        "let asked = 1", "entry!",
    ])
    func `what only looks like a banned call passes`(code: String) {
        #expect(bannedCallFindings(SourceFile("Sources/Office/Plans/Plan.swift", code)).isEmpty)
    }

    @Test(arguments: [
        ("final class Box: @unchecked Sendable {}", 1),
        ("nonisolated(unsafe) var count = 0", 1),
        ("// Guarded by the lock below.\nnonisolated(unsafe) var count = 0", 0),
        ("let text = \"@unchecked Sendable\"", 0),
    ])
    func `a promise needs a comment`(code: String, count: Int) {
        #expect(unexplainedPromiseFindings(SourceFile("a.swift", code)).count == count)
    }

    @Test func `a finding names the replacement`() {
        let file = SourceFile("Sources/Office/Plans/Plan.swift", "// Plan.\nlet a = Date()")
        #expect(
            bannedCallFindings(file).first?.description
                == "Sources/Office/Plans/Plan.swift:2: `Date()` is banned. "
                + "Take `at instant: Instant` as an argument; Desk reads the clock.")
    }
}
