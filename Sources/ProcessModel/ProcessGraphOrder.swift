// Order and loops of a process graph: the reading order of its nodes and the flows that turn back.

extension ProcessGraph {
    /// An order in which each node stands after those that lead to it, loops apart; where the
    /// graph leaves a choice the order of writing decides. Nodes that are not reached come last.
    public var readingOrder: [Int] {
        let back = backFlows
        var waiting = nodes.indices.map { index in
            predecessors(of: index).filter { !back.contains(Pair($0, index)) }.count
        }
        var ready = IndexHeap(nodes.indices.filter { waiting[$0] == 0 })
        var order: [Int] = []
        while let index = ready.popLeast() {
            order.append(index)
            for next in successors(of: index) where !back.contains(Pair(index, next)) {
                waiting[next] -= 1
                if waiting[next] == 0 { ready.insert(next) }
            }
        }
        return order
    }

    struct Pair: Hashable {
        var from: Int
        var to: Int
        init(_ from: Int, _ to: Int) {
            self.from = from
            self.to = to
        }
    }

    /// Flows that turn back to a node still being walked, seen from the starts and then from what
    /// they do not reach. Without them the graph has no loop. Walks without recursion: a file may
    /// name a chain of any length.
    var backFlows: Set<Pair> {
        enum Mark { case new, open, done }
        var marks = [Mark](repeating: .new, count: nodes.count)
        var back: Set<Pair> = []
        for root in starts + Array(nodes.indices) where marks[root] == .new {
            var path = [(index: root, next: 0)]
            marks[root] = .open
            while let (index, next) = path.last {
                let following = successors(of: index)
                guard next < following.count else {
                    marks[index] = .done
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let other = following[next]
                if marks[other] == .open { back.insert(Pair(index, other)) }
                if marks[other] == .new {
                    marks[other] = .open
                    path.append((other, 0))
                }
            }
        }
        return back
    }
}

/// Least number first.
struct IndexHeap {
    private var items: [Int] = []

    init(_ items: some Sequence<Int>) { for item in items { insert(item) } }

    mutating func insert(_ item: Int) {
        items.append(item)
        var child = items.count - 1
        while child > 0, items[child] < items[(child - 1) / 2] {
            items.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func popLeast() -> Int? {
        guard let least = items.first, let last = items.popLast() else { return nil }
        guard !items.isEmpty else { return least }
        items[0] = last
        var parent = 0
        while true {
            let children = [2 * parent + 1, 2 * parent + 2].filter { $0 < items.count }
            guard let child = children.min(by: { items[$0] < items[$1] }),
                items[child] < items[parent]
            else { return least }
            items.swapAt(parent, child)
            parent = child
        }
    }
}
