// The step tables and limits of a real district, where their folder lies beside the package.

import Foundation
import ProcessFormats
import ProcessModel
import Testing
import WorkTime

/// Files of the reference folder, found from the place of this file.
enum SharedFolder {
    static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/domain/one-stop")

    static func bytes(_ name: String) -> [UInt8]? {
        (try? Data(contentsOf: root.appending(path: name))).map(Array.init)
    }

    static let isPresent = bytes("sop-steps.csv") != nil
}

@Suite(.enabled(if: SharedFolder.isPresent, "the reference folder is not beside the package"))
struct SharedTablesTests {
    let versions: [ProcessVersion]
    let findings: [Diagnostic]
    let limits: ProcedureLimits
    let rules: [String: [Diagnostic]]

    init() throws {
        let steps = try #require(SharedFolder.bytes("sop-steps.csv"))
        let published = try #require(SharedFolder.bytes("procedures-district-yenbai-2015.csv"))
        (versions, findings) = ProcessImport.run(stepsCSV: steps, limitsCSV: published)
        limits = ProcedureLimits.read(published, file: "limits.csv").limits
        let gate = ClarityGate(
            today: try #require(DayNumber("2017-08-01")), catalogue: ProcessCatalogue(versions))
        let all = versions.flatMap(gate.check)
        rules = Dictionary(grouping: all, by: \.rule)
    }

    private func codes(
        _ rule: ClarityRule, _ severity: Diagnostic.Severity, listed: Bool = true
    ) -> Set<String> {
        let found = (rules[rule.rawValue] ?? []).filter { $0.severity == severity }
        let codes = found.compactMap { $0.process?.rawValue }
        return Set(codes.filter { (limits.byCode[local($0)] != nil) == listed })
    }

    private func local(_ code: String) -> String {
        code.split(separator: "-").dropFirst().joined(separator: "-")
    }

    @Test func `All 101 tables with their 500 steps are read without complaint`() {
        #expect(versions.count == 101)
        #expect(versions.flatMap { $0.nodes.compactMap(\.step) }.count == 500)
        #expect(findings.isEmpty)
        #expect(limits.byCode.count == 94)
    }

    @Test func `Exactly the eight tables longer than their limit are refused for it`() {
        #expect(
            codes(.longestPath, .error) == [
                "YB-TC01", "YB-TC03", "YB-TC07", "YB-TC11", "YB-TC12", "YB-TC13", "YB-TC15",
                "YB-TP06",
            ])
        #expect(codes(.longestPath, .error, listed: false).isEmpty)
    }

    @Test func `The 29 tables without a published limit are refused for it, and the 7 unlisted`() {
        let unpublished = limits.byCode.values.filter { $0.term == nil }.map { "YB-\($0.code)" }
        #expect(unpublished.count == 29)
        #expect(codes(.clearTime, .error) == Set(unpublished))
        #expect(codes(.clearTime, .error, listed: false).count == 7)
    }

    @Test func `One table uses less than half of its limit`() {
        #expect(codes(.halfOfTotal, .warning) == ["YB-DT07"])
        #expect(codes(.halfOfTotal, .warning, listed: false).isEmpty)
    }

    @Test func `No other table is found to be too long, too short or without limit`() {
        let rules: [ClarityRule] = [.longestPath, .clearTime, .halfOfTotal]
        let clear = versions.map(\.code.rawValue).filter { code in
            rules.allSatisfy { !codes($0, .error).contains(code) }
                && rules.allSatisfy { !codes($0, .warning).contains(code) }
                && limits.byCode[local(code)] != nil
        }
        #expect(clear.count == 94 - 8 - 29 - 1)
    }

    @Test func `Graphs of imported tables can be run: nothing about their shape is unclear`() {
        let shape: [ClarityRule] = [
            .oneStart, .pathEnds, .unreachable, .loopExit, .gateway, .unknownNode,
            .duplicateCode, .returnTarget, .pauseResume, .time, .performer, .accountable,
        ]
        for rule in shape {
            #expect((self.rules[rule.rawValue] ?? []).isEmpty, "\(rule)")
        }
    }

    @Test func `What is written as CSV again is what was read`() throws {
        let written = StepTableCSV.write(versions)
        let source = try #require(SharedFolder.bytes("sop-steps.csv"))
        let text = String(decoding: written, as: UTF8.self)
            .replacing("\r\n", with: "\n")
        #expect(text == String(decoding: source, as: UTF8.self).replacing("\r\n", with: "\n"))
    }
}
