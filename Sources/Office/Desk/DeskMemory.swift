// States of streams, remembered by the hash of their head: the same head can only mean the same
// state, on whichever node and in whichever transaction. Issues of processes and their graphs too.

import Ledger
import ProcessModel
import Synchronization
import WorkTime

final class DeskMemory: Sendable {
    private struct Known {
        let head: [UInt8]
        let state: any Sendable
    }

    private let looks = Mutex(RecentValues<Reads.Look, LocalMinute>(generationMaximum: 5000))
    private let states = Mutex(RecentValues<String, Known>(generationMaximum: 1000))
    private let versions = Mutex<[String: ProcessVersion]>([:])
    private let graphs = Mutex<[String: ProcessGraph]>([:])
    private static let versionsMaximum = 2000

    /// Whether the same look was not noted a few minutes ago.
    func isNew(_ look: Reads.Look, at now: LocalMinute) -> Bool {
        guard let last = looks.withLock({ $0[look] }) else { return true }
        return now.rawValue - last.rawValue >= Reads.quietMinutes || now.day != last.day
    }

    func remember(_ look: Reads.Look, at now: LocalMinute) {
        looks.withLock { $0[look] = now }
    }

    func state<State>(_ type: State.Type, of stream: String, head: [UInt8]) -> State? {
        guard let known = states.withLock({ $0[stream] }), known.head == head else { return nil }
        return known.state as? State
    }

    func remember(_ state: some Sendable, of stream: String, head: [UInt8]) {
        let known = Known(head: head, state: state)
        states.withLock { $0[stream] = known }
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
