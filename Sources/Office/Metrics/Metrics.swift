// Metrics: the set of 2026 after QĐ 766/QĐ-TTg, the index of serving people and businesses.
//
// Start here. What the office holds is counted from its own records, each metric with numerator,
// denominator and the records behind both. What it does not hold is entered by somebody with a
// source, or is shown as missing with the reason; nothing is guessed. The source of the set is
// secondary: maximum scores and thresholds are shown as unconfirmed, and no score is reckoned.
// - MetricNoun, MetricCatalogue, MetricLaterCatalogue: the 24 metrics, as data.
// - MetricRules, MetricRefusals, MetricState, MetricDesk: values that are entered, stream
//   `metric/<office>`.
// - MetricFigures: the read value.  MetricQueries, MetricCountQueries, MetricProcedureQueries:
//   counting.  MetricRecordQueries: the records that were counted.
// - MetricPages, MetricViews, MetricWordViews, MetricRecordViews, MetricFormViews,
//   MetricSheetViews: /metrics.

/// Namespace of the feature.
public enum Metrics {
    static let feature = "metric"
    static let sourceMaximum = 300
    static let reasonMaximum = 300
    /// No office counts more of anything.
    static let countMaximum = 1_000_000_000
    static let recordPage = 50

    static func maySee(_ viewer: Viewer) -> Bool { !viewer.overseenUnits.isEmpty }
}
