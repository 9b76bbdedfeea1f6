// What changed between two issues, and the step table as people read it.

import ProcessModel
import Testing
import WorkTime

struct VersionDifferenceTests {
    private typealias Samples = ProcessSamples

    private func difference(_ change: (inout ProcessVersion) -> Void) -> VersionDifference {
        var new = Samples.clear
        change(&new)
        return VersionDifference(from: Samples.clear, to: new)
    }

    @Test func `The same version does not differ, wherever it was read`() {
        let same = difference { version in
            version.issue = 2
            version.changeNote = "Không đổi gì"
            version.origin = Origin(file: "b.yaml", line: 1)
            version.nodes[1].origin = nil
        }
        #expect(same.isEmpty)
    }

    @Test func `Fields of the whole are said with old and new`() {
        let found = difference { version in
            version.total = .workingDays(4)
            version.legalBasis.append("Nghị định 61/2018")
            version.effective = nil
            version.kind = .internalWork
        }
        #expect(found.header.map(\.field) == ["kind", "legal_basis", "total", "effective"])
        #expect(found.header[2].old.vi == "5 ngày làm việc")
        #expect(found.header[2].new.vi == "4 ngày làm việc")
        #expect(found.header[3].new.vi.isEmpty)
        #expect(found.changed.isEmpty && found.flowsAdded.isEmpty)
    }

    @Test func `A changed row is said field by field`() throws {
        let found = difference { version in
            version.nodes[2] = Samples.step("b2", title: "Kiểm tra hồ sơ", time: .withinTotal) {
                $0.substitute = nil
                $0.clock = .pause
                $0.derived = [.product]
            }
        }
        let change = try #require(found.changed.first)
        #expect(found.changed.count == 1 && change.node == "b2")
        #expect(
            change.changes.map(\.field) == [
                "title", "substitute", "work", "time", "clock", "derived",
            ])
        #expect(change.changes[3].old.vi == "1,5 ngày làm việc")
        #expect(change.changes[3].new.vi == "trong tổng thời hạn")
        #expect(change.changes[1].new.en.isEmpty)
    }

    @Test func `Added and removed rows come with their flows`() {
        let found = difference { version in
            version.nodes.remove(at: 2)
            version.nodes.insert(Samples.step("b9"), at: 2)
            version.flows[1] = Flow(from: "b1", to: "b9")
            version.flows[2] = Flow(from: "b9", to: "b3")
        }
        #expect(found.added.map(\.id) == ["b9"] && found.removed.map(\.id) == ["b2"])
        #expect(found.flowsAdded.count == 2 && found.flowsRemoved.count == 2)
        #expect(!found.isReordered && found.changed.isEmpty)
    }

    @Test func `Order, kinds, forms and waivers are seen`() {
        #expect(difference { $0.nodes.swapAt(1, 2) }.isReordered)
        let kind = difference { $0.nodes[1].kind = .service(action: "gửi tin") }
        #expect(kind.changed.first?.changes.map(\.field) == ["kind"])
        let forms = difference { version in
            version.forms[0].fields.removeLast()
            version.forms.append(Form(code: "BM-02", title: "Tờ trình"))
        }
        #expect(forms.formsChanged == ["BM-01"] && forms.formsAdded.map(\.code) == ["BM-02"])
        let waived = difference { version in
            version.waivers = [
                Waiver(rule: "product", node: nil, reason: "r", by: "b", mendBy: Samples.today)
            ]
        }
        #expect(waived.waiversAdded.count == 1 && !waived.isEmpty)
    }

    @Test func `The table numbers its rows and says where each leads`() {
        let nodes = [
            Samples.start, Samples.step("a"), Samples.gateway("g", .exclusive),
            Samples.step("b"), Samples.end,
        ]
        var version = Samples.graph(nodes, [("start", "a"), ("a", "g"), ("b", "end")])
        let condition = Condition.compare("loai", .equal, .text("A"))
        version.flows.append(Flow(from: "g", to: "b", condition: condition))
        version.flows.append(Flow(from: "g", to: "end"))
        let rows = StepTable(version).rows
        #expect(rows.map(\.number) == [1, 2] && rows.map(\.node) == ["a", "b"])
        #expect(rows[0].formTitle == "Phiếu thẩm định")
        #expect(rows[0].next.map(\.row) == [2, nil])
        #expect(rows[0].next.map(\.conditions) == [["loai == \"A\""], []])
        #expect(rows[1].next.map(\.node) == ["end"])
    }

    @Test func `Gateways that lead to each other are walked once`() {
        let nodes = [
            Samples.start, Samples.step("a"), Samples.gateway("g", .exclusive),
            Samples.gateway("h", .exclusive), Samples.end,
        ]
        let version = Samples.graph(
            nodes, [("start", "a"), ("a", "g"), ("g", "h"), ("h", "g"), ("h", "end")])
        #expect(StepTable(version).rows.first?.next.map(\.node) == ["end"])
    }
}
