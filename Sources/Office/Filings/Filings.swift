// Filings: what a citizen files online, from the first question until the office has taken it in
// (NĐ 61/2018 Đ17; official state 1, "mới đăng ký").
//
// Start here. A citizen answers one question a page (/file/PROCEDURE); the answers wait beside the
// ledger under a secret of the browser until they are sent. What is sent is a filing with a number,
// in the stream `filing/<code>`. An officer of the one-stop shop accepts it, which takes a dossier
// in, asks once for everything that is missing, or refuses it with the reason.
// - FilingNoun, FilingState: a filing as the ledger tells it.
// - FilingRules: what may be sent, and what the office may do with it.
// - FilingDesk: stream, number, table.  FilingQueries: lists and pages of the office.
// - FilingQuestions: what is asked, in which order.  FilingDrafts: answers not yet sent.
// - FilingWizardPages, FilingPages: the citizen's pages and the office's.
// - FilingSheet, FilingSheetPages: what was filed, whole, also as PDF.

/// Namespace of the feature.
public enum Filings {}
