// Lets a thread that reads wait until what it read is written elsewhere: one page is under way.

import Dispatch
import Synchronization

final class CopyTurn: Sendable {
    private struct State {
        var hasBegun = false
        var isStopped = false
    }

    private let signal = DispatchSemaphore(value: 0)
    private let state = Mutex(State())

    /// A store may run its work again: then the snapshot is another one, and pages of the first are
    /// written already.
    func begin() throws {
        let isFirst = state.withLock { state in
            defer { state.hasBegun = true }
            return !state.hasBegun
        }
        if !isFirst { throw StoreCopyError.snapshotLost }
    }

    /// Blocks the thread of the reader.
    func waitUntilTaken() throws {
        signal.wait()
        if state.withLock({ $0.isStopped }) { throw CancellationError() }
    }

    func taken() { signal.signal() }

    /// The writer failed: the reader need not go on.
    func stop() {
        state.withLock { $0.isStopped = true }
        signal.signal()
    }
}
