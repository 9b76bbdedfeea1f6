// Commands that wait to be written, and where their answers go.

import Synchronization

/// One caller's commands: one of `write`, several of `writeBatch`. They are never torn apart
/// over two commits.
public struct WriteGroup: Sendable {
    public let count: Int
    /// Runs the command with this number.
    public let run: @Sendable (Int, any LedgerTransaction) throws -> Void
    /// Notes why the command with this number was undone.
    public let undone: @Sendable (Int, any Error) -> Void
    /// Answers the caller after the commit, or with the error that took the whole commit.
    public let finish: @Sendable ((any Error)?) -> Void
}

extension WriteGroup {
    init<T: Sendable>(
        _ work: [@Sendable (any LedgerTransaction) throws -> T],
        answer: @escaping @Sendable (Result<[Result<T, any Error>], any Error>) -> Void
    ) {
        let results = WriteResults<T>(count: work.count)
        count = work.count
        run = { index, transaction in
            results.set(index, .success(try work[index](transaction)))
        }
        undone = { index, error in results.set(index, .failure(error)) }
        finish = { error in
            if let error { answer(.failure(error)) } else { answer(.success(results.all)) }
        }
    }
}

/// Carries results from the writer's thread to the caller.
private final class WriteResults<T: Sendable>: Sendable {
    private let values: Mutex<[Result<T, any Error>?]>

    init(count: Int) {
        values = Mutex(Array(repeating: nil, count: count))
    }

    func set(_ index: Int, _ result: Result<T, any Error>) {
        values.withLock { $0[index] = result }
    }

    /// A command without a result was never run, which only a closed store leaves behind.
    var all: [Result<T, any Error>] {
        values.withLock { $0.map { $0 ?? .failure(LedgerStoreError.closed) } }
    }
}
