// Sends each command to its rule, and begins an instance.

import ProcessModel
import WorkTime

extension EngineRules {
    static func perform(
        _ command: EngineCommand, in walk: inout EngineWalk
    ) throws(EngineRejection) {
        switch command {
        case .start: throw .alreadyStarted
        case .accept(let item): try walk.accept(item)
        case .returnHandover(let item, let reason): try walk.returnHandover(item, reason: reason)
        case .take(let item): try walk.take(item)
        case .assign(let item, let person): try walk.assign(item, to: person)
        case .handOver(let item, let person, let reason):
            try walk.handOver(item, to: person, reason: reason)
        case .complete(let item, let product, let fields):
            try walk.complete(item, product: product, fields: fields)
        case .sendBack(let item, let node, let reason):
            try walk.sendBack(item, to: node, reason: reason)
        case .askSupplement(let item, let reason): try walk.askSupplement(item, reason: reason)
        case .receiveSupplement(let item): try walk.closeStop(item, .supplementRequested)
        case .askDuty(let item, let reason): try walk.askDuty(item, reason: reason)
        case .confirmDuty(let item): try walk.closeStop(item, .dutyAsked)
        case .endWait(let item, let event): try walk.endWait(item, event: event)
        case .linkCall(let item, let linked): try walk.linkCall(item, linked)
        case .endCall(let item, let outcome): try walk.endCall(item, outcome)
        case .fireTimer(let entry): try walk.fireTimer(entry)
        case .takeCalendar(let calendar): try walk.takeCalendar(calendar)
        case .retry(let item, let fields): try walk.retry(item, fields: fields)
        case .changeFocalPoint(let person, let reason):
            try walk.changeFocalPoint(to: person, reason: reason)
        case .close(let outcome, let reason): try walk.close(outcome, reason: reason)
        }
    }

    static func begin(
        _ id: InstanceID, focalPoint: PersonID, fields: [String: FieldValue],
        process: ProcessVersion, graph: ProcessGraph?, by actor: Actor, in context: EngineContext
    ) throws(EngineRejection) -> [EngineEvent] {
        guard let start = process.nodes.first(where: { $0.kind == .start }) else {
            throw .noStartNode
        }
        guard let unit = context.roster.unitOf(focalPoint) else { throw .personMissing }
        let event = EngineEvent(
            at: context.now, actor: actor,
            change: .started(
                id, process: process.code, issue: process.issue, node: start.id,
                focalPoint: focalPoint, unit: unit))
        guard let state = Instance(startedBy: event) else { throw .notStarted }
        var walk = EngineWalk(
            state, process: process, graph: graph, actor: actor, context: context)
        walk.recordStart(event)
        try walk.fill(fields, from: process.forms.flatMap(\.fields), allRequired: false)
        walk.mark(.received)
        walk.leave(1)
        try walk.settle()
        return walk.events
    }
}
