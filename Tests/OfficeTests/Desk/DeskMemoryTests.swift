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
        let issue = KnownIssue(DossierTestSamples.processes[0])
        for number in 0..<2100 {
            memory.remember(issue, key: IssueKey(code: "KS-01", number: number))
        }
        #expect(memory.issue(IssueKey(code: "KS-01", number: 2099)) === issue)
        #expect(memory.issue(IssueKey(code: "KS-02", number: 2099)) == nil)
        #expect(memory.issue(IssueKey(code: "KS-01", number: 0)) == nil)
        memory.forgetIssues()
        #expect(memory.issue(IssueKey(code: "KS-01", number: 2099)) == nil)
    }

    @Test func `a draft is read anew each time, a published issue once`() async throws {
        try await DossierTestOffice.run { office in
            var draft = DossierTestSamples.processes[0]
            draft.issue = 2
            let at = office.sources.now
            for title in ["Lần một", "Lần hai"] {
                draft.title = title
                _ = try await office.desk.perform(.processes(.draft(draft)), by: nil, at: at)
                let read = try await office.desk.read { try $0.issue("KS-01", 2) }
                #expect(read.version.title == title)
            }
            let first = try await office.desk.read { try $0.issue("KS-01", 1) }
            let again = try await office.desk.read { try $0.issue("KS-01", 1) }
            #expect(first === again)
            #expect(first.graph.nodes == first.version.nodes)
            await #expect(throws: Processes.Rejection.noSuchIssue("KS-01", 9)) {
                try await office.desk.read { _ = try $0.issue("KS-01", 9) }
            }
        }
    }

    @Test func `after a commit that came to nothing no issue is taken for known`() async throws {
        try await DossierTestOffice.run { office in
            _ = try await office.desk.read { try $0.issue("KS-01", 1) }
            let key = IssueKey(code: "KS-01", number: 1)
            #expect(office.desk.memory.issue(key) != nil)
            await office.desk.store.close()
            await #expect(throws: LedgerStoreError.closed) {
                try await office.receive()
            }
            #expect(office.desk.memory.issue(key) == nil)
        }
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
