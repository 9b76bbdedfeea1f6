// The door: a command and its key, what is answered again, what is refused, and who was first.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Orders at the desk` {
    private static let installer: Actor? = nil

    private func add(_ id: PersonID, _ name: String = "Người") -> OfficeCommand {
        .people(.addPerson(.init(id: id, name: name)))
    }

    private func perform(
        _ office: DossierTestOffice, _ command: OfficeCommand, key: String?,
        by actor: Actor? = installer, sent: String = "một"
    ) async throws -> DeskAnswer {
        try await office.desk.perform(
            command, by: actor, at: office.sources.now, key: key, fingerprint: Array(sent.utf8))
    }

    /// Administrators, so that people may give commands.
    private func withStaff(_ body: (DossierTestOffice) async throws -> Void) async throws {
        try await DossierTestOffice.run { office in
            for command in OrganisationTestState.staffCommands {
                _ = try await office.desk.perform(
                    .people(command), by: nil, at: office.sources.now)
            }
            try await body(office)
        }
    }

    @Test func `without a key the same command is a new one each time`() async throws {
        try await withStaff { office in
            _ = try await perform(office, add("n1"), key: nil)
            await #expect(throws: People.Rejection.personExists("n1")) {
                try await perform(office, add("n1"), key: nil)
            }
        }
    }

    @Test(arguments: [
        "k", " ", "đ", "😀", String(repeating: "k", count: 5000), "a'b\"c--", "%00",
    ])
    func `a key is any text, and is answered the same for ever`(_ key: String) async throws {
        try await withStaff { office in
            let first = try await perform(office, add("n1"), key: key)
            let sequence = try await office.sequence()
            try office.set("2019-07-03T09:00")
            for _ in 0..<3 { #expect(try await perform(office, add("n1"), key: key) == first) }
            #expect(try await office.sequence() == sequence)
            let other = try await perform(office, add("n2"), key: key + "x")
            #expect(other.version == first.version + 1)
        }
    }

    @Test func `a key belongs to who used it, and to what was sent`() async throws {
        try await withStaff { office in
            _ = try await perform(office, add("n1"), key: "k", by: Actor("quan"))
            let sequence = try await office.sequence()
            for (actor, sent): (Actor?, String) in [
                (nil, "một"), (Actor("anh"), "một"), (Actor("quan"), "hai"), (Actor("quan"), ""),
                (Actor("QUAN"), "một"),
            ] {
                await #expect(throws: DeskRefusal.keyUsedForOtherCommand, "\(sent)") {
                    try await perform(office, add("n1"), key: "k", by: actor, sent: sent)
                }
            }
            #expect(try await office.sequence() == sequence)
            _ = try await perform(office, add("n1"), key: "k", by: Actor("quan"))
        }
    }

    @Test func `a refusal does not use up the key`() async throws {
        try await withStaff { office in
            for _ in 0..<2 {
                await #expect(throws: People.Rejection.nameMissing) {
                    try await perform(office, add("n1", ""), key: "k", sent: "sai")
                }
            }
            _ = try await perform(office, add("n1"), key: "k", sent: "đúng")
            await #expect(throws: DeskRefusal.keyUsedForOtherCommand) {
                try await perform(office, add("n1", ""), key: "k", sent: "sai")
            }
        }
    }

    @Test func `a repeated command is answered even when the right to it is gone`() async throws {
        try await withStaff { office in
            let first = try await perform(office, add("n1"), key: "k", by: Actor("quan"))
            _ = try await perform(
                office,
                .people(
                    .endHolding(
                        position: "p:administer", person: "quan",
                        through: organisationDay("2017-07-02"))), key: "ket-thuc")
            #expect(
                try await perform(office, add("n1"), key: "k", by: Actor("quan")) == first)
            await #expect(throws: People.Rejection.mayNotAdminister) {
                try await perform(office, add("n2"), key: "k2", by: Actor("quan"))
            }
        }
    }

    @Test func `of two orders with one key in one batch the second gets the first's answer`()
        async throws
    {
        try await withStaff { office in
            let order = DeskOrder(
                command: add("n1"), actor: nil, at: office.sources.now, key: "k",
                fingerprint: [1], salt: office.sources.bytes(16))
            var other = order
            other.fingerprint = [2]
            let results = try await office.desk.perform([order, order, other, order])
            let answers = results.compactMap { try? $0.get() }
            #expect(answers.count == 3 && Set(answers).count == 1)
            if case .failure(let error) = results[2] {
                #expect(error as? DeskRefusal == .keyUsedForOtherCommand)
            }
            #expect(try await office.desk.perform([]).isEmpty)
        }
    }

    @Test func `commands that run side by side are done one after the other`() async throws {
        try await withStaff { office in
            let (desk, at) = (office.desk, office.sources.now)
            let versions = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<40 {
                    group.addTask {
                        try await desk.perform(
                            .people(
                                .addPerson(.init(id: PersonID("n\(number)"), name: "Người"))),
                            by: nil, at: at
                        ).version
                    }
                }
                var versions: [Int] = []
                for try await version in group { versions.append(version) }
                return versions.sorted()
            }
            #expect(versions == Array(versions[0]..<(versions[0] + 40)))
            let people = try await desk.read { try $0.organisation().people }
            #expect((0..<40).allSatisfy { people[PersonID("n\($0)")] != nil })
            #expect(try await desk.read { try LedgerReplay.run($0) }.isClean)
        }
    }

    @Test func `entries written after a version that has passed are refused`() async throws {
        try await withStaff { office in
            let (desk, before) = (office.desk, try await office.sequence())
            let order = DeskOrder(
                command: add("n1"), actor: nil, at: office.sources.now, key: "k",
                salt: office.sources.bytes(16))
            for version in [0, 1, 10_000] {
                await #expect(throws: DeskRefusal.changedMeanwhile(stream: People.stream)) {
                    try await desk.store.write { transaction in
                        let work = DeskWork(
                            order: order, transaction: transaction, memory: desk.memory,
                            zone: .indochina)
                        _ = try work.write(
                            [NewEntry("people.personAdded", Payload())], stream: People.stream,
                            after: StreamHead(
                                stream: People.stream, version: version, hash: []))
                    }
                }
            }
            #expect(try await office.sequence() == before)
        }
    }

    @Test func `a command without events changes nothing and says where it stands`()
        async throws
    {
        try await withStaff { office in
            let (desk, before) = (office.desk, try await office.sequence())
            let order = DeskOrder(
                command: add("n1"), actor: nil, at: office.sources.now, key: "k",
                salt: office.sources.bytes(16))
            let head = StreamHead(stream: "x/1", version: 7, hash: [7])
            let answer = try await desk.store.write { transaction in
                try DeskWork(
                    order: order, transaction: transaction, memory: desk.memory, zone: .indochina
                ).write([NewEntry](), stream: "x/1", after: head)
            }
            #expect(answer == head)
            #expect(try await office.sequence() == before)
        }
    }

    @Test func `nobody without a name takes in dossiers`() async throws {
        try await DossierTestOffice.run { office in
            await #expect(throws: Dossiers.Rejection.mayNotReceive) {
                try await office.desk.perform(
                    .dossiers(.receive(DossierTestSamples.intake)), by: nil,
                    at: office.sources.now)
            }
            for person: PersonID in ["", "la-mat", "ha", "CHI"] {
                await #expect(throws: Dossiers.Rejection.mayNotReceive) {
                    try await office.receive(by: person)
                }
            }
        }
    }

    @Test(arguments: [
        DeskRefusal.changedMeanwhile(stream: "dossier/x"), .keyUsedForOtherCommand,
        .unknown("“x”"),
    ])
    func `the desk's own refusals have their sentences`(_ refusal: DeskRefusal) {
        #expect(refusal.code.hasPrefix("desk.") && !refusal.code.contains("("))
        #expect(refusal.sentence.vi != refusal.sentence.en && refusal.field == nil)
        #expect(refusal.isNotFound == (refusal.code == "desk.unknown"))
        // Streams are names of the store; nobody at the counter reads them.
        #expect(!refusal.sentence.vi.contains("dossier/"))
    }
}

@Suite struct `An order that nobody can repeat` {
    @Test func `is done each time it is given, and leaves no key`() async throws {
        try await DossierTestOffice.run { office in
            var order = DeskOrder(
                command: .dossiers(.receive(DossierTestSamples.intake)), actor: Actor("chi"),
                at: office.sources.now, key: "dien", salt: office.sources.bytes(16))
            order.isRemembered = false
            let before = try await office.number("SELECT count(*) AS n FROM commandKey")
            let answers = try await office.desk.perform([order, order])
            let streams = try answers.map { try $0.get().stream }
            #expect(Set(streams).count == 2)
            #expect(try await office.number("SELECT count(*) AS n FROM commandKey") == before)
        }
    }
}
