// The time of a dossier: both clocks, derived from the marks of its instance.

import Engine
import ProcessModel
import WorkTime

extension Dossiers {
    /// Both clocks; `nil` when the process has no published limit: then there is no date.
    static func reading(
        of dossier: Dossier, version: ProcessVersion, calendar: WorkCalendar
    ) -> ClockReading? {
        guard let term = version.total, let instance = dossier.instance else { return nil }
        return try? DossierClock.read(
            instance.clock, policy: ClockPolicy(term: term), calendar: calendar)
    }

    /// Every line of both sums.
    static func explanation(
        of dossier: Dossier, version: ProcessVersion, calendar: WorkCalendar
    ) -> ClockExplanation? {
        guard let term = version.total, let instance = dossier.instance else { return nil }
        return try? DossierClock.explain(
            instance.clock, policy: ClockPolicy(term: term), calendar: calendar)
    }
}
