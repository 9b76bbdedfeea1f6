// One commit for several commands, each undone alone when it fails.

import GRDB
import Ledger

/// Begins, runs every command in a savepoint of its own, commits, and only then answers. A single
/// command needs no savepoint: its transaction is undone instead.
struct GroupCommit {
    let database: Database
    let groups: [WriteGroup]

    func run() {
        undoAll()
        do {
            try control("BEGIN IMMEDIATE")
            if groups.count == 1, groups[0].count == 1 {
                try runAlone(groups[0])
            } else {
                try runTogether()
            }
            for group in groups { group.finish(nil) }
        } catch {
            undoAll()
            let common = LedgerStoreError.from(error)
            for group in groups { group.finish(common) }
        }
    }

    private func runAlone(_ group: WriteGroup) throws {
        if let failure = failure(of: group, 0) {
            group.undone(0, failure)
            undoAll()
        } else {
            try control("COMMIT")
        }
    }

    private func runTogether() throws {
        for group in groups {
            for index in 0..<group.count {
                try control("SAVEPOINT command")
                if let failure = failure(of: group, index) {
                    group.undone(index, failure)
                    try undoOne(after: failure)
                }
                try control("RELEASE command")
            }
        }
        try control("COMMIT")
    }

    /// Runs one command; a statement that failed fails it even when its author went on.
    private func failure(of group: WriteGroup, _ index: Int) -> (any Error)? {
        let transaction = SQLiteTransaction(database)
        do {
            try group.run(index, transaction)
            return transaction.failure
        } catch {
            return error
        }
    }

    /// SQLite gives up the whole transaction by itself on a full disk and the like: then the
    /// savepoint is gone, and so is everybody's work in this commit.
    private func undoOne(after failure: any Error) throws {
        let incident = failure as? LedgerStoreError
        if !database.isInsideTransaction || incident?.endsTransaction == true { throw failure }
        try control("ROLLBACK TO command")
    }

    /// Nothing is left to do when even this fails: the next commit tries again.
    private func undoAll() {
        if database.isInsideTransaction { try? control("ROLLBACK") }
    }

    private func control(_ sql: String) throws {
        _ = try database.run(sql, [])
    }
}
