// Drives an instance to its end by doing, each time, what the oldest open work asks for.

import Engine
import ProcessModel
import WorkTime

/// The next sensible command for an item, and who gives it.
struct EngineFairDriver {
    var story: EngineStory

    func move(
        for item: WorkItem, number: Double
    ) -> (command: EngineCommand, person: PersonID, at: LocalMinute) {
        let now = story.now
        if let offer = item.offer { return (.accept(item.id), offer.person, now) }
        if let stop = item.stops.first {
            let isDuty = stop.kind == .dutyAsked
            let command: EngineCommand =
                isDuty ? .confirmDuty(item.id) : .receiveSupplement(item.id)
            return (command, item.holder, now)
        }
        switch item.kind {
        case .step:
            return (
                .complete(item.id, product: "số 1", fields: fields(of: item.node, number: number)),
                item.holder, now
            )
        case .wait: return (.endWait(item.id, event: nil), item.holder, now)
        case .event:
            return (.endWait(item.id, event: firstWait(behind: item.node)), item.holder, now)
        case .timer:
            guard let timer = item.timers.first else { break }
            return (.fireTimer(timer), "maychu", max(now, timer.at))
        case .call:
            let command: EngineCommand =
                item.linked == nil ? .linkCall(item.id, "hs-khac") : .endCall(item.id, .finished)
            return (command, "maychu", now)
        case .incident: break
        }
        return (.retry(item.id, fields: [:]), item.holder, now)
    }

    func fields(of node: NodeID, number: Double) -> [String: FieldValue] {
        guard let step = story.graph[node]?.step,
            let form = story.process.forms.first(where: { $0.code == step.form })
        else { return [:] }
        return Dictionary(
            form.fields.map { ($0.key, FieldValue.number(number)) },
            uniquingKeysWith: { first, _ in first })
    }

    private func firstWait(behind gateway: NodeID) -> NodeID? {
        story.process.flows.first { flow in
            guard flow.from == gateway else { return false }
            if case .wait = story.graph[flow.to]?.kind {
                return true
            }
            return false
        }?.to
    }

    /// Whether the instance ends within so many commands. Posts are filled, loops are left.
    mutating func drive(limit: Int) -> Bool {
        story.office.vacantPost = "binh"
        for _ in 0..<limit {
            guard let item = story.state?.items.first else { break }
            let move = move(for: item, number: 9)
            story.now = move.at
            do {
                try story.perform(move.command, as: Actor(move.person))
            } catch {
                return false
            }
        }
        return story.state?.isEnded == true
    }
}
