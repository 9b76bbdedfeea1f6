// Whatever a version holds, it can be checked, summed, compared, shown and encoded.

import Foundation
import ProcessFormats
import ProcessModel
import Testing
import WorkTime

struct GateRobustnessTests {
    private static let versions = (0..<120).map { seed in
        var generator = VersionGenerator(seed: UInt64(seed) + 5_000)
        return generator.version()
    }

    private let gate = ClarityGate(
        today: DayNumber(rawValue: 17_379), catalogue: ProcessCatalogue(versions),
        roster: PerformerRoster { performer in
            performer.unit == nil ? .unknown : .people(holders: ["An"], substitutes: [])
        })

    @Test func `Any version is checked, with rules that exist and sentences in both languages`() {
        for version in Self.versions {
            for finding in gate.check(version) {
                #expect(ClarityRule(rawValue: finding.rule) != nil)
                #expect(!finding.message.vi.isEmpty && !finding.message.en.isEmpty)
                #expect(!finding.mend.vi.isEmpty && !finding.mend.en.isEmpty)
                #expect(finding.process == version.code)
                #expect(finding.node == nil || version.nodes.contains { $0.id == finding.node })
                if finding.waived != nil {
                    #expect(ClarityRule(rawValue: finding.rule)?.isWaivable == true)
                }
            }
        }
    }

    @Test func `Findings stand in the order of reading, the whole first`() {
        for version in Self.versions {
            let graph = ProcessGraph(version)
            let order = graph.readingOrder.map { graph.nodes[$0].id }
            let findings = gate.check(version).filter { $0.rule != "waiver" }
            let places = findings.map { $0.node.flatMap { order.firstIndex(of: $0) } ?? -1 }
            #expect(places == places.sorted())
        }
    }

    @Test func `The order of reading has every node once, and sums are never below zero`() {
        for version in Self.versions {
            let order = ProcessGraph(version).readingOrder
            #expect(order.sorted() == Array(version.nodes.indices))
            let sum = gate.timeSum(of: version)
            #expect(sum.minutes >= 0)
            let counted = sum.lines.filter { $0.standing == .counted }.map(\.minutes).reduce(0, +)
            #expect(counted >= sum.minutes)
            #expect(StepTable(version).rows.count == version.nodes.count { $0.step != nil })
        }
    }

    @Test func `A version does not differ from itself and does from its neighbour`() {
        for (version, other) in zip(Self.versions, Self.versions.dropFirst()) {
            #expect(VersionDifference(from: version, to: version).isEmpty)
            #expect(!VersionDifference(from: version, to: other).isEmpty)
            let there = VersionDifference(from: version, to: other)
            let back = VersionDifference(from: other, to: version)
            #expect(there.added == back.removed && there.flowsAdded == back.flowsRemoved)
        }
    }

    @Test func `Versions and findings survive JSON`() throws {
        for version in Self.versions {
            let data = try JSONEncoder().encode(version)
            #expect(try JSONDecoder().decode(ProcessVersion.self, from: data) == version)
        }
        let findings = Self.versions.prefix(20).flatMap(gate.check)
        let data = Data(try DiagnosticJSON.encode(findings))
        let rows = try #require(JSONSerialization.jsonObject(with: data) as? [[String: Any]])
        #expect(rows.count == findings.count)
        #expect(Set(rows.map { Set($0.keys) }).count == 1)
    }

    @Test func `A limit below zero is named, whatever the steps add up to`() {
        for time in [Term.calendarDays(.max), .workingDays(.max), .workingMinutes(0)] {
            let step = Step(performer: .applicant, work: "Ký", time: .term(time), clock: .run)
            let version = ProcessVersion(
                code: "A", title: "A", kind: .internalWork, ownerUnit: "A",
                total: .workingDays(-1), nodes: [Node(id: "b", title: "b", kind: .step(step))])
            let found = gate.check(version).filter { $0.rule == ClarityRule.clearTime.rawValue }
            #expect(found.map(\.message.en) == ["its limit is below zero"])
            #expect(found.allSatisfy { $0.isBlocking && $0.mend.vi.contains("từ 0 trở lên") })
        }
    }

    @Test func `Open gaps of any catalogue are listed by date`() {
        let gaps = gate.openGaps(in: Self.versions)
        #expect(gaps.count == Self.versions.map(\.waivers.count).reduce(0, +))
        #expect(gaps.map(\.waiver.mendBy) == gaps.map(\.waiver.mendBy).sorted())
    }
}
