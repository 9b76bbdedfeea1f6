// Handing over is the dossier's step of returning: done the existing way, or left to the counter.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension Dossiers.Dossier {
    /// The open piece of work by which the counter returns the result; `nil` while the result is
    /// not ready or lies elsewhere.
    func itemAtCounter(in organisation: People.Organisation) -> WorkItem? {
        guard status == .resultReady, let items = instance?.items, items.count == 1,
            let item = items.first, item.kind == .step, item.offer == nil, item.stops.isEmpty,
            organisation.units[item.unit]?.kind == .oneStop
        else { return nil }
        return item
    }
}

extension DeskWork {
    /// Completes the step where whoever carried holds it: by the engine's own rules. Else the
    /// counter does, and its pages say that it must.
    func finish(_ told: Told<Dossiers.Dossier>) throws {
        guard let actor = order.actor,
            let item = told.state.itemAtCounter(in: try reading.organisation()),
            item.holder == actor.answerable
        else { return }
        let registration = told.state.registration
        let issue = try reading.issue(registration.process, registration.issue)
        let step = issue.version.nodes.first { $0.id == item.node }?.step
        let product = step?.product ?? ""
        do {
            _ = try act(on: told) { _ in
                [(.complete(item.id, product: product, fields: [:]), actor)]
            }
        } catch Dossiers.Rejection.work {
            // A form of the step wants filling in: that is done on the page of the dossier.
        }
    }
}
