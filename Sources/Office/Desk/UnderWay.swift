// What is being done right now on this node, by name and number.

import Synchronization

final class UnderWay: Sendable {
    private let counts = Mutex<[String: Int]>([:])

    /// Takes part, and tells how many were at it before.
    func begin(_ name: String) -> Int {
        counts.withLock { counts in
            let before = counts[name, default: 0]
            counts[name] = before + 1
            return before
        }
    }

    func end(_ name: String) {
        counts.withLock { counts in
            let left = counts[name, default: 0] - 1
            counts[name] = left > 0 ? left : nil
        }
    }

    var isEmpty: Bool { counts.withLock { $0.isEmpty } }
}
