// Queues commands for the one writer and drains them in batches, without a timer.

import GRDB
import Ledger
import Synchronization

/// What waited while the last commit was on the disk goes into the next one. The queue has a
/// bound: an overloaded office tells its callers so instead of growing without end.
final class WriteQueue: Sendable {
    private struct State: ~Copyable {
        var waiting: [WriteGroup] = []
        var commands = 0
        var isDraining = false
        var isClosed = false
    }

    private let pool: DatabasePool
    /// Commands that may wait.
    private let commandMaximum: Int
    /// Commands in one commit; a group that is larger still stays whole.
    private let batchMaximum: Int
    private let state = Mutex(State())

    init(pool: DatabasePool, commandMaximum: Int, batchMaximum: Int) {
        self.pool = pool
        self.commandMaximum = commandMaximum
        self.batchMaximum = batchMaximum
    }

    /// A group larger than the bound is let in when nothing else waits.
    func add(_ group: WriteGroup) throws(LedgerStoreError) {
        let refusal: LedgerStoreError? = state.withLock { state in
            if state.isClosed { return .closed }
            if state.commands > 0, state.commands + group.count > commandMaximum {
                return .overloaded(waiting: state.commands)
            }
            state.waiting.append(group)
            state.commands += group.count
            if !state.isDraining {
                state.isDraining = true
                // Handed over inside the lock, so that it stands before the close below.
                pool.asyncWriteWithoutTransaction { self.drain($0) }
            }
            return nil
        }
        if let refusal { throw refusal }
    }

    /// Refuses what comes later and returns when all that came before is answered.
    func close() async {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            state.withLock { state in
                state.isClosed = true
                pool.asyncWriteWithoutTransaction { _ in continuation.resume() }
            }
        }
    }

    var isClosed: Bool { state.withLock { $0.isClosed } }

    /// Runs on the writer's own thread until nothing waits.
    private func drain(_ database: Database) {
        while let batch = next() {
            GroupCommit(database: database, groups: batch).run()
        }
    }

    private func next() -> [WriteGroup]? {
        state.withLock { state in
            if state.waiting.isEmpty {
                state.isDraining = false
                return nil
            }
            var taken = 0
            var commands = 0
            while taken < state.waiting.count {
                commands += state.waiting[taken].count
                if taken > 0, commands > batchMaximum {
                    commands -= state.waiting[taken].count
                    break
                }
                taken += 1
            }
            state.commands -= commands
            if taken == state.waiting.count {
                defer { state.waiting = [] }
                return state.waiting
            }
            defer { state.waiting.removeFirst(taken) }
            return Array(state.waiting[..<taken])
        }
    }
}
