// Stops that any step may ask for: papers to complete, a tax or a fee to pay.

import ProcessModel
import WorkTime

extension EngineWalk {
    /// Once in a matter, and completely (Decree 61/2018 Art. 15(3)); a wait of the process itself
    /// that restarts the appointment counts as that once.
    mutating func askSupplement(_ id: WorkItemID, reason: String) throws(EngineRejection) {
        let item = try stoppableItem(id, reason: reason)
        if state.clock.contains(where: { $0.kind == .supplementRequested }) {
            throw .supplementAlreadyAsked
        }
        acceptByActing(item)
        let cause = ClockCause.supplement(state.clock.count)
        mark(.supplementRequested, cause: cause, item: id, reason: reason)
    }

    mutating func askDuty(_ id: WorkItemID, reason: String) throws(EngineRejection) {
        let item = try stoppableItem(id, reason: reason)
        if let open = item.stops.first(where: { $0.kind == .dutyAsked }) {
            throw .stopAlreadyOpen(cause: open.cause)
        }
        acceptByActing(item)
        let cause = ClockCause.duty(state.clock.count)
        mark(.dutyAsked, cause: cause, item: id, reason: reason)
    }

    private func stoppableItem(
        _ id: WorkItemID, reason: String
    ) throws(EngineRejection) -> WorkItem {
        let item = try openItem(id, of: .step)
        try requireHolder(item)
        try requireReason(reason)
        if state.isClockEnded { throw .resultAlreadyReady }
        return item
    }

    /// The citizen has done it. With the last stop of the item its due time moves on.
    mutating func closeStop(
        _ id: WorkItemID, _ kind: ClockEvent.Kind
    ) throws(EngineRejection) {
        let item = try openItem(id)
        try requireRecorder(item)
        guard let stop = item.stops.first(where: { $0.kind == kind }) else {
            throw .noOpenStop(id)
        }
        mark(kind.closing, cause: stop.cause, item: id)
        guard item.stops.count == 1, let since = item.stoppedSince, let due = item.due else {
            return
        }
        let moved = try context.due(due, afterStopFrom: since)
        if moved == due { return }
        let kinds = item.timers.map(\.kind)
        let timers = context.timers(for: id, at: item.node, due: moved)
        record(.dueMoved(id, due: moved, timers: timers.filter { kinds.contains($0.kind) }))
    }
}
