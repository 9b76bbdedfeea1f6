// The rules about the graph: place, sentence and mend in both languages, one row a broken way.

import ProcessModel
import Testing
import WorkTime

struct ClarityWayTableTests {
    private typealias Samples = ProcessSamples

    static let ends: [ClarityCase] = [
        ClarityCase(
            .oneStart,
            breaking: { version in
                version.nodes.removeFirst()
                version.flows.removeFirst()
            },
            vi: "quy trình không có điểm bắt đầu",
            viMend: "giữ đúng một nút kind: start",
            en: "the process has no start",
            enMend: "keep exactly one node of kind: start",
            mended: { version in
                version.nodes.append(ProcessSamples.start)
                version.flows.append(Flow(from: "start", to: "b1"))
            }),
        ClarityCase(
            .oneStart,
            breaking: { version in
                version.nodes.append(Node(id: "s2", title: "", kind: .start))
                version.flows.append(Flow(from: "s2", to: "b1"))
            },
            vi: "quy trình có 2 điểm bắt đầu, chỉ được 1",
            viMend: "giữ đúng một nút kind: start",
            en: "the process has 2 starts, it must have 1",
            enMend: "keep exactly one node of kind: start",
            mended: { version in
                version.nodes.removeLast()
                version.flows.removeLast()
            }),
        ClarityCase(
            .oneStart, at: "start", in: ProcessSamples.forked,
            breaking: { $0.flows.append(Flow(from: "g", to: "start", condition: .isSet("ngay"))) },
            vi: "Nút “Bắt đầu”: có đường đi tới điểm bắt đầu",
            viMend: "nối về bước đầu tiên, không nối về điểm bắt đầu",
            en: "Node “Bắt đầu”: a flow leads to the start",
            enMend: "lead it to the first step, not to the start",
            mended: { $0.flows[$0.flows.count - 1].to = "b1" }),
        ClarityCase(
            .pathEnds, at: "b2", in: ProcessSamples.forked,
            breaking: { $0.flows.removeAll { $0.from == "b2" } },
            vi: "Bước 2 “Thẩm định hồ sơ”: đường đi dừng lại ở đây, không tới kết thúc",
            viMend: "ghi bước tiếp theo (next), hoặc nối tới một nút kết thúc",
            en: "Step 2 “Thẩm định hồ sơ”: the way stops here and reaches no end",
            enMend: "name the next step, or lead on to an end",
            mended: { $0.flows.append(Flow(from: "b2", to: "end")) }),
        ClarityCase(
            .pathEnds, at: "end", breaking: { $0.flows.append(Flow(from: "end", to: "b3")) },
            vi: "Nút “Kết thúc”: kết thúc mà còn đi tiếp",
            viMend: "bỏ next của nút này",
            en: "Node “Kết thúc”: a flow leaves the end",
            enMend: "remove its next",
            mended: { $0.flows.removeLast() }),
        ClarityCase(
            .unreachable, at: "b9",
            breaking: { version in
                version.nodes.append(ProcessSamples.step("b9", title: "Lưu hồ sơ"))
                version.flows.append(Flow(from: "b9", to: "end"))
            },
            vi: "Bước 4 “Lưu hồ sơ”: không đường nào đi tới",
            viMend: "nối bước trước tới đây (next), hoặc bỏ bước này",
            en: "Step 4 “Lưu hồ sơ”: no way leads to it",
            enMend: "lead an earlier step here (next), or remove it",
            mended: { $0.flows[3] = Flow(from: "b3", to: "b9") }),
        ClarityCase(
            .loopExit, at: "b2", in: ProcessSamples.forked,
            breaking: { $0.flows[3] = Flow(from: "b2", to: "b2") },
            vi: "Bước 2 “Thẩm định hồ sơ”: nằm trong một vòng không có lối ra",
            viMend: "thêm một nhánh rẽ ra khỏi vòng tới bước sau hoặc kết thúc",
            en: "Step 2 “Thẩm định hồ sơ”: lies on a loop without a way out",
            enMend: "add a branch that leaves the loop for a later step or an end",
            mended: { $0.flows[3] = Flow(from: "b2", to: "g") }),
        ClarityCase(
            .unknownNode, at: "b3", breaking: { $0.flows.append(Flow(from: "b3", to: "b7")) },
            vi: """
                Bước 3 “Thẩm định hồ sơ”: đường đi chỉ đến “b7”, quy trình không có nút \
                này
                """,
            viMend: "ghi mã của một bước có trong quy trình, hoặc thêm bước “b7”",
            en: """
                Step 3 “Thẩm định hồ sơ”: flow names “b7”, the process has no such node
                """,
            enMend: "name a step of this process, or add a step “b7”",
            mended: { $0.flows.removeLast() }),
        ClarityCase(
            .unknownNode, at: "b2", breaking: { $0.step("b2") { $0.returnsTo = ["b0"] } },
            vi: """
                Bước 2 “Thẩm định hồ sơ”: trả lại bước chỉ đến “b0”, quy trình không có \
                nút này
                """,
            viMend: "ghi mã của một bước có trong quy trình, hoặc thêm bước “b0”",
            en: """
                Step 2 “Thẩm định hồ sơ”: returns to names “b0”, the process has no \
                such node
                """,
            enMend: "name a step of this process, or add a step “b0”",
            mended: { $0.step("b2") { $0.returnsTo = ["b1"] } }),
        ClarityCase(
            .unknownNode, at: "b2", breaking: { $0.step("b2") { $0.controls = ["b0"] } },
            vi: """
                Bước 2 “Thẩm định hồ sơ”: kiểm soát bước chỉ đến “b0”, quy trình không \
                có nút này
                """,
            viMend: "ghi mã của một bước có trong quy trình, hoặc thêm bước “b0”",
            en: """
                Step 2 “Thẩm định hồ sơ”: controls names “b0”, the process has no such \
                node
                """,
            enMend: "name a step of this process, or add a step “b0”",
            mended: { $0.step("b2") { $0.controls = [] } }),
        ClarityCase(
            .unknownNode, at: "b3",
            breaking: { $0.step("b3") { $0.performer = .performer(of: "start") } },
            vi: """
                Bước 3 “Thẩm định hồ sơ”: người thực hiện chỉ đến “start”, quy trình \
                không có nút này
                """,
            viMend: "ghi mã của một bước có trong quy trình, hoặc thêm bước “start”",
            en: """
                Step 3 “Thẩm định hồ sơ”: performer names “start”, the process has no \
                such node
                """,
            enMend: "name a step of this process, or add a step “start”",
            mended: { $0.step("b3") { $0.performer = .performer(of: "b1") } }),
        ClarityCase(
            .returnTarget, at: "b1", breaking: { $0.step("b1") { $0.returnsTo = ["b3"] } },
            vi: "Bước 1 “Thẩm định hồ sơ”: trả lại “b3”, không phải một bước ở trước",
            viMend: "chỉ trả lại một bước đã đi qua trước bước này",
            en: "Step 1 “Thẩm định hồ sơ”: returns to “b3”, which is no earlier step",
            enMend: "return only to a step that was passed before",
            mended: { $0.step("b1") { $0.returnsTo = [] } }),
    ]

