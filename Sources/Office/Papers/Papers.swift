// Papers: the forms that a citizen is given, on a sheet and as PDF (TT 01/2018/TT-VPCP, annex).
//
// Start here. A paper is written from the dossier whenever somebody asks for it; nothing of it is
// stored. The receipt (form 01), the apology (form 04) and the control slip (form 05) are written
// where their feature is; here are the request for papers (form 02), the refusal (form 03), the
// notice of a stop and the receipt of the result.
// - PaperNoun: which papers a dossier has.  PaperQueries: what stands on one.
// - PaperViews, PaperSheetViews: the page and the sheet.  PaperPages: /dossiers/CODE/papers/KIND.
// - PaperStamp, PaperStampQueries, PaperCheckViews: a printed slip held against the ledger.
// - PaperPress: a sheet becomes PDF by a press that the server was given; PaperRefusals.

/// Namespace of the feature.
public enum Papers {}
