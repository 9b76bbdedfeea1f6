// Two nodes on one database: what one wrote the other knows, and each command happens once.

import Engine
import Ledger
import ProcessModel
import TestStores
import Testing
import WorkTime

@testable import Office

@Suite("Several nodes on one database") struct SeveralNodesTests {
    /// An office with a second node beside it.
    private func withTwo(
        _ body: (_ office: ProcessTestOffice, _ other: Desk) async throws -> Void
    ) async throws {
        let office = try await ProcessTestOffice.open()
        let other = Desk(store: try await office.place.open(), sources: office.desk.sources)
        try await other.prepare()
        try await body(office, other)
        await other.store.close()
        try await office.close()
    }

    private func perform(
        _ command: OfficeCommand, on desk: Desk, by actor: Engine.Actor?, key: String? = nil
    ) async throws -> DeskAnswer {
        try await desk.perform(
            command, by: actor, at: ProcessTestOffice.now, key: key, fingerprint: [1])
    }

    @Test func `a process that one node published is in force on the other`() async throws {
        try await withTwo { office, other in
            let day = try #require(DayNumber("2017-08-01"))
            let before = try await other.read { try $0.publishedVersion(of: "QT-01", on: day) }
            #expect(before == nil)
            try await office.publish(ProcessTestSamples.clear())
            let after = try await other.read { try $0.publishedVersion(of: "QT-01", on: day) }
            #expect(after == ProcessTestSamples.clear())
        }
    }

    @Test func `who was appointed on one node acts on the other at once`() async throws {
        try await withTwo { office, other in
            // Both remember the organisation as it is.
            for desk in [office.desk, other] { _ = try await desk.read { try $0.organisation() } }
            _ = try await perform(
                .people(.addPerson(People.Person(id: "moi", name: "Người Mới", isInvented: true))),
                on: other, by: nil)
            let names = try await office.desk.read { try $0.organisation().people["moi"]?.name }
            #expect(names == "Người Mới")
        }
    }

    @Test func `one key sent to both nodes at once is one command`() async throws {
        try await withTwo { office, other in
            for round in 0..<10 {
                let person = People.Person(
                    id: PersonID(rawValue: "p\(round)"), name: "Người", isInvented: true)
                async let first = perform(
                    .people(.addPerson(person)), on: office.desk, by: nil, key: "key/\(round)")
                async let second = perform(
                    .people(.addPerson(person)), on: other, by: nil, key: "key/\(round)")
                let answers = try await [first, second]
                #expect(answers[0] == answers[1])
            }
            #expect(try await other.store.read { try Verification.run($0) }.isClean)
        }
    }

    @Test func `of two nodes that publish one issue one wins and the other is told why`()
        async throws
    {
        try await withTwo { office, other in
            let day = try #require(DayNumber("2017-01-01"))
            for round in 1...8 {
                let code = ProcessCode(rawValue: "QT-\(round)")
                var version = ProcessTestSamples.clear()
                version.code = code
                try await office.perform(.draft(version))
                let publish = OfficeCommand.processes(.publish(code, issue: 1, effective: day))
                let outcomes = await withTaskGroup(of: Result<DeskAnswer, any Error>.self) {
                    group in
                    for desk in [office.desk, other] {
                        group.addTask {
                            do {
                                return .success(
                                    try await perform(
                                        publish, on: desk, by: ProcessTestOffice.editorActs))
                            } catch {
                                return .failure(error)
                            }
                        }
                    }
                    return await group.reduce(into: []) { $0.append($1) }
                }
                #expect(outcomes.count { (try? $0.get()) != nil } == 1)
                for case .failure(let error) in outcomes {
                    #expect(error is any Refusal, "a refusal, not an incident: \(error)")
                }
            }
        }
    }

    @Test func `many callers on both nodes lose nothing and number without a gap`() async throws {
        try await withTwo { office, other in
            let before = try await office.desk.read { try $0.reader.ledgerSequence() }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for caller in 0..<8 {
                    let desk = caller.isMultiple(of: 2) ? office.desk : other
                    group.addTask {
                        for step in 0..<5 {
                            let person = People.Person(
                                id: PersonID(rawValue: "c\(caller).\(step)"), name: "Người",
                                isInvented: true)
                            _ = try await perform(.people(.addPerson(person)), on: desk, by: nil)
                        }
                    }
                }
                try await group.waitForAll()
            }
            let report = try await other.store.read { try Verification.run($0) }
            #expect(report.isClean)
            #expect(report.entryCount == before + 40)
            let people = try await office.desk.read { try $0.organisation().people.count }
            #expect(people == 7 + 40)
        }
    }

    @Test func `a line that breaks while committing is mended by repeating, once`() async throws {
        let office = try await ProcessTestOffice.open()
        let before = try await office.desk.read { try $0.reader.ledgerSequence() }
        let broken = Desk(
            store: FailingStore(office.desk.store, [1: .after]), sources: office.desk.sources)
        let person = People.Person(id: "moi", name: "Người Mới", isInvented: true)
        _ = try await perform(.people(.addPerson(person)), on: broken, by: nil)
        #expect(try await office.desk.read { try $0.reader.ledgerSequence() } == before + 1)

        let twice = Desk(
            store: FailingStore(office.desk.store, [1: .after, 2: .after]),
            sources: office.desk.sources)
        let other = People.Person(id: "nua", name: "Người Nữa", isInvented: true)
        await #expect(throws: LedgerStoreError.outcomeUnknown) {
            try await perform(.people(.addPerson(other)), on: twice, by: nil, key: "k")
        }
        // The sender repeats with the key and learns that it was done.
        _ = try await perform(.people(.addPerson(other)), on: twice, by: nil, key: "k")
        #expect(try await office.desk.read { try $0.reader.ledgerSequence() } == before + 2)
        try await office.close()
    }
}
