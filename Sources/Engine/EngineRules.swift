// The engine: a command on the state gives events or a refusal; events applied give the state.
// `decide` reads only its arguments. `apply` never refuses and reads nothing but the event, so the
// state is the same live and in replay.

import ProcessModel
import WorkTime

public enum EngineRules {
    /// What happens, or why it may not.
    ///
    /// - Parameter graph: of that process, for callers that keep it; made when it is not given.
    public static func decide(
        _ command: EngineCommand, on instance: Instance?, process: ProcessVersion,
        graph: ProcessGraph? = nil, by actor: Actor, in context: EngineContext
    ) throws(EngineRejection) -> [EngineEvent] {
        if actor.person.rawValue.isEmpty || actor.onBehalfOf?.rawValue.isEmpty == true {
            throw .personMissing
        }
        if case .start(let id, let focalPoint, let fields) = command {
            if instance != nil { throw .alreadyStarted }
            return try begin(
                id, focalPoint: focalPoint ?? actor.answerable, fields: fields, process: process,
                graph: graph, by: actor, in: context)
        }
        guard let instance else { throw .notStarted }
        guard instance.process == process.code, instance.issue == process.issue else {
            throw .otherVersion(process: instance.process, issue: instance.issue)
        }
        if let outcome = instance.outcome { throw .alreadyEnded(outcome) }
        var walk = EngineWalk(
            instance, process: process, graph: graph, actor: actor, context: context)
        try perform(command, in: &walk)
        try walk.settle()
        return walk.events
    }

    /// The state after all these events; `nil` when they do not begin with `started`.
    public static func replay(_ events: [EngineEvent]) -> Instance? {
        applying(events, to: nil)
    }

    /// The state after further events, `nil` before the first.
    public static func applying(_ events: [EngineEvent], to instance: Instance?) -> Instance? {
        var events = events[...]
        guard var state = instance ?? events.popFirst().flatMap(Instance.init(startedBy:)) else {
            return nil
        }
        for event in events { apply(event, to: &state) }
        return state
    }
}
