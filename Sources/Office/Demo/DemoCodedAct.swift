// Acts beside the work on a dossier of the plan: they name its code, which is known only once the
// script is played.

import Engine
import ProcessModel
import WorkTime

extension Demo {
    struct CodedAct: Sendable {
        let at: LocalMinute
        /// Its place in the plan.
        let dossier: Int
        let actor: Actor?
        let command: @Sendable (String) -> OfficeCommand

        /// In the order of time; at one minute as they stand.
        static func inOrder(_ acts: [CodedAct]) -> [CodedAct] {
            acts.enumerated()
                .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
                .map(\.element)
        }
    }

    /// Fees, ratings, an apology, and what deliveries cost, before the demo opens.
    static func coded(
        of plan: Plan, processes: Processes, organisation: People.Organisation, seed: UInt64
    ) throws -> [CodedAct] {
        let catalogue = ProcessCatalogue(processes.all)
        let acts =
            try payments(of: plan, organisation, .vietnam, seed: seed)
            + ratings(of: plan, catalogue, .vietnam, seed: seed)
            + apologies(of: plan, catalogue, try Ward.all(), .vietnam)
            + deliveryFees(of: plan, organisation)
        return CodedAct.inOrder(acts.filter { $0.at < Plan.opens })
    }
}

extension Demo.PlannedDelivery {
    var coded: Demo.CodedAct {
        let act = act
        return Demo.CodedAct(at: at, dossier: dossier, actor: actor) {
            .deliveries(.order($0, act))
        }
    }
}

extension Demo.PlannedDossier {
    /// When the result was given out; `nil` when it was not, or there was none.
    func returnedAt(_ version: ProcessVersion) -> LocalMinute? {
        if story == .refused || story == .withdrawn { return nil }
        let last = WorkItemID(Demo.route(through: version, fields: intake.fields).count)
        for act in acts {
            if case .work(.complete(last, _, _)) = act.deed { return act.at }
        }
        return nil
    }
}
