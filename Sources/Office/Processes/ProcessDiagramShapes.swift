// The shapes of the nodes, in the manner of BPMN 2.0: boxes, diamonds, circles, and their words.

import HTML
import ProcessModel
import WorkTime

/// Words and size of one node.
struct DiagramContent: Sendable {
    static let boxWidth = 124.0
    var lines: [String] = []
    /// The time of a step, what a wait does to the clock, the process that is called.
    var terms: [String] = []
    var width: Double
    /// From the middle to where ways arrive and leave.
    var reach: Double
    /// Room above and below the height at which ways arrive.
    var above: Double
    var below: Double

    init(of index: Int, in plan: DiagramPlan) {
        let node = plan.nodes[index]
        let language = plan.naming.language
        switch node.kind {
        case .start, .end:
            (width, reach, above, below) = (26, 13, 13, 13)
        case .gateway:
            // A title that only repeats the identifier tells nothing.
            let title = node.title == node.id.rawValue ? "" : node.title
            lines = DiagramText.lines(title, width: 100, most: 2)
            width = lines.isEmpty ? 44 : 104
            (reach, above, below) = (22, 22, 22 + DiagramText.lineHeight * Double(lines.count))
        case .step, .service, .wait, .timer, .call:
            let number = plan.numbers[index].map { "\($0). " } ?? ""
            let title = node.title.isEmpty ? node.kind.phrase[language] : node.title
            lines = DiagramText.lines(number + title, width: Self.boxWidth - 14, most: 5)
            terms = Self.terms(of: node, language)
            (width, reach) = (Self.boxWidth, Self.boxWidth / 2)
            let text = DiagramText.lineHeight * Double(lines.count + terms.count)
            above = max(22, (text + 16) / 2)
            below = above
        }
    }

    private static func terms(of node: Node, _ language: Language) -> [String] {
        let words: String? =
            switch node.kind {
            case .step(let step): step.time?.phrase[language]
            case .timer(let term): term.tablePhrase[language]
            case .wait(let wait): phrase(of: wait.clock)[language]
            case .call(let call): call.process.rawValue
            case .start, .end, .service, .gateway: nil
            }
        return DiagramText.lines(words ?? "", width: boxWidth - 8, most: 2)
    }

    private static func phrase(of clock: ClockEffect) -> Bilingual {
        switch clock {
        case .pause, .pauseAndResume: Bilingual(vi: "đồng hồ dừng", en: "clock stopped")
        case .restart: Bilingual(vi: "sau đó tính lại", en: "clock restarts")
        case .run, .resume, .parallel, .applicant, .end:
            Bilingual(vi: "đồng hồ chạy", en: "clock runs")
        }
    }
}

extension ProcessDiagram {
    func shape(of index: Int) -> HTML {
        let node = layout.plan.nodes[index]
        let frame = layout.frames[index]
        let isFlawed = flaws.contains(node.id)
        return SVG.g(.data("node", node.id.rawValue)) {
            SVG.title { node.title.isEmpty ? node.kind.phrase[naming.language] : node.title }
            outline(of: node, frame, layout.portY[index], isFlawed ? "box flaw" : "box")
            text(of: layout.contents[index], node, frame, layout.portY[index])
            if isFlawed {
                let x = SVG.digits(of: frame.right - 18)
                SVG.path(.class("mark"), .d("M\(x) \(top(frame))l7 -12l7 12z"))
            }
        }
    }

    private func top(_ frame: DiagramFrame) -> String { SVG.digits(of: frame.y - 1) }

    private func outline(
        of node: Node, _ frame: DiagramFrame, _ y: Double, _ name: String
    ) -> HTML {
        switch node.kind {
        case .start: SVG.circle(.class(name), .cx(frame.middle), .cy(y), .r(12))
        case .end:
            HTML {
                SVG.circle(.class(name), .cx(frame.middle), .cy(y), .r(12))
                SVG.circle(.class("way"), .cx(frame.middle), .cy(y), .r(8))
            }
        case .gateway(let kind): diamond(kind, frame.middle, y, name)
        case .wait, .timer: box(frame, name, radius: 18)
        case .call:
            HTML {
                box(frame, name, radius: 0)
                bar(frame, at: frame.x + 5)
                bar(frame, at: frame.right - 5)
            }
        case .service: box(frame, name, radius: 0)
        case .step: box(frame, name, radius: 4)
        }
    }

    private func box(_ frame: DiagramFrame, _ name: String, radius: Double) -> HTML {
        SVG.rect(
            .class(name), .x(frame.x), .y(frame.y), .width(frame.width), .height(frame.height),
            .rx(radius))
    }

    private func bar(_ frame: DiagramFrame, at x: Double) -> HTML {
        SVG.path(
            .class("way"),
            .d(
                "M\(SVG.digits(of: x)) \(SVG.digits(of: frame.y))"
                    + "V\(SVG.digits(of: frame.bottom))"))
    }

    /// The sign inside tells how the branches are taken: BPMN 2.0, 10.6.
    private func diamond(
        _ kind: GatewayKind, _ x: Double, _ y: Double, _ name: String
    ) -> HTML {
        let (px, py) = (SVG.digits(of: x), SVG.digits(of: y))
        return HTML {
            SVG.path(.class(name), .d("M\(px) \(SVG.digits(of: y - 21))l21 21l-21 21l-21 -21z"))
            switch kind {
            case .exclusive:
                SVG.path(.class("way"), .d("M\(px) \(py)m-6 -6l12 12m0 -12l-12 12"))
            case .parallel: SVG.path(.class("way"), .d("M\(px) \(py)m-8 0h16m-8 -8v16"))
            case .inclusive: SVG.circle(.class("way"), .cx(x), .cy(y), .r(8))
            case .event:
                HTML {
                    SVG.circle(.class("way"), .cx(x), .cy(y), .r(10))
                    SVG.circle(.class("way"), .cx(x), .cy(y), .r(6))
                }
            }
        }
    }

    private func text(
        of content: DiagramContent, _ node: Node, _ frame: DiagramFrame, _ y: Double
    ) -> HTML {
        if case .gateway = node.kind {
            return lines(
                content.lines, x: frame.middle, top: y + 22 + 12, class: nil, anchor: "middle")
        }
        let count = Double(content.lines.count + content.terms.count)
        let first = y - DiagramText.lineHeight * count / 2 + 12
        let second = first + DiagramText.lineHeight * Double(content.lines.count) + 1
        return HTML {
            lines(content.lines, x: frame.middle, top: first, class: nil, anchor: "middle")
            lines(content.terms, x: frame.middle, top: second, class: "term", anchor: "middle")
        }
    }

    func lines(
        _ lines: [String], x: Double, top: Double, class name: String?, anchor: String?
    ) -> HTML {
        HTML {
            for (index, line) in lines.enumerated() {
                SVG.text(
                    .class(name), .x(x), .y(top + DiagramText.lineHeight * Double(index)),
                    .textAnchor(anchor)
                ) { line }
            }
        }
    }
}
