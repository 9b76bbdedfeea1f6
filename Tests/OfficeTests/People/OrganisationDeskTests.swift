// The organisation at the desk: saved states, memory, keys, many commands at once.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `The organisation at the desk` {
    private func add(_ number: Int) -> People.Command {
        .addPerson(.init(id: PersonID("n\(number)"), name: "Người \(number)"))
    }

    private func organisation(_ office: DossierTestOffice) async throws -> People.Organisation {
        try await office.desk.read { try $0.organisation() }
    }

    /// What a desk that has just started finds, with nothing remembered.
    private func fresh(_ office: DossierTestOffice) async throws -> People.Organisation {
        let desk = Desk(store: office.desk.store, sources: office.desk.sources)
        return try await desk.read { try $0.organisation() }
    }

    @Test func `a desk that has just started reads what the running one knows`() async throws {
        try await DossierTestOffice.run { office in
            for number in 0..<140 {
                _ = try await office.desk.perform(
                    .people(add(number)), by: nil, at: office.sources.now)
                if [0, 50, 99, 100, 101, 139].contains(number) {
                    #expect(try await fresh(office) == organisation(office), "\(number)")
                }
            }
        }
    }

    @Test func `the large state is saved now and then, and the rest follows from the entries`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let every = People.Organisation.savedEvery
            var version = DossierTestSamples.organisation.count
            #expect(version < every)
            func saved() async throws -> Int {
                try await office.desk.read {
                    try StreamState.load(
                        People.Organisation.self, stream: People.stream, in: $0.reader)?.version
                } ?? 0
            }
            #expect(try await saved() == 0)
            while version < every {
                version = try await office.desk.perform(
                    .people(add(version)), by: nil, at: office.sources.now
                ).version
                #expect(try await saved() == (version < every ? 0 : every))
            }
            _ = try await office.desk.perform(
                .people(add(version)), by: nil, at: office.sources.now)
            #expect(try await saved() == every)
            #expect(try await fresh(office).people.count == organisation(office).people.count)
        }
    }

    @Test func `an identifier that the state cannot hold never gets that far`() async throws {
        try await DossierTestOffice.run { office in
            let before = try await office.sequence()
            for id in ["", "$", "$ref"] {
                let person = People.Command.addPerson(.init(id: PersonID(id), name: "Ai đó"))
                await #expect(throws: People.Rejection.idUnusable(id)) {
                    try await office.desk.perform(
                        .people(person), by: nil, at: office.sources.now)
                }
            }
            #expect(try await office.sequence() == before)
        }
    }

    @Test func `of many commands sent together each stands or falls alone`() async throws {
        try await DossierTestOffice.run { office in
            let commands: [People.Command] = [
                add(1), add(1), .addPerson(.init(id: "n2", name: "")), add(3),
                .openAccount("n3", name: "ba"), .openAccount("n1", name: "ba"),
            ]
            let orders = commands.enumerated().map { index, command in
                DeskOrder(
                    command: .people(command), actor: nil, at: office.sources.now,
                    key: "lo-\(index)", salt: office.sources.bytes(16))
            }
            let results = try await office.desk.perform(orders)
            let refusals = results.map { result -> People.Rejection? in
                guard case .failure(let error) = result else { return nil }
                return error as? People.Rejection
            }
            #expect(
                refusals == [
                    nil, .personExists("n1"), .nameMissing, nil, nil, .accountTaken("ba"),
                ])
            let state = try await organisation(office)
            #expect(state.people["n3"]?.account == "ba" && state.people["n1"]?.account == nil)
            #expect(try await fresh(office) == state)
        }
    }

    @Test func `the entries say who did it and when`() async throws {
        try await DossierTestOffice.run { office in
            for command in OrganisationTestState.staffCommands {
                _ = try await office.desk.perform(
                    .people(command), by: nil, at: office.sources.now)
            }
            let answer = try await office.desk.perform(
                .people(add(1)), by: Actor("quan"), at: office.sources.now)
            let entries = try await office.desk.read {
                try $0.reader.entries(of: People.stream, after: answer.version - 2)
            }
            #expect(entries.map(\.type) == ["people.appointed", "people.personAdded"])
            #expect(entries.map(\.actor) == ["", "quan"])
            #expect(entries.allSatisfy { $0.at == office.sources.now.milliseconds })
            let payload = try #require(entries.last).decodedPayload()
            #expect(payload["person"] != nil)
        }
    }

    @Test func `rights are those of the day of the command, not of the day it was prepared`()
        async throws
    {
        try await DossierTestOffice.run { office in
            for command in OrganisationTestState.staffCommands {
                _ = try await office.desk.perform(
                    .people(command), by: nil, at: office.sources.now)
            }
            _ = try await office.desk.perform(
                .people(
                    .endHolding(
                        position: "p:administer", person: "quan", through: office.now.day)),
                by: Actor("quan"), at: office.sources.now)
            _ = try await office.desk.perform(
                .people(add(1)), by: Actor("quan"), at: office.sources.now)
            try office.set("2017-07-04T00:00")
            await #expect(throws: People.Rejection.mayNotAdminister) {
                try await office.desk.perform(
                    .people(add(2)), by: Actor("quan"), at: office.sources.now)
            }
        }
    }
}
