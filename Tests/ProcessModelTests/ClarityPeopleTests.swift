// The gate with the people of the office, and the waivers by which somebody answers for a gap.

import ProcessModel
import Testing
import WorkTime

struct ClarityPeopleTests {
    private typealias Samples = ProcessSamples

    private func roster(_ holders: [String], _ substitutes: [String]) -> PerformerRoster {
        PerformerRoster { _ in .people(holders: holders, substitutes: substitutes) }
    }

    @Test func `A performer is somebody today`() {
        let nobody = Samples.broken(
            .performerResolves, in: Samples.clear, roster: roster([], []))
        #expect(nobody == ["b1", "b2", "b3"])
        #expect(Samples.findings(Samples.clear, roster: roster([], ["Bình"])).isEmpty)
        let unknown = PerformerRoster { _ in .unknown }
        let findings = Samples.findings(Samples.clear, roster: unknown)
        #expect(findings.map(\.rule) == Array(repeating: "performer-resolves", count: 3))
        #expect(findings.first?.message.en.contains("no position or unit") == true)
    }

    @Test func `Two people who may act need no substitute in the table`() {
        let version = Samples.line([
            Samples.step("b1", time: .term(.workingDays(3))) { $0.substitute = nil }
        ])
        #expect(Samples.findings(version, roster: roster(["An", "Bình"], [])).isEmpty)
        #expect(Samples.findings(version, roster: roster(["An"], ["Bình"])).isEmpty)
        #expect(Samples.broken(.substitute, in: version, roster: roster(["An"], [])) == ["b1"])
    }

    @Test func `A name from a source is matched with a unit once a version`() {
        let version = Samples.line(
            ["b1", "b2"].map { id in
                Samples.step(id, time: .term(.workingDays(2))) {
                    $0.performer = .member(of: .label("Phòng Tư pháp"))
                }
            })
        #expect(Samples.broken(.unitMatched, in: version) == ["b1"])
        #expect(Samples.findings(version, roster: roster(["An"], [])).isEmpty)
    }

    private func gap(_ waivers: [Waiver]) -> ProcessVersion {
        var version = Samples.line([
            Samples.step("b1") { $0.substitute = nil },
            Samples.step("b2", time: .term(.workingDays(2))) { $0.substitute = nil },
        ])
        version.waivers = waivers
        return version
    }

    private func waiver(
        _ rule: String = "substitute", node: NodeID? = "b1", days: Int = 30,
        reason: String = "đang tuyển người", by: String = "Trưởng phòng Nội vụ"
    ) -> Waiver {
        Waiver(rule: rule, node: node, reason: reason, by: by, mendBy: Samples.today + days)
    }

    @Test func `A waiver answers for its place until its date, the day itself included`() {
        let findings = Samples.findings(gap([waiver(days: 0)]))
        #expect(findings.map(\.isBlocking) == [false, true])
        #expect(findings[0].waived?.by == "Trưởng phòng Nội vụ")
        #expect(findings[0].text(in: .vi).contains("miễn đến 2017-08-01: Trưởng phòng Nội vụ"))
        #expect(Samples.findings(gap([waiver(node: nil)])).isClear)
    }

    @Test func `An expired waiver does not count and is named`() {
        let findings = Samples.findings(gap([waiver(days: -1)]))
        #expect(findings.map(\.isBlocking) == [true, true, false])
        #expect(findings.last?.rule == "waiver" && findings.last?.severity == .warning)
    }

    @Test(arguments: ["", "  "])
    func `A waiver without a name or a reason does not count`(blank: String) {
        for waiver in [waiver(reason: blank), waiver(by: blank)] {
            let findings = Samples.findings(gap([waiver]))
            #expect(findings.map(\.isBlocking) == [true, true, true])
        }
    }

    @Test func `What keeps a process from running cannot be waived`() {
        var version = gap([waiver("path-ends", node: nil), waiver(node: nil)])
        version.flows.removeLast()
        let findings = Samples.findings(version)
        #expect(findings.filter(\.isBlocking).map(\.rule) == ["path-ends", "unreachable"])
        #expect(findings.last?.message.vi.contains("không được miễn") == true)
    }

    @Test func `A waiver of what is no longer missing may go`() {
        var version = Samples.clear
        version.waivers = [waiver()]
        #expect(Samples.findings(version).map(\.severity) == [.note])
    }

    @Test func `Open gaps are listed, the soonest date first`() {
        let gate = ClarityGate(today: Samples.today)
        let versions = [
            gap([waiver(days: 20), waiver(node: "b2", days: -5)]), Samples.clear,
            gap([waiver("product", days: 3)]),
        ]
        let gaps = gate.openGaps(in: versions)
        #expect(gaps.map(\.waiver.mendBy.text) == ["2017-07-27", "2017-08-04", "2017-08-21"])
        #expect(gaps.map(\.isExpired) == [true, false, false])
        #expect(gaps.map(\.findings.count) == [1, 0, 1])
    }
}
