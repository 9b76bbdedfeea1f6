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
        mark(.supplementRequested, cause: ClockCause.supplement(id), item: id, reason: reason)
    }

    mutating func askDuty(_ id: WorkItemID, reason: String) throws(EngineRejection) {
        let item = try stoppableItem(id, reason: reason)
        let cause = ClockCause.duty(id)
        if item.stops.contains(where: { $0.cause == cause }) {
            throw .stopAlreadyOpen(cause: cause)
        }
        acceptByActing(item)
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
    mutating func closeStop(_ id: WorkItemID, cause: String) throws(EngineRejection) {
        let item = try openItem(id)
        try requireRecorder(item)
        guard item.stops.contains(where: { $0.cause == cause }),
            let opening = state.openingKind(of: cause)
        else { throw .noOpenStop(id) }
        mark(opening.closing, cause: cause, item: id)
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
