// The time of a dossier: both clocks, derived from the marks of its instance.

import Engine
import ProcessModel
import WorkTime

extension Dossiers {
    /// Clock events of an instance, as WorkTime reckons them.
    static func clockEvents(of instance: Instance) -> [ClockEvent] {
        instance.clock.compactMap { mark in
            ClockEvent.Kind(rawValue: mark.kind.rawValue).map {
                ClockEvent($0, at: mark.at, cause: mark.cause.isEmpty ? nil : mark.cause)
            }
        }
    }

    /// Both clocks; `nil` when the process has no published limit: then there is no date.
    static func reading(
        of dossier: Dossier, version: ProcessVersion, calendar: WorkCalendar
    ) -> ClockReading? {
        guard let term = version.total, let instance = dossier.instance else { return nil }
        return try? DossierClock.read(
            clockEvents(of: instance), policy: ClockPolicy(term: term), calendar: calendar)
    }

    /// Every line of both sums.
    static func explanation(
        of dossier: Dossier, version: ProcessVersion, calendar: WorkCalendar
    ) -> ClockExplanation? {
        guard let term = version.total, let instance = dossier.instance else { return nil }
        return try? DossierClock.explain(
            clockEvents(of: instance), policy: ClockPolicy(term: term), calendar: calendar)
    }
}
