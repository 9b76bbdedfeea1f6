// Where everything lies: columns by order, rows by lane, room between them for the ways.

import ProcessModel
import WorkTime

/// A rectangle, `x` and `y` at its upper left.
struct DiagramFrame: Hashable, Sendable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
    var right: Double { x + width }
    var bottom: Double { y + height }
    var middle: Double { x + width / 2 }

    func overlaps(_ other: DiagramFrame) -> Bool {
        x < other.right && other.x < right && y < other.bottom && other.y < bottom
    }
}

/// Sizes and places in user units.
struct DiagramLayout: Sendable {
    struct Lane: Sendable {
        var title: [String]
        var top: Double
        var height: Double
        var lineCount: Double { Double(title.count) }
    }

    static let laneLabelWidth = 128.0
    static let leastWidth = 1120.0

    let plan: DiagramPlan
    let contents: [DiagramContent]
    let lanes: [Lane]
    /// Frame of each node, its text included.
    let frames: [DiagramFrame]
    /// Height at which ways arrive and leave.
    let portY: [Double]
    let columnX: [Double]
    let columnWidth: [Double]
    /// Upper edge of each row, with the strip for ways above the boxes.
    let rowTop: [Double]
    let boxTop: [Double]
    let boxBottom: [Double]
    let width: Double
    let height: Double
    let lanesBottom: Double

    init(_ plan: DiagramPlan, routing: DiagramRouting) {
        self.plan = plan
        contents = routing.contents
        columnWidth = (0..<routing.grid.columnCount).map { column in
            routing.grid.nodes(inColumn: column).map { routing.contents[$0].width }.max() ?? 0
        }
        var x = Self.laneLabelWidth + 14
        var columnX: [Double] = []
        for column in columnWidth.indices {
            columnX.append(x)
            x += columnWidth[column] + routing.gapWidth(column)
        }
        self.columnX = columnX
        width = max(x, Self.leastWidth)
        let rows = Self.rows(routing)
        (rowTop, boxTop, boxBottom) = (rows.top, rows.boxTop, rows.boxBottom)
        lanesBottom = rows.bottom
        lanes = plan.laneTitles.enumerated().map { lane, title in
            let own = routing.grid.rowsOfLane[lane]
            let top = rows.top[own.lowerBound]
            let next = own.upperBound < rows.top.count ? rows.top[own.upperBound] : rows.bottom
            return Lane(
                title: DiagramText.lines(title, width: Self.laneLabelWidth - 16, most: 5),
                top: top, height: next - top)
        }
        var frames: [DiagramFrame] = []
        var portY: [Double] = []
        for node in plan.nodes.indices {
            let (row, column) = (routing.grid.row[node], routing.grid.column[node])
            let content = routing.contents[node]
            let middle = (rows.boxTop[row] + rows.boxBottom[row]) / 2
            let left = columnX[column] + (columnWidth[column] - content.width) / 2
            portY.append(middle)
            frames.append(
                DiagramFrame(
                    x: left, y: middle - content.above, width: content.width,
                    height: content.above + content.below))
        }
        self.frames = frames
        self.portY = portY
        let legend = routing.legendCount
        height = lanesBottom + (legend == 0 ? 1 : 12 + 18 * Double(legend))
    }

    /// Where ways reach a node from the left.
    func entry(of node: Int) -> Double { frames[node].middle - contents[node].reach }

    private static func rows(
        _ routing: DiagramRouting
    ) -> (top: [Double], boxTop: [Double], boxBottom: [Double], bottom: Double) {
        var y = 1.0
        var (top, boxTop, boxBottom): ([Double], [Double], [Double]) = ([], [], [])
        for row in 0..<routing.grid.rowCount {
            let half =
                routing.grid.nodes(inRow: row)
                .map { max(routing.contents[$0].above, routing.contents[$0].below) }.max() ?? 22
            // A lane is high enough for its name.
            let least = max(half, 28)
            top.append(y)
            y += routing.topStrip(row)
            boxTop.append(y)
            y += 2 * least
            boxBottom.append(y)
            y += routing.bottomStrip(row)
        }
        return (top, boxTop, boxBottom, y)
    }
}

/// Cells of the drawing: a column and a row for each node, no two alike.
struct DiagramGrid: Sendable {
    let column: [Int]
    let row: [Int]
    let columnCount: Int
    let rowCount: Int
    let rowsOfLane: [Range<Int>]

    init(_ plan: DiagramPlan) {
        var column = [Int](repeating: 0, count: plan.nodes.count)
        // Nodes stand in reading order, so one walk finds the longest way to each.
        for node in plan.nodes.indices {
            for edge in plan.edges where edge.to == node && !edge.isBack {
                column[node] = max(column[node], column[edge.from] + 1)
            }
        }
        self.column = column
        columnCount = (column.max() ?? -1) + 1
        var used: [[Int]: Int] = [:]
        var within = [Int](repeating: 0, count: plan.nodes.count)
        var heights = [Int](repeating: 1, count: plan.laneTitles.count)
        for node in plan.nodes.indices {
            let cell = [plan.lane[node], column[node]]
            within[node] = used[cell, default: 0]
            used[cell, default: 0] += 1
            heights[plan.lane[node]] = max(heights[plan.lane[node]], within[node] + 1)
        }
        var ranges: [Range<Int>] = []
        for height in heights {
            let start = ranges.last?.upperBound ?? 0
            ranges.append(start..<start + height)
        }
        rowsOfLane = ranges
        rowCount = ranges.last?.upperBound ?? 0
        row = plan.nodes.indices.map { ranges[plan.lane[$0]].lowerBound + within[$0] }
    }

    func nodes(inColumn wanted: Int) -> [Int] { column.indices.filter { column[$0] == wanted } }
    func nodes(inRow wanted: Int) -> [Int] { row.indices.filter { row[$0] == wanted } }
}
