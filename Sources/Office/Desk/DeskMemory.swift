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
    private let states = Mutex(RecentValues<String, Known>(generationMaximum: 2000))
    private let calendars = Mutex<[Int: WorkCalendar]>([:])
    private let issues = Mutex<[IssueKey: KnownIssue]>([:])
    private static let issuesMaximum = 2000
    /// Tries at the digits of dossiers whose end is not known yet.
    let triesUnderWay = UnderWay()
    private let trackingSalts = Mutex<(day: Int64, salt: String)?>(nil)

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

    /// An issue that was published never changes; drafts are never remembered.
    func issue(_ key: IssueKey) -> KnownIssue? { issues.withLock { $0[key] } }

    func remember(_ issue: KnownIssue, key: IssueKey) {
        issues.withLock {
            if $0.count >= Self.issuesMaximum { $0.removeAll() }
            $0[key] = issue
        }
    }

    /// An issue of the house's calendar that was announced never changes.
    func calendar(_ number: Int) -> WorkCalendar? { calendars.withLock { $0[number] } }

    func remember(_ calendar: WorkCalendar, number: Int) {
        calendars.withLock { $0[number] = calendar }
    }

    /// The salt of a day, once it was committed.
    func trackingSalt(of day: Int64) -> String? {
        trackingSalts.withLock { $0.flatMap { $0.day == day ? $0.salt : nil } }
    }

    func rememberTrackingSalt(_ salt: String, of day: Int64) {
        trackingSalts.withLock { $0 = (day, salt) }
    }

    /// After a commit that failed, an issue that was read in it may never have been published.
    func forgetIssues() {
        issues.withLock { $0.removeAll() }
        calendars.withLock { $0.removeAll() }
    }
}

/// One issue of a process.
struct IssueKey: Hashable {
    let code: ProcessCode
    let number: Int
}

/// An issue with its graph, which the engine would else make for every command. One value that is
/// shared, since it is large.
final class KnownIssue: Sendable {
    let version: ProcessVersion
    let graph: ProcessGraph

    init(_ version: ProcessVersion) {
        self.version = version
        graph = ProcessGraph(version)
    }
}
