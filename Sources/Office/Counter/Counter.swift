// Counter: where citizens hand papers in. Taking in a dossier should last under two minutes.
//
// Start here. /counter finds the procedure by a few letters without marks; /counter/PROCEDURE is
// the intake, with the appointment computed and explained beside it; a posted intake leads to the
// receipt. What a refused intake held is never lost.
// - CounterQueries: procedures to choose from, the appointment of now.
// - CounterIntake: from a posted form to the intake.  CounterViews, CounterPages: the pages.
// - CounterCopyRules, CounterRefusals, CounterCopyQueries, CounterCopyPages, CounterCopyViews: the
//   applicant of an earlier dossier is used again, by consent.
// - CounterLateViews: what was taken in on paper is entered later.
// - CounterKit, CounterKitQueries: what is printed for when there is no power.

/// Namespace of the feature.
public enum Counter {}
