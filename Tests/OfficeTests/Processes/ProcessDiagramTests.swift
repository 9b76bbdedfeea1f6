// Swim lanes: every node once, no box on another, no way through a box, the same bytes each time.

import Foundation
import HTML
import ProcessModel
import Testing
import WorkTime

@testable import Office

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct ProcessDiagramTests {
    /// A graph of steps, branches, waits and ways back, the same for the same seed.
    static func graph(_ seed: UInt64, count: Int) -> ProcessVersion {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func number(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(max(1, limit)))
        }
        let units = ["Một cửa", "Phòng Quản lý đô thị", "UBND phường", "Lãnh đạo"]
        var nodes: [Node] = []
        for index in 0..<count {
            let id = NodeID("n\(index)")
            let performer = Performer.member(of: .code(units[number(below: units.count)]))
            let title = String(repeating: "Thẩm định hồ sơ ", count: 1 + number(below: 8))
            switch number(below: 8) {
            case 0:
                let kind = GatewayKind.allCases[number(below: 4)]
                nodes.append(Node(id: id, title: "Đủ <điều> kiện?", kind: .gateway(kind)))
            case 1:
                let wait = Wait(party: .applicant, reason: "bổ sung", clock: .pause)
                nodes.append(Node(id: id, title: "Chờ & bổ sung", kind: .wait(wait)))
            case 2: nodes.append(Node(id: id, title: "", kind: .timer(.workingDays(2))))
            case 3:
                nodes.append(
                    Node(
                        id: id, title: "Gọi",
                        kind: .call(Call(process: "QT-02", unit: .code("Thuế")))))
            case 4: nodes.append(Node(id: id, title: "x", kind: .end(.refused)))
            default:
                nodes.append(
                    ProcessTestSamples.step(id, title, performer) {
                        if index > 2, number(below: 3) == 0 {
                            $0.returnsTo = [NodeID("n\(number(below: index))")]
                        }
                    })
            }
        }
        var flows = zip(nodes, nodes.dropFirst()).map { Flow(from: $0.id, to: $1.id) }
        for _ in 0..<count / 2 {
            let (from, to) = (nodes[number(below: count)], nodes[number(below: count)])
            flows.append(
                Flow(from: from.id, to: to.id, condition: .compare("a", .less, .number(3))))
        }
        return ProcessVersion(
            code: "QT-01", title: "Ngẫu nhiên \"\(seed)\"", kind: .procedure, ownerUnit: "NV",
            nodes: nodes, flows: flows)
    }

    private func diagram(_ version: ProcessVersion) -> ProcessDiagram {
        ProcessDiagram(version, naming: ProcessNaming(language: .vi))
    }

    static let sizes = [0, 1, 2, 3, 5, 8, 13, 21, 34, 60]

    @Test(arguments: sizes)
    func `all nodes are drawn once and no two boxes overlap`(_ size: Int) {
        for seed in 0..<12 {
            let version = Self.graph(UInt64(seed), count: size)
            let diagram = diagram(version)
            let text = String(decoding: diagram.file, as: UTF8.self)
            for node in version.nodes {
                #expect(text.ranges(of: "data-node=\"\(node.id)\"").count == 1)
            }
            let frames = diagram.layout.frames
            for (index, frame) in frames.enumerated() {
                #expect(!frames[..<index].contains { $0.overlaps(frame) })
                #expect(frame.x >= DiagramLayout.laneLabelWidth)
                #expect(frame.right <= diagram.layout.width)
                let lane = diagram.layout.lanes[diagram.layout.plan.lane[index]]
                #expect(frame.y >= lane.top && frame.bottom <= lane.top + lane.height)
            }
        }
    }

    @Test(arguments: sizes)
    func `no way runs through a box that it does not join`(_ size: Int) {
        for seed in 0..<12 {
            let diagram = diagram(Self.graph(UInt64(seed), count: size))
            for (edge, way) in zip(diagram.layout.plan.edges, diagram.routes.ways) {
                let points = Self.points(of: way.path)
                #expect(points.count > 1)
                for (from, to) in zip(points, points.dropFirst()) {
                    let line = DiagramFrame(
                        x: min(from.x, to.x), y: min(from.y, to.y), width: abs(from.x - to.x),
                        height: abs(from.y - to.y))
                    for (node, frame) in diagram.layout.frames.enumerated()
                    where node != edge.from && node != edge.to {
                        #expect(!frame.overlaps(line), "\(edge) \(way.path)")
                    }
                }
            }
        }
    }

    /// The corners of a path of `M`, `H` and `V`.
    static func points(of path: String) -> [(x: Double, y: Double)] {
        var points: [(x: Double, y: Double)] = []
        var rest = Substring(path)
        while let letter = rest.popFirst() {
            let part = rest.prefix { !"MHV".contains($0) }
            rest = rest.dropFirst(part.count)
            let numbers = part.split(separator: " ").compactMap { Double($0) }
            let last = points.last ?? (0, 0)
            switch letter {
            case "H": points.append((numbers[0], last.y))
            case "V": points.append((last.x, numbers[0]))
            default: points.append((numbers[0], numbers[1]))
            }
        }
        return points
    }

    @Test(arguments: sizes)
    func `the file is well-formed and the same each time`(_ size: Int) {
        let version = Self.graph(7, count: size)
        let bytes = ProcessDiagram.svg(of: version, language: .vi)
        #expect(bytes == ProcessDiagram.svg(of: version, language: .vi))
        let parser = XMLParser(data: Data(bytes))
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
    }

    @Test func `a page gets classes and no style of its own`() {
        let text = diagram(ProcessTestSamples.clear()).figure.string
        #expect(text.hasPrefix("<svg class=\"draw flow\""))
        #expect(!text.contains("style"))
        #expect(text.contains("<title id=\"flow-title\">Sơ đồ quy trình Đăng ký khai sinh</title>"))
        #expect(text.contains("Bước 2 có thể quay về bước 1."))
        #expect(text.contains("1. Tiếp nhận hồ sơ khai sinh (MC)"))
    }

    @Test func `lanes are units, or the positions of a unit that is alone`() {
        #expect(
            diagram(ProcessTestSamples.clear()).layout.plan.laneTitles == [
                "MC", "đơn vị có chức năng lanh-dao",
            ])
        let alone = ProcessTestSamples.line([
            ProcessTestSamples.step("b1", "Soạn", .position("cai-cach", in: .code("NV"))),
            ProcessTestSamples.step("b2", "Ký", .head(of: .code("NV"))),
        ])
        #expect(diagram(alone).layout.plan.laneTitles == ["cai-cach, NV", "Lãnh đạo, NV"])
    }

    @Test func `ways back are blue dashes, conditions have letters that the foot explains`() {
        var version = ProcessTestSamples.line([
            ProcessTestSamples.step("b1", "Nhận", .focalPoint),
            Node(id: "g", title: "", kind: .gateway(.exclusive)),
            ProcessTestSamples.step("b2", "Ký", .focalPoint),
        ])
        version.flows.append(
            Flow(from: "g", to: "b1", condition: .compare("du", .equal, .boolean(false))))
        let drawn = diagram(version)
        #expect(drawn.routes.ways.filter(\.isBack).count == 1)
        #expect(drawn.routes.legend == ["a: trường hợp còn lại", "b: du == false"])
        let text = drawn.figure.string
        #expect(text.contains("class=\"back\""))
        #expect(text.contains("url(#flow-return)"))
    }

    @Test func `what is unclear is marked at its box`() {
        let version = ProcessTestSamples.clear()
        let marked = ProcessDiagram(
            version, naming: ProcessNaming(language: .vi), flaws: ["b2"])
        let text = marked.figure.string
        #expect(text.ranges(of: "class=\"box flaw\"").count == 1)
        #expect(text.ranges(of: "class=\"mark\"").count == 1)
    }

    @Test func `a wide drawing keeps its size so that its text can be read`() {
        let steps = (1...30).map {
            ProcessTestSamples.step(NodeID("b\($0)"), "Bước", .focalPoint)
        }
        let drawn = diagram(ProcessTestSamples.line(steps))
        #expect(drawn.layout.width > ProcessDiagram.fittingWidth)
        #expect(drawn.figure.string.hasPrefix("<svg class=\"flow\""))
    }

    @Test(arguments: [40.0, 100, 110, 250])
    func `lines of text fit and nothing but the end is lost`(_ width: Double) {
        let text = "Thẩm định hồ sơ, đối chiếu quy hoạch chi tiết nghiêngnghiêngnghiêngnghiêng"
        let lines = DiagramText.lines(text, width: width, most: 99)
        for line in lines { #expect(DiagramText.width(of: line) <= width) }
        #expect(
            lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
        let short = DiagramText.lines(text, width: width, most: 2)
        #expect(short.count <= 2)
        if lines.count > 2 { #expect(short.last?.hasSuffix("…") == true) }
        #expect(DiagramText.lines("", width: width, most: 2).isEmpty)
    }
}
