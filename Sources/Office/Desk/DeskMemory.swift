// States that are read by every command, remembered by the hash of their stream's head: the same
// head can only mean the same state, on whichever node and in whichever transaction.

import Ledger
import ProcessModel
import Synchronization

final class DeskMemory: Sendable {
    private let organisation = Mutex<(head: [UInt8], state: People.Organisation)?>(nil)
    private let versions = Mutex<[String: ProcessVersion]>([:])
    private let graphs = Mutex<[String: ProcessGraph]>([:])
    private static let versionsMaximum = 2000

    func organisation(
        head: [UInt8], load: () throws -> People.Organisation
    ) rethrows -> People.Organisation {
        if let found = organisation.withLock({ $0 }), found.head == head { return found.state }
        let state = try load()
        organisation.withLock { $0 = (head, state) }
        return state
    }

    /// Remembers a state that was just reached. If its transaction fails, no stream will ever have
    /// that head, so nobody finds it.
    func remember(_ state: People.Organisation, head: [UInt8]) {
        organisation.withLock { $0 = (head, state) }
    }

    /// An issue never changes once its entry is in the ledger; `key` holds code, issue and digest.
    func version(key: String, load: () throws -> ProcessVersion) rethrows -> ProcessVersion {
        if let found = versions.withLock({ $0[key] }) { return found }
        let version = try load()
        versions.withLock {
            if $0.count >= Self.versionsMaximum { $0.removeAll() }
            $0[key] = version
        }
        return version
    }

    /// The graph of an issue, which the engine would else make for every command.
    func graph(of version: ProcessVersion) -> ProcessGraph {
        let key = "\(version.code)/\(version.issue)"
        if let found = graphs.withLock({ $0[key] }) { return found }
        let graph = ProcessGraph(version)
        graphs.withLock {
            if $0.count >= Self.versionsMaximum { $0.removeAll() }
            $0[key] = graph
        }
        return graph
    }
}
