// Outages: the system or the power was down, so that the office could not work. Declared by who
// answers for the unit, with evidence, and approved by another person.
//
// Start here. An outage changes no appointment: what was promised to the citizen stays, and a
// dossier that was late stays late (no rule of NĐ 61/2018 stops a clock for it). It only tells
// whose time the lateness was (Lateness). Outages that overlap count once.
// - OutageNoun: the outage and its states.  OutageRules: commands, events, who may.
// - OutageRefusals: the sentences.  OutageBook: all of them, as their stream tells.
// - OutageDesk: writing, and splitting lateness anew.  OutageQueries, OutagePages, OutageViews:
//   /outages, open to everybody of the house.

import WorkTime

/// Namespace of the feature.
public enum Outages {
    static let stream = "outages"
    static let feature = "outage"
    /// Working days after its end within which an outage is declared; a setting, no law says so.
    static let daysMaximum = 5
    /// Days of the calendar that one outage may last.
    static let lengthMaximum = 31
    static let textMaximum = 500
    static let pageSize = 50
}
