// One commit for several commands, each undone alone when it fails.

import Ledger

/// Begins, waits its turn among all nodes, runs every command in a savepoint of its own, commits,
/// and only then answers. Two nodes never write at the same time: so they never wait for each other
/// in a circle, and what a command read is still so when it writes.
struct PostgresCommit {
    let line: PostgresLine
    let groups: [WriteGroup]

    /// Key of the turn (pg_advisory_xact_lock): "roviec" as a number.
    private static let turn: Int64 = 0x726F_7669_6563
    private static let attemptMaximum = 3

    private enum Outcome {
        case done
        case again(any Error)
        case failed(any Error)
    }

    func run() {
        var outcome = Outcome.again(LedgerStoreError.closed)
        for _ in 0..<Self.attemptMaximum {
            outcome = attempt()
            guard case .again = outcome else { break }
        }
        switch outcome {
        case .done: for group in groups { group.finish(nil) }
        case .again(let error), .failed(let error):
            let common = PostgresFailure.common(error)
            for group in groups { group.finish(common) }
        }
    }

    private func attempt() -> Outcome {
        var isCommitting = false
        do {
            let connection = try line.open()
            try connection.submit("BEGIN")
            try connection.submit("SELECT pg_advisory_xact_lock(?)", [.integer(Self.turn)])
            let isAlone = groups.count == 1 && groups[0].count == 1
            if isAlone {
                guard try run(groups[0], 0, connection) else {
                    undoAll()
                    return .done
                }
            } else {
                try runTogether(connection)
            }
            try connection.submit("COMMIT")
            isCommitting = true
            do {
                _ = try connection.settle()
            } catch {
                // What a lone command posted last is answered here; the commit was skipped.
                guard isAlone else { throw error }
                try throwIfGrave(error)
                groups[0].undone(0, PostgresFailure.common(error))
                undoAll()
            }
            return .done
        } catch let failure as PostgresFailure where failure.isLine {
            line.drop()
            // Whether the server heard the commit nobody knows; before it, nothing was written.
            return isCommitting ? .failed(LedgerStoreError.outcomeUnknown) : .again(failure)
        } catch let failure as PostgresFailure where failure.isRetryable {
            undoAll()
            return .again(failure)
        } catch {
            undoAll()
            return .failed(error)
        }
    }

    private func runTogether(_ connection: PostgresConnection) throws {
        for group in groups {
            for index in 0..<group.count {
                try connection.submit("SAVEPOINT command")
                let isDone = try run(group, index, connection) { try $0.settle() }
                if !isDone { try connection.submit("ROLLBACK TO SAVEPOINT command") }
                try connection.submit("RELEASE SAVEPOINT command")
            }
        }
    }

    /// Runs one command; false when it failed and has to be undone.
    private func run(
        _ group: WriteGroup, _ index: Int, _ connection: PostgresConnection,
        last: (PostgresTransaction) throws -> Void = { _ in }
    ) throws -> Bool {
        let transaction = PostgresTransaction(connection)
        do {
            try group.run(index, transaction)
            try last(transaction)
            // A statement that failed fails the command even when its author went on.
            if let failure = transaction.failure { throw PostgresFailure.common(failure) }
            return true
        } catch {
            try throwIfGrave(transaction.failure)
            // What was posted behind a refusal of the command itself is not answered yet.
            _ = try? transaction.settle()
            try throwIfGrave(transaction.failure)
            group.undone(index, error)
            return false
        }
    }

    /// Throws what takes the whole commit with it, and not only the command.
    private func throwIfGrave(_ failure: (any Error)?) throws {
        guard let failure = failure as? PostgresFailure else { return }
        if failure.isLine || failure.isRetryable { throw failure }
        switch failure.common {
        case .diskFull, .readOnly, .corrupt, .lockedByAnotherProcess: throw failure
        default: return
        }
    }

    private func undoAll() {
        do {
            let connection = try line.open()
            _ = try? connection.settle()
            _ = try connection.run("ROLLBACK")
        } catch {
            line.drop()
        }
    }
}
