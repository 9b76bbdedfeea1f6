// State rows: the state of each stream after its last entry, so that loading costs one row.
// Replaying the entries must give the same bytes; `roviec verify` and the tests prove it.

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

    /// A large state is saved whenever its version passes a multiple of this; reading it takes
    /// the saved state and the entries since, so a command never costs the size of the state.
    static let snapshotEvery = 128

    /// Version of the saved state, 0 without one.
    static func version(of stream: String, in reader: any LedgerReader) throws -> Int {
        try reader.row("SELECT version FROM streamState WHERE stream = ?", [.text(stream)])?
            .int("version") ?? 0
    }

    static func load<State: Decodable>(
        _ type: State.Type, stream: String, in reader: any LedgerReader
    ) throws -> State? {
        let sql = "SELECT state FROM streamState WHERE stream = ?"
        guard let row = try reader.rows(sql, [.text(stream)]).first else { return nil }
        let value = try Payload(decoding: row.blob("state"))
        return try EventDecoding.value(type, from: .nested(value))
    }

    static func save(
        _ state: some Encodable, stream: String, version: Int,
        in transaction: any LedgerTransaction
    ) throws {
        try transaction.execute(
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
        return try payload.encoded()
    }
}
