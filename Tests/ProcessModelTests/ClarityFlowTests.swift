// The gate and the graph: starts, ends, loops, gateways, returns, calls and controls.

import ProcessModel
import Testing
import WorkTime

struct ClarityFlowTests {
    private typealias Samples = ProcessSamples

    @Test func `Exactly one start, with nothing before it`() {
        var none = Samples.clear
        none.nodes.removeFirst()
        #expect(Samples.broken(.oneStart, in: none) == [nil])
        var two = Samples.clear
        two.nodes.append(Node(id: "start2", title: "", kind: .start))
        two.flows.append(Flow(from: "start2", to: "b1"))
        #expect(Samples.broken(.oneStart, in: two) == [nil])
        var back = Samples.clear
        back.flows[1] = Flow(from: "b1", to: "start")
        #expect(Samples.broken(.oneStart, in: back) == ["start"])
    }

    @Test func `Every way ends, every step is reached, every flow names nodes`() {
        var version = Samples.clear
        version.flows[2] = Flow(from: "b2", to: "b9")
        #expect(Samples.broken(.unknownNode, in: version) == ["b2"])
        #expect(Samples.broken(.pathEnds, in: version) == ["b2"])
        #expect(Samples.broken(.unreachable, in: version) == ["b3", "end"])
        var onward = Samples.clear
        onward.flows.append(Flow(from: "end", to: "b3"))
        #expect(Samples.broken(.pathEnds, in: onward) == ["end"])
    }

    @Test func `A loop without a way out is said once`() {
        let nodes = [Samples.start, Samples.step("a"), Samples.step("b"), Samples.end]
        let version = Samples.graph(nodes, [("start", "a"), ("a", "b"), ("b", "a")])
        #expect(Samples.broken(.loopExit, in: version) == ["a"])
        #expect(Samples.broken(.pathEnds, in: version).isEmpty)
    }

    @Test func `Identifiers and codes occur once`() {
        var version = Samples.clear
        version.nodes.append(Samples.step("b1"))
        version.forms.append(version.forms[0])
        #expect(Samples.broken(.duplicateCode, in: version) == [nil, nil, nil, nil, "b1"])
        var other = Samples.clear
        other.title = "Khác"
        let catalogue = [Samples.clear, other]
        #expect(Samples.broken(.duplicateCode, in: other, catalogue: catalogue) == [nil])
    }

    private func split(
        _ kind: GatewayKind, _ conditions: [Condition?], into targets: [Node]? = nil
    ) -> ProcessVersion {
        let nodes = targets ?? conditions.indices.map { Samples.step(NodeID("b\($0)")) }
        var version = Samples.graph(
            [Samples.start, Samples.gateway("g", kind)] + nodes + [Samples.end], [("start", "g")])
        for (node, condition) in zip(nodes, conditions) {
            version.flows.append(Flow(from: "g", to: node.id, condition: condition))
            version.flows.append(Flow(from: node.id, to: "end"))
        }
        return version
    }

    @Test func `An exclusive gateway has conditions and one default`() {
        let a = Condition.compare("loai", .equal, .text("A"))
        #expect(Samples.broken(.gateway, in: split(.exclusive, [a, nil])).isEmpty)
        #expect(Samples.broken(.gateway, in: split(.exclusive, [a, a])) == ["g"])
        #expect(Samples.broken(.gateway, in: split(.exclusive, [a, nil, nil])) == ["g"])
        #expect(Samples.broken(.gateway, in: split(.exclusive, [a])) == ["g"])
        #expect(Samples.broken(.gateway, in: split(.inclusive, [a, a])) == ["g"])
        #expect(Samples.broken(.gateway, in: split(.parallel, [nil, nil])).isEmpty)
        #expect(Samples.broken(.gateway, in: split(.parallel, [nil, a])) == ["g"])
    }

    @Test func `After an event gateway something is awaited`() {
        let wait = Node(
            id: "w", title: "",
            kind: .wait(Wait(party: .applicant, reason: "bổ sung", clock: .restart)))
        let timer = Node(id: "t", title: "", kind: .timer(.workingDays(5)))
        let good = split(.event, [nil, nil], into: [wait, timer])
        #expect(Samples.broken(.gateway, in: good).isEmpty)
        let bad = split(.event, [nil, nil], into: [wait, Samples.step("b")])
        #expect(Samples.broken(.gateway, in: bad) == ["g"])
    }

