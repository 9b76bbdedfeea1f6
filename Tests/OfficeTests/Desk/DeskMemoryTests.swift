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

    @Test func `one head is loaded once, another head again`() throws {
        let memory = DeskMemory()
        var loads = 0
        func state(_ head: [UInt8], _ name: String) throws -> People.Organisation {
            memory.organisation(head: head) {
                loads += 1
                return named(name)
            }
        }
        #expect(try state([1], "an") == named("an"))
        #expect(try state([1], "ba") == named("an"))
        #expect(loads == 1)
        #expect(try state([2], "ba") == named("ba"))
        #expect(try state([1], "an") == named("an"))
        #expect(loads == 3)
        #expect(try state([], "ca") == named("ca"))
    }

    @Test func `a load that fails leaves nothing behind`() throws {
        let memory = DeskMemory()
        #expect(throws: Lost.self) { try memory.organisation(head: [1]) { throw Lost() } }
        let state = memory.organisation(head: [1]) { named("an") }
        #expect(state == named("an"))
    }

    @Test func `a state that was reached is found by its head alone`() throws {
        let memory = DeskMemory()
        memory.remember(named("an"), head: [7])
        #expect(try memory.organisation(head: [7]) { throw Lost() } == named("an"))
        #expect(throws: Lost.self) { try memory.organisation(head: [8]) { throw Lost() } }
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
