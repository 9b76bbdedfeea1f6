// One appointment that cannot be kept: the leader of a ward apologises the afternoon before the
// demo opens, and the citizen is told.

import Engine
import ProcessModel
import WorkTime

extension Demo {
    private static let apologyAt = LocalMinute(startOf: Day.today - 1) + 15 * 60

    static func apologies(
        of plan: Plan, _ catalogue: ProcessCatalogue, _ wards: [Ward], _ calendar: WorkCalendar
    ) throws -> [CodedAct] {
        for (index, planned) in plan.dossiers.enumerated() {
            guard let ward = wards.first(where: { $0.office == planned.intake.office }),
                let version = catalogue[planned.intake.process], let total = version.total,
                planned.received.day >= Day.today - 40, isAtWork(planned, version),
                let due = try? Deadline.due(
                    total, received: planned.received, calendar: calendar),
                due.day >= Day.today, due.day < Day.today + 5
            else { continue }
            let day = try calendar.adding(minutes: 480 * 5, to: max(due, apologyAt)).day
            return [
                CodedAct(
                    at: apologyAt, dossier: index,
                    actor: Actor(PersonID("ct.\(ward.slug)"))
                ) {
                    .dossiers(
                        .apologise(
                            $0, reason: "Phải xác minh thêm ở nơi khác (hư cấu).", day: day))
                }
            ]
        }
        return []
    }

    /// Received, not resolved, and nobody waits for the citizen.
    private static func isAtWork(_ planned: PlannedDossier, _ version: ProcessVersion) -> Bool {
        guard planned.story == .normal || planned.story == .late,
            planned.received < apologyAt,
            !version.nodes.contains(where: { $0.step?.clock == .pauseAndResume })
        else { return false }
        let steps = route(through: version, fields: planned.intake.fields)
        guard let result = steps.firstIndex(where: { $0.step.marksDone }) else { return false }
        return !planned.acts.contains { act in
            if case .work(.complete(let item, _, _)) = act.deed, act.at <= apologyAt {
                item.rawValue > result
            } else {
                false
            }
        }
    }
}
