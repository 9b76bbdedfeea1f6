// Dossiers: one request of a citizen, from the counter to the result.
//
// Start here. A dossier is a register entry and a running instance of a published process in one
// stream, `dossier/<code>`: `dossier.*` entries tell the register, `engine.*` entries the work.
// - DossierNoun, ApplicantNoun: what the ledger tells; personal values stand beside it.
// - DossierFiler: who files for somebody else.
// - DossierRules: commands, events, refusals (NĐ 61/2018, articles 16 to 20).
// - DossierDesk: load, decide, append, read tables.  DossierTables: the read tables.
// - DossierTiming: appointment and index clock of a dossier.  DossierSlip: the control slip.
// - DossierQueries: register, page; found means allowed.
// - DossierPages: /dossiers, /dossiers/CODE and its papers.
//
// The counter (Counter) takes dossiers in; the work lists (Work) show who has what.

/// Namespace of the feature.
public enum Dossiers {}