    private static func event(_ version: inout ProcessVersion) {
        version.nodes[2] = ProcessSamples.gateway("g", .event)
        version.flows.removeAll { $0.from == "g" }
        version.flows += [Flow(from: "g", to: "b2"), Flow(from: "g", to: "t")]
        version.flows.append(Flow(from: "t", to: "end"))
        version.nodes.append(Node(id: "t", title: "Hết hạn", kind: .timer(.workingDays(1))))
    }

    static let gateways: [ClarityCase] = [
        ClarityCase(
            .gateway, at: "g", in: ProcessSamples.forked,
            breaking: { $0.flows[2].condition = .not(ProcessSamples.isA) },
            vi: """
                Nút “g”: không có nhánh mặc định: khi không điều kiện nào đúng thì hồ \
                sơ đứng lại
                """,
            viMend: "để một nhánh không có điều kiện (if)",
            en: """
                Node “g”: has no default branch: where no condition holds the work \
                stands still
                """,
            enMend: "leave one branch without a condition (if)",
            mended: { $0.flows[2].condition = nil }),
        ClarityCase(
            .gateway, at: "g", in: ProcessSamples.forked, breaking: { $0.flows[4].condition = nil },
            vi: "Nút “g”: 2 nhánh không có điều kiện, chỉ được 1 nhánh mặc định",
            viMend: """
                ghi điều kiện (if) cho các nhánh còn lại, hoặc đổi gateway thành \
                parallel
                """,
            en: "Node “g”: 2 branches have no condition, only the default one may",
            enMend: "write a condition (if) for the others, or make the gateway parallel",
            mended: { $0.nodes[2] = ProcessSamples.gateway("g", .parallel) }),
        ClarityCase(
            .gateway, at: "g", in: ProcessSamples.forked,
            breaking: { $0.nodes[2] = ProcessSamples.gateway("g", .parallel) },
            vi: "Nút “g”: nhánh có điều kiện ở nút rẽ không xét điều kiện",
            viMend: "bỏ điều kiện, hoặc đổi gateway thành exclusive hay inclusive",
            en: "Node “g”: a branch has a condition, this gateway looks at none",
            enMend: "remove the condition, or make the gateway exclusive or inclusive",
            mended: { $0.nodes[2] = ProcessSamples.gateway("g", .inclusive) }),
        ClarityCase(
            .gateway, at: "g", in: ProcessSamples.forked, breaking: event,
            vi: "Nút “g”: sau nút chờ sự kiện chỉ được là wait hoặc timer",
            viMend: "đặt một nút wait hoặc timer ở đầu mỗi nhánh",
            en: "Node “g”: only waits and timers may follow an event gateway",
            enMend: "begin each branch with a wait or a timer",
            mended: { $0.nodes[2] = ProcessSamples.gateway("g", .parallel) }),
        ClarityCase(
            .gateway, at: "b2",
            breaking: { $0.flows.append(Flow(from: "b2", to: "end")) },
            vi: "Bước 2 “Thẩm định hồ sơ”: rẽ nhánh ngay tại đây, không qua nút rẽ",
            viMend: "thêm một nút kind: gateway sau bước này rồi rẽ từ đó",
            en: "Step 2 “Thẩm định hồ sơ”: the way splits here without a gateway",
            enMend: "add a node of kind: gateway after it and split there",
            mended: { $0.flows.removeLast() }),
        ClarityCase(
            .formField, at: "g", in: ProcessSamples.forked,
            breaking: { $0.flows[4].condition = .isSet("dien_tich") },
            vi: "Nút “g”: điều kiện hỏi mục “dien_tich”, không biểu mẫu nào có mục này",
            viMend: "thêm mục “dien_tich” vào một biểu mẫu của quy trình",
            en: "Node “g”: a condition asks for the field “dien_tich”, no form has it",
            enMend: "add a field “dien_tich” to a form of the process",
            mended: { $0.flows[4].condition = .isSet("so_tien") }),
        ClarityCase(
            .formField, at: "g", in: ProcessSamples.forked,
            breaking: { $0.flows[4].condition = .isOneOf("loai", [.text("A"), .text("Đ")]) },
            vi: "Nút “g”: mục “loai” không bao giờ có giá trị \"Đ\"",
            viMend: "ghi giá trị đúng kiểu của mục, hoặc một trong các lựa chọn của nó",
            en: "Node “g”: the field “loai” never has the value \"Đ\"",
            enMend: "write a value of the field's type, or one of its choices",
            mended: { $0.flows[4].condition = .isOneOf("loai", [.text("A"), .text("B")]) }),
    ]

    @Test(arguments: ends)
    func `A way that goes wrong is named at its node, and mended`(row: ClarityCase) {
        row.expectFoundAndMended()
    }

    @Test(arguments: gateways)
    func `A gateway that cannot decide is named, and mended`(row: ClarityCase) {
        row.expectFoundAndMended()
    }

    @Test func `The tables break every rule of the gate`() {
        let tables =
            ClarityWhoTableTests.rows + ClarityWhatTableTests.works + ClarityWhatTableTests.heads
            + ClarityWhenTableTests.times + ClarityWhenTableTests.calls + Self.ends
            + Self.gateways + ClarityWaiverTableTests.rows
        let broken = Set(tables.map(\.rule))
        #expect(ClarityRule.allCases.filter { !broken.contains($0) } == [])
    }
}
