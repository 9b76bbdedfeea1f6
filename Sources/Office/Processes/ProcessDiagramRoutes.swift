// The ways as lines: what DiagramRouting chose, with the numbers of the layout.

import HTML
import ProcessModel
import WorkTime

struct DiagramRoutes: Sendable {
    struct Way: Sendable {
        var path: String
        var isBack: Bool
        var condition: String?
        var to: Int
        /// Where the arrow ends.
        var end: (x: Double, y: Double)
    }

    let ways: [Way]

    init(_ routing: DiagramRouting, layout: DiagramLayout) {
        var backs = [Int](repeating: 0, count: routing.plan.nodes.count)
        ways = zip(routing.plan.edges, routing.turns).map { edge, turn in
            let pen = DiagramPen(edge, layout: layout)
            let path: (text: String, end: (x: Double, y: Double))
            switch turn {
            case .straight: path = pen.straight
            case .gap(let column, let slot): path = pen.gap(column, slot)
            case .over(let first, let track, let last): path = pen.over(first, track, last)
            case .under(let track):
                path = pen.under(track, leaving: backs[edge.from], arriving: backs[edge.to] + 1)
            case .around(let track, let gap, let arriving):
                path = pen.around(
                    track, gap, arriving, sides: (backs[edge.from], backs[edge.to] + 1))
            }
            if edge.isBack {
                backs[edge.from] += 2
                backs[edge.to] += 2
            }
            return Way(
                path: path.text, isBack: edge.isBack, condition: edge.condition, to: edge.to,
                end: path.end)
        }
    }

    var drawing: HTML {
        HTML {
            for way in ways {
                SVG.path(
                    .class(way.isBack ? "back" : "way"), .d(way.path),
                    .markerEnd(way.isBack ? "url(#flow-return)" : "url(#flow-arrow)"))
            }
        }
    }

    /// Letters a, b, … of the ways with a condition, in the order of the flows.
    private var lettered: [(letter: String, way: Way)] {
        ways.filter { $0.condition != nil }.enumerated().map { index, way in
            let letters = Array("abcdefghijklmnopqrstuvwxyz")
            let round = index / letters.count
            return (String(letters[index % letters.count]) + (round == 0 ? "" : "\(round)"), way)
        }
    }

    var legend: [String] { lettered.map { "\($0.letter): \($0.way.condition ?? "")" } }

    /// The letters where the ways arrive, several at one node side by side.
    func tags(in layout: DiagramLayout) -> HTML {
        let forward = Dictionary(grouping: lettered.filter { !$0.way.isBack }, by: \.way.to)
        return HTML {
            for node in forward.keys.sorted() {
                let letters = (forward[node] ?? []).map(\.letter).joined(separator: ", ")
                SVG.text(
                    .class("term"), .x(layout.entry(of: node) - 10), .y(layout.portY[node] - 5),
                    .textAnchor("end")
                ) { letters }
            }
            for (letter, way) in lettered where way.isBack {
                SVG.text(
                    .class("backtext"), .x(way.end.x + 5), .y(way.end.y + 11)
                ) { letter }
            }
        }
    }
}

/// Writes one way.
struct DiagramPen {
    typealias Line = (text: String, end: (x: Double, y: Double))
    private let layout: DiagramLayout
    private let from: DiagramFrame
    private let to: DiagramFrame
    /// Where ways leave the source on the right and reach the target on the left.
    private let exit: Double
    private let entry: Double
    private let start: Double
    private let end: Double
    private let rowOfSource: Int
    private let rowOfTarget: Int

    init(_ edge: DiagramPlan.Edge, layout: DiagramLayout) {
        self.layout = layout
        from = layout.frames[edge.from]
        to = layout.frames[edge.to]
        exit = from.middle + layout.contents[edge.from].reach
        entry = to.middle - layout.contents[edge.to].reach
        start = layout.portY[edge.from]
        end = layout.portY[edge.to]
        let starting = start
        let ending = end
        rowOfSource = layout.rowTop.lastIndex { $0 <= starting } ?? 0
        rowOfTarget = layout.rowTop.lastIndex { $0 <= ending } ?? 0
    }

    private func x(_ gap: (column: Int, slot: Int)) -> Double {
        layout.columnX[gap.column] + layout.columnWidth[gap.column] + 8 + 7 * Double(gap.slot)
    }

    private func line(_ parts: String...) -> String { parts.joined() }
    private func h(_ x: Double) -> String { "H\(SVG.digits(of: x))" }
    private func v(_ y: Double) -> String { "V\(SVG.digits(of: y))" }
    private func m(_ x: Double, _ y: Double) -> String {
        "M\(SVG.digits(of: x)) \(SVG.digits(of: y))"
    }

    var straight: Line { (line(m(exit, start), h(entry)), (entry, end)) }

    func gap(_ column: Int, _ slot: Int) -> Line {
        (line(m(exit, start), h(x((column, slot))), v(end), h(entry)), (entry, end))
    }

    func over(
        _ first: (column: Int, slot: Int), _ track: Int, _ last: (column: Int, slot: Int)
    ) -> Line {
        let y = layout.rowTop[rowOfTarget] + 8 + 8 * Double(track)
        let path = line(
            m(exit, start), h(x(first)), v(y), h(x(last)), v(end), h(entry))
        return (path, (entry, end))
    }

    func under(_ track: Int, leaving: Int, arriving: Int) -> Line {
        let y = layout.boxBottom[rowOfSource] + 9 + 9 * Double(track)
        let target = side(of: to, arriving)
        let path = line(
            m(side(of: from, leaving), from.bottom), v(y), h(target), v(to.bottom))
        return (path, (target, to.bottom))
    }

    func around(
        _ track: Int, _ gap: (column: Int, slot: Int), _ arriving: Int, sides: (Int, Int)
    ) -> Line {
        let y = layout.boxBottom[rowOfSource] + 9 + 9 * Double(track)
        let last = layout.boxBottom[rowOfTarget] + 9 + 9 * Double(arriving)
        let target = side(of: to, sides.1)
        let path = line(
            m(side(of: from, sides.0), from.bottom), v(y), h(x(gap)), v(last), h(target),
            v(to.bottom))
        return (path, (target, to.bottom))
    }

    /// Ways leave right of the middle and arrive left of it, each a little further out.
    private func side(of frame: DiagramFrame, _ number: Int) -> Double {
        let step = min(8, frame.width / 10)
        let out = step * Double(number / 2 + 1)
        let offset = min(out, frame.width / 2 - 2)
        return number % 2 == 0 ? frame.middle + offset : frame.middle - offset
    }
}
