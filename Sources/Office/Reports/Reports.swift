// Reports: figures that open their records.
//
// Start here. Everything is added up from the counts that each receipt and each end leave in the
// read tables; nothing is a constant. A viewer gets the offices the viewer may see as a whole, or
// the dossiers of the own units.
// - ReportNoun: filter, sums and their identities (form 06 of Circular 01/2020/TT-VPCP).
// - ReportQueries, ReportSource: the sums.  ReportFigures: the read value of the page.
// - ReportArticle, ReportArticleQueries: the figures a newspaper printed in 2017, recomputed.
// - ReportPeriod; ReportAddressViews: a number opens its records.
// - ReportOfficers, ReportOfficerQueries: the same sums by focal point, and steps by who did them.
// - ReportOverdue, ReportOverdueQueries: what is overdue now.
// - ReportSheet, ReportSheetText, ReportSheetViews: a report as a file; Site.Workbook writes XLSX.
// - ReportPieceViews, ReportOfficerViews, ReportOverdueViews, ReportFilePages: /reports/officers,
//   /reports/overdue, and the files.
// - ReportChartViews, ReportViews, ReportTableViews, ReportPages: /reports, /reports/article.
// - LedgerReplay, StreamReplay: the ledger told again, for `roviec verify`.

/// Namespace of the feature.
public enum Reports {}
