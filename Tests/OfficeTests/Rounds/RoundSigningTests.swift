// Rounds with a key: no newest checkpoint stays unsigned, and nobody signs what is signed.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `A round with a key` {
    private func signer(_ byte: UInt8) throws -> CheckpointSigner {
        try #require(CheckpointSigner(seed: [UInt8](repeating: byte, count: 32)))
    }

    private func round(
        _ office: DossierTestOffice, _ byte: UInt8?
    ) async throws -> Rounds.Outcome {
        try await office.desk.makeRound(
            at: office.sources.now, signer: byte.map { try signer($0) })
    }

    private func signings(_ office: DossierTestOffice) async throws -> [CheckpointSignature] {
        try await office.desk.store.read { try $0.checkpoints().map(\.signing) }
    }

    @Test func `signs the checkpoint that it writes`() async throws {
        try await DossierTestOffice.run { office in
            try await office.receive()
            #expect(try await round(office, 1).checkpoint == 1)
            #expect(try await signings(office) == [.fits(try signer(1).publicKey)])
        }
    }

    @Test func `signs the newest of an older ledger at once, without waiting an hour`()
        async throws
    {
        try await DossierTestOffice.run { office in
            try await office.receive()
            #expect(try await round(office, nil).checkpoint == 1)
            #expect(try await signings(office) == [.missing])
            #expect(try await round(office, 1).checkpoint == nil, "no new one is due")
            #expect(try await signings(office) == [.fits(try signer(1).publicKey)])
        }
    }

    @Test func `signs the next one when the hour is over, and not the one before`() async throws {
        try await DossierTestOffice.run { office in
            try await office.receive()
            _ = try await round(office, nil)
            office.sources.set(office.now + 120)
            try await office.receive(key: "b")
            #expect(try await round(office, 1).checkpoint == 2)
            #expect(try await signings(office) == [.missing, .fits(try signer(1).publicKey)])
        }
    }

    @Test func `leaves the signature of another key as it is`() async throws {
        try await DossierTestOffice.run { office in
            try await office.receive()
            _ = try await round(office, 1)
            office.sources.set(office.now + 61)
            try await office.receive(key: "b")
            #expect(try await round(office, 2).checkpoint == 2)
            _ = try await round(office, 2)
            let keys = try [signer(1).publicKey, signer(2).publicKey]
            #expect(try await signings(office) == keys.map { .fits($0) })
            let report = try await office.desk.store.read { try Verification.run($0, keys: keys) }
            #expect(report.isClean && report.signedCount == 2)
        }
    }

    @Test func `changes nothing in the ledger`() async throws {
        try await DossierTestOffice.run { office in
            try await office.receive()
            _ = try await round(office, nil)
            let before = try await office.sequence()
            _ = try await round(office, 1)
            #expect(try await office.sequence() == before)
            #expect(try await office.desk.store.read { try Verification.run($0) }.isClean)
        }
    }
}

@Suite struct `The tables of the office` {
    @Test func `are read from the text of the migrations as the database has them`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let tables = SchemaTable.all(after: OfficeMigrations.all)
            #expect(tables.count > 20)
            try await office.desk.store.read { reader in
                for table in tables {
                    // A column that is not there fails; one that was missed makes the rows differ.
                    let names = table.columns.joined(separator: ", ")
                    _ = try reader.rows("SELECT \(names) FROM \(table.name) LIMIT 1", [])
                    let all = try reader.rows("SELECT * FROM \(table.name) LIMIT 1", [])
                    if let row = all.first {
                        let found = row.columns.map { $0.lowercased() }.sorted()
                        #expect(
                            found == table.columns.map { $0.lowercased() }.sorted(),
                            "\(table.name)")
                    }
                    #expect(!table.key.isEmpty && table.key.allSatisfy(table.columns.contains))
                }
            }
        }
    }

    @Test func `are all named once, and each migration that makes one is read`() {
        let tables = SchemaTable.all(after: OfficeMigrations.all)
        #expect(Set(tables.map(\.name)).count == tables.count)
        let made = OfficeMigrations.all.flatMap(\.statements)
            .count { $0.split(separator: " ").prefix(2) == ["CREATE", "TABLE"] }
        let dropped = OfficeMigrations.all.flatMap(\.statements)
            .count { $0.split(separator: " ").prefix(2) == ["DROP", "TABLE"] }
        #expect(tables.count == made - dropped)
    }
}