    @Test(arguments: [
        Condition.compare("giá", .greater, .number(1)), .compare("loai", .equal, .text("C")),
        .compare("so_tien", .less, .text("9")), .compare("ngay", .less, .text("hôm nay")),
        .not(.any([.isSet("không có")])), .isOneOf("loai", [.text("A"), .number(1)]),
    ])
    func `A condition asks for fields that exist, with values they can have`(condition: Condition) {
        #expect(Samples.broken(.formField, in: split(.exclusive, [condition, nil])) == ["g"])
    }

    @Test func `A step of some cases can be passed by`() {
        let a = Condition.compare("loai", .equal, .text("A"))
        var version = split(.exclusive, [a, nil])
        version.nodes[2] = Samples.step("b0") { $0.conditional = true }
        #expect(Samples.broken(.conditionalWay, .warning, in: version).isEmpty)
        let line = Samples.line([Samples.step("b1") { $0.conditional = true }, Samples.step("b2")])
        #expect(Samples.broken(.conditionalWay, .warning, in: line) == ["b1"])
    }

    @Test func `Only gateways split`() {
        var version = Samples.clear
        version.flows.append(Flow(from: "b1", to: "b3"))
        #expect(Samples.broken(.gateway, in: version) == ["b1"])
    }

    @Test func `Work is returned only to a step that was passed`() {
        func version(_ target: NodeID) -> ProcessVersion {
            Samples.line([
                Samples.step("b1"), Samples.step("b2") { $0.returnsTo = [target] },
                Samples.step("b3"),
            ])
        }
        #expect(Samples.findings(version("b1")).isEmpty)
        #expect(Samples.broken(.returnTarget, in: version("b3")) == ["b2"])
        #expect(Samples.broken(.returnTarget, in: version("b2")) == ["b2"])
        #expect(Samples.broken(.returnTarget, in: version("start")) == ["b2"])
        #expect(Samples.broken(.unknownNode, in: version("b9")) == ["b2"])
    }

    @Test func `A call meets an entry step in the receiving unit`() {
        func caller(_ process: ProcessCode, _ unit: UnitReference) -> ProcessVersion {
            let call = Node(
                id: "c", title: "Chuyển", kind: .call(Call(process: process, unit: unit)))
            return Samples.line([Samples.step("b1"), call])
        }
        var called = Samples.line([Samples.step("b1", unit: "TP")])
        called.code = "QT-02"
        called.ownerUnit = "TP"
        func broken(_ version: ProcessVersion) -> [NodeID?] {
            Samples.broken(.entryStep, in: version, catalogue: [version, called])
        }
        #expect(broken(caller("QT-02", .code("TP"))).isEmpty)
        #expect(broken(caller("QT-02", .code("TC"))) == ["c"])
        #expect(broken(caller("QT-03", .code("TP"))) == ["c"])
        #expect(broken(caller("QT-02", .function("tu-phap"))).isEmpty)
        #expect(Samples.broken(.entryStep, in: caller("QT-03", .code("TP"))).isEmpty)
        called = Samples.line([])
        called.code = "QT-02"
        #expect(broken(caller("QT-02", .code("TP"))) == ["c"])
    }

    @Test func `Nobody stands at both sides of a control`() {
        func version(_ performer: Performer) -> ProcessVersion {
            Samples.line([
                Samples.step("b1"),
                Samples.step("b2", time: .term(.workingDays(3))) {
                    $0.performer = performer
                    $0.controls = ["b1"]
                },
            ])
        }
        #expect(Samples.findings(version(.head(of: .code("QLDT")))).isEmpty)
        let same = version(.position("chuyen-vien", in: .code("QLDT")))
        #expect(Samples.broken(.bothSides, in: same) == ["b2"])
        #expect(Samples.broken(.bothSides, in: version(.performer(of: "b1"))) == ["b2"])
        let oneHolder = PerformerRoster { _ in .people(holders: ["An"], substitutes: ["Bình"]) }
        let held = version(.head(of: .code("QLDT")))
        #expect(Samples.broken(.bothSides, in: held, roster: oneHolder) == ["b2"])
    }
}
