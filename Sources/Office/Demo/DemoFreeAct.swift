// Acts of the house that name no dossier: outages, a delegation, claims, a line of waiting people.
// All of them are invented, and the words say so.

import Engine
import WorkTime

extension Demo {
    struct FreeAct: Sendable {
        let at: LocalMinute
        let actor: Actor?
        let command: OfficeCommand

        /// - Parameter by: Account; empty for somebody from outside.
        init(_ day: DayNumber, _ hour: Int, _ minute: Int, by: String, _ command: OfficeCommand) {
            at = LocalMinute(startOf: day) + (hour * 60 + minute)
            actor = by.isEmpty ? nil : Actor(PersonID(by))
            self.command = command
        }
    }

    /// In the order of time; at one minute as they stand.
    static func freeActs(_ wards: [Ward]) -> [FreeAct] {
        guard let ward = wards.first(where: { $0.slug == "bode" }) else { return [] }
        let acts = outageActs(ward) + delegationActs(ward) + claimActs(ward) + queueActs(ward)
        return acts.enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
    }
}
