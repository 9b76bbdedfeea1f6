// What a step table can get wrong, each with its line, its rule and a way to mend it.

import ProcessFormats
import ProcessModel
import Testing
import WorkTime

struct StepTableYAMLErrorTests {
    private static let head = "code: A\ntitle: Thử\nkind: internal\n"
    private static let steps = "steps:\n  - id: b1\n    title: Ký duyệt\n"

    private func findings(_ text: String) -> [Diagnostic] {
        StepTableYAML.read(text.bytes, file: "a.yaml").findings
    }

    /// The only finding of a text.
    private func only(_ text: String) throws -> (rule: FormatRule?, line: Int, mend: String) {
        let findings = findings(text)
        try #require(findings.count == 1, "\(findings)")
        let finding = findings[0]
        #expect(finding.origin?.file == "a.yaml")
        #expect(!finding.message.vi.isEmpty && !finding.message.en.isEmpty)
        return (FormatRule(rawValue: finding.rule), finding.origin?.line ?? 0, finding.mend.vi)
    }

    @Test func `A misspelt key is named with the one that was meant`() throws {
        let found = try only(Self.head + "legal_bases: Luật\n" + Self.steps)
        #expect(found.rule == .yamlKey && found.line == 4)
        #expect(found.mend.contains("legal_basis"))
    }

    @Test func `A key that fits nothing is answered with all there are`() throws {
        let found = try only(Self.head + Self.steps + "    xyzzy_plugh: 1\n")
        #expect(found.rule == .yamlKey && found.line == 7)
        #expect(found.mend.contains("accountable") && found.mend.contains("returns_to"))
    }

    @Test(arguments: [
        ("title: [a, b]\n", FormatRule.yamlType), ("title: {a: b}\n", .yamlType),
    ])
    func `A list where a text belongs is a wrong type`(line: String, rule: FormatRule) throws {
        let found = try only("code: A\nkind: internal\n" + line + Self.steps)
        #expect(found.rule == rule && found.line == 3)
    }

    @Test(arguments: [
        "total: nhanh\n", "total: 5 tuần\n", "total: 1.25 calendar_days\n", "total: 5\n",
        "effective: 30/02/2017\n", "effective: 2017-02-30\n", "issue: 0\n", "issue: một\n",
    ])
    func `A value that is not understood is said at its line`(line: String) throws {
        let found = try only(Self.head + line + Self.steps)
        #expect(found.rule == .yamlValue && found.line == 4)
    }

    @Test(arguments: [
        "clock: stop", "performer: Nguyễn Văn A", "performer: {position: x}", "time: soon",
        "derived: [who]", "marks_done: maybe", "kind: task", "performer: {head: A, body: B, x: y}",
        "next: [{to: b1, if: a >}]", "next: [{to: b1, if: \"a == 'b'\"}]",
    ])
    func `A wrong value in a row is said at its line`(line: String) throws {
        let found = try only(Self.head + Self.steps + "    \(line)\n")
        #expect(found.rule == .yamlValue || found.rule == .yamlKey)
        #expect(found.line == 7)
    }

    @Test func `Two who answer for a step break the rule of the accountable`() throws {
        let text = Self.head + Self.steps + "    accountable: [{head: A}, {head: B}]\n"
        let finding = try #require(findings(text).first)
        #expect(finding.rule == ClarityRule.accountable.rawValue)
        #expect(finding.node == "b1" && finding.origin?.line == 7)
        #expect(finding.message.vi.contains("2 người chịu trách nhiệm, chỉ được 1"))
    }

    @Test func `A key written twice is refused`() throws {
        let found = try only(Self.head + "title: Lần nữa\n" + Self.steps)
        #expect(found.rule == .yamlKey)
    }

