// The shipped example and rows of a real office, damaged in thousands of ways: the answer is a
// version or findings with their place, never a crash.

import Foundation
import ProcessFormats
import ProcessModel
import Testing
import WorkTime

struct SchemaMutationTests {
    private static let example: [UInt8] = {
        let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let file = folder.appending(path: "docs/schema/cap-gpxd.yaml")
        return (try? Data(contentsOf: file)).map(Array.init) ?? []
    }()

    private let gate = ClarityGate(today: DayNumber(rawValue: 18_100))

    /// What every finding about a file owes to its reader.
    private func expectPlaces(_ findings: [Diagnostic], in bytes: [UInt8], file: String) {
        let lineCount = bytes.count { $0 == 0x0A || $0 == 0x0D } + 2
        for finding in findings {
            #expect(finding.origin?.file == file)
            #expect((1...lineCount).contains(finding.origin?.line ?? 0), "\(finding)")
            #expect(!finding.message.vi.isEmpty && !finding.message.en.isEmpty)
            #expect(!finding.mend.vi.isEmpty && !finding.mend.en.isEmpty)
            let isKnown =
                FormatRule(rawValue: finding.rule) != nil
                || ClarityRule(rawValue: finding.rule) != nil
            #expect(isKnown, "\(finding.rule)")
        }
    }

    @Test(arguments: TableMutation.Kind.allCases)
    func `the example with one kind of damage is read or refused with its place`(
        kind: TableMutation.Kind
    ) throws {
        try #require(Self.example.count > 1000)
        var readCount = 0
        for seed in 0..<120 {
            var mutation = TableMutation(seed: UInt64(seed))
            let bytes = mutation.damage(Self.example, kind)
            readCount += try check(bytes) ? 1 : 0
        }
        #expect(readCount > 0 || kind == .cutEnd, "some damage is harmless")
    }

    @Test(arguments: 0..<8)
    func `the example damaged several times is read or refused with its place`(block: Int) throws {
        for seed in 0..<60 {
            var mutation = TableMutation(seed: UInt64(block * 1000 + seed))
            _ = try check(mutation.damage(Self.example))
        }
    }

    /// True when a version came out. Whatever came out can be checked, compared and written.
    private func check(_ bytes: [UInt8]) throws -> Bool {
        let (version, findings) = StepTableYAML.read(bytes, file: "a.yaml")
        #expect(version != nil || !findings.isEmpty)
        expectPlaces(findings, in: bytes, file: "a.yaml")
        guard let version else { return false }
        for finding in gate.check(version) { #expect(!finding.text(in: .vi).isEmpty) }
        let written = StepTableYAML.write(version)
        let again = StepTableYAML.read(written, file: "b.yaml")
        if findings.isClear {
            #expect(again.findings.isClear, "\(again.findings)")
            #expect(again.version?.withoutOrigins == version.withoutOrigins)
        }
        return true
    }

    @Test func `every prefix of the example is read or refused with its place`() throws {
        for length in stride(from: 0, to: Self.example.count, by: 7) {
            _ = try check(Array(Self.example[..<length]))
        }
    }

    @Test func `every line left out alone is missed at a place, or was not needed`() throws {
        let lines = Self.example.split(separator: 0x0A, omittingEmptySubsequences: false)
        for index in lines.indices {
            var rest = lines
            rest.remove(at: index)
            _ = try check(Array(rest.joined(separator: [0x0A])))
        }
    }

    @Test func `every key of the example given twice is refused at its line`() throws {
        let lines = String(decoding: Self.example, as: UTF8.self).components(separatedBy: "\n")
        var count = 0
        for (index, line) in lines.enumerated() {
            let isPlainKey = line.hasPrefix("    ") && !line.contains("- ") && line.contains(": ")
            guard isPlainKey, !line.hasPrefix("     ") else { continue }
            var doubled = lines
            doubled.insert(line, at: index)
            let text = doubled.joined(separator: "\n")
            let found = StepTableYAML.read(Array(text.utf8), file: "a.yaml").findings
            #expect(found.map(\.rule) == ["yaml-key"], "\(line)")
            #expect((found.first?.origin?.line ?? 0) <= index + 2)
            count += 1
        }
        #expect(count > 30)
    }

    @Test(arguments: 0..<8)
    func `a damaged table of many processes is read or refused with its place`(block: Int) {
        let valid = Array(ImportFixture.steps.utf8)
        for seed in 0..<60 {
            var mutation = TableMutation(seed: UInt64(block * 1000 + seed))
            let bytes = mutation.damage(valid)
            let (versions, findings) = ProcessImport.run(
                stepsCSV: bytes, limitsCSV: Array(ImportFixture.limits.utf8), stepsFile: "s.csv",
                limitsFile: "l.csv")
            #expect(!versions.isEmpty || !findings.isEmpty)
            expectPlaces(findings, in: bytes, file: "s.csv")
            for version in versions {
                #expect(
                    !gate.check(version).contains {
                        $0.rule == "duplicate-code" && findings.isClear
                    })
                let again = StepTableYAML.read(StepTableYAML.write(version), file: "v.yaml")
                #expect(again.findings.isEmpty, "\(again.findings)")
            }
        }
    }

    @Test(arguments: 0..<4)
    func `damaged limits never give another number without a word`(block: Int) {
        let valid = Array(ImportFixture.limits.utf8)
        let (good, _) = ProcedureLimits.read(valid, file: "l.csv")
        for seed in 0..<100 {
            var mutation = TableMutation(seed: UInt64(block * 1000 + seed))
            let bytes = mutation.damage(valid, .doubleLine)
            let (limits, findings) = ProcedureLimits.read(bytes, file: "l.csv")
            // A line given twice is told, and the first one counts.
            #expect(limits.byCode.count == good.byCode.count || !findings.isEmpty)
            for (code, limit) in good.byCode {
                if let other = limits.byCode[code] { #expect(other.term == limit.term) }
            }
            expectPlaces(findings, in: bytes, file: "l.csv")
        }
        for seed in 0..<100 {
            var mutation = TableMutation(seed: UInt64(block * 7000 + seed))
            let bytes = mutation.damage(valid)
            let (limits, findings) = ProcedureLimits.read(bytes, file: "l.csv")
            #expect(!limits.byCode.isEmpty || !findings.isEmpty)
            expectPlaces(findings, in: bytes, file: "l.csv")
        }
    }
}
