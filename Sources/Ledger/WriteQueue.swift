// Queues commands for the one writer of a store and drains them in batches, without a timer.

import Synchronization

/// What waited while the last commit was on the disk goes into the next one. The queue has a
/// bound: an overloaded office tells its callers so instead of growing without end.
public final class WriteQueue<Line>: Sendable {
    private struct State: ~Copyable {
        var waiting: [WriteGroup] = []
        var commands = 0
        var isDraining = false
        var isClosed = false
    }

    /// Commands that may wait.
    private let commandMaximum: Int
    /// Commands in one commit; a group that is larger still stays whole.
    private let batchMaximum: Int
    private let start: @Sendable (@escaping @Sendable (Line) -> Void) -> Void
    private let commit: @Sendable (Line, [WriteGroup]) -> Void
    private let state = Mutex(State())

    /// - Parameters:
    ///   - start: Runs work on the writer's own thread, after what was started before.
    ///   - commit: Runs the groups in one commit and answers each.
    public init(
        commandMaximum: Int, batchMaximum: Int,
        start: @escaping @Sendable (@escaping @Sendable (Line) -> Void) -> Void,
        commit: @escaping @Sendable (Line, [WriteGroup]) -> Void
    ) {
        self.commandMaximum = commandMaximum
        self.batchMaximum = batchMaximum
        self.start = start
        self.commit = commit
    }

    /// Queues the commands of one caller and returns when they are on the disk.
    public func perform<T: Sendable>(
        _ work: [@Sendable (any LedgerTransaction) throws -> T]
    ) async throws -> [Result<T, any Error>] {
        if work.isEmpty { return [] }
        return try await withCheckedThrowingContinuation { continuation in
            let group = WriteGroup(work) { continuation.resume(with: $0) }
            do {
                try add(group)
            } catch {
                continuation.resume(throwing: error)
            }
        }
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
                start { self.drain($0) }
            }
            return nil
        }
        if let refusal { throw refusal }
    }

    /// Refuses what comes later and returns when all that came before is answered.
    public func close() async {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            state.withLock { state in
                state.isClosed = true
                start { _ in continuation.resume() }
            }
        }
    }

    public var isClosed: Bool { state.withLock { $0.isClosed } }

    /// Runs on the writer's own thread until nothing waits.
    private func drain(_ line: Line) {
        while let batch = next() { commit(line, batch) }
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
