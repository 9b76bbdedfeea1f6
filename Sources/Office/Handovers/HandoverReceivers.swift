// To which unit a piece of work goes when its step is completed. Told only where the process leaves
// no choice: one way out, to a step with a performer who can be named today.

import Engine
import ProcessModel
import WorkTime

extension People.Organisation {
    /// - Returns: `nil` where the way is open, or the next step lies in the same unit.
    func nextUnit(
        after item: WorkItem, in instance: Instance, _ version: ProcessVersion, office: UnitID,
        on day: DayNumber
    ) -> UnitID? {
        guard instance.token(item.token)?.resumesAt == nil else { return nil }
        let ways = version.flows.filter { $0.from == item.node }
        guard ways.count == 1, let node = version.nodes.first(where: { $0.id == ways[0].to }),
            let performer = node.step?.performer
        else { return nil }
        let unit: UnitID? =
            switch performer {
            case .focalPoint: positions(of: instance.focalPoint, on: day).first?.unit
            case .performer(let earlier):
                instance.performer(of: earlier).flatMap { positions(of: $0, on: day).first?.unit }
            default: assignment(of: performer, office: office, on: day)?.unit
            }
        return unit == item.unit ? nil : unit
    }
}

extension Step {
    /// Whether it can be completed with no more than its product: nothing is left to fill in, and
    /// it is no signature, which has a desk of its own.
    func isReadyToPass(in instance: Instance, _ version: ProcessVersion) -> Bool {
        guard controls.isEmpty else { return false }
        let fields = version.forms.first { $0.code == form }?.fields ?? []
        return fields.allSatisfy { field in
            !field.required || instance.fields[field.key] != nil
                || instance.personalKeys.contains(field.key)
        }
    }
}
