// State rows: saved states of streams. Which version of a stream has one, `ToldState` says;
// replaying the entries must give the same state: `roviec verify` and the tests prove it.

import Ledger

enum StreamState {
    static let migrations = [
        Migration(
            id: "state-1",
            statements: [
                """
                CREATE TABLE streamState (
                    stream TEXT NOT NULL PRIMARY KEY,
                    version {{bigint}} NOT NULL,
                    state {{blob}} NOT NULL)
                """
            ])
    ]

    /// The saved state and the version it belongs to.
    static func load<State: Decodable>(
        _ type: State.Type, stream: String, in reader: any LedgerReader
    ) throws -> (state: State, version: Int)? {
        let sql = "SELECT version, state FROM streamState WHERE stream = ?"
        guard let row = try reader.row(sql, [.text(stream)]) else { return nil }
        let value = try Payload(
            decoding: row.blob("state"), maximum: PayloadCoding.stateMaximum)
        return (
            try EventDecoding.value(type, from: .nested(value)), try row.int("version")
        )
    }

    static func save(
        _ state: some Encodable, stream: String, version: Int,
        in transaction: any LedgerTransaction
    ) throws {
        try transaction.post(
            """
            INSERT INTO streamState (stream, version, state) VALUES (?, ?, ?)
            ON CONFLICT (stream) DO UPDATE SET version = excluded.version, state = excluded.state
            """,
            [.text(stream), SQLValue(version), .blob(try bytes(of: state))])
    }

    /// The bytes a state row holds.
    static func bytes(of state: some Encodable) throws -> [UInt8] {
        guard case .nested(let payload) = try EventEncoding.value(of: state) else {
            throw EventEncoding.Flaw.notAnEvent
        }
        return try payload.encoded(maximum: PayloadCoding.stateMaximum)
    }
}
