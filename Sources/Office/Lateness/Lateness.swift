// Lateness, split fairly: whose time a late dossier has run over, so that no unit answers for the
// time of another.
//
// Start here. The lateness of a dossier is what lies past its appointment, in working minutes and
// without the time of the citizen. It is split from the history that the dossier's entries tell:
// each piece of work has a time of its own by the process (its due time on the control slip); what
// goes beyond is put down to a cause and a unit. The parts add up to the lateness, to the minute.
// - LatenessNoun: causes, parts, and the history that is split.  LatenessSplit: the split, pure.
// - LatenessHistory: from the entries of a dossier to its history, pure.
// - LatenessTables, LatenessDesk: what reports read, written when a dossier ends late, and again
//   when a downtime is approved or withdrawn (Outages).
// - LatenessQueries, LatenessViews: on the page of the dossier.
// - LatenessReportNoun, LatenessReportQueries, LatenessText, LatenessPages, LatenessReportViews:
//   /lateness.
// The limit by law is not touched: a dossier that was late stays late.

/// Namespace of the feature.
public enum Lateness {}
