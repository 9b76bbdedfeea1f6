// Papers: the forms that a citizen is given, on a sheet and as PDF (TT 01/2018/TT-VPCP, annex;
// since 1 July 2025 TT 03/2025/TT-VPCP).
//
// Start here. A paper is written from the dossier whenever somebody asks for it; nothing of it is
// stored. The receipt, the apology, the control slip and the register are written where their
// feature is; here are the request for papers, the refusal, the notice of a stop and the receipt of
// the result. A form is known by its name and the regime of the day of receipt, never by number.
// - PaperNoun: which papers a dossier has.  PaperQueries: what stands on one.
// - PaperRegime, PaperRegimeTable: which forms hold when.  PaperFields: what each form asks for.
// - PaperLine and what begins so: lines that the office adds to a form (/papers/fields).
// - PaperRegimePages, PaperRegimeViews: /papers/regimes, and the citation of a form on its paper.
// - PaperViews, PaperSheetViews: the page and the sheet.  PaperPages: /dossiers/CODE/papers/KIND.
// - PaperStamp, PaperStampQueries, PaperCheckViews: a printed slip held against the ledger.
// - PaperPress: a sheet becomes PDF by a press that the server was given; PaperRefusals.

/// Namespace of the feature.
public enum Papers {}
