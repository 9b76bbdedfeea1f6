// Tells one instance as a story: each accepted command is checked against invariants and replay.

import Engine
import ProcessModel
import Testing
import WorkTime

/// Monday 3 July 2017.
func minute(_ time: String, _ day: String = "2017-07-03") -> LocalMinute {
    guard let minute = LocalMinute("\(day)T\(time)") else {
        Issue.record("not a time: \(day)T\(time)")
        return LocalMinute(rawValue: 0)
    }
    return minute
}

struct EngineStory {
    let process: ProcessVersion
    let graph: ProcessGraph
    var office = EngineTestOffice()
    var now = minute("08:00")
    var calendar = WorkCalendar.vietnam
    private(set) var state: Instance?
    private(set) var events: [EngineEvent] = []
    /// Commands that were accepted.
    private(set) var accepted = 0

    init(_ process: ProcessVersion, office: EngineTestOffice = EngineTestOffice()) {
        self.process = process
        graph = ProcessGraph(process)
        self.office = office
    }

    /// Begun by the focal point `an` of the one-stop unit.
    static func begun(
        _ process: ProcessVersion, office: EngineTestOffice = EngineTestOffice()
    ) throws -> EngineStory {
        var story = EngineStory(process, office: office)
        try story.perform(.start("hs1", focalPoint: nil, fields: [:]), by: "an")
        return story
    }

    var context: EngineContext {
        EngineContext(now: now, calendar: calendar, roster: office.roster)
    }

    mutating func perform(
        _ command: EngineCommand, by person: PersonID, for other: PersonID? = nil
    ) throws(EngineRejection) {
        try perform(command, as: Actor(person, onBehalfOf: other))
    }

    mutating func perform(
        _ command: EngineCommand, as actor: Actor
    ) throws(EngineRejection) {
        let new = try EngineRules.decide(
            command, on: state, process: process, graph: graph, by: actor, in: context)
        state = EngineRules.applying(new, to: state)
        events += new
        accepted += 1
        #expect(state?.violations(process, graph: graph) == [], "after \(command)")
        #expect(EngineRules.replay(events) == state, "replay of \(command)")
    }

    /// Why the command would be refused; `nil` when it would be accepted.
    func refusal(
        _ command: EngineCommand, by person: PersonID, for other: PersonID? = nil
    ) -> EngineRejection? {
        do {
            _ = try EngineRules.decide(
                command, on: state, process: process, by: Actor(person, onBehalfOf: other),
                in: context)
            return nil
        } catch {
            return error
        }
    }

    mutating func complete(_ node: NodeID, by person: PersonID) throws {
        try perform(.complete(id(node), product: "xong", fields: [:]), by: person)
    }

    mutating func complete(_ node: NodeID, by person: PersonID, n: Double) throws {
        try perform(
            .complete(id(node), product: "xong", fields: ["n": .number(n)]), by: person)
    }

    mutating func accept(_ node: NodeID, by person: PersonID) throws {
        try perform(.accept(id(node)), by: person)
    }

    /// The open item at a node; number 0, which never exists, when there is none.
    func id(_ node: NodeID) -> WorkItemID { item(node)?.id ?? 0 }

    func item(_ node: NodeID) -> WorkItem? { state?.items.first { $0.node == node } }

    /// Nodes with open work, sorted.
    var open: [NodeID] { (state?.items.map(\.node) ?? []).sorted() }

    var clock: [ClockEvent.Kind] { state?.clock.map(\.kind) ?? [] }

    /// Causes of all incidents there were.
    var incidents: Set<IncidentCause> {
        Set(
            events.compactMap { event in
                guard case .itemOpened(_, _, .incident, _, _, _, _, _, let note) = event.change
                else { return nil }
                return IncidentCause(rawValue: note)
            })
    }

    var services: [String] {
        events.compactMap {
            if case .serviceRequested(_, _, let action) = $0.change { action } else { nil }
        }
    }
}