    @Test func `Anchors and aliases are refused, however deep they would grow`() throws {
        var bomb = "a0: &a0 [x, x]\n"
        for level in 1...40 {
            bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
        }
        #expect(try only(bomb).rule == .yamlAnchor)
        let keys = "? &k [x, x]\n: 1\n? [*k, *k]\n: 2\n"
        #expect(try only(keys).rule == .yamlAnchor)
        #expect(try only("code: &ten A\n").rule == .yamlAnchor)
    }

    @Test func `Names after both marks within quotes are text`() throws {
        let text = Self.head + "scope: \"a \\x26b \\x2Ab\"\n" + Self.steps
        let read = StepTableYAML.read(text.bytes, file: "a.yaml")
        #expect(read.findings.isEmpty && read.version?.scope == "a &b *b")
    }

    @Test(arguments: [
        String(repeating: "[", count: 50_000), String(repeating: "{a: ", count: 50_000),
        String(repeating: "- ", count: 50_000), String(repeating: "? ", count: 50_000),
        (0..<900).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    ])
    func `Depth is refused and not walked`(text: String) throws {
        #expect(try only(text).rule == .yamlSyntax)
    }

    @Test func `A tab in front of a line is named as such`() throws {
        let found = try only(Self.head + "steps:\n\t- id: b1\n")
        #expect(found.rule == .yamlSyntax && found.line == 5)
        #expect(found.mend.contains("2 dấu cách"))
    }

    @Test(arguments: [
        "code: A: B\n", "code: \"A\n", "code: A\n title: B\n", "\"code\n", "code: [a\n",
    ])
    func `What is no YAML is said with its line`(text: String) throws {
        let found = try only(text)
        #expect(found.rule == .yamlSyntax && found.line >= 1)
    }

    @Test func `Other encodings and other files are named`() throws {
        let text = Self.head + Self.steps
        let wide: [UInt8] =
            [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let finding = try #require(StepTableYAML.read(wide, file: "a.yaml").findings.first)
        #expect(finding.rule == FormatRule.fileEncoding.rawValue)
        #expect(finding.message.vi.contains("UTF-16"))
        let old = "code: A\ntitle: ".bytes + [0xD0, 0xC7, 0x0A]
        let broken = try #require(StepTableYAML.read(old, file: "a.yaml").findings.first)
        #expect(broken.rule == FormatRule.fileEncoding.rawValue && broken.origin?.line == 2)
        let marked = StepTableYAML.read([0xEF, 0xBB, 0xBF] + text.bytes, file: "a.yaml")
        #expect(marked.findings.isEmpty && marked.version?.code == "A")
    }

    @Test func `Huge, empty and foreign files give one sentence`() throws {
        let huge = [UInt8](repeating: 0x20, count: 2 * 1024 * 1024 + 1)
        #expect(StepTableYAML.read(huge, file: "a").findings.map(\.rule) == ["file-size"])
        #expect(try only("").rule == .yamlSyntax)
        #expect(try only("xin chào").rule == .yamlType)
        #expect(try only(Self.head).rule == .yamlKey)
        let rows = Self.head + "steps:\n" + (0..<2001).map { "  - {id: b\($0)}\n" }.joined()
        #expect(try only(rows).rule == .fileSize)
    }

    @Test func `No bytes at all make the reader fail`() {
        let valid = StepTableYAMLTests.table.bytes
        for seed in 0..<400 {
            var generator = VersionGenerator(seed: UInt64(seed))
            var bytes = valid
            for _ in 0...generator.next(below: 6) {
                let place = generator.next(below: bytes.count)
                switch generator.next(below: 3) {
                case 0: bytes[place] = UInt8(generator.next(below: 256))
                case 1: bytes.remove(at: place)
                default: bytes.insert(contentsOf: generator.text().utf8, at: place)
                }
            }
            let (version, findings) = StepTableYAML.read(bytes, file: "a.yaml")
            #expect(version != nil || !findings.isEmpty)
            #expect(findings.allSatisfy { ($0.origin?.line ?? 0) >= 1 })
        }
    }
}
