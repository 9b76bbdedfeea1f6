// Lines for reading, handed out in the order of asking.

import Ledger
import Synchronization

final class PostgresReaders: Sendable {
    private struct State: ~Copyable {
        var idle: [PostgresLine]
        var waiting: [CheckedContinuation<PostgresLine?, Never>] = []
        var isClosed = false
    }

    private let state: Mutex<State>
    private let all: [PostgresLine]

    init(_ lines: [PostgresLine]) {
        all = lines
        state = Mutex(State(idle: lines))
    }

    /// Runs reads on one snapshot; once more when the line broke, or when a table changed behind
    /// what was prepared.
    func read<T: Sendable>(
        _ work: @escaping @Sendable (any LedgerReader) throws -> T
    ) async throws -> T {
        guard let line = await take() else { throw LedgerStoreError.closed }
        defer { giveBack(line) }
        return try await line.run { line in
            do {
                return try Self.snapshot(line, work)
            } catch let failure as PostgresFailure where failure.isLine {
                line.drop()
            } catch let failure as PostgresFailure where failure.isOutdated {
                // The connection forgot what it had prepared.
            } catch {
                throw PostgresFailure.common(error)
            }
            do {
                return try Self.snapshot(line, work)
            } catch {
                throw PostgresFailure.common(error)
            }
        }
    }

    private static func snapshot<T>(
        _ line: PostgresLine, _ work: (any LedgerReader) throws -> T
    ) throws -> T {
        let connection = try line.open()
        do {
            try connection.submit("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            let value = try work(PostgresReader(connection: connection))
            _ = try connection.run("COMMIT")
            return value
        } catch {
            if !connection.isBroken { _ = try? connection.run("ROLLBACK") }
            throw error
        }
    }

    private func take() async -> PostgresLine? {
        await withCheckedContinuation { continuation in
            let line: PostgresLine?? = state.withLock { state in
                if state.isClosed { return .some(nil) }
                if let line = state.idle.popLast() { return line }
                state.waiting.append(continuation)
                return nil
            }
            if let line { continuation.resume(returning: line) }
        }
    }

    private func giveBack(_ line: PostgresLine) {
        let next: CheckedContinuation<PostgresLine?, Never>? = state.withLock { state in
            if state.waiting.isEmpty {
                state.idle.append(line)
                return nil
            }
            return state.waiting.removeFirst()
        }
        next?.resume(returning: line)
    }

    /// Who waits is told that the store is closed; who reads may finish.
    func close() async {
        let waiting = state.withLock { state in
            state.isClosed = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume(returning: nil) }
        for line in all { _ = try? await line.run { $0.drop() } }
    }
}
