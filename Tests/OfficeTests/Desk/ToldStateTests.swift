// States that are saved now and then: whichever versions have a row, the state read is the same.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct ToldStateTests {
    /// Walks a dossier to its end, then reads its state from every row that could have been saved.
    @Test func `a state is the same from whichever saved version it is read`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code, times: 6)
            let stream = Dossiers.stream(of: code)
            let (entries, lived) = try await office.desk.read { reading in
                let told = try reading.told(Dossiers.Dossier.self, by: stream)
                return (try reading.reader.entries(of: stream), try #require(told))
            }
            #expect(entries.count > 5)
            for version in 0..<entries.count {
                var state: Dossiers.Dossier?
                for entry in entries.prefix(version) {
                    state = try .told(by: entry, after: state, zone: .indochina)
                }
                let saved = state
                try await office.desk.store.write { transaction in
                    try transaction.execute(
                        "DELETE FROM streamState WHERE stream = ?", [.text(stream)])
                    guard let saved else { return }
                    try StreamState.save(
                        saved, stream: stream, version: version, in: transaction)
                }
                // A desk that remembers nothing.
                let other = Desk(store: office.desk.store, sources: office.desk.sources)
                let read = try await other.read {
                    try $0.told(Dossiers.Dossier.self, by: stream)
                }
                #expect(read?.state == lived.state)
                #expect(read?.head == lived.head)
            }
        }
    }

    @Test func `a row is written when the version passes a multiple, not with every command`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            var rows: [Int] = []
            var versions: [Int] = []
            for _ in 0..<7 {
                versions.append(
                    try await office.number(
                        "SELECT version AS n FROM streamHead WHERE stream = ?",
                        [.text(Dossiers.stream(of: code))]))
                rows.append(
                    try await office.number(
                        "SELECT version AS n FROM streamState WHERE stream = ?",
                        [.text(Dossiers.stream(of: code))]))
                if try await office.state(code).instance?.isEnded ?? true { break }
                try await office.advance(code)
            }
            let every = Dossiers.Dossier.savedEvery
            for (row, version) in zip(rows, versions) {
                #expect(row / every == version / every)
                #expect(row <= version)
            }
            #expect(Set(rows).count == versions.map { $0 / every }.max().map { $0 + 1 })
        }
    }

    @Test func `a stream that is not there has no state`() async throws {
        try await DossierTestOffice.run { office in
            let told = try await office.desk.read {
                try $0.told(Dossiers.Dossier.self, by: "dossier/khong-co")
            }
            #expect(told == nil)
        }
    }

    @Test func `work before the registration is no dossier`() throws {
        let entry = Entry(
            sequence: 1, stream: "dossier/x", version: 1, type: "engine.changed",
            authorship: Authorship(at: 0, actor: "an", unit: "p"),
            payload: try Payload().encoded(), previousHash: Chain.origin, hash: [])
        #expect(throws: (any Error).self) {
            try Dossiers.Dossier.told(by: entry, after: nil, zone: .indochina)
        }
    }
}

@Suite struct RecentValuesTests {
    @Test func `never holds more than two generations, and keeps what was asked for`() {
        var values = RecentValues<Int, Int>(generationMaximum: 10)
        for key in 0..<1000 {
            values[key] = key * key
            #expect(values.count <= 20)
            // Asked for all the time: never forgotten.
            #expect(values[0] == 0)
        }
        #expect(values[999] == 999 * 999)
        #expect(values[500] == nil)
    }

    @Test func `a new value replaces the old one in whichever generation it was`() {
        var values = RecentValues<String, Int>(generationMaximum: 1)
        values["a"] = 1
        values["b"] = 2
        values["a"] = 3
        #expect(values["a"] == 3)
        values["a"] = nil
        #expect(values["a"] == nil)
        #expect(values.count <= 2)
    }
}
