// What the desk remembers between commands: a state by the hash of its head, an issue by its key.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The memory of the desk` {
    private struct Lost: Error {}

    private func named(_ name: String) -> People.Organisation {
        var state = People.Organisation()
        state.apply(.personAdded(person: .init(id: PersonID(name), name: name)))
        return state
    }

    private func find(
        _ memory: DeskMemory, _ head: [UInt8], of stream: String = "s"
    ) -> People.Organisation? {
        memory.state(People.Organisation.self, of: stream, head: head)
    }

    @Test func `a state is found by its stream and its head together`() {
        let memory = DeskMemory()
        memory.remember(named("an"), of: "s", head: [7])
        #expect(find(memory, [7]) == named("an"))
        #expect(find(memory, [8]) == nil)
        #expect(find(memory, [7], of: "t") == nil)
        #expect(memory.state(Dossiers.Dossier.self, of: "s", head: [7]) == nil)
    }

    @Test func `the newest head of a stream is the one that is kept`() {
        let memory = DeskMemory()
        memory.remember(named("an"), of: "s", head: [1])
        memory.remember(named("ba"), of: "s", head: [2])
        #expect(find(memory, [1]) == nil)
        #expect(find(memory, [2]) == named("ba"))
    }

    @Test func `issues are kept by their key, also past the most that is kept`() throws {
        let memory = DeskMemory()
        let version = DossierTestSamples.processes[0]
        var loads = 0
        for number in 0..<2100 {
            _ = memory.version(key: "\(number)") {
                loads += 1
                return version
            }
        }
        #expect(loads == 2100)
        #expect(try memory.version(key: "2099") { throw Lost() } == version)
        #expect(throws: Lost.self) { try memory.version(key: "0") { throw Lost() } }
        #expect(throws: Lost.self) { try memory.version(key: "moi") { throw Lost() } }
    }

    @Test func `a transaction that fails is not remembered as having happened`() async throws {
        try await DossierTestOffice.run { office in
            let before = try await office.desk.read { try $0.organisation() }
            let (desk, at) = (office.desk, office.sources.now)
            let order = DeskOrder(
                command: .people(.addPerson(.init(id: "moi", name: "Người mới"))), actor: nil,
                at: at, key: "k", salt: office.sources.bytes(16))
            await #expect(throws: Lost.self) {
                try await desk.store.write { transaction in
                    let work = DeskWork(
                        order: order, transaction: transaction, memory: desk.memory,
                        zone: .indochina)
                    _ = try work.perform()
                    // Inside its own transaction the command has happened.
                    #expect(try work.reading.organisation().people["moi"] != nil)
                    throw Lost()
                }
            }
            #expect(try await office.desk.read { try $0.organisation() } == before)
            // The same order can then be done, and its key was not used up.
            let answers = try await desk.perform([order])
            #expect(try answers[0].get().version == DossierTestSamples.organisation.count + 1)
        }
    }
}
