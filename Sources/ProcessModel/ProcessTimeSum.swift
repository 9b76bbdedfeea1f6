// The sum of the times of the steps, compared with the published limit of the process.
//
// A day is the working minutes of the calendar, the same day one day. Branches count their longest;
// steps of the citizen, conditional steps and steps that run beside others are left out and named.

import WorkTime

/// The sum with one line for each step, timer and call, in reading order.
public struct TimeSum: Hashable, Sendable {
    public enum Standing: String, Hashable, Sendable, CaseIterable {
        case counted
        /// A branch beside the longest one.
        case otherBranch
        case conditional, applicant, parallel
        /// Its own time was never published.
        case withinTotal
        /// It should have a time and has none.
        case missing
    }

    public struct Line: Hashable, Sendable {
        public var node: NodeID
        public var title: String
        public var time: StepTime?
        /// Working minutes; 0 when it has no time of its own.
        public var minutes: Int
        public var standing: Standing
    }

    public var lines: [Line]
    /// Working minutes of the longest way.
    public var minutes: Int
    /// The published limit in working minutes.
    public var limit: Int?
    public var minutesPerDay: Int

    /// Every step has its own time, so that the sum can be compared from below too.
    public var isComplete: Bool {
        !lines.contains { $0.standing == .withinTotal || $0.standing == .missing }
    }
    public var exceedsLimit: Bool { limit.map { minutes > $0 } ?? false }
    /// The steps with their times use less than half of the limit.
    public var usesLessThanHalf: Bool {
        isComplete && (limit.map { minutes < $0 - minutes } ?? false)
    }

    /// `called` gives the limit of a process that is called.
    public init(
        of version: ProcessVersion, minutesPerDay: Int = 480,
        called: (ProcessCode) -> Term? = { _ in nil }
    ) {
        let graph = ProcessGraph(version)
        self.minutesPerDay = minutesPerDay
        limit = version.total?.minutes(perDay: minutesPerDay)
        let order = graph.readingOrder
        let lines = graph.nodes.map { Line($0, perDay: minutesPerDay, called: called) }
        let way = LongestWay(in: graph, order: order) {
            lines[$0].map { $0.standing == .counted ? $0.minutes : 0 } ?? 0
        }
        minutes = way.minutes
        self.lines = order.compactMap { index in
            guard var line = lines[index] else { return nil }
            if line.standing == .counted, !way.members.contains(index) {
                line.standing = .otherBranch
            }
            return line
        }
    }
}

extension TimeSum.Line {
    init?(_ node: Node, perDay: Int, called: (ProcessCode) -> Term?) {
        let time: StepTime?
        var standing = TimeSum.Standing.counted
        switch node.kind {
        case .step(let step):
            time = step.time
            standing = Self.standing(of: step)
        case .timer(let term): time = .term(term)
        case .call(let call): time = called(call.process).map(StepTime.term)
        case .start, .end, .service, .gateway, .wait: return nil
        }
        self.node = node.id
        self.time = time
        self.standing = standing
        title = node.title
        if case .term(let term) = time {
            minutes = term.minutes(perDay: perDay)
        } else {
            minutes = 0
            if standing == .counted { self.standing = time == nil ? .missing : .withinTotal }
        }
    }

    private static func standing(of step: Step) -> TimeSum.Standing {
        if step.clock == .applicant || step.performer == .applicant { return .applicant }
        if step.conditional { return .conditional }
        return step.clock == .parallel ? .parallel : .counted
    }
}

/// The longest way through a graph, its turns back left out.
struct LongestWay {
    var minutes = 0
    var members: Set<Int> = []

    /// Nodes that no start reaches do not count, unless there is no start at all.
    init(in graph: ProcessGraph, order: [Int], weight: (Int) -> Int) {
        let starts = graph.starts
        let counts = graph.reached(from: starts.isEmpty ? Array(graph.nodes.indices) : starts)
        let back = graph.backFlows
        var best = [Int](repeating: 0, count: graph.nodes.count)
        var before = [Int?](repeating: nil, count: graph.nodes.count)
        var last: Int?
        for index in order where counts[index] {
            for other in graph.predecessors(of: index)
            where counts[other] && !back.contains(.init(other, index)) {
                if before[index].map({ best[other] > best[$0] }) ?? true { before[index] = other }
            }
            best[index] = (before[index].map { best[$0] } ?? 0).saturatingSum(weight(index))
            if best[index] >= minutes {
                minutes = best[index]
                last = index
            }
        }
        while let index = last {
            members.insert(index)
            last = before[index]
        }
    }
}
