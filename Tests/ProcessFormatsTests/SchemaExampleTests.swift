// The example of the schema page is what the reader reads and the gate lets through.

import Foundation
import ProcessFormats
import ProcessModel
import Testing
import WorkTime

struct SchemaExampleTests {
    private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "docs/schema")

    private func text(_ name: String) throws -> String {
        try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    }

    @Test func `The example is published with one gap that somebody answers for`() throws {
        let (version, findings) = StepTableYAML.read(
            try text("cap-gpxd.yaml").bytes, file: "cap-gpxd.yaml")
        #expect(findings.isEmpty)
        let example = try #require(version)
        let gate = ClarityGate(today: try #require(DayNumber("2019-07-17")))
        let found = gate.check(example)
        #expect(found.isClear, "\(found.filter(\.isBlocking).map { $0.text(in: .vi) })")
        #expect(found.filter { $0.severity == .error }.map(\.node) == ["b3"])
        #expect(gate.timeSum(of: example).minutes == 15 * 480)
        #expect(gate.openGaps(in: [example]).map(\.waiver.mendBy.text) == ["2019-12-31"])
        let late = ClarityGate(today: try #require(DayNumber("2020-01-01")))
        #expect(!late.check(example).isClear)
    }

    @Test func `The example is written and read again without loss`() throws {
        let read = StepTableYAML.read(try text("cap-gpxd.yaml").bytes, file: "a").version
        let example = try #require(read)
        let again = StepTableYAML.read(StepTableYAML.write(example), file: "b")
        #expect(again.version?.withoutOrigins == example.withoutOrigins)
    }

    @Test func `The page names every rule, every clock and every key`() throws {
        let page = try text("step-table.md")
        for rule in ClarityRule.allCases { #expect(page.contains("`\(rule.rawValue)`"), "\(rule)") }
        for rule in FormatRule.allCases { #expect(page.contains("`\(rule.rawValue)`"), "\(rule)") }
        for clock in ClockEffect.allCases { #expect(page.contains("`\(clock.rawValue)`")) }
        let keys = [
            "code", "title", "kind", "owner", "field", "legal_basis", "scope", "principle",
            "total", "records", "issue", "effective", "change_note", "approver", "source",
            "components", "forms", "steps", "nodes", "flows", "waivers", "performer",
            "accountable", "substitute", "cooperating", "work", "tasks", "product", "form", "time",
            "clock", "marks_done", "conditional", "returns_to", "derived", "controls", "next",
        ]
        for key in keys { #expect(page.contains("`\(key)`"), "\(key)") }
    }
}
