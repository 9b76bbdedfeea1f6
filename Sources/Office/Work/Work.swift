// Work: "Việc của tôi", who has what and how much time is left.
//
// Start here. The lists are read from the table `workItem`, written with each command on a dossier
// (Dossiers/DossierWork): mine, my unit's, cooperating, waiting for the citizen, done. Sorted by
// the time left; what waits has no date and comes last.
// - TimeLeft: the time left in words and state.  WorkQueries: the lists, by keyset pages.
// - WorkViews, WorkPages: /work and accepting what was offered.

/// Namespace of the feature.
public enum Work {}
