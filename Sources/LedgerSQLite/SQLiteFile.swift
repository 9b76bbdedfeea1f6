// Files of the store seen from outside: copied while somebody writes, and read as they lie.

import Foundation
import GRDB
import Ledger

public enum SQLiteFile {
    /// Copies the database into a new file, as it is at one instant, without holding up writers.
    /// Free space and what was erased stay behind. The copy is on the disk afterwards.
    public static func copy(from path: String, to copy: String) throws {
        // The library writes over a file that it does not know.
        if FileManager.default.fileExists(atPath: copy) {
            throw LedgerStoreError.cannotOpen(path: copy, detail: "the file exists")
        }
        do {
            let queue = try DatabaseQueue(path: path)
            defer { try? queue.close() }
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "VACUUM INTO ?", arguments: [copy])
            }
        } catch {
            throw LedgerStoreError.from(error, path: path)
        }
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: copy))
        try file.synchronize()
        try file.close()
    }

    /// Reads a copy that nobody writes to, and leaves it as it is.
    public static func read<T>(
        _ path: String, _ work: (any LedgerReader) throws -> T
    ) throws -> T {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            defer { try? queue.close() }
            return try queue.read { try work(SQLiteReader(database: $0)) }
        } catch {
            throw LedgerStoreError.from(error, path: path)
        }
    }
}
