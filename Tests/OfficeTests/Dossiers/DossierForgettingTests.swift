// An office that forgets everything between two acts does the same as one that remembers: memory
// only saves time. Both live the same story side by side and are compared after every act.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `An office that forgets` {
    /// One act of the story on the office's only dossier.
    private struct Deed: Sendable {
        let name: String
        let run: @Sendable (DossierTestOffice, String) async throws -> Void
    }

    private static let deeds = [
        Deed(name: "receipt done") { try await $0.advance($1) },
        Deed(name: "accepted") { try await $0.advance($1) },
        Deed(name: "papers asked for") { office, code in
            let item = try await office.item(code)
            try await office.perform(
                .askSupplement(code, item.id, reason: "Thiếu", papers: ["Giấy chứng sinh"]),
                by: item.holder)
        },
        Deed(name: "papers brought") { office, code in
            try office.set("2017-07-06T08:30")
            let item = try await office.item(code)
            try await office.act(.receiveSupplement(item.id), on: code, by: item.holder)
        },
        Deed(name: "checked") { try await $0.advance($1) },
        Deed(name: "accepted by who signs") { try await $0.advance($1) },
        Deed(name: "sent back") { office, code in
            let item = try await office.item(code)
            try await office.act(
                .sendBack(item.id, to: "tham-dinh", reason: "Thiếu chữ ký"), on: code,
                by: item.holder)
        },
        Deed(name: "accepted again") { try await $0.advance($1) },
        Deed(name: "checked again") { try await $0.advance($1) },
        Deed(name: "accepted again by who signs") { try await $0.advance($1) },
        Deed(name: "signed") { try await $0.advance($1) },
        Deed(name: "accepted at the counter") { try await $0.advance($1) },
        Deed(name: "handed over") { try await $0.advance($1) },
    ]

    /// The same office behind a new desk, which knows nothing but what the database tells.
    private func forgotten(_ office: DossierTestOffice) throws -> DossierTestOffice {
        let desk = Desk(store: office.desk.store, sources: office.desk.sources)
        let sources = office.sources
        return DossierTestOffice(
            desk: desk,
            house: Site.House(
                desk: desk, texts: try .bundled(), assets: [:],
                clock: OfficeClock { sources.now }, demoAccounts: []),
            sources: sources)
    }

    /// Everything that came of the story so far.
    private func dump(_ office: DossierTestOffice) async throws -> [String: [String]] {
        let tables = DossierTestOffice.readTables + ["streamHead", "streamState", "entry"]
        return try await office.desk.read { reading in
            var found: [String: [String]] = [:]
            for table in tables {
                found[table] = try reading.rows("SELECT * FROM \(table)")
                    .map { row in row.values.map { "\($0)" }.joined(separator: "|") }.sorted()
            }
            return found
        }
    }

    /// The state of every table after the receipt and after each deed.
    private func live(forgetting: Bool) async throws -> [[String: [String]]] {
        var states: [[String: [String]]] = []
        try await DossierTestOffice.run { first in
            var office = first
            let code = try await office.receive()
            states.append(try await dump(office))
            for deed in Self.deeds {
                if forgetting { office = try forgotten(office) }
                try await deed.run(office, code)
                states.append(try await dump(office))
            }
            let status = try await office.state(code).status
            #expect(status == .returned)
        }
        return states
    }

    @Test func `leaves the same ledger and the same tables after every act`() async throws {
        let remembered = try await live(forgetting: false)
        let forgotten = try await live(forgetting: true)
        #expect(remembered.count == Self.deeds.count + 1)
        for (index, (one, other)) in zip(remembered, forgotten).enumerated() {
            let name = index == 0 ? "receipt" : Self.deeds[index - 1].name
            #expect(Set(one.keys) == Set(other.keys))
            for table in one.keys.sorted() {
                #expect(one[table] == other[table], "\(table) after \(name)")
            }
        }
        // Each deed left something behind: nothing was compared with itself.
        for (before, after) in zip(remembered, remembered.dropFirst()) {
            #expect(before["entry"]?.count ?? 0 < after["entry"]?.count ?? 0)
        }
    }

    @Test func `reads a state that nobody remembers as it was`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            for _ in 0..<4 {
                try await office.advance(code)
                let (known, told) = (
                    try await office.state(code), try await forgotten(office).state(code)
                )
                #expect(known == told)
            }
        }
    }

    @Test func `refuses what was refused, and says the same`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let commands: [EngineCommand] = [
                .complete(1, product: "", fields: [:]), .complete(9, product: "x", fields: [:]),
                .accept(1), .sendBack(1, to: "ky", reason: "x"), .handOver(1, to: "an", reason: ""),
            ]
            for command in commands {
                var sentences: [Bilingual] = []
                for desk in [office, try forgotten(office)] {
                    do {
                        try await desk.act(command, on: code, by: "chi")
                    } catch let refusal as any Refusal {
                        sentences.append(refusal.sentence)
                    }
                }
                #expect(sentences.count == 2 && sentences.first == sentences.last, "\(command)")
            }
        }
    }
}
