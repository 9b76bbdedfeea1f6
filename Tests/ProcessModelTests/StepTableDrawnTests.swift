// The rows of the step table and where each leads, gateways passed through with their conditions.

import ProcessModel
import Testing
import WorkTime

struct StepTableDrawnTests {
    private typealias Samples = ProcessSamples

    private static func rows(_ version: ProcessVersion) -> [String] {
        StepTable(version).rows.map { row in
            let next = row.next.map { next in
                let place = next.row.map { "#\($0)" } ?? next.node.rawValue
                return ([place] + next.conditions).joined(separator: " if ")
            }
            return "\(row.number) \(row.node) -> \(next.joined(separator: ", "))"
        }
    }

    @Test func `A line leads from row to row and to the end`() {
        #expect(Self.rows(Samples.clear) == ["1 b1 -> #2", "2 b2 -> #3", "3 b3 -> end"])
    }

    @Test func `Nothing leads on where the flow is missing`() {
        var version = Samples.clear
        version.flows.removeLast()
        #expect(Self.rows(version).last == "3 b3 -> ")
        version.flows.append(Flow(from: "b3", to: "b9"))
        #expect(Self.rows(version).last == "3 b3 -> ")
    }

    @Test func `A fork says its condition, the default none`() {
        #expect(
            Self.rows(Samples.forked) == ["1 b1 -> end, #2 if loai == \"A\"", "2 b2 -> end"])
    }

    @Test func `Conditions of gateways behind each other are said outermost first`() {
        let nodes = [
            Samples.start, Samples.step("a"), Samples.gateway("g", .exclusive),
            Samples.gateway("h", .exclusive), Samples.step("b"), Samples.step("c"), Samples.end,
        ]
        var version = Samples.graph(
            nodes,
            [("start", "a"), ("g", "end"), ("h", "c"), ("a", "g"), ("b", "end"), ("c", "end")])
        version.flows.append(Flow(from: "g", to: "h", condition: Samples.isA))
        version.flows.append(Flow(from: "h", to: "b", condition: .isSet("ngay")))
        #expect(
            Self.rows(version) == [
                "1 a -> end, #3 if loai == \"A\", #2 if loai == \"A\" if set(ngay)",
                "2 b -> end", "3 c -> end",
            ])
    }

    @Test func `Waits, timers, calls and services are met by name and have no number`() {
        let wait = Wait(party: .applicant, reason: "bổ sung", clock: .pause)
        let nodes = [
            Samples.step("a"), Node(id: "w", title: "Chờ bổ sung", kind: .wait(wait)),
            Samples.step("b"),
            Node(id: "t", title: "", kind: .timer(.workingDays(1))), Samples.step("c"),
            Node(id: "v", title: "", kind: .service(action: "gửi tin")),
        ]
        let version = Samples.line(nodes)
        #expect(Self.rows(version) == ["1 a -> w", "2 b -> t", "3 c -> v"])
        #expect(StepTable(version).rows[0].next[0].title == "Chờ bổ sung")
        #expect(StepTable(version).rows[0].next[0].row == nil)
    }

    @Test(arguments: [
        (String?.none, String?.none), ("BM-01", "Phiếu thẩm định"), ("BM-02", nil), ("", nil),
    ])
    func `The form is said by its title when there is one`(code: String?, title: String?) {
        var version = Samples.clear
        version.step("b1") { $0.form = code }
        #expect(StepTable(version).rows.first?.formTitle == title)
    }

    @Test func `A row keeps the place it was written at`() {
        let row = StepTable(Samples.clear).rows.first
        #expect(row?.origin == Origin(file: "a.yaml", line: 7))
        #expect(row?.title == "Thẩm định hồ sơ" && row?.step.product == "Phiếu b1")
    }

    @Test func `A process without steps has no rows`() {
        #expect(StepTable(Samples.line([])).rows.isEmpty)
        #expect(StepTable(Samples.graph([], [])).rows.isEmpty)
    }
}
