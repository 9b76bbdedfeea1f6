// Which way each flow takes: straight, through the gap between two columns, or along the strip
// above a row; ways back run below the rows. Boxes stand in none of these, so nothing is crossed.

import ProcessModel
import WorkTime

/// Ways by gap and strip, before they have numbers. Each use of a gap gets a place of its own.
struct DiagramRouting: Sendable {
    enum Turn: Sendable {
        /// Same row, nothing in between.
        case straight
        /// One turn in a gap.
        case gap(column: Int, slot: Int)
        /// Through a gap, along the strip above the target's row, through a gap.
        case over(first: (column: Int, slot: Int), track: Int, last: (column: Int, slot: Int))
        /// Below the source's row straight to the target.
        case under(track: Int)
        /// Below the source's row, through a gap, below the target's row.
        case around(track: Int, gap: (column: Int, slot: Int), arriving: Int)
    }

    let plan: DiagramPlan
    let grid: DiagramGrid
    let contents: [DiagramContent]
    private(set) var turns: [Turn] = []
    private var slots: [Int]
    private var topTracks: [Int]
    private var bottomTracks: [Int]
    /// Cells that a box or a way takes already, by row and column.
    private var taken: Set<[Int]> = []

    init(_ plan: DiagramPlan) {
        self.plan = plan
        grid = DiagramGrid(plan)
        contents = plan.nodes.indices.map { DiagramContent(of: $0, in: plan) }
        slots = [Int](repeating: 0, count: grid.columnCount)
        topTracks = [Int](repeating: 0, count: grid.rowCount)
        bottomTracks = topTracks
        for node in plan.nodes.indices { taken.insert([grid.row[node], grid.column[node]]) }
        for edge in plan.edges {
            turns.append(edge.isBack ? wayBack(edge) : wayOn(edge))
        }
    }

    /// Room right of a column.
    func gapWidth(_ column: Int) -> Double { 26 + 7 * Double(max(0, slots[column] - 1)) }
    func topStrip(_ row: Int) -> Double { 12 + 8 * Double(topTracks[row]) }
    func bottomStrip(_ row: Int) -> Double { 12 + 9 * Double(bottomTracks[row]) }
    var legendCount: Int { plan.edges.filter { $0.condition != nil }.count }

    private mutating func wayOn(_ edge: DiagramPlan.Edge) -> Turn {
        let (from, to) = (grid.row[edge.from], grid.row[edge.to])
        let (start, end) = (grid.column[edge.from], grid.column[edge.to])
        let isFree = { (row: Int, taken: Set<[Int]>) in
            (start + 1..<max(end, start + 1)).allSatisfy { !taken.contains([row, $0]) }
        }
        if from == to, isFree(from, taken) {
            take(row: from, start, end)
            return .straight
        }
        if end == start + 1 { return .gap(column: start, slot: slot(start)) }
        if isFree(from, taken) {
            take(row: from, start, end)
            return .gap(column: end - 1, slot: slot(end - 1))
        }
        if isFree(to, taken) {
            take(row: to, start, end)
            return .gap(column: start, slot: slot(start))
        }
        topTracks[to] += 1
        return .over(
            first: (start, slot(start)), track: topTracks[to] - 1, last: (end - 1, slot(end - 1)))
    }

    private mutating func wayBack(_ edge: DiagramPlan.Edge) -> Turn {
        let (from, to) = (grid.row[edge.from], grid.row[edge.to])
        bottomTracks[from] += 1
        let track = bottomTracks[from] - 1
        if from == to { return .under(track: track) }
        bottomTracks[to] += 1
        let column = grid.column[edge.to]
        return .around(
            track: track, gap: (column, slot(column)), arriving: bottomTracks[to] - 1)
    }

    private mutating func take(row: Int, _ start: Int, _ end: Int) {
        for column in start + 1..<max(end, start + 1) { taken.insert([row, column]) }
    }

    private mutating func slot(_ column: Int) -> Int {
        slots[column] += 1
        return slots[column] - 1
    }
}
