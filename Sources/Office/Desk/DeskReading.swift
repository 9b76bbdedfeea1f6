// What a query gets: the reader, and the states that everybody asks for.

import Engine
import Ledger
import WorkTime

/// A snapshot of the store with the remembered states.
public struct DeskReading {
    public let reader: any LedgerReader
    let memory: DeskMemory
    public let zone: ZoneOffset

    public func rows(_ sql: String, _ arguments: [SQLValue] = []) throws -> [SQLRow] {
        try reader.rows(sql, arguments)
    }

    /// The organisation as it stands.
    public func organisation() throws -> People.Organisation {
        try told(People.Organisation.self, by: People.stream)?.state ?? People.Organisation()
    }
}
